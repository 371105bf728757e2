"""Finds the words of the lexicons in a plain text, before anything is said about their status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from nlu.clauses import Clause
from nlu.needs.lexicon import Entry, ignored, needs_by_indicator, phrases, togethers
from nlu.sought import all_of
from nlu.together import sentences_of, span_of_all

MOST_OF_ONE = 25
"""Hits of one entry in a message; a long story has eight of its main worry."""
MOST = 150
"""Hits in a message. Each is weighed against all others: a word repeated a thousand times would take seconds."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry of the lexicon and where its words stand in the plain text."""

    entry: Entry
    start: int
    end: int


def find_hits(text: str, clauses: tuple[Clause, ...]) -> list[Hit]:
    """The hits in a plain text, in order, without those that stand inside a longer one or inside ignored words."""
    covered = [match.span() for match in all_of(ignored().possible_in(text), text)]
    found = [
        Hit(entry, match.start(), match.end())
        for entry, patterns in _possible_in(text)
        for match in islice(all_of(patterns, text), MOST_OF_ONE)
        if match.end() > match.start()
    ]
    kept = [hit for hit in sorted(found, key=lambda hit: hit.start) if not _is_covered(hit, covered)][:MOST]
    longest = [hit for hit in kept if not any(_swallows(other, hit) for other in kept)]
    found = longest + [hit for hit in _together(text, clauses, longest) if not _is_covered(hit, covered)]
    return sorted(found, key=lambda hit: (hit.start, hit.end))


def _possible_in(text: str) -> Iterator[tuple[Entry, list[re.Pattern[str]]]]:
    """The entries of which phrases may stand in the text, with these."""
    for entry, listed in groupby(phrases().possible_in(text), key=itemgetter(0)):
        yield entry, [pattern for _, pattern in listed]


def _is_covered(hit: Hit, covered: list[tuple[int, int]]) -> bool:
    return any(a < hit.end and hit.start < b for a, b in covered)


def _together(text: str, clauses: tuple[Clause, ...], known: list[Hit]) -> list[Hit]:
    """A second opinion on sentences in which the lexicons found nothing of a need."""
    needs = needs_by_indicator()
    found: list[Hit] = []
    rules = togethers().possible_in(text)
    for start, end in sentences_of(clauses) if rules else ():
        stated = {needs[hit.entry.adult] for hit in known if start <= hit.start < end}
        for rule in rules:
            if needs[rule.entry.adult] in stated:
                continue
            span = span_of_all(rule.groups, text, start, end)
            if span:
                stated.add(needs[rule.entry.adult])
                found.append(Hit(rule.entry, *span))
    return found


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
