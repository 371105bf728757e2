"""Whom a fact is about: the nearest person named before it, or else after it in the same clause."""

from __future__ import annotations

import re
from functools import cache

from nlu.clauses import Clause
from nlu.phrases import compile_phrases, word_lists

_FEMALE = re.compile(
    r"m[uao]m(?:my)?|mother|wife|girlfriend|daughter|girl|sister|lass|nan|gran|grandma|aunt\w*|niece|step-?mum"
)
_MALE = re.compile(r"dad|daddy|father|husband|boyfriend|son|boy|brother|lad|grandad|uncle|nephew|fella|bloke|step-?dad")
_NOT_TELLING = re.compile(r"^(?:i|me|we|myself|ex|mr|mrs|ms|adult|adults)$")


@cache
def _adult() -> re.Pattern[str]:
    return compile_phrases([word_lists()["adult"]])


@cache
def _child() -> re.Pattern[str]:
    return compile_phrases([word_lists()["child"]])


def person_of(start: int, clause: Clause, text: str) -> tuple[str | None, bool]:
    """The words for the person, as in the plain text, and whether it is a child. A pronoun means who was named last."""
    inside = _people(text, clause.start, start)
    earlier = _fitting(_people(text, max(0, start - 400), clause.start), text, clause.start, start)
    later = _people(text, start, clause.end)
    for found, last in ((inside, True), (_own(later, text), False), (earlier, True)):
        if found:
            begin, end, is_child = found[-1] if last else found[0]
            words = text[begin:end]
            return (None if _NOT_TELLING.match(words) else words), is_child
    return None, False


def _fitting(found: list[tuple[int, int, bool]], text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Those whom a "he" or "she" of the clause can mean, where there are any."""
    pronoun = re.search(r"\b(he|she|his|her|him)\b", text[start:end])
    if not pronoun:
        return found
    words = _FEMALE if pronoun.group() in ("she", "her") else _MALE
    return [f for f in found if words.fullmatch(text[f[0] : f[1]])] or found


def _own(found: list[tuple[int, int, bool]], text: str) -> list[tuple[int, int, bool]]:
    return [f for f in found if not text[max(0, f[0] - 8) : f[0]].endswith(("with ", "from ", "on the "))]


def _people(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    found = [(m.start(), m.end(), False) for m in _adult().finditer(text, start, end)]
    found += [(m.start(), m.end(), True) for m in _child().finditer(text, start, end)]
    return sorted(found)
