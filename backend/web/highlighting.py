"""A story with the words that were read marked in it, each mark saying what it was read as."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from backend.programmes import indicators as known_indicators
from backend.web.words import word


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of a text and what they were read as."""

    start: int
    end: int
    labels: tuple[str, ...]


def _pattern(words: str) -> re.Pattern[str]:
    # The words may have been tidied: any run of white space stands for any other.
    return re.compile(r"\s+".join(re.escape(part) for part in words.split()), re.IGNORECASE)


def label(indicator: Mapping[str, Any]) -> str:
    """What an indicator was read as, with how sure and about whom: "Fixed-term exclusion, in the past (son)"."""
    code = str(indicator.get("code") or indicator.get("indicator"))
    known = known_indicators().get(code)
    parts = [known.professional if known else word(code, "indicator")]
    status = indicator.get("status")
    if status and status != "asserted":
        parts.append(word(status, "mention_status"))
    about = f" ({indicator['person']})" if indicator.get("person") else ""
    return ", ".join(parts) + about


def locate(text: str, indicators: Iterable[Mapping[str, Any]]) -> list[Mark]:
    """Where each indicator's words stand in ``text``; words that do not occur are left out.

    Marks that overlap become one with all their labels, so that marks never nest.
    """
    found: list[Mark] = []
    for indicator in indicators:
        words = str(indicator.get("words") or "").strip()
        match = _pattern(words).search(text) if words else None
        if match:
            found.append(Mark(match.start(), match.end(), (label(indicator),)))
    return merge(found)


def merge(marks: Sequence[Mark]) -> list[Mark]:
    """The same marks in order, those that overlap joined."""
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        last = merged[-1] if merged else None
        if last is None or mark.start >= last.end:
            merged.append(mark)
            continue
        labels = (*last.labels, *(new for new in mark.labels if new not in last.labels))
        merged[-1] = Mark(last.start, max(last.end, mark.end), labels)
    return merged


def highlight(text: str, indicators: Iterable[Mapping[str, Any]]) -> Markup:
    """``text`` as safe HTML: every character escaped, the words that were read in ``<mark>``.

    What they were read as follows the words as text, because a colour or a tooltip tells a screen reader nothing.
    """
    pieces: list[Markup] = []
    position = 0
    for mark in locate(text, indicators):
        pieces.append(escape(text[position : mark.start]))
        pieces.append(
            Markup('<mark class="fd-read">{}</mark><span class="fd-read__as"> [read as: {}]</span>').format(
                text[mark.start : mark.end], "; ".join(mark.labels)
            )
        )
        position = mark.end
    pieces.append(escape(text[position:]))
    return Markup("").join(pieces)
