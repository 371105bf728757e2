"""What is still unclear about a nomination, what was asked about it, and what came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy.orm import Session

from backend.assessment import Nomination as Told
from backend.assessment.deciding import still_deciding
from backend.decisions.models import Decision
from backend.decisions.record import about_in, reason_in
from backend.eligibility import judge
from backend.nominations.asking import is_asked
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.programmes import Programme, load_programme

Json = Mapping[str, Any]
Why = Literal["waits", "uncertain", "not-found", "not-recorded", "could-change"]
"""The verdict waits for it; what was said is not certain; data was looked at and does not show it; only the family says
so where the programme wants it on record; its answer could change what is suggested."""

_QUESTIONS = ("assessment", "turnaround", "language")
"""Questions that are no criterion's (``backend.assessment.deciding``)."""


@dataclass(slots=True)
class Asked:
    """A question about a point, and the answers to it so far."""

    at: datetime
    words: str | None
    answers: list[dict[str, Any]] = field(default_factory=list)
    """``{"at", "text"}`` of what was said in answer, oldest first."""
    waits: bool = True
    """Whether an answer may still come: nothing else was decided since."""


def unclear_view(
    db: Session, nomination: Nomination, content: Json, judgement: Json, made: Iterable[Decision]
) -> list[dict[str, Any]]:
    """The points that are unclear now or were asked about, in the programme's order, as a coordinator sees them.

    ``made`` are the decisions about it.
    """
    programme = load_programme(nomination.programme, nomination.programme_version)
    why = dict(_unclear(nomination, content, judgement, programme)) if content else {}
    asked = asked_about(db, nomination, content.get("additions") or [], made)
    codes = [*(criterion.code for criterion in programme.criteria), *_QUESTIONS]
    return [_point(code, why.get(code), asked.get(code)) for code in codes if code in why or code in asked]


def known_codes(nomination: Nomination) -> set[str]:
    """The codes of all that a question about a nomination can be about, whether or not it is unclear."""
    programme = load_programme(nomination.programme, nomination.programme_version)
    asked = (code for code in _QUESTIONS if is_asked(code, _audience(nomination)))
    return {criterion.code for criterion in programme.criteria}.union(asked)


def asked_about(
    db: Session, nomination: Nomination, additions: Iterable[Json], made: Iterable[Decision]
) -> dict[str, Asked]:
    """The newest question about each point, by its code, with what was said in answer.

    What is said after a question answers it until something else is decided, or once it was answered and another
    question is put. Which of several questions a message answers, only a person can tell: it stands by all of them.
    """
    found: dict[str, Asked] = {}
    waiting: list[Asked] = []
    happened: list[tuple[datetime, int, Any]] = [(each.at, 0, each) for each in made]
    happened += [(datetime.fromisoformat(said["at"]), 1, said) for said in additions if not said.get("challenge")]
    for at, is_answer, what in sorted(happened, key=lambda each: each[:2]):
        if is_answer:
            for question in waiting:
                question.answers.append({"at": what["at"], "text": what["text"]})
            continue
        for question in waiting:
            question.waits = question.waits and what.kind == "ask" and not question.answers
        waiting = [question for question in waiting if question.waits]
        for code in about_in(db, nomination, what):
            found[code] = Asked(at, reason_in(db, nomination, what))
            waiting.append(found[code])
    return found


def _unclear(nomination: Nomination, content: Json, judgement: Json, programme: Programme) -> list[tuple[str, Why]]:
    assessment = judgement["assessment"]
    wanted = {criterion.code for criterion in programme.criteria if criterion.recorded}
    criteria = ((each["code"], _why(each, assessment.get("missing") or [], wanted)) for each in assessment["criteria"])
    told = Told.from_json(content)
    today = _judged_on(nomination, assessment)
    deciding = still_deciding(told, judge(told, programme, today), programme, today)
    open_questions = [code for code in deciding if is_asked(code, _audience(nomination))]
    return [*((code, why) for code, why in criteria if why), *((code, "could-change") for code in open_questions)]


def _why(criterion: Json, missing: Iterable[str], recorded: Iterable[str]) -> Why | None:
    match criterion["state"]:
        case "uncertain":
            return "uncertain"
        case "not_found":
            return "not-found"
        case "claimed" if criterion["code"] in recorded and not _on_record(criterion):
            return "not-recorded"
    return "waits" if criterion["code"] in missing else None


def _on_record(criterion: Json) -> bool:
    return any(each.get("recorded") for each in criterion.get("evidence") or [])


def _judged_on(nomination: Nomination, assessment: Json) -> date:
    day = assessment.get("assessed_on")
    return date.fromisoformat(day) if day else nomination.moved_at.astimezone(LONDON).date()


def _audience(nomination: Nomination) -> Literal["professional", "family"]:
    return "family" if nomination.audience == "family" else "professional"


def _point(code: str, why: Why | None, asked: Asked | None) -> dict[str, Any]:
    return {
        "code": code,
        "why": why,
        "asked_at": asked.at.isoformat() if asked else None,
        "words": asked.words if asked else None,
        "waits": bool(asked and asked.waits and not asked.answers),
        "answers": asked.answers if asked else [],
    }
