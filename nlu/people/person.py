"""Who begins at a place among the words: oneself, a relation, a name, an age, or several of a kind."""

from __future__ import annotations

from nlu.people.ages import SPELT, Age, age_at, numbers_at
from nlu.people.found import Found, Place, found
from nlu.people.names import name_at
from nlu.people.vocabulary import TITLES, group_of, is_first_name, relation_of, words

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2, "twin": 2}
_MOST = 8
_GROWN = 18
_OTHERS = frozenset(
    {"other", "school", "local", "neighbour's", "older", "these", "those", "some", "young", "adult", "grown-up"}
)
_CALLED = frozenset(
    {"called", "named", "is", "'s", "name", ":", "-", ",", "whos", "who", "are", "(", "=", "he", "she", "hes", "shes"}
)
_POSSESSIVES = frozenset({"the", "her", "his", "their", "my", "our"})
_SELF = frozenset({"i'm", "im", "me", "myself", "i"})
_AFTER_SELF = frozenset(
    {"", ",", ".", "(", ")", ";", "\n", "and", "n", "&", "+", "plus", "my", "-", "with", "who", "our", "here"}
)
_BEFORE_SELF = frozenset(
    {
        "",
        ",",
        ".",
        "(",
        ";",
        "\n",
        "and",
        "n",
        "&",
        "+",
        "plus",
        "just",
        "us",
        "two",
        "three",
        "its",
        "it's",
        "is",
        "there's",
        "-",
        ":",
        "only",
        "theres",
        "home",
        "here",
        "or",
    }
)
_AFTER_BARE = frozenset(
    {
        "",
        ",",
        ".",
        "(",
        ")",
        ";",
        "\n",
        "and",
        "n",
        "&",
        "+",
        "plus",
        "-",
        "my",
        "our",
        "with",
        "who",
        "me",
        "both",
        "here",
        "too",
        "also",
        "there",
        "on",
    }
)
_ALONE = frozenset({"on", "at", "alone", "single", "living", "here", "raising", "bringing"})
_MONTHS = frozenset({"may", "april", "june", "august"})
_BABY_MONTHS = frozenset(
    {"month", "months", "mth", "mths", "week", "weeks", "wk", "wks", "month-old", "months-old", "week-old", "weeks-old"}
)


def person_at(place: Place) -> list[Found]:
    """Those found at this token; empty where nobody begins here."""
    for look in (_titled_pair, _self, _pronoun, _group, _relation, _year_old, _named, _numbers):
        here = look(place)
        if here:
            return here
    return []


def _age(place: Place, at: int) -> Age | None:
    """The age that follows, unless it is the first of several that belong to all who were named before."""
    age = age_at(place.message, place.tokens, at)
    if age is None or age.date_of_birth:
        return age
    number = next((i for i in range(at, age.end) if place.tokens[i].is_number), None)
    if number is not None and any(place.tokens[i].low in ("are", "both") for i in range(at, number)):
        return None
    opened = any(place.tokens[i].low == "(" for i in range(at, age.end))
    if number is None or (opened and number == age.end - 1):
        return age
    return None if len(numbers_at(place.tokens, number)[0]) > 1 else age


def _with_age(place: Place, last: int, age: Age | None, **said: object) -> Found:
    end = age.end if age else last
    if end < len(place.tokens) and place.tokens[end].low == ")" and any(t.low == "(" for t in place.tokens[last:end]):
        end += 1
    return found(place, end, age=age.years if age else None, date_of_birth=age.date_of_birth if age else None, **said)


def _titled_pair(place: Place) -> list[Found]:
    """ "Mr and Mrs Hussain" are two."""
    surname = place.token(3)
    if place.low() not in TITLES or place.low(1) not in ("and", "&") or place.low(2) not in TITLES or surname is None:
        return []
    titles = (place.tokens[place.at].text, place.tokens[place.at + 2].text)
    return [found(place, place.at + 4, name=f"{title} {surname.text}", weak=True) for title in titles]


def _self(place: Place) -> list[Found]:
    """ "I'm Kelly, 34", "me (32)", "my name's Tracy, im 29"; a role ("I'm the GP") is nobody of the household."""
    at = _self_words(place)
    if at is None:
        return []
    named = name_at(place.move(at), expected=True) if at < len(place.tokens) else None
    if named is None and place.low() in ("me", "i'm", "im") and place.low(1) == "," and is_first_name_at(place, 2):
        named = name_at(place.move(at + 1))
        if named and place.low() == "me" and _age(place, named[1]) and not _says_own(place, named[1]):
            # "me, Connor 12" are two.
            return [found(place, at, relation="self", weak=True)]
    after_name = named[1] if named else at
    age = _own_age(place, after_name)
    name = named[0] if named else None
    if age:
        here = _with_age(place, after_name, age, name=name, relation="self")
        return [_name_in_brackets(place, here)]
    role = place.tokens[after_name].low if after_name < len(place.tokens) else ""
    if name:
        return (
            []
            if role == "," and _is_role(place, after_name + 1)
            else [found(place, after_name, name=name, relation="self", weak=True)]
        )
    if (
        place.low() in ("me", "myself")
        and place.low(-1) in _BEFORE_SELF
        and role in _AFTER_SELF
        and not (role == "," and _is_role(place, after_name + 1))
    ):
        return [found(place, at, relation="self", weak=True)]
    return _self_as_parent(place, at)


def _pronoun(place: Place) -> list[Found]:
    """ "He's 14" where nobody was named before: :mod:`nlu.people.group` drops it where somebody was."""
    relation = {"he": "son", "hes": "son", "she": "daughter", "shes": "daughter"}.get(place.low())
    if relation is None or place.low(-1) not in ("", ",", ".", "\n", "and", "&", ";"):
        return []
    age = _age(place, place.at)
    if age is None or not age.stated or age.years is None or age.years >= _GROWN:
        return []
    return [_with_age(place, place.at + 1, age, relation=relation, implied=True)]


def is_first_name_at(place: Place, offset: int) -> bool:
    """Whether the token so far from here is a first name."""
    token = place.token(offset)
    return token is not None and is_first_name(token)


def _is_role(place: Place, at: int) -> bool:
    return at < len(place.tokens) and place.tokens[at].low in (
        "the",
        "a",
        "an",
        "head",
        "school",
        "their",
        "her",
        "his",
        "from",
        "health",
        "family",
        "headteacher",
        "senco",
    )


def _self_words(place: Place) -> int | None:
    """The token after "I'm", "me" or "my name is"; None where nobody speaks of himself here."""
    low = place.low()
    if low == "i" and place.low(1) == "am":
        return place.at + 2
    if low == "my" and place.low(1) in ("name", "names"):
        at = place.at + 2
        return at + 1 if at < len(place.tokens) and place.tokens[at].low in ("is", "'s") else at
    return place.at + 1 if low in _SELF - {"i"} else None


def _says_own(place: Place, at: int) -> bool:
    return at < len(place.tokens) and place.tokens[at].low in ("i'm", "im", "i")


def _own_age(place: Place, at: int) -> Age | None:
    """One's age after the name: also "… and I'm 29"."""
    age = _age(place, at)
    if age:
        return age
    while at < len(place.tokens) and place.tokens[at].low in (",", "and"):
        at += 1
    if at < len(place.tokens) and place.tokens[at].low in ("i'm", "im"):
        return _age(place, at)
    if at + 1 < len(place.tokens) and place.tokens[at].low == "i" and place.tokens[at + 1].low == "am":
        return _age(place, at + 2)
    return None


def _name_in_brackets(place: Place, here: Found) -> Found:
    """ "me 41 (Claire)"."""
    if here.name is None and here.last < len(place.tokens) and place.tokens[here.last].low == "(":
        named = name_at(place.move(here.last + 1))
        if named:
            here.name, here.last = named[0], named[1] + 1
            here.end = place.tokens[min(here.last, len(place.tokens)) - 1].end
    return here


def _self_as_parent(place: Place, at: int) -> list[Found]:
    """ "I am the mum, Rachel Stone, I'm 39"."""
    while at < len(place.tokens) and place.tokens[at].low in ("the", "a", "their", "his", "her", "single"):
        at += 1
    if (
        at >= len(place.tokens)
        or not relation_of(place.tokens[at].low)
        or at + 1 >= len(place.tokens)
        or place.tokens[at + 1].low != ","
    ):
        return []
    named = name_at(place.move(at + 2))
    return [_with_age(place, named[1], _own_age(place, named[1]), name=named[0], relation="self")] if named else []


def _group(place: Place) -> list[Found]:
    """ "two boys", "3 kids", "her children", "twin girls"."""
    at, count = place.at, _count(place.low())
    others = False
    at += count is not None
    while at < len(place.tokens) and place.tokens[at].low in words("describing"):
        others = others or place.tokens[at].low in ("other", "adult", "grown-up")
        count = 2 if count is None and place.tokens[at].low == "twin" else count
        at += 1
    word = place.tokens[at].low if at < len(place.tokens) else ""
    relation = group_of(word)
    if (
        relation is None
        or (at > place.at and count is None)
        or (at + 1 < len(place.tokens) and place.tokens[at + 1].low in ("'s", "home"))
    ):
        return []
    count = 2 if word == "twins" else 3 if word == "triplets" else count
    return [found(place, at + 1, relation=relation, group=True, count=None if others else count)]


def _count(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 2 <= int(word) <= _MOST else None
    return _COUNTS.get(word)


def _relation(place: Place) -> list[Found]:
    """ "mum Kelly, 34", "a girl of 7", "Dad (Steve)", "my eldest is 16", or only "nan"."""
    relation = relation_of(place.low())
    if place.low() in ("middle", "little", "other") and place.low(1) == "one":
        age = _age(place, place.at + 2)
        return [_with_age(place, place.at + 2, age, relation="child")] if age else []
    if (
        relation is None
        or place.low(1) == "in"
        or place.low(-1) in ("no", "without", "not")
        or (place.low() == "baby" and "due" in (place.low(1), place.low(2), place.low(3)))
    ):
        return []
    start = place.at + 1
    if place.low() in ("eldest", "oldest", "youngest") and relation_of(place.low(1)):
        return []
    after = _after_called(place, start)
    named = name_at(place.move(after), expected=True) if after < len(place.tokens) else None
    if named and not _separate(place, start, after):
        age = _age(place, named[1])
        return [
            _with_age(
                place,
                _closing(place, start, named[1]) if age is None else named[1],
                age,
                name=named[0],
                relation=relation,
            )
        ]
    while start < len(place.tokens) and place.tokens[start].low in ("as", "well", "too", "also"):
        start += 1
    age = _age(place, start)
    if age:
        return [_with_age(place, start, age, relation=relation)]
    alone = place.low(1) in ("is", "'s") and (place.low(2) in _ALONE or place.low(3) == "single")
    bare = (place.low(1) in _AFTER_BARE or alone) and place.low(-1) not in ("'s",)
    return [found(place, start, relation=relation, weak=True)] if bare else []


def _separate(place: Place, start: int, after: int) -> bool:
    """Whether a name after "mum, " is the next of a list ("mum, Kelly and Jo"); "mum, Kelly 34" is one person."""
    return after > start and place.tokens[start].low == "," and after == start + 1 and name_is_listed(place, after)


def name_is_listed(place: Place, at: int) -> bool:
    """Whether a comma, an "and" or the end follows a name at once: then it is the next of a list."""
    named = name_at(place.move(at), expected=True)
    if named is None:
        return False
    return named[1] >= len(place.tokens) or place.tokens[named[1]].low in ("and", "&")


def _after_called(place: Place, at: int) -> int:
    start = at
    while at < len(place.tokens) and at - start < 5 and place.tokens[at].low in _CALLED:
        at += 1
    return at


def _closing(place: Place, start: int, end: int) -> int:
    opened = any(token.low == "(" for token in place.tokens[start:end])
    return end + 1 if opened and end < len(place.tokens) and place.tokens[end].low == ")" else end


def _year_old(place: Place) -> list[Found]:
    """ "a 15yo son", "4 year old", "7 month old"."""
    token = place.token()
    if token is None or not (token.is_number or token.low in SPELT):
        return []
    age = age_at(place.message, place.tokens, place.at)
    if age is None or not age.stated or age.years is None:
        return []
    baby = any(t.low in _BABY_MONTHS for t in place.tokens[place.at : age.end])
    relation = "baby" if baby and age.years == 0 else "child" if age.years < 18 else None
    at = age.end
    while at < len(place.tokens) and place.tokens[at].low in words("describing"):
        at += 1
    said = relation_of(place.tokens[at].low) if at < len(place.tokens) else None
    last = at + 1 if said else age.end
    after = _after_called(place, last) if last < len(place.tokens) else last
    named = (
        name_at(place.move(after))
        if after < len(place.tokens) and place.tokens[last].low not in ("is", ",", "-", ":")
        else None
    )
    return [
        found(
            place,
            named[1] if named else last,
            age=age.years,
            relation=said or relation,
            name=named[0] if named else None,
            implied=said is None,
        )
    ]


def _named(place: Place) -> list[Found]:
    """ "Kelly, 34", "Lisa (mum, 36)", "Sienna Ward aged 13", or only a name."""
    named = name_at(place)
    if named is None:
        return []
    name, last = named
    bracket = _bracketed_relation(place, last)
    if bracket:
        relation, after = bracket
        age = _age(place, after)
        here = _with_age(place, after, age, name=name, relation=relation)
        here.last += here.last < len(place.tokens) and place.tokens[here.last].low == ")"
        return [here]
    age = _age(place, last)
    if age and _plausible(place, last, age):
        here = _with_age(place, last, age, name=name)
        return [_relation_after(place, here)]
    following = place.tokens[last].low if last < len(place.tokens) else ""
    if following == "'s" or place.low(-1) == "the":
        return []
    someone = following not in ("family", "household", "children", "kids") and place.low() not in _MONTHS
    return [found(place, last, name=name, weak=True)] if someone else []


def _relation_after(place: Place, here: Found) -> Found:
    """ "Dawn Riley 37 (mother)", "Dawn Riley 37 mum,"."""
    bracket = _bracketed_relation(place, here.last)
    if bracket and place.tokens[here.last].low == "(":
        here.relation, here.last = bracket[0], bracket[1] + 1
        return here
    after = place.move(here.last)
    if relation_of(after.low()) and after.low(1) in ("", ",", ";", ".", "\n"):
        here.relation, here.last = relation_of(after.low()), here.last + 1
    return here


def _bracketed_relation(place: Place, at: int) -> tuple[str, int] | None:
    sign = place.tokens[at].low if at + 1 < len(place.tokens) else ""
    after = at if sign in _POSSESSIVES else at + 1
    if sign not in {"(", ",", "-", "is", "'s"} | _POSSESSIVES:
        return None
    while after < len(place.tokens) and place.tokens[after].low in _POSSESSIVES:
        after += 1
    relation = relation_of(place.tokens[after].low) if after < len(place.tokens) else None
    closed = place.tokens[after + 1].low if after + 1 < len(place.tokens) else ""
    if relation is None or closed == "'s":
        return None
    if sign not in ("(", "is", "'s") and not (
        _age(place, after + 1) and (closed in (",", "(") or sign in _POSSESSIVES)
    ):
        return None
    return relation, after + 1


def _plausible(place: Place, last: int, age: Age) -> bool:
    """An unknown word right before a number ("Ward 12") is a name only with its comma, bracket or "is"."""
    known = is_first_name(place.tokens[place.at]) or place.low() in TITLES or last - place.at > 1
    return known or age.stated or place.tokens[last].low in (",", "(", "-", ":", "is", "'s") or place.at > 0


def _numbers(place: Place) -> list[Found]:
    token = place.token()
    if token is None or not token.is_number:
        return []
    ages, last = numbers_at(place.tokens, place.at)
    return [found(place, last, ages=ages)] if ages else []
