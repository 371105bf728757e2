"""Atoms put together, each to the person it tells of."""

from __future__ import annotations

from collections.abc import Callable

from nlu.people.atom import Atom, Kind
from nlu.people.atoms import atoms_of
from nlu.people.found import Found
from nlu.people.gap import Gap, gap_between
from nlu.people.telling import Telling
from nlu.people.told_ages import hear_age
from nlu.people.told_kin import hear_relation
from nlu.people.told_names import hear_name
from nlu.people.told_rest import hear_group, hear_owner, hear_place, hear_self, hear_stranger
from nlu.people.vocabulary import words
from nlu.people.words_in import Token

_HEAR: dict[Kind, Callable[[Telling, int, Atom, Gap], None]] = {
    "name": hear_name,
    "relation": hear_relation,
    "age": hear_age,
    "self": hear_self,
    "group": hear_group,
    "owner": hear_owner,
    "stranger": hear_stranger,
    "place": hear_place,
}


def people_told(message: str, tokens: list[Token]) -> list[Found]:
    """Everybody who is told of, strangers left out."""
    t = Telling(message, tokens, atoms_of(message, tokens))
    end = 0
    for index, atom in enumerate(t.atoms):
        gap = gap_between(t.tokens, end, atom.first, soft_lines=t.soft)
        t.brackets(gap)
        if atom.kind not in ("group", "age"):
            t.alike = []
        _HEAR[atom.kind](t, index, atom, gap)
        end = atom.last
    t.close_group()
    if t.people and t.orphans:
        _take_in_orphans(t)
    told = [person for person in t.people if not person.stranger and not _gone(t, person)]
    return [person for person in told if not person.suggested or len(told) == 1]


def _take_in_orphans(t: Telling) -> None:
    """The ages that began the message: of as many who were only named after, or of children without a name."""
    named = [person for person in t.people if person.name and not (person.aged or person.relation or person.stranger)]
    if len(named) == len(t.orphans):
        for person, age in zip(named, t.orphans, strict=True):
            person.age = age
    else:
        t.people = [Found(0, 1, 0, 0, age=age) for age in t.orphans] + t.people


def _gone(t: Telling, person: Found) -> bool:
    """Whether somebody is told to have died, "Neil (deceased)", or an ex to have left."""
    near = [token.low for token in t.tokens[person.last : person.last + 4]]
    if (person.relation or "").startswith("ex-") and not person.aged and words("away") & set(near):
        return True
    near = near[1:] if near[:1] == [")"] else near
    return any(low in words("gone") for low in near[: 2 if near[:1] in (["("], ["-"], [","]) else 1])
