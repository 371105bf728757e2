"""Agreement in part: what a family says no to although it agrees to the rest, and who says no beside a yes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.interview import lexicon

_CLAUSE = re.compile(
    r"[.;\n]+|,? (?:but|though|although) (?=(?:she|he|they|i|we|is|are|agree)\w*\b(?! (?:do|does|did|is|are|not)))"
)
_TITLED = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?"
_NAME = rf"(?:{_TITLED} )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_NO_NAMES = frozenset(
    {"yes", "no", "she", "he", "they", "i", "we", "both", "the", "consent", "it", "but", "and", "who", "nobody"}
)


@cache
def _topics() -> dict[str, Any]:
    topics: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("purposes.yml").read_text(encoding="utf-8"))
    return topics


@cache
def _words(topic: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{words})" for words in _topics()[topic]["words"]), re.IGNORECASE)


def declined(text: str) -> frozenset[str]:
    """The topics of ``purposes.yml`` that a text says no to. A condition ("if dad is not told") declines none."""
    said = lexicon.plain(text)
    found: set[str] = set()
    for clause in _CLAUSE.split(said):
        no = lexicon.pattern("says_no_to").search(clause or "")
        if no and clause:
            found |= {topic for topic in _topics() if _words(topic).search(clause, no.end())}
            found |= {topic for topic in _topics() if _words(topic).match(clause[no.end() :])}
    if lexicon.pattern("only_nominated").search(said):
        found |= set(_topics()) - {"nomination"}
    return frozenset(found)


def purposes(topics: frozenset[str]) -> frozenset[str]:
    """The codes of the purposes that the topics stand for."""
    return frozenset(code for topic in topics for code in _topics()[topic]["purposes"])


def conditions(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text says on what condition somebody agrees: from its beginning to the end of the sentence."""
    said = text.replace("\u2019", "'").replace("\u2018", "'")
    found: list[tuple[int, int]] = []
    for match in lexicon.pattern("condition").finditer(said):
        if found and match.start() < found[-1][1]:
            continue
        end = re.search(r"[.;!?](?:\s|$)|\n", said[match.start() :])
        found.append((match.start(), match.start() + end.start() if end else len(said.rstrip())))
    return tuple(found)


def agrees_beside(text: str) -> str | None:
    """Who agreed where somebody else refused in the same breath: "dad refused, mum is still happy"."""
    said = lexicon.plain(text)
    relation = lexicon.pattern("consent_by").pattern
    who = rf"\b(?P<who>(?i:{relation})(?: (?-i:[A-Z][\w'-]+))?|{_NAME}),? (?:(?i:{lexicon.pattern('agreed').pattern}))"
    for match in re.finditer(who, said):
        named = _as_said(match["who"])
        if named and not any(same(named, other) for other in refusers(text)):
            return named
    return None


def refusers(text: str) -> tuple[str, ...]:
    """Who is said to have refused the whole of it, by relation or name, in order."""
    said = lexicon.plain(text)
    objected = lexicon.pattern("objected").pattern
    relation = lexicon.pattern("consent_by").pattern
    whom = re.compile(rf"\b(?P<who>(?i:{relation})(?: (?-i:[A-Z][\w'-]+))?|{_NAME}),? (?:(?i:{objected}))")
    found = (
        match["who"]
        for match in whom.finditer(said)
        if not declined(said[match.start() : match.end() + 40]) - {"nomination"}
    )
    return tuple(dict.fromkeys(who for who in map(_as_said, found) if who))


def refuses(text: str) -> bool:
    """Whether somebody, by whatever name or "she", is said to have refused the whole of it."""
    said = lexicon.plain(text)
    somebody = rf"she|he|they|{lexicon.pattern('consent_by').pattern}|[a-z][\w'-]+"
    objected = lexicon.pattern("objected").pattern
    match = re.search(rf"\b(?:{somebody}),? (?:{objected})", said, re.IGNORECASE)
    return bool(match) and not declined(said) - {"nomination"}


def _as_said(who: str) -> str | None:
    """A name as it was written, a relation in small letters."""
    if who.casefold() in _NO_NAMES:
        return None
    return who.casefold() if lexicon.pattern("consent_by").fullmatch(who) else who


def same(first: str | None, second: str | None) -> bool:
    """Whether two ways to say who may be one person: "mum" and "Mum Ada"."""
    if not first or not second:
        return False
    one, two = set(first.casefold().split()), set(second.casefold().split())
    return one <= two or two <= one
