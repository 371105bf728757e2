"""Putting right what was told: the value, what it was before, and the nomination judged again. Callers commit."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.errors import Invalid
from backend.nominations import record as nominations
from backend.nominations.families import mark_again
from backend.nominations.judgements import keep_judgement
from backend.nominations.judging import judge
from backend.nominations.models import Nomination
from backend.threads.content import Content
from backend.threads.view import is_out_of_area

_PERSON = ("name", "age", "date_of_birth", "relation", "school")
_PLAIN = ("address", "postcode", "language")
_CONTACT = ("phone", "email", "person", "note")
_FACT = ("status", "date")


@dataclass(frozen=True, slots=True)
class Correctable:
    """A value that can be put right: where it stands in the content, what it is called, and what it is now."""

    field: str
    label: str
    value: Any


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be put right, why, and for whom (``account``: the account that asked, if it did itself)."""

    field: str
    value: str | None
    reason: str
    account: str | None


def correctable(content: dict[str, Any]) -> list[Correctable]:
    """Everything in a nomination that is a fact. The story is somebody's words: those are answered, not rewritten."""
    return list(_facts(content))


def correct(db: Session, nomination: Nomination, wanted: Correction, by: Actor, now: datetime) -> None:
    """Put a value right, keep what it was, recognise the family by it, and judge again. Raises Invalid."""
    content = nominations.content_of(db, nomination)
    known = _known(content, wanted.field)
    changed = _changed(content, wanted)
    entry = _entry(wanted, known, now, after=_at(changed, wanted.field), state="corrected")
    changed["corrections"] = [*(content.get("corrections") or []), entry]
    nominations.keep_content(db, nomination, changed)
    mark_again(db, nomination, changed)
    nomination.out_of_area = is_out_of_area(nomination.programme, changed)
    nomination.version += 1
    if nomination.paused_at is None:
        version = nomination.programme_version
        judged = judge(db, nomination.programme, changed, now, version=version, apart_from=nomination.id)
        keep_judgement(db, nomination, judged, cause="correction", now=now, by=by.account_id)
    record(db, by, "corrected", "nomination", nomination.id, nomination.programme)
    db.flush()


def dispute(db: Session, nomination: Nomination, wanted: Correction, by: Actor, now: datetime) -> None:
    """Leave a value as it is, and write beside it what is said against it. Raises Invalid."""
    content = nominations.content_of(db, nomination)
    known = _known(content, wanted.field)
    entry = _entry(wanted, known, now, after=wanted.value, state="disputed")
    content["corrections"] = [*(content.get("corrections") or []), entry]
    nominations.keep_content(db, nomination, content)
    nomination.version += 1
    record(db, by, "noted dispute", "nomination", nomination.id, nomination.programme)
    db.flush()


def _facts(content: dict[str, Any]) -> Iterator[Correctable]:
    for index, person in enumerate(content.get("people") or []):
        who = person.get("name") or f"Person {index + 1}"
        for key in _PERSON:
            yield Correctable(f"people.{index}.{key}", f"{who}: {key.replace('_', ' ')}", person.get(key))
    for key in _PLAIN:
        yield Correctable(key, key.capitalize(), content.get(key))
    for key in _CONTACT:
        yield Correctable(f"contact.{key}", f"Contact: {key}", (content.get("contact") or {}).get(key))
    for index, fact in enumerate(content.get("indicators") or []):
        what = str(fact["code"]).replace("_", " ")
        for key in _FACT:
            yield Correctable(f"indicators.{index}.{key}", f"{what.capitalize()}: {key}", fact.get(key))


def _known(content: dict[str, Any], field: str) -> Correctable:
    for each in _facts(content):
        if each.field == field:
            return each
    raise Invalid("Choose what is to be put right.")


def _changed(content: dict[str, Any], wanted: Correction) -> dict[str, Any]:
    changed = copy.deepcopy(content)
    *way, last = wanted.field.split(".")
    place: Any = changed
    for step in way:
        if step == "contact" and not place.get("contact"):
            place["contact"] = {}
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = (wanted.value or "").strip() or None
    top = wanted.field.split(".")[0]
    try:
        read = Content.model_validate({top: changed[top]})
    except ValidationError:
        raise Invalid("That is not a value that can stand there. Look at how the others are written.") from None
    changed[top] = read.model_dump(mode="json")[top]
    return changed


def _at(content: dict[str, Any], field: str) -> Any:
    return next(each.value for each in _facts(content) if each.field == field)


def _entry(wanted: Correction, known: Correctable, now: datetime, *, after: Any, state: str) -> dict[str, Any]:
    return {
        "at": now.isoformat(),
        "field": wanted.field,
        "label": known.label,
        "before": known.value,
        "after": after,
        "state": state,
        "reason": wanted.reason,
        "account": wanted.account,
    }
