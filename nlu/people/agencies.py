"""Which agencies work with the family."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from nlu.clauses import Clause
from nlu.needed import needed_by
from nlu.people.vocabulary import group_of, is_first_name, relation_of
from nlu.people.words_in import tokens_of
from nlu.phrases import compile_phrases, load_yaml, longest_first
from nlu.sought import Sought, all_of

_INVOLVED = re.compile(
    r"\b(?:involved|involve|involvement|working with|works with|work with|supported by|"
    r"supporting|support from|support|help from|helping|known to|open to|"
    r"under|seen by|sees|see|seeing|visits|visiting|in touch with|engaged with|"
    r"engaging with|agencies|services|professionals|referred to|allocated|has an?|"
    r"have an?|there's an?|attends|waiting list|only the|just the)\b"
)
_DENIED = re.compile(r"\b(?:no|not|never|n't|without|closed to|isn't|aren't|hasn't|haven't|nor)\b[^,.;]*$")
_BUT = re.compile(r"\b(?:but|only|just|apart from|except|other than|besides)\b[^,.;]*$")
_OVER = re.compile(
    r"\b(?:used to|closed|ended|stopped|previously|in the past|years? ago|no longer|not any ?more|"
    r"were involved|was involved|discharged|finished|until last|last year)\b"
)
_STILL = re.compile(r"\b(?:again|reopened|re-opened|still|now involved|currently)\b")
_SEPARATOR = re.compile(r"\s*(?:[,;\n/+&]|\band\b|\bplus\b|\bas well as\b|\balso\b)\s*", re.IGNORECASE)
_LEADING = re.compile(
    r"(?i)^(?:(?:the|a|an|our|their|her|his|my|just|only|also|and|maybe|currently|at the moment|yes|with|"
    r"from|there's|there is|involved|agencies|:|-)\s+)+"
)
# An organisation with a name of its own: capitals, ending in what it is.
_OWN_NAME = re.compile(
    r"\b(?!(?:The|A|An|Our|His|Her|Their|My|Yes|No|Just|Only|And|Primary|Secondary|High|Local|Special)\s)"
    r"(?:[A-Z][\w'’&-]+\s+){1,3}(?:(?:Primary|High|Infant|Junior|Grammar|Secondary|Community)\s+)?"
    r"(?:School|Academy|College|Primary|Nursery|Pre-school|Surgery|Hospital|Family Hub|"
    r"(?:Medical|Health|Family|Children['’]s) Centre)\b"
)
_MOST_LIST_WORDS = 60
_MOST_NAME_WORDS = 5
_NOBODY_ELSE = re.compile(
    r"\W*(?:(?:none|no one|no-one|nobody|nothing)(?: (?:at all|yet|really|at the moment|else|currently|"
    r"right now|from anyone|involved|that i know of|i know of))*)\W*"
)
_SENTENCE_WORDS = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "excluded",
        "because",
        "when",
        "who",
        "they",
        "she",
        "he",
        "we",
        "i",
        "it",
        "that",
        "but",
        "not",
        "no",
        "yes",
        "want",
        "wants",
    }
    | {
        "said",
        "says",
        "goes",
        "went",
        "gets",
        "got",
        "does",
        "do",
        "did",
        "will",
        "would",
        "can",
        "could",
        "lives",
        "live",
        "sees",
        "see",
        "if",
        "so",
        "don't",
        "dont",
        "used",
        "called",
        "came",
        "comes",
    }
    | {
        "involved",
        "waiting",
        "list",
        "referred",
        "open",
        "years",
        "year",
        "months",
        "weeks",
        "since",
        "last",
        "closed",
        "sometimes",
        "think",
        "sure",
        "know",
        "being",
        "away",
        "home",
        "house",
        "school",
    }
)


@cache
def _phrases() -> Sought[tuple[str, re.Pattern[str]]]:
    """What agencies are called, each with its usual name; those of one agency together and the longest first."""
    return Sought(
        (needed_by(phrase), (name, compile_phrases([phrase])))
        for name, phrases in load_yaml(Path(__file__).with_name("agencies.yml")).items()
        for phrase in longest_first(phrases)
    )


def _spoken_of(text: str) -> list[tuple[str, re.Match[str]]]:
    """The usual names of the agencies that a text speaks of, with the words; shorter names within longer ones too."""
    return [
        (name, match)
        for name, listed in groupby(_phrases().possible_in(text), key=itemgetter(0))
        for match in all_of([pattern for _, pattern in listed], text)
    ]


@cache
def _none() -> re.Pattern[str]:
    return compile_phrases(load_yaml(Path(__file__).with_name("words.yml"))["no_agencies"])


def read_agencies(text: str, clauses: tuple[Clause, ...], message: str) -> tuple[str, ...]:
    """The agencies' usual names in the order they are named; in a plain list others too, as they were written.

    In a list of agencies every name counts; in a story only those said to be involved, so that a child
    excluded from school does not put the school among the agencies by itself.
    """
    found: dict[str, int] = {}
    spoken_of = _spoken_of(text)
    is_list = _is_list(text, spoken_of)
    for name, start in _in_order(spoken_of):
        clause = next((c for c in reversed(clauses) if c.start <= start), None)
        if clause is None or _is_denied(text, clause, start) or _is_over(text, clause, start):
            continue
        if is_list or _INVOLVED.search(text[clause.start : clause.end]):
            found.setdefault(name, start)
    known = _by_own_names(tuple(sorted(found, key=lambda name: found[name])), message)
    return _with_others(known, message) if is_list and known else known


def _by_own_names(known: tuple[str, ...], message: str) -> tuple[str, ...]:
    """The agencies with the names they go by ("Hopeful Lane Surgery") where the message gives them."""
    named = list(known)
    for match in _OWN_NAME.finditer(message):
        kind = next((name for name, _ in _named(match.group().lower()) if name in known), None)
        if kind in named:
            named[named.index(kind)] = match.group()
        elif kind is not None:
            named.append(match.group())
    return tuple(named)


def _is_denied(text: str, clause: Clause, start: int) -> bool:
    before = text[clause.start : start]
    return _DENIED.search(before) is not None and _BUT.search(before) is None


def _is_over(text: str, clause: Clause, start: int) -> bool:
    """Whether the words around it, up to the next comma, put it into the past."""
    begin = max(text.rfind(",", 0, start), clause.start)
    comma = text.find(",", start)
    words = text[begin : min(comma if comma > 0 else len(text), clause.end)]
    return _OVER.search(words) is not None and _STILL.search(words) is None


def _named(text: str) -> list[tuple[str, int]]:
    """Agencies and where they stand; "school nurse" does not also name the school."""
    return _in_order(_spoken_of(text))


def _in_order(spoken_of: list[tuple[str, re.Match[str]]]) -> list[tuple[str, int]]:
    """The same, from where their words stand."""
    spans = [(match.start(), -match.end(), name) for name, match in spoken_of]
    named: list[tuple[str, int]] = []
    covered = 0
    for start, negative_end, name in sorted(spans):
        if -negative_end > covered:
            named.append((name, start))
            covered = -negative_end
    return named


def read_no_agencies(text: str) -> bool:
    """Whether the message says that no agency works with the family."""
    if _NOBODY_ELSE.fullmatch(text):
        return True
    return _none().search(text) is not None and len(text.split()) <= 20 and not (_BUT.search(text) and _named(text))


def _is_list(text: str, spoken_of: list[tuple[str, re.Match[str]]]) -> bool:
    words = len(re.findall(r"[\w'&-]+", text))
    if words > _MOST_LIST_WORDS:
        return False
    names = sum(len(match.group().split()) for _, match in spoken_of)
    return names / max(words, 1) >= 0.25 or (bool(names) and all(_may_be_part(part) for part in _parts(text)))


def _parts(text: str) -> list[str]:
    return [_LEADING.sub("", part.strip(" .!\n-")) for part in _SEPARATOR.split(text) if part.strip(" .!\n-")]


def _may_be_part(part: str) -> bool:
    """Whether a part of a list can be an organisation's name: short, and no statement."""
    plain = re.sub(r"\([^)]*\)", "", part)
    tokens = [token for token in tokens_of(plain) if token.text[0].isalnum()]
    if not 0 < len(tokens) <= _MOST_NAME_WORDS or any(
        token.low in _SENTENCE_WORDS - {"school", "home", "house"} for token in tokens
    ):
        return False
    return any(len(token.text) > 1 for token in tokens)


def _with_others(known: tuple[str, ...], message: str) -> tuple[str, ...]:
    """Beside the known ones, organisations that no list knows, where each part of the answer is a name."""
    parts = _parts(message)
    if len(parts) < 2 or not all(_may_be_part(part) or _named(part.lower()) for part in parts):
        return known
    others = [
        re.sub(r"\s*\([^)]*\)", "", part).strip()
        for part in parts
        if not _named(part.lower()) and _is_organisation(part)
    ]
    return (*known, *dict.fromkeys(others))


def _is_organisation(part: str) -> bool:
    """Written with a capital or said to be a service; people of the family are none."""
    tokens = [token for token in tokens_of(part) if token.text[0].isalpha()]
    if not tokens or any(relation_of(token.low) or group_of(token.low) for token in tokens):
        return False
    if is_first_name(tokens[0]) and len(tokens) <= 2:
        return False
    said = re.search(
        r"\b(?:service|team|project|trust|group|worker|support|centre|charity|counsell\w*|club|mentor\w*|officer|nurse|therap\w*|clinic|programme)\b",
        part,
        re.IGNORECASE,
    )
    return said is not None or (tokens[0].is_capital and not re.search(r"\d", part))
