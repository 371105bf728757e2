"""A person's name at a place among the words, also in lower case where only a name can stand."""

from __future__ import annotations

from nlu.people.found import Place
from nlu.people.vocabulary import TITLES, group_of, is_first_name, may_be_name, may_be_surname, relation_of

_MOST_PARTS = 3
_ENDING = frozenset(
    {
        "",
        ",",
        ".",
        "(",
        ")",
        ";",
        "\n",
        "and",
        "&",
        "-",
        "im",
        "i'm",
        "is",
        "'s",
        "aged",
        "age",
        "who",
        "whos",
        "plus",
        "hes",
        "shes",
    }
)


def name_at(place: Place, *, expected: bool = False) -> tuple[str, int] | None:
    """The name that begins here and the token after it.

    ``expected``: the word before calls for a name ("my son …", "called …"), so that one in lower case that no list knows
    will do too.
    """
    token = place.token()
    if token is None or not token.text[0].isalpha():
        return None
    if token.low in TITLES:
        surname = place.token(2) if place.low(1) == "." else place.token(1)
        return (
            (f"{token.text} {surname.text}", place.tokens.index(surname) + 1)
            if surname and surname.is_capital and may_be_name(surname)
            else None
        )
    if not may_be_name(token):
        return None
    if token.is_capital and not token.text.isupper():
        return _capitals(place)
    if is_first_name(token) or (expected and _calls_for_one(place)):
        return _lower(place)
    return None


def _calls_for_one(place: Place) -> bool:
    """Whether a word that no list knows is followed as a name would be."""
    following = place.token(1)
    return following is None or following.is_number or place.low(1) in _ENDING - {"is", "'s"}


def _capitals(place: Place) -> tuple[str, int]:
    parts = [place.tokens[place.at].text]
    at = place.at + 1
    while at < len(place.tokens) and len(parts) < _MOST_PARTS:
        token = place.tokens[at]
        if not (token.is_capital and may_be_surname(token)) or (token.text.isupper() and len(token.text) > 1):
            break
        parts.append(token.text)
        at += 1
    return " ".join(parts), at


def _lower(place: Place) -> tuple[str, int]:
    first = place.tokens[place.at].text
    surname = place.token(1)
    follows = place.token(2)
    joined = (
        surname is not None
        and surname.text[0].isalpha()
        and may_be_surname(surname)
        and not relation_of(surname.low)
        and not group_of(surname.low)
        and not (is_first_name(surname) and follows is not None and follows.is_number and len(surname.text) < 4)
        and (follows is None or follows.is_number or follows.low in _ENDING)
    )
    if joined and surname is not None:
        return f"{first} {surname.text}".title().replace("'S", "'s"), place.at + 2
    return first.title().replace("'S", "'s"), place.at + 1
