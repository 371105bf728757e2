"""Talks that were left, as the start page and the chat page offer them: by their days, without a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.retention.left import Left
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


def left_lines(left: list[Left], audience: str) -> list[LeftLine]:
    """At most five, the one written in last first."""
    return [_line(each, wording(audience)) for each in left[:MOST]]


def more_line(left: list[Left], audience: str) -> str | None:
    """That there are more than are shown."""
    rest = len(left) - MOST
    return wording(audience)["more"].format(count=rest) if rest > 0 else None


def resumed_line(left: Left, audience: str, now: datetime) -> str | None:
    """What is said beside a talk that is gone on with on a later day, and when it will be erased if that is soon."""
    say = wording(audience)
    began = moment(left.last)
    today = moment(now)
    later = began is not None and today is not None and began.date() < today.date()
    parts = [say["resumed"].format(begun=day(left.begun))] if later else []
    parts += [_end(left, say)] if left.ends_soon else []
    return " ".join(parts) or None


def wording(audience: str) -> dict[str, str]:
    """The words for an audience."""
    said: dict[str, str] = _wordings()[audience]
    return said


def _line(left: Left, say: dict[str, str]) -> LeftLine:
    begun, last = day(left.begun), day(left.last)
    text = " ".join(part for part in (say["begun"].format(begun=begun, last=last), _end(left, say)) if part)
    return LeftLine(left.thread, text, say["go_on"].format(begun=begun), left.ends_soon)


def _end(left: Left, say: dict[str, str]) -> str:
    return say["soon" if left.ends_soon else "until"].format(until=day(left.until)) if left.until else ""


@cache
def _wordings() -> dict[str, Any]:
    wordings: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("left.yml").read_text(encoding="utf-8"))
    return wordings
