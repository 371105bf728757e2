"""Attendance told as a share ("only in school about 70 per cent of the time"): below the limit it is absence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from nlu.phrases import load_yaml
from nlu.reading import Mention, Status

ABSENCE = "persistent_absence"
_SHARE = r"(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent\b)"
_SENTENCE = re.compile(r"[.!?;](?=\s|$)|\n")
_SURE = 0.8
_NEAR = 60
"""Characters between a mention and the share that settles it."""


@dataclass(frozen=True, slots=True)
class _Told:
    start: int
    end: int
    status: Status


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(Path(__file__).with_name("attendance.yml"))
    return data


@cache
def _pattern() -> re.Pattern[str]:
    data = _data()
    words = "|".join(rf"(?P<{kind}>{'|'.join(data[kind])})" for kind in ("attends", "absent"))
    return re.compile(rf"\b(?:{words})\b[^.!?;\n%]{{0,{data['near']}}}?\b{_SHARE}", re.IGNORECASE)


def read_shares(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, with absence as the shares in the text tell it; one more where nothing else saw it.

    A share that was, or may be, keeps how it was read: only what is so now is settled by a figure.
    """
    found = list(mentions)
    for told in _told(text):
        here = [at for at, one in enumerate(found) if one.indicator == ABSENCE and _is_beside(text, one, told)]
        for at in here:
            if found[at].status in ("asserted", "negated"):
                found[at] = replace(found[at], status=told.status)
        if not here and told.status == "asserted":
            found.append(_mention(text, told))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _told(text: str) -> Iterator[_Told]:
    for match in _pattern().finditer(text):
        share = float(match["share"])
        attends = share if match["attends"] else 100 - share
        if share <= 100:
            low = attends < _data()["persistent_below"]
            yield _Told(match.start(), match.end(), "asserted" if low else "negated")


def _is_beside(text: str, mention: Mention, told: _Told) -> bool:
    """Whether a mention stands in the words of a share, or close to them in one sentence."""
    if mention.start < told.end and told.start < mention.end:
        return True
    between = text[min(mention.end, told.end) : max(mention.start, told.start)]
    return len(between) < _NEAR and not _SENTENCE.search(between)


def _mention(text: str, told: _Told) -> Mention:
    return Mention(
        indicator=ABSENCE,
        need="education",
        status=told.status,
        words=text[told.start : told.end],
        start=told.start,
        end=told.end,
        person=None,
        date=None,
        confidence=_SURE,
    )
