"""What is compared of a nomination: the people by name and birth, where they live, how they are reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from backend.matching.births import Birth, birth_of
from backend.matching.names import words_of

Role = Literal["adult", "child"]
Sex = Literal["female", "male"]
_ADULT = 18
_PARTICLES = frozenset(
    {"van", "de", "der", "den", "von", "la", "le", "da", "dos", "el", "al", "bin", "ibn", "mac", "st"}
)
_NATIONAL = 10
"""Digits at the end of a British telephone number that stay the same however it is written."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of a household."""

    shown: str
    """The name as it was told."""
    first: str | None
    surname: tuple[str, ...]
    """The words of the surname; empty where only one name was told."""
    born: Birth | None
    role: Role | None
    sex: Sex | None
    """As far as the relation says it ("mum"); nothing else is asked or concluded."""


@dataclass(frozen=True, slots=True)
class Household:
    """The people of a nomination and where they are. What was not told is None or empty."""

    people: tuple[Somebody, ...]
    postcode: str | None
    """Small letters and digits."""
    address: tuple[str, ...]
    """The words of the address."""
    reached: frozenset[str]
    """Telephone numbers and e-mail addresses in one way of writing."""


def household_of(content: dict[str, Any], told_on: date) -> Household:
    """What a nomination's content (docs/wire.md) says of its household. ``told_on``: the day from which ages count."""
    contact = content.get("contact") or {}
    people = (_somebody(person, told_on) for person in content.get("people") or [])
    return Household(
        people=tuple(person for person in people if person is not None),
        postcode=compact(str(content.get("postcode") or "")) or None,
        address=tuple(_address_words(str(content.get("address") or ""))),
        reached=frozenset(filter(None, (_phone(contact.get("phone")), _email(contact.get("email"))))),
    )


def compact(written: str) -> str:
    """Letters and digits alone, small: a postcode or a number without how it was spaced."""
    return "".join(each for each in written.casefold() if each.isalnum())


def _somebody(person: dict[str, Any], told_on: date) -> Somebody | None:
    shown = str(person.get("name") or "")
    words = words_of(shown)
    if not words:
        return None
    relation = str(person.get("relation") or "").casefold().strip()
    born = birth_of(person, told_on)
    return Somebody(shown, words[0], _surname(shown, words), born, _role(relation, born, told_on), _sex(relation))


def _surname(shown: str, words: list[str]) -> tuple[str, ...]:
    """The last word, what is joined to it by a hyphen, and particles before it."""
    joined = words_of(shown.rsplit(maxsplit=1)[-1])
    rest = words[1 : len(words) - len(joined)]
    before: list[str] = []
    while rest and rest[-1] in _PARTICLES:
        before.insert(0, rest.pop())
    return (*before, *joined) if len(words) > len(joined) else ()


def _role(relation: str, born: Birth | None, told_on: date) -> Role | None:
    # Whoever is told of as somebody's son is a child of the family at nineteen, too.
    said = _relations()
    if relation in said["adult"] or relation in said["child"]:
        return "adult" if relation in said["adult"] else "child"
    if born is None:
        return None
    return "adult" if told_on.year - born.latest >= _ADULT else "child"


def _sex(relation: str) -> Sex | None:
    said = _relations()
    return "female" if relation in said["female"] else "male" if relation in said["male"] else None


@cache
def _relations() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("relations.yml").read_text(encoding="utf-8")
    return {what: frozenset(words.split()) for what, words in yaml.safe_load(text).items()}


def _address_words(written: str) -> list[str]:
    kept = "".join(each if each.isalnum() else " " for each in written.casefold().replace("'", "").replace("’", ""))
    return kept.split()


def _phone(written: str | None) -> str | None:
    digits = "".join(each for each in written or "" if each.isdigit())
    return digits[-_NATIONAL:] if len(digits) >= _NATIONAL else None


def _email(written: str | None) -> str | None:
    return written.casefold().strip() if written and "@" in written else None
