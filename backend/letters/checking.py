"""What is wrong with a letter: before it is kept, and what must be there before it is sent."""

from __future__ import annotations

import re

from backend.decisions.reasons import NAMES_ANOTHER, names_another
from backend.letters.drafting import wording
from backend.letters.pdf import unprintable
from backend.letters.text import Part, Text

LONGEST = 2_000
"""Characters of a part."""
_OPEN = re.compile(r"\[[^\]\n]{1,60}\]")


def wrong_with(text: Text, reference: str, *, sending: bool) -> dict[str, str]:
    """What must be put right, by the part's code; empty where nothing is."""
    found = {part.code: problem for part in text.parts if (problem := _problem(part, reference, sending=sending))}
    if not found and (sign := unprintable(text)):
        return {text.parts[0].code: f"The letter cannot be printed with this sign in it: {sign}"}
    return found


def _problem(part: Part, reference: str, *, sending: bool) -> str | None:
    if len(part.text) > LONGEST:
        return f"“{part.heading}” must be {LONGEST:,} characters or fewer"
    if names_another(part.text, reference):
        return NAMES_ANOTHER
    never: dict[str, str] = wording()["never"]
    if said := next((why for words, why in never.items() if words in part.text.casefold()), None):
        return said
    return _unfinished(part) if sending else None


def _unfinished(part: Part) -> str | None:
    if not part.text:
        return f"Write something under “{part.heading}”"
    if unfilled := _OPEN.search(part.text):
        return f"Fill in {unfilled.group()} under “{part.heading}”"
    return None
