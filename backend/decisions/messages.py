"""Telling whoever nominated what was decided: whole in the chat, and that there is news by mail."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy.orm import Session

from backend.decisions.models import Decision
from backend.decisions.record import body_in, reason_in
from backend.nominations import telling
from backend.nominations.models import Nomination
from backend.outbox.service import post
from backend.programmes import load_programme
from backend.threads.record import add_message, find_thread


def tell_nominator(db: Session, nomination: Nomination, decision: Decision) -> None:
    """Write the decision into the talk it came from; mail a professional that there is news.

    A family gets no mail: who reads along there is not known.
    """
    if nomination.thread_id is not None:
        thread = find_thread(db, nomination.thread_id)
        text = decision_text(db, nomination, decision)
        add_message(db, thread, "out", kind="decision", body={"text": text, "custom": {"status": nomination.status}})
    if nomination.account_id is not None and nomination.audience == "professional":
        post(db, [nomination.account_id], "nomination-decided", f"decision:{decision.id}", nomination.programme)


def tell_of_passing(db: Session, nomination: Nomination, why: str) -> None:
    """Tell whoever nominated that what was answered before has been passed on since, with the family's agreement."""
    if nomination.thread_id is not None:
        thread = find_thread(db, nomination.thread_id)
        text = " ".join((f"{nomination.reference}:", why, telling.next_step(db, nomination)))
        add_message(db, thread, "out", kind="decision", body={"text": text, "custom": {"status": nomination.status}})
    if nomination.account_id is not None and nomination.audience == "professional":
        cause = f"nomination:{nomination.id}:{nomination.version}"
        post(db, [nomination.account_id], "nomination-decided", cause, nomination.programme)


def decision_text(db: Session, nomination: Nomination, decision: Decision) -> str:
    """The decision in plain words for the audience of the nomination."""
    programme = load_programme(nomination.programme, nomination.programme_version)
    stream = programme.stream(decision.stream).name if decision.stream else ""
    reason = reason_in(db, nomination, decision) or ""
    text: str = _wording()[decision.kind][nomination.audience]
    filled = text.format(
        reference=nomination.reference,
        stream=stream or "the coordinator will say which",
        reason=telling.as_sentence(reason),
        first_visit=_first_visit(db, nomination, decision),
        next_step=telling.next_step(db, nomination),
        signposting=_places(programme.data.get("signposting") or {}),
        challenge=telling.challenge(nomination.audience),
    )
    return " ".join(filled.split())


def _first_visit(db: Session, nomination: Nomination, decision: Decision) -> str:
    visit = body_in(db, nomination, decision).get("first_visit")
    if not visit:
        return ""
    told = _wording()["first_visit"][nomination.audience].format(by=visit["by"])
    word = telling.as_sentence(visit["word"]) if nomination.audience == "professional" else ""
    return f"{told} {word}"


def _places(signposting: dict[str, Any]) -> str:
    return " ".join(f"{place['name']}: {place['what']}" for place in signposting.get("places") or [])


@cache
def _wording() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return words
