"""Whether a sentence lists who lives together: then a bare "mum", "me" or name counts, else it is only spoken of."""

from __future__ import annotations

import re

from nlu.people.found import Found
from nlu.people.vocabulary import opening, words
from nlu.people.words_in import Token

_END = re.compile(r"[.!?](?=\s|$)|[\n;]")
_MOST_UNKNOWN = 0.2
_OWN_FAMILY = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:son|daughter|kids?|children|boys?|girls?|mum|dad|partner|husband|wife|baby|"
    r"little one)\b",
    re.IGNORECASE,
)
_CONSENTING = re.compile(
    r"\b(?:agree\w*|consent\w*|refus\w*|declin\w*|permission|happy for|nominat\w*)\b", re.IGNORECASE
)


def keep_told(text: str, tokens: list[Token], people: list[Found]) -> list[Found]:
    """The people without those who are only mentioned."""
    strong = any(not person.weak for person in people)
    kept: list[Found] = []
    for person in people:
        if not person.weak or _listed(text, tokens, people, person, strong=strong):
            kept.append(person)
    return kept


def _listed(text: str, tokens: list[Token], people: list[Found], person: Found, *, strong: bool) -> bool:
    start, end = _sentence(text, person.start)
    sentence = text[start:end]
    here = [p for p in people if start <= p.start < end]
    if _CONSENTING.search(sentence):
        return False
    company = len(here) > 1 or strong
    if person.relation == "self" and person.name and len(here) == 1 and not _OWN_FAMILY.search(text):
        # Somebody who only says a name may be the professional who writes.
        return False
    if opening().search(sentence.lower()) and (company or person.relation == "self"):
        return _firm(person, here)
    if person.relation is None and len(here) == 1:
        return company and _unknown_share(tokens, here, start, end) == 0 and _firm(person, here)
    return company and _unknown_share(tokens, here, start, end) <= _MOST_UNKNOWN and _firm(person, here)


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
    known = words("joining") | words("filling") | words("describing")
    loose = [
        t for t in plain if not t.is_number and t.low not in known and not any(p.start <= t.start < p.end for p in here)
    ]
    return len(loose) / max(1, len(plain))
