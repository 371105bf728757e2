"""Whether a sentence lists who lives together: then a bare "mum", "me" or name counts, else it is only spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.people.found import Found
from nlu.people.vocabulary import any_words, opening
from nlu.people.words_in import Token

_END = re.compile(r"[.!?](?=\s|$)|[\n;]")
_MOST_UNKNOWN = 0.2
_OWN_FAMILY = re.compile(
    r"\b(?:my|our|me) (?:\w+ )?(?:son|daughter|kids?|children|boys?|girls?|lads?|mum|mam|dad|nan|partner|husband|wife|"
    r"baby|brother|sister|grand\w+|two|three|four|five|[2-6]|little one)s?\b"
    r"|\bi'?m (?:the|their|his|her) (?:mum|dad|nan|gran|auntie)\b",
    re.IGNORECASE,
)
_CONSENTING = re.compile(
    r"\b(?:agree\w*|consent\w*|refus\w*|declin\w*|permission|happy for|nominat\w*)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its people, judged once for all of them."""

    here: list[Found]
    consenting: bool
    opens: bool
    unknown: float


def keep_told(text: str, tokens: list[Token], people: list[Found]) -> list[Found]:
    """The people without those who are only mentioned."""
    strong = any(not person.weak for person in people)
    own = _OWN_FAMILY.search(text) is not None
    judged: dict[tuple[int, int], _Sentence] = {}
    kept: list[Found] = []
    for person in people:
        span = _sentence(text, person.start) if person.weak else (0, 0)
        if person.weak and span not in judged:
            judged[span] = _judge(text, tokens, people, *span)
        if not person.weak or _listed(person, judged[span], strong=strong, own=own):
            kept.append(person)
    return kept


def _judge(text: str, tokens: list[Token], people: list[Found], start: int, end: int) -> _Sentence:
    sentence = text[start:end]
    here = [p for p in people if start <= p.start < end]
    opens = opening().search(sentence.lower()) is not None
    consenting = _CONSENTING.search(sentence) is not None
    return _Sentence(here, consenting, opens, _unknown_share(tokens, here, start, end))


def _listed(person: Found, sentence: _Sentence, *, strong: bool, own: bool) -> bool:
    here = sentence.here
    if sentence.consenting:
        return False
    company = len(here) > 1 or strong
    if person.own_words and person.name and len(here) == 1 and not own:
        # Somebody who only says a name may be the professional who writes.
        return False
    if company and len(here) > 1 and sentence.unknown == 0 and person.name:
        return True
    if sentence.opens and (company or person.relation == "self"):
        return _firm(person, here)
    most = 0 if person.relation is None and len(here) == 1 else _MOST_UNKNOWN
    return company and sentence.unknown <= most and _firm(person, here)


def _firm(person: Found, here: list[Found]) -> bool:
    """A bare name alone may be anybody's; beside a relation or an age it is one of the list."""
    full = person.name is not None and " " in person.name and len(here) == 1
    return person.relation is not None or full or any(p is not person and (p.relation or p.aged) for p in here)


def _sentence(text: str, at: int) -> tuple[int, int]:
    start = 0
    for match in _END.finditer(text):
        if match.start() >= at:
            return start, match.end()
        start = match.end()
    return start, len(text)


def _unknown_share(tokens: list[Token], here: list[Found], start: int, end: int) -> float:
    """Which part of a sentence's words is neither a person nor a word that lists are made of."""
    plain = [t for t in tokens if start <= t.start < end and t.text[0].isalnum()]
    known = any_words("joining", "filling", "describing", "pets")
    covered: set[int] = set()
    for person in here:
        covered.update(range(person.first, person.last))
    first = next((place for place, token in enumerate(tokens) if token.start >= start), 0)
    inside = [(place, t) for place, t in enumerate(tokens[first:], first) if t.start < end and t.text[0].isalnum()]
    loose = [t for place, t in inside if not t.is_number and t.low not in known and place not in covered]
    return len(loose) / max(1, len(plain))
