"""Talks that were left, as the start page and the chat page offer them: by their days, without a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.retention.left import Left
from backend.threads.languages import language_of, over
from backend.web.dates import day, moment

MOST = 5
"""Shown at once."""


@dataclass(frozen=True, slots=True)
class LeftLine:
    """One of them: which talk, what is said of it, its button's words, and whether it will soon be erased."""

    thread: str
    text: str
    button: str
    soon: bool
    lang: str | None = None
    """The language of its words; None is English."""


def left_lines(left: list[Left], audience: str) -> list[LeftLine]:
    """At most five, the one written in last first, each in the language of its talk."""
    return [_line(each, wording(audience, each.talk_in)) for each in left[:MOST]]


def more_line(left: list[Left], audience: str) -> str | None:
    """That there are more than are shown."""
    rest = len(left) - MOST
    return wording(audience)["more"].format(count=rest) if rest > 0 else None


def resumed_line(left: Left, audience: str, now: datetime) -> str | None:
    """What is said beside a talk that is gone on with on a later day, and when it will be erased if that is soon."""
    say = wording(audience, left.talk_in)
    began = moment(left.last)
    today = moment(now)
    later = began is not None and today is not None and began.date() < today.date()
    parts = [say["resumed"].format(begun=_day(left.begun, left))] if later else []
    parts += [_end(left, say)] if left.ends_soon else []
    return " ".join(parts) or None


def wording(audience: str, talk_in: str | None = None) -> dict[str, str]:
    """The words for an audience, in a family's own language where there are any."""
    said: dict[str, str] = _wordings()[audience]
    language = language_of(talk_in) if audience == "family" else None
    return said if language is None else over(said, language.words["left"])


def _day(value: datetime, left: Left) -> str:
    """A day; in other languages than English in figures, which need no names of months."""
    when = moment(value)
    return day(value) if left.talk_in is None or when is None else f"{when.day}. {when.month}. {when.year}"


def _line(left: Left, say: dict[str, str]) -> LeftLine:
    begun, last = _day(left.begun, left), _day(left.last, left)
    text = " ".join(part for part in (say["begun"].format(begun=begun, last=last), _end(left, say)) if part)
    return LeftLine(left.thread, text, say["go_on"].format(begun=begun), left.ends_soon, left.talk_in)


def _end(left: Left, say: dict[str, str]) -> str:
    return say["soon" if left.ends_soon else "until"].format(until=_day(left.until, left)) if left.until else ""


@cache
def _wordings() -> dict[str, Any]:
    wordings: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("left.yml").read_text(encoding="utf-8"))
    return wordings
