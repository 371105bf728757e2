"""Which intent a message has once the reading is known. Pure: no Rasa, so it is read and tested by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ANSWERS = {"yes": "affirm", "no": "deny", "unsure": "unsure", "skip": "skip"}
"""A short answer as the reader names it, and the intent that says the same."""

STORY_WORDS = 12
"""More words than this are a story, whatever they sound like (docs/wire.md)."""

ABOUT_THE_TALK = frozenset({"withdraw", "hand_over"})
"""A wish to stop or to speak to a person stays one in a long sentence, too."""

CERTAIN = 0.9
"""How sure the classifier must be (0 to 1) of such a wish in a long message."""


def settle(guess: str | None, confidence: float, metadata: Mapping[str, Any]) -> str | None:
    """The intent of a message: `guess` is the classifier's, with its confidence of 0 to 1.

    A story is never mistaken for a question on the way: needs, a safety worry or many words make it ``inform``.
    """
    if metadata.get("press"):
        return "answer"
    if metadata.get("answer") in ANSWERS:
        return ANSWERS[metadata["answer"]]
    if metadata.get("correction"):
        return "correct"
    if metadata.get("needs"):
        return "inform"
    certain_wish = guess in ABOUT_THE_TALK and confidence >= CERTAIN
    return "inform" if _is_told(metadata) and not certain_wish else guess


def _is_told(metadata: Mapping[str, Any]) -> bool:
    """Whether something is being told, as far as worry and length show it."""
    return (metadata.get("safety") or "none") != "none" or int(metadata.get("words") or 0) > STORY_WORDS
