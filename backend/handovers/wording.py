"""The sentences around a hand-over (``wording.yml``)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.programmes import load_programmes
from backend.threads.languages import language_of

_SHOWN = ("safeguarding_hub", "out_of_hours")
"""Whom somebody rings whom nobody has answered, in this order."""

_PARTS = re.compile(r"[.,;:!?\n-]+|\b(?:because|as|cos|since)\b")
_QUOTES = re.compile("['\u2019]")


@cache
def wording() -> dict[str, Any]:
    """The wording file."""
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return words


def going_on_button(spoken: str | None) -> str:
    """What the button says that ends somebody's waiting, in the language of the talk."""
    english, language = str(wording()["go_on"]), language_of(spoken)
    return language.button(english) if language else english


def goes_on(text: str, spoken: str | None = None) -> bool:
    """Whether somebody types what that button says, or means the same by a few words, and nothing else."""
    plain = re.sub(r"[^a-z ]", "", text.casefold()).strip()
    pressed = text.strip().casefold() == going_on_button(spoken).casefold()
    return pressed or plain in wording()["going_on"] or _only_goes_on(text)


def _only_goes_on(text: str) -> bool:
    """Whether each part of a text goes on, ends the waiting, or is only polite; one of them goes on or ends it."""
    parts = [part.strip() for part in _PARTS.split(_QUOTES.sub("", text.casefold())) if part.strip()]
    kinds = {next((kind for kind, words in _going_on().items() if words.fullmatch(part)), None) for part in parts}
    return bool(kinds & {"goes_on", "ends"}) and None not in kinds


@cache
def _going_on() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(words) for kind, words in wording()["going_on_parts"].items()}


def late_text(programme: str | None, audience: str, spoken: str | None = None) -> str:
    """That nobody has answered in time, in the language of the talk, with the programme's numbers.

    Where it is not known which programme's, 999 alone.
    """
    numbers, language = "\n".join(f"- {line}" for line in _numbers(programme)), language_of(spoken)
    if language is None or audience != "family":
        said: str = wording()["late"][audience]
        return said.format(numbers=numbers)
    return str(language.words["late"]).format(numbers=language.lines(numbers))


def _numbers(code: str | None) -> list[str]:
    programme = load_programmes().get(code or "")
    entries = [programme.data["emergency"][key] for key in _SHOWN] if programme else []
    return [wording()["emergency"], *(f"{each['name']}: {each['number']} ({each['hours']})" for each in entries)]
