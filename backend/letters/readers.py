"""Who a letter may go to: whoever nominated, or a named adult of the household; and who not, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy.orm import Session

from backend.accounts.accounts import name_of
from backend.assessment import Nomination as Read
from backend.letters.safe import Told, policy
from backend.nominations import record as nominations
from backend.nominations.models import Nomination

Audience = Literal["professional", "family", "household"]
ADULT, HEARD = 18, 16
"""Ages in years: to whom a letter to the household may go; from when who asked for help is written to."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a letter is, or is not, written to."""

    code: str
    """``nominator``, or ``person-2`` for the second of the household."""
    name: str | None
    """None: only for whoever asked for help in a conversation and was never named there."""
    described: str
    """As the coordinator reads it: "Priya Shah, teacher, Meadow Park School"."""
    address: tuple[str, ...]
    """Lines below the name; none where no address is known."""
    email: str | None
    audience: Audience
    why_not: str | None = None

    @property
    def kind(self) -> str:
        """How the reader is kept: which person it is says nothing to nobody, as it is sealed beside it."""
        return "nominator" if self.code == "nominator" else "person"


def told_of(db: Session, nomination: Nomination) -> Told:
    """What the record tells of safety."""
    return Told(nominations.content_of(db, nomination), nomination.safety)


def readers_of(db: Session, nomination: Nomination, told: Told, today: date) -> list[Reader]:
    """Everybody who could be meant, whoever nominated first; ``why_not`` of those who are not written to."""
    return [_nominator(db, nomination, told, today), *_household(nomination, told, today)]


def _nominator(db: Session, nomination: Nomination, told: Told, today: date) -> Reader:
    if nomination.audience == "family":
        return _themselves(told, today)
    sent = nominations.nominator_of(db, nomination)
    name = sent.get("name") or (name_of(db, nomination.account_id) if nomination.account_id else None)
    lines = tuple(str(sent[key]) for key in ("role", "agency") if sent.get(key))
    return Reader(
        code="nominator",
        name=name,
        described=", ".join([str(name or "Whoever nominated"), *lines]),
        address=lines[1:] or lines,
        email=None,
        audience="professional",
        why_not=None if name else policy()["who_not"]["nameless"],
    )


def _themselves(told: Told, today: date) -> Reader:
    """Whoever asked for help for their own family."""
    ages = _ages(told.content, today)
    people = told.content.get("people") or []
    index = next((n for n, person in enumerate(people) if person.get("relation") == "self"), None)
    name = people[index].get("name") if index is not None else None
    age = ages[index] if index is not None else None
    return Reader(
        code="nominator",
        name=name,
        described=f"{name or 'Whoever asked for help'}, who asked for help",
        address=_home(told.content),
        email=(told.content.get("contact") or {}).get("email"),
        audience="family",
        why_not=policy()["who_not"]["under_16"] if age is not None and age < HEARD else None,
    )


def _household(nomination: Nomination, told: Told, today: date) -> Iterator[Reader]:
    ages = _ages(told.content, today)
    for n, person in enumerate(told.content.get("people") or []):
        relation = person.get("relation")
        if relation == "self" and nomination.audience == "family":
            continue
        parts = [str(part) for part in (person.get("name"), relation) if part] or [f"Person {n + 1}"]
        yield Reader(
            code=f"person-{n + 1}",
            name=person.get("name"),
            described=", ".join(parts),
            address=_home(told.content),
            email=_own_email(told, person),
            audience="household",
            why_not=_why_not(told, person, ages[n]),
        )


def _why_not(told: Told, person: Mapping[str, Any], age: int | None) -> str | None:
    why: dict[str, str] = policy()["who_not"]
    if age is not None and age < ADULT:
        return why["child"]
    if age is None and str(person.get("relation") or "").casefold() not in policy()["adults"]:
        return why["unknown_age"]
    return _unsafe(told, person) if str(person.get("name") or "").strip() else why["nameless"]


def _unsafe(told: Told, person: Mapping[str, Any]) -> str | None:
    """Why it is not safe that somebody learns of it."""
    why: dict[str, str] = policy()["who_not"]
    if told.is_feared(person):
        return why["feared"]
    if (words := told.feared(person)) is not None:
        return why["feared_in"].format(words=words)
    if (words := told.secret_from(person)) is not None:
        return why["secret"].format(words=words)
    if told.is_careful() and not (told.has_agreed(person) or told.is_hurt(person)):
        return why["not_sure"]
    return None


def _own_email(told: Told, person: Mapping[str, Any]) -> str | None:
    """The record's address, for whoever it can be of: with several adults nobody knows whose it is, unless agreed."""
    email = (told.content.get("contact") or {}).get("email")
    return email if email and (told.has_agreed(person) or not told.is_careful()) else None


def _ages(content: Mapping[str, Any], today: date) -> list[int | None]:
    return [person.age_on(today) for person in Read.from_json(content).people]


def _home(content: Mapping[str, Any]) -> tuple[str, ...]:
    if not content.get("address"):
        return ()
    lines = [line.strip() for line in str(content["address"]).split(",")]
    return tuple(line for line in (*lines, str(content.get("postcode") or "")) if line)
