"""Text → mentions: which indicators a message states, how, of whom and when."""

from __future__ import annotations

import re

from nlu.clauses import Clause
from nlu.needs.dates import date_in
from nlu.needs.find import Hit, find_hits
from nlu.needs.lexicon import needs_by_indicator
from nlu.needs.persons import person_of
from nlu.needs.places import whole_words
from nlu.needs.services import is_list_of_services
from nlu.needs.status import status_of, take_back
from nlu.plain import Plain
from nlu.reading import Mention, Status
from nlu.together import sentences_of

NEGATIVE = re.compile(
    r"\b(?:no|not|never|without|nobody|no-one|none|neither|nor|nothing|nowhere|nil|can't|cannot)\b|n't\b"
)


def locate_mentions(message: str, plain: Plain, clauses: tuple[Clause, ...]) -> list[tuple[int, int, Mention]]:
    """The mentions in a message and where they stand in its plain text; their own offsets are those of the message."""
    text = plain.text
    lists = [(a, b) for a, b in sentences_of(clauses) if is_list_of_services(text[a:b])]
    located = [
        (hit, _clause_of(hit, clauses))
        for hit in find_hits(text, clauses)
        if not any(a <= hit.start < b for a, b in lists)
    ]
    bare = _without_stated_words(text, [hit for hit, _ in located])
    judged = [(hit, number, status_of(hit, clauses[number], bare)) for hit, number in located]
    final = take_back(judged, clauses, text)
    return [
        (hit.start, hit.end, _mention(message, plain, clauses[number], hit, status))
        for (hit, number, _), status in zip(judged, final, strict=True)
        if status is not None
    ]


def _without_stated_words(text: str, hits: list[Hit]) -> str:
    """The text with the negative words inside facts hidden: the "not" of "not gaining weight" denies nothing else."""
    for hit in hits:
        if hit.entry.status == "asserted":
            hidden = NEGATIVE.sub(lambda match: "x" * len(match.group()), text[hit.start : hit.end])
            text = text[: hit.start] + hidden + text[hit.end :]
    return text


def _clause_of(hit: Hit, clauses: tuple[Clause, ...]) -> int:
    return max((i for i, clause in enumerate(clauses) if clause.start <= hit.start), default=0)


def _mention(message: str, plain: Plain, clause: Clause, hit: Hit, status: Status) -> Mention:
    person, is_child = person_of(hit.start, clause, plain.text)
    indicator = hit.entry.child if is_child else hit.entry.adult
    start, end = whole_words(message, plain.original_span(hit.start, hit.end))
    return Mention(
        indicator=indicator,
        need=needs_by_indicator()[indicator],
        status=status,
        words=message[start:end],
        start=start,
        end=end,
        person=person,
        date=date_in(plain.text[clause.start : clause.end]),
    )
