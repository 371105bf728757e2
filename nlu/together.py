"""Words that say something together, in any order, within one sentence."""

from __future__ import annotations

import re

from nlu.clauses import Clause

SENTENCE = 240
"""Characters of the longest sentence in which words count together: in longer ones they belong to other statements."""


def sentences_of(clauses: tuple[Clause, ...]) -> list[tuple[int, int]]:
    """Start and end of each sentence that is short enough, in order."""
    sentences: dict[int, tuple[int, int]] = {}
    for clause in clauses:
        start, _ = sentences.get(clause.sentence, (clause.start, 0))
        sentences[clause.sentence] = (start, clause.end)
    return [(start, end) for start, end in sentences.values() if end - start <= SENTENCE]


def span_of_all(groups: tuple[re.Pattern[str], ...], text: str, start: int, end: int) -> tuple[int, int] | None:
    """From the first to the last of the words found, one of each group; None as soon as one group has none."""
    first, last = end, start
    for group in groups:
        match = group.search(text, start, end)
        if match is None:
            return None
        first, last = min(first, match.start()), max(last, match.end())
    return first, last
