"""What a record says about writing to somebody safely: whom not to write to, and by which way not (``safe.yml``).

Patterns find what closes a way or leaves somebody out. Only words that call post safe open it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Json = Mapping[str, Any]
_ABUSE = ("domestic_abuse_victim", "domestic_abuse_perpetrator")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_LONGEST = 160
"""Characters of a sentence that are shown again as the reason."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a nomination's content tells of safety. ``danger``: its level of safety as it was taken."""

    content: Json
    danger: str = "none"

    def sentences(self) -> Iterator[str]:
        """The sentences in which somebody may have said how to reach the family, and from whom to keep it."""
        contact, consent = self.content.get("contact") or {}, self.content.get("consent") or {}
        conditions = (condition.get("words") for condition in consent.get("conditions") or [])
        for text in (contact.get("note"), *conditions, self.content.get("story"), self.content.get("hopes")):
            yield from (each.strip() for each in _SENTENCE.split(str(text or "")) if each.strip())

    def unsafe(self, way: str) -> str | None:
        """The sentence that calls a way of writing (``post``, ``email``) unsafe; None where none does."""
        return self._first(policy()["unsafe"].get(way, []))

    def only(self) -> str | None:
        """The sentence that names another way, neither post nor e-mail, as the only one."""
        return self._first(policy()["only"])

    def says_post_is_safe(self) -> bool:
        """Whether a sentence says that post is safe."""
        return self._first(policy()["safe_post"]) is not None

    def secret_from(self, person: Json) -> str | None:
        """The sentence that says that somebody must not know; None where none does, and for whoever agreed."""
        return None if self.has_agreed(person) else self._first(_about(_names(person), "secret"))

    def feared(self, person: Json) -> str | None:
        """The sentence that says that somebody is afraid of them or hurt by them; None where none does."""
        return self._first(_about(_names(person), "feared"))

    def is_feared(self, person: Json) -> bool:
        """Whether a fact says of them that they abuse."""
        return any(_is_called(person, fact.get("person")) for fact in self._facts("domestic_abuse_perpetrator"))

    def is_hurt(self, person: Json) -> bool:
        """Whether a fact says by name or relation that they are the one who is abused."""
        return any(_is_called(person, fact.get("person")) for fact in self._facts("domestic_abuse_victim"))

    def has_agreed(self, person: Json) -> bool:
        """Whether they are who agreed to the nomination itself, the first purpose, and did not take that back."""
        events = (self.content.get("consent") or {}).get("events") or []
        itself = (events[0].get("purpose") if events else None, None)
        mine = [each for each in events if each.get("purpose") in itself and _is_called(person, each.get("by"))]
        return bool(mine) and mine[-1].get("state") == "given"

    def is_careful(self) -> bool:
        """Whether somebody at home may be feared: abuse was told of, urgent danger, or that somebody must not know."""
        if self.danger in ("urgent", "immediate") or any(self._facts(code) for code in _ABUSE):
            return True
        unnamed = tuple(policy()["somebody"])
        return self._first([*_about(unnamed, "secret"), *_about(unnamed, "feared")]) is not None

    def _facts(self, code: str) -> list[Json]:
        said = self.content.get("indicators") or []
        return [fact for fact in said if fact["code"] == code and fact["status"] != "negated"]

    def _first(self, patterns: Iterable[str]) -> str | None:
        found = [_compiled(pattern) for pattern in patterns]
        hit = next((each for each in self.sentences() if any(pattern.search(each) for pattern in found)), None)
        return hit if hit is None or len(hit) <= _LONGEST else f"{hit[:_LONGEST].rstrip()} …"


def _about(names: tuple[str, ...], group: str) -> list[str]:
    """The group's patterns of somebody with these names; what is only theirs ("mum's boyfriend") is not meant."""
    if not names:
        return []
    anyone = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return [pattern.replace("{who}", rf"\b(?:{anyone})\b(?!['’]s\b)") for pattern in policy()[group]]


def _names(person: Json) -> tuple[str, ...]:
    """What somebody may be called: whole name, first name, and all words for their relation."""
    name = str(person.get("name") or "").casefold().strip()
    return tuple(dict.fromkeys(each for each in (name, *name.split()[:1], *_relation(person)) if each))


def _relation(person: Json) -> tuple[str, ...]:
    relation = str(person.get("relation") or "").casefold().strip()
    called: dict[str, list[str]] = policy()["called"]
    same = next((words for words in called.values() if relation in words), [])
    return tuple(each for each in (relation, *same) if each)


def _is_called(person: Json, by: Any) -> bool:
    said = re.sub(r"^(?:her|his|my|the|their|our)\s+", "", str(by or "").casefold().strip())
    return bool(said) and said in _names(person)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def policy() -> dict[str, Any]:
    """The file of patterns and sentences."""
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("safe.yml").read_text(encoding="utf-8"))
    return data
