"""Who is only spoken of again in a later sentence: "both boys", "the twins", "Mrs Marsh" after Kelly Marsh."""

from __future__ import annotations

import re
from collections import defaultdict

from nlu.people.found import Found
from nlu.people.telling import YOUNGEST_PARENT
from nlu.people.vocabulary import TITLES, words
from nlu.people.words_in import Token

_END = re.compile(r"[.!?](?=\s|$)")
_ANOTHER = frozenset({"a", "an", "another", "other", "one", "more", "plus", "also"})
"""Before somebody who has not been told of yet."""
_OLDEST_BABY = 2


def without_referred(text: str, tokens: list[Token], people: list[Found]) -> list[Found]:
    """The people without those of whom nothing is said but what others, named or aged in another sentence, are."""
    ends = [match.start() for match in _END.finditer(text)]
    sentences = {id(person): sum(1 for end in ends if end < person.start) for person in people}
    firm = [person for person in people if _is_firm(person)]
    titled = {id(person) for person in people if _is_named_again(tokens, person, firm, sentences)}
    gone = titled | _counted_again(tokens, people, firm, sentences)
    return [person for person in people if id(person) not in gone]


def _is_firm(person: Found) -> bool:
    return person.name is not None or person.age is not None or person.date_of_birth is not None


def _counted_again(tokens: list[Token], people: list[Found], firm: list[Found], sentences: dict[int, int]) -> set[int]:
    """Those without a name or an age, as many of a sentence as there are others of whom it may speak."""
    bare: dict[tuple[int, str], list[Found]] = defaultdict(list)
    for person in people:
        if person.relation and not _is_firm(person) and not person.school:
            bare[sentences[id(person)], person.relation].append(person)
    gone: set[int] = set()
    for (sentence, relation), spoken_of in bare.items():
        others = [one for one in firm if sentences[id(one)] != sentence and _may_be(one, relation)]
        before = any(sentences[id(one)] < sentence for one in others)
        if before and any(_is_new(tokens, one) for one in spoken_of):
            continue
        gone |= {id(one) for one in spoken_of[: len(others)]}
    return gone


def _is_new(tokens: list[Token], person: Found) -> bool:
    return person.first > 0 and tokens[person.first - 1].low in _ANOTHER


def _may_be(person: Found, relation: str) -> bool:
    """Whether somebody who is named or aged may be "the boy", "the twins" or "both parents"."""
    if relation == "parent":
        return _is_grown(person)
    if relation == "baby":
        return person.relation == "baby" or (person.age is not None and person.age <= _OLDEST_BABY)
    if relation not in ("son", "daughter", "child") or _is_grown(person):
        return person.relation == relation != "self"
    if relation == "child" or person.relation in (None, "child"):
        return person.relation is not None or person.age is not None
    return person.relation == relation


def _is_grown(person: Found) -> bool:
    return person.relation in words("adults") or (person.age is not None and person.age >= YOUNGEST_PARENT + 3)


def _is_named_again(tokens: list[Token], person: Found, firm: list[Found], sentences: dict[int, int]) -> bool:
    """ "Mrs Marsh", of whom another sentence gave the first name."""
    title, _, surname = (person.name or "").partition(" ")
    if title.lower() not in TITLES or person.age is not None or person.date_of_birth:
        return False
    male = title.lower() == "mr"
    return any(
        (one.name or "").endswith(f" {surname}")
        and (one.name or "").partition(" ")[0].lower() not in TITLES
        and sentences[id(one)] != sentences[id(person)]
        and (one.age is None or one.age >= YOUNGEST_PARENT)
        and one.relation not in words("children")
        and _sex(tokens, one) in (male, None)
        for one in firm
    )


def _sex(tokens: list[Token], person: Found) -> bool | None:
    """Whether somebody is a man, by title or relation; None where neither tells."""
    if person.relation in words("male") | words("female"):
        return person.relation in words("male")
    near = [token.low for token in tokens[max(0, person.first - 2) : person.first + 1]]
    title = next((low for low in near if low in TITLES), None)
    return title == "mr" if title else None
