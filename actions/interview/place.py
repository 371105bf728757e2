"""Where the family lives, and which programme that (or what the nominator said) points to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.interview import lexicon
from actions.interview.thread import Message, Programme

_FULL = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})", re.IGNORECASE)
_DISTRICT = r"[A-Z]{1,2}\d[A-Z\d]?"
_INSTEAD = re.compile(
    rf"\b(?P<right>{_DISTRICT}),? (?:and )?not (?P<wrong>{_DISTRICT})\b"
    rf"|\bnot (?P<wrong2>{_DISTRICT}),? (?:but|it's|it is) (?P<right2>{_DISTRICT})\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot (?:in |the )?[\w-]+", re.IGNORECASE)
_GENERIC = frozenset(
    {"families", "family", "working", "with", "strengthening", "troubled", "supporting", "change", "and", "for", "the"}
    | {"council", "borough", "programme", "district", "area", "configured", "upon"}
    | {"early", "help"}  # who needs help has not said "Early Help in Tonbridge and Malling"
)
"""Words of programmes' names that tell none of them apart."""


def tidy(postcode: str) -> str:
    """A postcode as it is written: capitals, one space before the inward part."""
    match = _FULL.fullmatch(postcode.strip())
    return f"{match[1]} {match[2]}".upper() if match else postcode.strip().upper()[:12]


def is_full(postcode: str | None) -> bool:
    """Whether a postcode has both its parts."""
    return bool(postcode and _FULL.fullmatch(postcode.strip()))


def corrected(old: str | None, new: str) -> str:
    """The postcode after a correction. A district alone ("TN13, not TN14") keeps the inward part that was said."""
    new = tidy(new)
    if old and is_full(old) and not is_full(new):
        return f"{new} {old.split()[-1]}"
    return new


def swapped(text: str, old: str | None) -> str | None:
    """The postcode after "TN13, not TN14" (or "not TN14 but TN13"), where the district of ``old`` is the wrong one."""
    if not old:
        return None
    district = tidy(old).split()[0]
    match = _INSTEAD.search(text)
    wrong, right = (match["wrong"] or match["wrong2"], match["right"] or match["right2"]) if match else ("", "")
    return corrected(old, right) if wrong.upper() == district else None


def is_meant(text: str) -> bool:
    """Whether words with a postcode say where the family lives, rather than where a school or an aunt is."""
    return bool(lexicon.pattern("home").search(lexicon.plain(text)))


def programme_for_postcode(postcode: str | None, programmes: Sequence[Programme]) -> str | None:
    """The only programme whose area has the postcode's district; one that only shares it where none has it whole."""
    if not postcode:
        return None
    district = tidy(postcode).split()[0]
    whole = [programme.code for programme in programmes if district in programme.districts]
    found = whole or [programme.code for programme in programmes if district in programme.shared]
    return found[0] if len(found) == 1 else None


def moved_to(message: Message, programmes: Sequence[Programme]) -> str | None:
    """The programme of the area that a correction names ("sorry, they live in Kingston"); None where it does not."""
    told = lexicon.plain(message.text)
    if message.press or not (message.reading.correction or lexicon.pattern("takes_back").search(told)):
        return None
    right = _NOT.sub(" ", told)
    if right == told and not lexicon.pattern("moved").search(told):
        return None
    return programme_named(right, programmes)


def programme_named(text: str, programmes: Sequence[Programme]) -> str | None:
    """The only programme that a text names best, by its code, name or area; None where it is a draw or none."""
    said = set(_words(text))
    scores = {programme.code: len(said & _names(programme)) for programme in programmes}
    best = max(scores.values(), default=0)
    winners = [code for code, score in scores.items() if score == best]
    return winners[0] if best and len(winners) == 1 else None


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())


def _names(programme: Programme) -> set[str]:
    words = _words(f"{programme.code} {programme.name} {programme.area}")
    return {word for word in words if len(word) > 2} - _GENERIC
