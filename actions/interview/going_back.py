"""How far back somebody wants to go: by so many answers, or to a question that they name."""

from __future__ import annotations

import re

from actions.interview import lexicon

_NUMBERS = {"two": 2, "couple": 2, "three": 3, "few": 3, "four": 4, "five": 5}
_STEPS = re.compile(rf"\b(?P<word>{'|'.join(_NUMBERS)})\b|(?<![\w-])x?(?P<figure>[1-9])(?![\w-])", re.IGNORECASE)
_QUESTIONS = (
    *("danger", "role", "district", "consent", "contact", "address", "lead_professional", "assessment", "agencies"),
    *("household", "hopes", "turnaround", "language", "story"),
)


def steps(text: str) -> int:
    """How many answers a wish to go back takes back; one where it names no number."""
    found = _STEPS.search(text)
    if found is None:
        return 1
    return int(found["figure"]) if found["figure"] else _NUMBERS[found["word"].casefold()]


def named(text: str) -> str | None:
    """The question that a wish to go back names ("back to the address"); None where it names none."""
    said = lexicon.plain(text)
    return next((question for question in _QUESTIONS if lexicon.pattern(f"question_{question}").search(said)), None)
