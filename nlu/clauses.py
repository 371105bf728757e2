"""Clauses: where one statement ends and the next begins, also where the writer left out the punctuation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_SENTENCE_END = re.compile(r"(?<!\b[a-z])(?<!\bmr)(?<!\bmrs)(?<!\bst)(?<!\bdr)(?<=\S)(?<!\s\?)[.!?]+(?=\s|$)|[\n;•]+")
_SUBJECT = (
    r"(?:i|i'm|i've|he|she|they|we|it|there|he's|she's|they're|we're|mum|mam|mom|dad|mother|father|his|her|my|our|their|the|both|"
    r"neither|nobody|no|police|school|parents|son|daughter|brother|sister|eldest|oldest|youngest|partner|you)\b"
)
_BOUNDARY = re.compile(
    rf",\s*(?:and\s+|but\s+|so\s+)?(?={_SUBJECT})|\s(?:but|however|although|though|whereas|because|while)\b|"
    rf"(?<!mum)(?<!dad)(?<!mother)(?<!father)(?<!parents)(?<!me)\s(?:and|so|then|&)\s+(?={_SUBJECT})|\s-+\s|,\s*(?:but|then|so)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the plain text, with the number of the sentence it belongs to."""

    start: int
    end: int
    sentence: int


def split_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a plain text, in order; together they cover everything but the punctuation between sentences."""
    clauses: list[Clause] = []
    for number, (start, end) in enumerate(_sentences(text)):
        cuts = [start, *(m.start() for m in _BOUNDARY.finditer(text, start, end) if m.start() > start), end]
        clauses += [Clause(a, b, number) for a, b in pairwise(cuts) if text[a:b].strip(" ,.-")]
    return tuple(clauses)


def _sentences(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        # The end keeps a question mark in its sentence: a question asserts nothing.
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]
