"""What was told, as a nomination's page shows it: the words that were read marked, each claim linked to its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from backend.web import dates
from backend.web.highlighting import SEVERAL, anchor, highlight, how_taken, label, locate
from backend.web.words import word

Json = Mapping[str, Any]
_SAME = ("status", "words", "person", "said_by", "date")
_LEGEND = ("asserted", "uncertain", "historical", "negated", SEVERAL)


@dataclass(frozen=True, slots=True)
class Claim:
    """What was read and by which words; ``href`` leads to them where they stand on the page."""

    label: str
    words: str | None
    href: str | None
    rest: str
    """Who said so and when."""


@dataclass(frozen=True, slots=True)
class Told:
    """The story and what was added to it, marked; every fact as a claim; the ways of marking that occur."""

    story: list[Markup]
    additions: list[dict[str, Any]]
    facts: Sequence[Json]
    places: Mapping[int, str]
    """The id of the mark that a fact's words stand in, by the fact's number."""
    legend: list[str]

    @property
    def claims(self) -> list[Claim]:
        return [_claim(fact, self.places.get(number)) for number, fact in enumerate(self.facts)]

    def evidence(self, evidence: Iterable[Json]) -> list[Claim]:
        """A criterion's evidence as claims."""
        return [_claim(each, self._place_of(each)) for each in evidence]

    def _place_of(self, evidence: Json) -> str | None:
        """Where the words of a piece of evidence stand: those of the fact that says the same."""
        for number, fact in enumerate(self.facts):
            same = fact.get("code") == evidence.get("indicator") and all(
                fact.get(key) == evidence.get(key) for key in _SAME
            )
            if same and number in self.places:
                return self.places[number]
        return None


def told_of(nomination: Json) -> Told:
    """All that was told of a nomination, in the JSON that coordinators see."""
    facts = nomination.get("indicators") or []
    text = str(nomination.get("story") or "")
    places: dict[int, str] = {}
    used: set[str] = set()
    story = _marked(text, facts, nomination.get("story_parts") or [], "words", places, used)
    additions = [
        {"at": each.get("at"), "paragraphs": _added(each, facts, places, used)}
        for each in nomination.get("additions") or []
    ]
    return Told(story, additions, facts, places, [how for how in _LEGEND if how in used])


def _added(addition: Json, facts: Sequence[Json], places: dict[int, str], used: set[str]) -> list[Markup]:
    text, message = str(addition.get("text") or ""), addition.get("message")
    parts = [{"message": message, "start": 0, "end": len(text), "from": 0}]
    return _marked(text, facts, parts, f"added-{message}", places, used)


def _marked(  # noqa: PLR0917 - one call, each part has a name
    text: str, facts: Sequence[Json], parts: Sequence[Json], name: str, places: dict[int, str], used: set[str]
) -> list[Markup]:
    marks = locate(text, facts, parts)
    for mark in marks:
        used.add(how_taken(facts, mark))
        for number in mark.facts:
            places.setdefault(number, anchor(mark, name))
    return highlight(text, facts, marks, name)


def _claim(fact: Json, place: str | None) -> Claim:
    rest = [f"said by: {word(fact['said_by'], 'said_by').lower()}"] if fact.get("said_by") else []
    rest += [dates.day(fact["date"])] if fact.get("date") else []
    return Claim(label(fact), fact.get("words") or None, f"#{place}" if place else None, "; ".join(rest))
