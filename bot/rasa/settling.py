"""Which intent a message has once the reading is known. Pure: no Rasa, so it is read and tested by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ANSWERS = {"yes": "affirm", "no": "deny", "unsure": "unsure", "skip": "skip"}
"""A short answer as the reader names it, and the intent that says the same."""

STORY_WORDS = 12
"""More words than this are a story, whatever they sound like (docs/wire.md)."""

ABOUT_THE_TALK = frozenset({"withdraw", "hand_over", "start_again"})
"""A wish to stop, to begin anew or to speak to a person stays one in a long sentence, too."""

CERTAIN = 0.9
"""How sure the classifier must be (0 to 1) of a wish that outranks what was read."""

STEERING = ABOUT_THE_TALK | {"pause", "resume", "go_back"}
"""Wishes about the talk that people begin with "ok", "no thanks" or "oops", which alone would be an answer."""

COURTESIES = frozenset({"greet", "thanks"})
"""What people say beside an answer: what was asked for outranks it."""

OPEN_WORDS = frozenset({"role", "story", "household", "address", "contact", "agencies", "hopes", "language"})
"""Questions that no yes or no answers. At any other an answer outranks all: a yes to danger must not be lost."""


def settle(guess: str | None, confidence: float, metadata: Mapping[str, Any]) -> str | None:
    """The intent of a message: `guess` is the classifier's, with its confidence of 0 to 1.

    A story is never mistaken for a question on the way: needs, a safety worry or many words make it ``inform``.
    """
    if metadata.get("press"):
        return "answer"
    guess = "inform" if _names_language(guess, metadata) else guess
    if guess in STEERING and confidence >= CERTAIN and _is_free_to_steer(metadata):
        return guess
    if metadata.get("answer") in ANSWERS:
        return ANSWERS[metadata["answer"]]
    if guess in ABOUT_THE_TALK and confidence >= CERTAIN and not _is_asserted(metadata):
        return guess
    if metadata.get("correction"):
        return "correct"
    answers = metadata.get("fits") and guess in COURTESIES
    return "inform" if answers or metadata.get("needs") or _is_told(metadata) else guess


def _names_language(guess: str | None, metadata: Mapping[str, Any]) -> bool:
    """Whether a wish for a person names the language that was asked for: "one person who speaks Slovak"."""
    return guess == "hand_over" and metadata.get("question") == "language" and bool(metadata.get("fits"))


def _is_free_to_steer(metadata: Mapping[str, Any]) -> bool:
    """Whether nothing is told, and the open question takes no short answer that could be meant instead."""
    return metadata.get("question") in OPEN_WORDS and not metadata.get("needs") and not _is_told(metadata)


def _is_asserted(metadata: Mapping[str, Any]) -> bool:
    """Whether a need is plainly told. One that is denied or in doubt must not hide a wish ("second thoughts")."""
    return "asserted" in (metadata.get("needs") or {}).values()


def _is_told(metadata: Mapping[str, Any]) -> bool:
    """Whether something is being told, as far as worry and length show it."""
    return (metadata.get("safety") or "none") != "none" or int(metadata.get("words") or 0) > STORY_WORDS
