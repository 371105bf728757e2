"""Finds the words of the lexicons in a plain text, before anything is said about their status."""

from __future__ import annotations

from dataclasses import dataclass

from nlu.needs.lexicon import Entry, entries, ignored, needs_by_indicator


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry of the lexicon and where its words stand in the plain text."""

    entry: Entry
    start: int
    end: int


def find_hits(text: str) -> list[Hit]:
    """The hits in a plain text, in order, without those that stand inside a longer one or inside ignored words."""
    covered = [match.span() for match in ignored().finditer(text)]
    found = [
        Hit(entry, _word_start(text, match.start()), match.end())
        for entry in entries()
        for match in entry.pattern.finditer(text)
        if match.end() > match.start()
    ]
    kept = [hit for hit in found if not any(a < hit.end and hit.start < b for a, b in covered)]
    longest = [hit for hit in kept if not any(_swallows(other, hit) for other in kept)]
    return sorted(longest, key=lambda hit: (hit.start, hit.end))


def _word_start(text: str, start: int) -> int:
    """Where the word begins that ends in the "n't" found."""
    if text.startswith("n't", start):
        while start and text[start - 1].isalpha():
            start -= 1
    return start


def _swallows(other: Hit, hit: Hit) -> bool:
    """Whether a longer hit says more about the same matter, so that the shorter one would misread it."""
    if other is hit:
        return False
    if not (other.start <= hit.start and hit.end <= other.end):
        return _crosses(other, hit) and _same_need(other, hit) and _RANK[other.entry.status] > _RANK[hit.entry.status]
    if other.end - other.start == hit.end - hit.start:
        return _same_need(other, hit) and _RANK[other.entry.status] > _RANK[hit.entry.status]
    # A longer fact that begins or ends with the same words says what they are about ("assaulting a member of staff").
    return _same_need(other, hit) or other.start == hit.start or other.end == hit.end


def _crosses(one: Hit, other: Hit) -> bool:
    """Whether two hits share words and each has words of its own."""
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


_RANK = {"asserted": 0, "uncertain": 1, "historical": 2, "negated": 3}


def _same_need(one: Hit, other: Hit) -> bool:
    needs = needs_by_indicator()
    return needs[one.entry.adult] == needs[other.entry.adult]
