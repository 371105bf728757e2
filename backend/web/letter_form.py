"""The form of a letter: what was typed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Form

from backend.letters.checking import wrong_with
from backend.letters.service import NO_WAY, Opened


@dataclass(frozen=True, slots=True)
class TypedLetter:
    """What came in the form, as it was typed."""

    texts: Mapping[str, str]
    """Of the parts, by their codes."""
    way: str
    act: str
    """``keep``, ``send`` or ``throw-away``."""
    seen: int
    """The version that the page showed when it was opened."""


def letter_form(  # noqa: PLR0917 - a form, each part has a name
    seen: Annotated[int, Form()] = 0,
    act: Annotated[str, Form()] = "keep",
    way: Annotated[str, Form()] = "",
    decision: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "",  # noqa: A002 - the part's code
    when: Annotated[str, Form()] = "",
    ask: Annotated[str, Form()] = "",
    disagree: Annotated[str, Form()] = "",
) -> TypedLetter:
    """The form as it came, with the line ends that the letter has."""
    parts = {"decision": decision, "reason": reason, "next": next, "when": when, "ask": ask, "disagree": disagree}
    texts = {code: text.replace("\r\n", "\n").strip() for code, text in parts.items()}
    return TypedLetter(texts, way, act, seen)


def problems(typed: TypedLetter, opened: Opened) -> dict[str, str]:
    """What must be put right, by field; empty when it can be kept, or sent where that was wanted."""
    sending = typed.act == "send"
    wrong = wrong_with(opened.text.with_texts(typed.texts), opened.reference, sending=sending)
    if sending and not typed.way and opened.why_not is None:
        wrong["way"] = NO_WAY
    return wrong
