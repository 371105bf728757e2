"""Where somebody tells of himself: "me", "I'm Kelly", "my name is", "… and I"."""

from __future__ import annotations

from nlu.people.ages import age_at
from nlu.people.atom import OWNERS, Atom
from nlu.people.found import Place
from nlu.people.kin import group_at, relation_at
from nlu.people.names import AND, name_at
from nlu.people.vocabulary import is_first_name, words

_I_AM = frozenset({"im", "i'm"})


def oneself_at(place: Place) -> Atom | None:
    """ "me", "I'm", "my name is", "… and I"; "I'm" only where a name, an age or a relation follows."""
    low, after = place.low(), place.low(1)
    if low == "my" and after in ("name", "names"):
        end = place.at + 2 + (place.low(2) in ("is", "'s"))
        return Atom("self", place.at, end, owner="name")
    if low in ("me", "myself", "mesel", "mysen"):
        return Atom("self", place.at, place.at + 1) if _is_listed_self(place) else None
    if low in _I_AM or (low == "i" and after in ("am", "have")):
        end = place.at + 1 + (low == "i")
        return Atom("self", place.at, end, owner="i'm") if _tells(place.move(end), have=after == "have") else None
    listed = after in ("(", ",") and place.low(-1) in ("", ":", ",", "(", "-", "are", "is", "\n")
    if low == "i" and (listed or place.low(-1) in AND):
        return Atom("self", place.at, place.at + 1)
    return None


def _is_listed_self(place: Place) -> bool:
    """Whether "me" is one of those who are told of, not whom somebody rings."""
    before, after = place.token(-1), place.token(1)
    begins = before is None or not before.text[0].isalpha() or before.low in AND | words("before_me")
    if not begins or after is None:
        return begins
    ends = (
        not after.text[0].isalpha() or after.is_capital or after.low in AND | words("after_me") or is_first_name(after)
    )
    return ends or name_at(place.move(place.at + 1), expected=True) is not None or _kin_follows(place)


def _kin_follows(place: Place) -> bool:
    return bool(relation_at(place.tokens, place.at + 1) or group_at(place.tokens, place.at + 1))


def _tells(place: Place, *, have: bool) -> bool:
    """Whether a name, an age or what one is to the children follows "I'm"; of "I have" only years."""
    if have:
        age = age_at(place.message, place.tokens, place.at)
        return age is not None and place.tokens[age.end - 1].low in ("years", "year")
    at = place.at
    while at < len(place.tokens) and place.tokens[at].low in OWNERS | {"single", "only", "just", "now"}:
        at += 1
    told = Place(place.message, place.tokens, at)
    if at >= len(place.tokens):
        return False
    owned = at > place.at
    kin = relation_at(place.tokens, at)
    if kin:
        return kin[0] != "carer" and (owned or kin[0] in words("adults"))
    return age_at(place.message, place.tokens, at) is not None or (
        not owned and name_at(told, expected=True) is not None
    )
