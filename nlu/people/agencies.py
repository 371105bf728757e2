"""Which agencies work with the family."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from nlu.clauses import Clause
from nlu.needed import needed_by
from nlu.people.organisations import Named, own_names
from nlu.people.vocabulary import group_of, is_first_name, relation_of
from nlu.people.words_in import tokens_of
from nlu.phrases import compile_phrases, load_yaml, longest_first
from nlu.sought import Sought, all_of

_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})
_INVOLVED = re.compile(
    r"\b(?:involved|involve|involvement|working with|works with|work with|supported by|"
    r"supporting|support from|support|help from|helping|known to|open to|"
    r"under|seen by|sees|see|seeing|visits|visiting|in touch with|engaged with|"
    r"engaging with|agencies|services|professionals|referred to|allocated|has an?|"
    r"have an?|there's an?|attends|waiting list|only the|just the)\b"
)
_DENIED = re.compile(r"\b(?:no|not|never|n't|without|closed to|isn't|aren't|hasn't|haven't|nor)\b[^,.;]*$")
_BUT = re.compile(r"\b(?:but|only|just|apart from|except|other than|besides)\b[^,.;]*$")
_EXCEPT = re.compile(r"\b(?:apart|except|other|besides|none|nobody|nothing|us|ourselves)\b", re.IGNORECASE)
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
    own = own_names(message, _where(message))
    is_list = _is_list(text, spoken_of, own)
    for name, start in _in_order(spoken_of):
        clause = next((c for c in reversed(clauses) if c.start <= start), None)
        if clause is None or _is_denied(text, clause, start) or _is_over(text, clause, start):
            continue
        if is_list or _INVOLVED.search(text[clause.start : clause.end]):
            found.setdefault(name, start)
    others = tuple(each for each in own if _is_there(each, text, clauses)) if is_list else ()
    known = _by_own_names(tuple(sorted(found, key=lambda name: found[name])), own, others)
    return _with_others(known, own, message) if is_list and known else known


def _where(message: str) -> list[tuple[str, int, int]]:
    """The agencies that a message speaks of, where their words are in it."""
    low = message.lower().translate(_STRAIGHT)
    if len(low) != len(message):
        return []  # A letter that is two in lower case: no place in the one is the same place in the other.
    spoken_of = _spoken_of(low)
    ends = {(name, match.start()): match.end() for name, match in sorted(spoken_of, key=lambda each: each[1].end())}
    return [(name, start, ends[name, start]) for name, start in _in_order(spoken_of)]


def _is_there(own: Named, text: str, clauses: tuple[Clause, ...]) -> bool:
    """Whether an organisation is named as one that works with the family now."""
    start = text.find(own.name.lower().translate(_STRAIGHT))
    clause = next((c for c in reversed(clauses) if c.start <= start), None)
    return clause is not None and not _is_denied(text, clause, start) and not _is_over(text, clause, start)


def _by_own_names(known: tuple[str, ...], own: tuple[Named, ...], others: tuple[Named, ...]) -> tuple[str, ...]:
    """The agencies with the names they go by ("Hopeful Lane Surgery") where the message gives them.

    ``others`` count whether their kind is among the known or not.
    """
    named = list(known)
    for each in own:
        if each.kind in named:
            named[named.index(each.kind)] = each.name
        elif each.name not in named and (each.kind in known or each in others):
            named.append(each.name)
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


def parts_of_list(message: str) -> list[str]:
    """The parts of a list as they are written; an "and" inside a service's name ("Fire and Rescue") parts nothing."""
    low = message.lower().translate(_STRAIGHT)
    names = [match.span() for _, match in _spoken_of(low)] if len(low) == len(message) else []
    parts, begin = [], 0
    for cut in _SEPARATOR.finditer(message):
        if not any(start < cut.end() and cut.start() < end for start, end in names):
            parts.append(message[begin : cut.start()])
            begin = cut.end()
    return [*parts, message[begin:]]


def kind_of(name: str) -> str | None:
    """The usual name of what an organisation is ("Youth Justice Service" → "Youth offending"); None where unknown."""
    return next((kind for kind, _ in _in_order(_spoken_of(name.lower().translate(_STRAIGHT)))), None)


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


def _is_list(text: str, spoken_of: list[tuple[str, re.Match[str]]], own: tuple[Named, ...]) -> bool:
    words = len(re.findall(r"[\w'&-]+", text))
    if words > _MOST_LIST_WORDS:
        return False
    names = max(sum(len(match.group().split()) for _, match in spoken_of), sum(len(each.name.split()) for each in own))
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


def _with_others(known: tuple[str, ...], own: tuple[Named, ...], message: str) -> tuple[str, ...]:
    """Beside the known ones, organisations that no list knows, where each part of the answer is a name."""
    if len(_parts(message)) < 2:
        return known
    for each in reversed(own):
        message = f"{message[: each.start]} , {message[each.end :]}"
    parts = _parts(message)
    if not all(_may_be_part(part) or _named(part.lower()) for part in parts):
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
    people = [token for token in tokens if relation_of(token.low) or group_of(token.low)]
    named = len(tokens) > 1 and tokens[0].is_capital and tokens[0] not in people  # "Achieving for Children"
    if not tokens or _EXCEPT.search(part) or any(not (named and token.is_capital) for token in people):
        return False
    if is_first_name(tokens[0]) and len(tokens) <= 2:
        return False
    said = re.search(
        r"\b(?:service|team|project|trust|group|worker|support|centre|charity|counsell\w*|club|mentor\w*|officer|nurse|therap\w*|clinic|programme)\b",
        part,
        re.IGNORECASE,
    )
    return said is not None or (tokens[0].is_capital and not re.search(r"\d", part))
