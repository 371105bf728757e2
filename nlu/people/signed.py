"""Who only wrote the letter: the name under its last words, and behind "Prepared by"."""

from __future__ import annotations

import re

_ENDS = re.compile(
    r"(?:^|\n|(?<=[.!?] ))[^\S\n]*(?:i remain,? |i am,? )?(?:with )?"
    r"(?:(?:very |kind|kindest|warm|warmest|best|many|every good|all good|all my) ?)?"
    r"(?:regards|wishes|yours(?: (?:sincerely|faithfully|truly|respectfully))?|sincerely|respectfully|thanks|"
    r"thank you(?: (?:for your time|in advance|very much))?|cheers|signed)"
    r"[^\S\n]*[,.:–-]?[^\S\n]*(?=\n|[A-Z])",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(
    r"\b(?i:(?:prepared|completed|written|compiled|submitted|reported|referred|nominated|signed|typed|filled in|sent)"
    r" by|author|referrer|nominator|worker completing(?: this)?)\s?:?\s+"
    r"(?P<who>(?:[A-Z]\.\s?)*[^\n.;]*)"
)
_MOST_WORDS = 20
"""More words than these after "Thank you" are no signature."""
_DIGIT_AGE = re.compile(r"\b(?:aged?|years old)\b", re.IGNORECASE)


def signatures(message: str) -> list[tuple[int, int]]:
    """Where a message names whoever wrote it: they are nobody of the household."""
    spans = [match.span("who") for match in _WRITTEN_BY.finditer(message)]
    for match in _ENDS.finditer(message):
        rest = message[match.end() :]
        if "\n" in message[: match.start()] and len(rest.split()) <= _MOST_WORDS and not _DIGIT_AGE.search(rest):
            spans.append((match.end(), len(message)))
            break
    return spans
