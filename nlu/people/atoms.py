"""A message as what tells of people: names, relations, ages, oneself, groups, and those who are not the family."""

from __future__ import annotations

from nlu.people.ages import age_at
from nlu.people.atom import OWNERS, Atom
from nlu.people.counted import counted_at
from nlu.people.found import Place
from nlu.people.kin import group_at, relation_at
from nlu.people.names import AND, name_at
from nlu.people.oneself import oneself_at
from nlu.people.owners import owner_at
from nlu.people.vocabulary import TITLES, is_first_name, relation_of, words
from nlu.people.words_in import Token

_NONE = frozenset({"no", "without", "not", "never"})
_PLACED = frozenset({"at", "in", "from", "near", "attends", "via", "to", "into", "for", "within", "outside", "around"})
_ROLE_ENDS = frozenset({"is", "'s", ":", "called", "named", ",", "(", "-", "="})
_IS = frozenset({"in", "at", "with", "also", "now", "still", "called", "currently", "doing"})
"""After "Mia's" where it is "Mia is"."""
_SHORTEST_NAME = 2
"""Words of an organisation's name, at least."""
_OF_AGE = frozenset({"age", "boy", "girl", "son", "daughter", "baby", "child", "lad"})


def atoms_of(message: str, tokens: list[Token]) -> list[Atom]:
    """The atoms in the order they come; tokens that are none are left out."""
    atoms: list[Atom] = []
    at = 0
    while at < len(tokens):
        place = Place(message, tokens, at)
        couple = _couple(place)
        if couple:
            atoms += couple
            at = couple[-1].last
            continue
        atom = _atom(place, atoms)
        if atom is None:
            at += 1
            continue
        at = atom.last
        if atom.kind == "age" and _goes_on(tokens, atoms, atom):
            atoms[-1].ages += atom.ages
            atoms[-1].last = atom.last
        else:
            atoms.append(atom)
    return atoms


def _atom(place: Place, before: list[Atom]) -> Atom | None:
    for look in (_stranger, counted_at, oneself_at, owner_at, _kin, _aged, _placed, _organised):
        atom = look(place)
        if atom is not None:
            return atom
    return _named(place, before)


def _couple(place: Place) -> list[Atom]:
    """ "Mr and Mrs Hussain" are two."""
    surname = place.token(3)
    if place.low() not in TITLES or place.low(1) not in AND or place.low(2) not in TITLES or surname is None:
        return []
    first, second = (f"{place.tokens[place.at + offset].text} {surname.text}" for offset in (0, 2))
    last = place.at + 4
    return [Atom("name", place.at, last, name=first), Atom("name", last, last, name=second)]


def _goes_on(tokens: list[Token], atoms: list[Atom], atom: Atom) -> bool:
    """Whether a bare age is the next of a list: "13, 10 and 2"."""
    if not atoms or atoms[-1].kind != "age" or atom.age.old or atoms[-1].ages[-1].old or atom.age.date_of_birth:
        return False
    if atoms[-1].ages[-1].date_of_birth or atom.age.years is None:
        return False
    between = {token.low for token in tokens[atoms[-1].last : atom.first]}
    return between <= {",", "/"} | AND


def _stranger(place: Place) -> Atom | None:
    """A pet, or somebody who works with the family, with the name that goes with it."""
    low = place.low()
    pet, role = low in words("pets"), low in words("roles") or low.removesuffix("s") in words("roles")
    if not (pet or role) or place.low(1) == "'s":
        return None
    end = place.at + 1 + (low == "guinea")
    named = end
    while named < len(place.tokens) and place.tokens[named].low in _ROLE_ENDS and named - end < 3:
        named += 1
    told = name_at(place.move(named), expected=pet) if named < len(place.tokens) else None
    if told and role and named > end and place.tokens[end].low in (",", "-", "("):
        # "the teacher, Jake 14": the next of a list; "the teacher, Jo Hill." is one.
        told = told if " " in told[0] and _ends(place, told[1]) else None
    if told and role and is_first_name(place.tokens[named]) and relation_of(place.low(-1)):
        told = None
    return Atom("stranger", place.at, told[1] if told else end, told[0] if told else None, plural=low.endswith("s"))


def _ends(place: Place, at: int) -> bool:
    """Whether a sentence or an aside ends here."""
    return at >= len(place.tokens) or place.tokens[at].low in (".", ")", ";", "\n")


def _kin(place: Place) -> Atom | None:
    here = relation_at(place.tokens, place.at) or _is_called(place)
    if here is None or not _is_somebody(place, here[1]):
        return None
    relation, end = here
    if relation in ("baby", "child") and _unborn(place, end):
        return Atom("place", place.at, end)
    if relation == "friend" and not _lives_there(place):
        return Atom("stranger", place.at, end)
    owner = place.low(-1) if place.low(-1) in OWNERS else None
    return Atom("relation", place.at, end, relation=relation, owner=owner)


def _is_somebody(place: Place, end: int) -> bool:
    """Whether a relation tells of somebody: not "no dad", "that fella", "child benefit", "mum's purse"."""
    if {place.low(-1), place.low(-2 if place.low(-1) in OWNERS else -1)} & _NONE:
        return False
    if place.low(-1) == "/" and relation_of(place.low(-2)):
        return False
    if place.low(-1) in ("a", "that", "this", "some") and relation_of(place.tokens[end - 1].low) == "partner":
        return False
    after = place.tokens[end].low if end < len(place.tokens) else ""
    if place.tokens[end - 1].low == "child" and after in words("child_of"):
        return False
    return after != "'s" or end + 1 >= len(place.tokens) or _says_more(place.move(end + 1))


def _is_called(place: Place) -> tuple[str, int] | None:
    """ "my husbands called Faisal", with no apostrophe."""
    stem = place.low()[:-1]
    if (
        not place.low().endswith("s")
        or group_at(place.tokens, place.at)
        or place.low(1) not in ("called", "named", "name")
    ):
        return None
    relation = relation_of(stem)
    return (relation, place.at + 1) if relation else None


def _says_more(place: Place) -> bool:
    """Whether "mum's" is "mum is": an age, a name or "called" follows."""
    if place.at >= len(place.tokens):
        return False
    told = place.low() in ("called", "named", "name", "on", "at", "a", "also", "here") or place.low() in OWNERS
    return told or age_at(place.message, place.tokens, place.at) is not None or name_at(place) is not None


def _unborn(place: Place, end: int) -> bool:
    near = {token.low for token in place.tokens[max(0, place.at - 4) : end + 4]}
    after = [token.low for token in place.tokens[end : end + 3]]
    return bool(near & {"expecting", "pregnant", "unborn"}) or "due" in after or after[:2] == ["on", "the"]


def _lives_there(place: Place) -> bool:
    """Whether the sentence says that a friend stays with the family."""
    near = place.tokens[max(0, place.at - 6) : place.at + 9]
    return any(
        token.low in ("stay", "stays", "staying", "lives", "living", "lodging", "lodges", "moved") for token in near
    )


def _aged(place: Place) -> Atom | None:
    back = 2 if place.low(-1) in ("about", "around", "roughly", "approximately", "only", "just") else 1
    if place.low(-back) in words("measuring"):
        return None
    if place.low(-1) == "of" and place.low(-2) not in _OF_AGE:
        return None
    before, token = place.token(-1), place.tokens[place.at]
    if before is not None and before.end == token.start and (_is_stuck_to(before) or before.low in ("/", ".")):
        return None
    age = age_at(place.message, place.tokens, place.at)
    return Atom("age", place.at, age.end, ages=[age]) if age else None


def _is_stuck_to(before: Token) -> bool:
    """Whether a number is part of the word before it: "A21", but not "Kim40"."""
    return before.text[0].isalpha() and not (before.is_capital and len(before.text) > 2 and is_first_name(before))


def _placed(place: Place) -> Atom | None:
    """Capital words after "at" or "in" name a place, unless they are a first name that an age follows."""
    token = place.token()
    if token is None or not token.is_capital or place.low(-1) not in _PLACED:
        return None
    named = name_at(place)
    if named and place.low(-1) in ("for", "to"):
        following = place.tokens[named[1]].low if named[1] < len(place.tokens) else ""
        numbered = named[1] + 1 < len(place.tokens) and place.tokens[named[1] + 1].is_number
        if is_first_name(token) or following.isdigit() or (following in (",", "(") and numbered):
            return None
    end = place.at + 1
    while end < len(place.tokens) and place.tokens[end].is_capital and place.tokens[end].text[0].isalpha():
        end += 1
    return Atom("place", place.at, end, name=place.message[token.start : place.tokens[end - 1].end])


def _organised(place: Place) -> Atom | None:
    """ "West Vale Homes": capital words that end in what an organisation or a road is, and no age follows."""
    end, last = place.at, 0
    while end < len(place.tokens) and place.tokens[end].is_capital and place.tokens[end].text[0].isalpha():
        end += 1
        last = end if place.tokens[end - 1].low in words("organisations") else last
    if last - place.at < _SHORTEST_NAME:
        return None
    if last < len(place.tokens) and age_at(place.message, place.tokens, last) is not None:
        return None
    return Atom("place", place.at, last, name=place.message[place.tokens[place.at].start : place.tokens[last - 1].end])


def _named(place: Place, before: list[Atom]) -> Atom | None:
    last = before[-1] if before else None
    between = place.tokens[last.last : place.at] if last else []
    calling = {"called", "named", "names", "name", "is", "'s", "r", "are"}
    tight = last is not None and all(token.low in calling | {":", "-", ",", "("} for token in between)
    called = place.low(-1) in ("called", "named", "names")
    expected = called or (
        last is not None
        and tight
        and last.kind in ("relation", "self", "group", "owner")
        and not any(token.low == "," for token in between[:1] if last.kind != "group")
    )
    listed = last is not None and last.kind in ("name", "age") and {t.low for t in between} <= {","} | AND
    told = name_at(place, expected=expected, listed=listed)
    if told is not None and place.low(-1) == "at":
        return Atom("place", place.at, told[1], name=told[0])
    if told is None or place.low(-1) in (
        "the",
        "since",
        "until",
        "during",
        "last",
        "next",
        "on",
        "speaks",
        "speak",
        "speaking",
    ):
        return None
    following = place.tokens[told[1]].low if told[1] < len(place.tokens) else ""
    if following in ("family", "household") or (following in ("children", "kids") and not expected):
        return Atom("place", place.at, told[1])
    if told[1] < len(place.tokens) and place.tokens[told[1]].low == "'s":
        after = told[1] + 1
        aged = after < len(place.tokens) and (age_at(place.message, place.tokens, after) is not None)
        owned = after < len(place.tokens) and place.tokens[after].low in OWNERS
        told_of = after < len(place.tokens) and place.tokens[after].low in _IS
        if not (aged or owned or told_of) and not relation_at(place.tokens, after) and place.low(0) not in TITLES:
            return Atom("place", place.at, told[1])
    return Atom("name", place.at, told[1], name=told[0])
