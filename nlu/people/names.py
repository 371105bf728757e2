"""A person's name at a place among the words, also in lower case where only a name can stand."""

from __future__ import annotations

from nlu.people.found import Place
from nlu.people.vocabulary import (
    TITLES,
    group_of,
    is_everyday_name,
    is_first_name,
    may_be_name,
    may_be_surname,
    relation_of,
)

_MOST_PARTS = 3
_AGE_WORDS = frozenset({"im", "i'm", "aged", "age", "whos", "who's", "hes", "shes"})
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

    ``expected``: the word before calls for a name ("my son …", "called …"), so that one in small letters that
    no list knows will do too.
    """
    token = place.token()
    if token is None or not token.text[0].isalpha():
        return None
    if token.low in TITLES:
        return _titled(place)
    if not may_be_name(token):
        return None
    if token.is_capital and not token.text.isupper():
        return _capitals(place)
    everyday = expected and is_everyday_name(token) and place.low(1) in _ENDING - {"is", "'s"}
    if everyday or is_first_name(token) or (expected and _calls_for_one(place)) or _in_a_list(place):
        return _lower(place)
    return None


def _titled(place: Place) -> tuple[str, int] | None:
    """ "Mrs Lal", "Mr Paul Henderson"."""
    at = place.at + (2 if place.low(1) == "." else 1)
    first = place.tokens[at] if at < len(place.tokens) else None
    if first is None or not first.is_capital or not may_be_surname(first):
        return None
    rest, end = _capitals(place.move(at))
    # With a first name the title tells nothing more.
    return rest if " " in rest else f"{place.tokens[place.at].text} {rest}", end


def _calls_for_one(place: Place) -> bool:
    """Whether a word that no list knows is followed as a name would be."""
    following = place.token(1)
    second = place.token(2)
    numbered = second is not None and second.is_number and place.low(1) in _ENDING
    return following is not None and (following.is_number or numbered or place.low(1) in _AGE_WORDS)


def _in_a_list(place: Place) -> bool:
    """Whether a word that no list knows stands as names do in a list of ages: "jake 15, josie 12 and bo 9"."""
    before, after = place.low(-1), place.low(2)
    number = place.token(1)
    if number is not None and not number.is_number:
        return _pair_in_a_list(place)
    aged = number is not None and number.is_number and after in _ENDING | {"at", "yrs", "years", "yr", "yo"}
    return (
        aged
        and before in {",", "and", "&", "\n"}
        and len(place.low()) > 1
        and number is not None
        and int(number.text) < 100
    )


def _pair_in_a_list(place: Place) -> bool:
    """First name and surname in small letters that no list knows, at the beginning of an item: "dawn riley 37"."""
    surname, age, after = place.token(1), place.token(2), place.low(3)
    if surname is None or age is None or not age.is_number or place.low(-1) not in {"", ",", "\n", ";"}:
        return False
    ends = after in _ENDING | {"yrs", "years", "yr", "yo"} or relation_of(after) is not None
    return ends and may_be_name(surname) and surname.text[0].isalpha() and len(surname.low) > 2 and int(age.text) < 100


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
