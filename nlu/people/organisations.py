"""The names that organisations go by, as they are written: "West Kent Housing", "Brook Lane surgery"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nlu.people.names import is_everyday
from nlu.people.vocabulary import group_of, is_first_name, relation_of
from nlu.people.words_in import tokens_of
from nlu.phrases import load_yaml

_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})
_MOST_NAME_WORDS = 4
_SHORTEST = 3
"""Letters of a word in a name in small letters: "open to" leads to one and is none."""
_LINK = re.compile(r"(?:for|of|on)", re.IGNORECASE)
"""Small words inside a name: "Achieving for Children", "Friends of Alder Park"."""
_WORD = re.compile(r"[^\W\d_][\w'&-]*")
_BEFORE = re.compile(r"(?<![\w'&-])[^\W\d_][\w'&-]*[^\S\n]+(?:&[^\S\n]+)?$")
_FAR = 60
"""Letters before a place in which the word before it is looked for."""
_PLACED = re.compile(r"\s+at\s+(?:the\s+)?(?P<where>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2})(?![\w'])")


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation's own name, what it is by its usual name (None where the name does not tell), and where it is."""

    name: str
    kind: str | None
    start: int
    end: int


def own_names(message: str, kinds: list[tuple[str, int, int]]) -> tuple[Named, ...]:
    """The organisations that a message names, in order. ``kinds``: usual names and where their words are in it.

    A name has a capital besides the words for what it is; of words in small letters those that nobody writes about
    anything else make one ("golding homes"), where the part of the list begins with them.
    """
    written = message.translate(_STRAIGHT)
    ends = {match.end(): (match.start(), kind) for match, kind in _endings_in(written)}
    ends |= {end: (min(start, ends.get(end, (start, ""))[0]), kind) for kind, start, end in kinds}
    found: list[Named] = []
    for stop, (start, kind) in sorted(ends.items()):
        end = stop
        if any(start < other.end for other in found) and not _goes_on(found, start, end):
            continue
        begin = start if _is_proper(written[start:end]) else _begins(written, start)
        where = placed(message, end) if begin is None and kind else end
        if begin is None and where == end:
            continue
        begin, end = (start, where) if begin is None else (begin, end)
        found = [other for other in found if other.end <= begin]
        found.append(Named(message[begin:end], kind or None, begin, end))
    return tuple(found)


def placed(message: str, end: int) -> int:
    """Where "the surgery at Brook Lane" ends that says at ``end`` what it is; ``end`` where no place follows."""
    where = _PLACED.match(message, end)
    return where.end() if where else end


def _goes_on(found: list[Named], start: int, end: int) -> bool:
    """Whether an ending is the rest of the name before it: "Northfield Youth" and "Club"."""
    return bool(found) and found[-1].start <= start < found[-1].end < end


def _begins(written: str, start: int) -> int | None:
    """Where the name begins whose last words, for what it is, begin at ``start``; None where there is no name."""
    words: list[re.Match[str]] = []
    at = start
    while len(words) < _MOST_NAME_WORDS and (word := _word_before(written, at)):
        words.insert(0, word)
        at = word.start()
    capitals = _capitals(words)
    if capitals:
        return None if _is_persons(capitals) else capitals[0].start()
    small = _small(written, words)
    return small[0].start() if small else None


def _word_before(written: str, at: int) -> re.Match[str] | None:
    """The word that stands before a place, with no more than a blank or an "&" between."""
    before = _BEFORE.search(written, max(0, at - _FAR), at)
    return _WORD.match(written, before.start()) if before else None


def _capitals(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of the name: those with capitals before the ending, small links only between them."""
    taken: list[re.Match[str]] = []
    for word in reversed(words):
        said = word.group()
        if not (said[0].isupper() or (taken and _LINK.fullmatch(said))):
            break
        taken.insert(0, word)
    while taken and (_LINK.fullmatch(taken[0].group()) or _is_ordinary(taken[0].group(), first=True)):
        taken.pop(0)
    told = any(not _is_ordinary(word.group()) for word in taken)
    return taken if told else []


def _is_persons(words: list[re.Match[str]]) -> bool:
    """Whether the words are whose it is, not what it is called: "Tyler's school", "Mum's GP"."""
    tokens = tokens_of(words[-1].group())
    whose = tokens[0]
    possessive = len(tokens) > 1 and tokens[-1].low == "'s"
    return relation_of(whose.low) is not None or (possessive and len(words) == 1 and is_first_name(whose))


def _small(written: str, words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a name typed without capitals: all that stands in this part of the list, and not everyday words."""
    if not words or any(word.group()[0].isupper() for word in words):
        return []
    while words and _is_ordinary(words[0].group(), first=True):
        words = words[1:]
    if not words or written[: words[0].start()].rstrip()[-1:] not in _PART_ENDS | _article(written, words[0].start()):
        return []
    said = [word.group() for word in words]
    if any(_is_ordinary(one) or len(one) < _SHORTEST for one in said[1:]) or not written[words[-1].end()].isspace():
        return []
    telling = [
        one
        for one in said
        if len(one) > _SHORTEST and not _is_ordinary(one) and not any(map(is_everyday, tokens_of(one)))
    ]
    return words if telling and not any(_names_somebody(one) for one in said) else []


_PART_ENDS = frozenset({"", ",", ";", ".", ":", "\n"})


def _article(written: str, start: int) -> frozenset[str]:
    """The last letter of a small word before the name that only leads to it ("just", "and"), if there is one."""
    before = re.search(r"(?i)\b(?:just|only|and|also|plus|with|from|by)\s+(?:the\s+)?$", written[:start])
    return frozenset({written[:start].rstrip()[-1:]}) if before else frozenset()


def _names_somebody(word: str) -> bool:
    tokens = tokens_of(word)
    bare = tokens_of(word.removesuffix("s"))
    return any(relation_of(t.low) or group_of(t.low) or is_first_name(t) for t in (*tokens[:1], *bare[:1]))


def _is_ordinary(word: str, *, first: bool = False) -> bool:
    low = word.casefold()
    return low in _ordinary() and (first is False or low not in _MAY_BEGIN)


def _is_proper(words: str) -> bool:
    return words[0].isupper() and words.casefold() in _data()["proper"]


_MAY_BEGIN = frozenset(
    {
        "new",
        "old",
        "family",
        "community",
        "young",
        "early",
        "mental",
        "youth",
        "children's",
        "families",
        "home",
        "national",
        "high",
    }
)
"""Ordinary words with which a name may begin: "New Road Surgery", "Family Solutions"."""


def _endings_in(written: str) -> list[tuple[re.Match[str], str]]:
    pattern, kinds = _endings()
    return [(match, kinds[match.group().lower()]) for match in pattern.finditer(written)]


_LISTS = ("ordinary", "proper")


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {ending: kind for kind, listed in _data().items() if kind not in _LISTS for ending in listed}
    longest = sorted(kinds, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b(?!')", re.IGNORECASE), kinds


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(_data()["ordinary"].split())


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(Path(__file__).with_name("organisations.yml"))
    return data
