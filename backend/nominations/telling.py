"""What nominators and families are told about their own nominations, in plain words (``wording.yml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.decisions.record import reason_of
from backend.nominations import record as nominations
from backend.nominations.explaining import explained
from backend.nominations.models import Nomination, Passing
from backend.nominations.reference import references_in
from backend.nominations.stage import stage_sentence
from backend.programmes import load_programme
from backend.threads.models import Thread
from backend.threads.record import body_of, messages_of


def status_text(db: Session, thread: Thread) -> str:
    """The status of all this account sent, a paragraph each; of those alone whose references it has just named."""
    mine = own(db, thread.account_id)
    if not mine:
        return str(wording()["none"][thread.audience])
    named = references_in(_last_words(db, thread))
    asked = [nomination for nomination in mine if nomination.reference in named]
    return "\n\n".join(_paragraph(db, nomination) for nomination in asked or mine)


def _last_words(db: Session, thread: Thread) -> str:
    said = messages_of(db, thread, "in")
    return str(body_of(db, thread, said[-1]).get("text") or "") if said else ""


def own(db: Session, account_id: str) -> list[Nomination]:
    """What an account sent, newest first."""
    query = select(Nomination).where(Nomination.account_id == account_id)
    return list(db.scalars(query.order_by(Nomination.received_at.desc(), Nomination.id)))


def status_words(nomination: Nomination) -> str:
    """The status as its nominator or family reads it. Of one that ended, why: not every family took it back itself."""
    ended = wording()["ended"].get(nomination.ended_why)
    if nomination.status == "withdrawn" and ended:
        return str(ended[nomination.audience])
    return str(wording()["status"][nomination.status][nomination.audience])


def next_step(db: Session, nomination: Nomination) -> str:
    """What happens next: the programme's own sentence until somebody has decided, and at each stage from then on."""
    if nomination.status == "received":
        newest = nominations.judgements_of(db, nomination)[-1]
        return str(nominations.judgement_body(db, nomination, newest)["route"].get("next_step") or "")
    if nomination.status == "returned" and db.get(Passing, f"{nomination.id}:to") is not None:
        return str(wording()["passed_on"]["next_step"][nomination.audience])
    said = stage_sentence(nomination)
    return said or str(wording()["next_step"][nomination.status][nomination.audience])


def explanation_lines(db: Session, nomination: Nomination, *, whole: bool = False) -> list[str]:
    """How it stands, in words for whoever sent it; with ``whole`` criterion by criterion. Empty once it is decided."""
    said = explained(db, nomination)
    if said is None:
        return []
    return [*said.verdict, *said.criteria] if whole else list(said.verdict)


def programme_name(nomination: Nomination) -> str:
    """The programme's name for the audience: a family hears the one meant for families."""
    programme = load_programme(nomination.programme)
    return programme.family_name if nomination.audience == "family" else programme.name


def challenge(audience: str) -> str:
    """How to challenge a decision."""
    return str(wording()["challenge"][audience])


def _paragraph(db: Session, nomination: Nomination) -> str:
    parts = [
        f"{nomination.reference} ({programme_name(nomination)}): {status_words(nomination)}",
        _reason(reason_of(db, nomination)),
        " ".join(explanation_lines(db, nomination)),
        next_step(db, nomination),
        challenge(nomination.audience) if nomination.decided_at and nomination.status != "withdrawn" else "",
    ]
    return " ".join(part for part in parts if part)


def _reason(reason: str | None) -> str:
    return f"{wording()['reason']} {as_sentence(reason)}" if reason else ""


def as_sentence(text: str) -> str:
    """Text with a full stop where it ends without one."""
    return text if not text or text[-1] in ".!?" else f"{text}."


@cache
def wording() -> dict[str, Any]:
    """The wording file."""
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return words
