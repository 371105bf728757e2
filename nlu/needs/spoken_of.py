"""Everybody whom a message speaks of, word by word: names, relations, "he" and "she", and whether each is grown up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from nlu.people.vocabulary import group_of, is_everyday_name, is_first_name, relation_of
from nlu.people.words_in import Token, tokens_of
from nlu.phrases import load_yaml
from nlu.reading import Person

Sex = Literal["female", "male"]
GROWN_UP = 18
_PRONOUNS: dict[str, Sex] = {
    **dict.fromkeys(("he", "him", "his", "hes", "himself"), "male"),
    **dict.fromkeys(("she", "her", "shes", "herself"), "female"),
}
_SELF = frozenset({"i", "i'm", "im", "i've", "ive", "me", "my", "myself", "i'd", "i'll"})
_OLD = re.compile(r"(?i)\b(\d{1,2})[ -]?(?:year|yr)s?[ -]?old\b|\b(?:young person|yp|pupil|student)\b")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A word for one or more people. ``key`` tells who is the same: a first name, a relation, or the pronoun."""

    start: int
    end: int
    kind: Literal["name", "relation", "pronoun", "self"]
    key: str
    sex: Sex | None
    grown_up: bool | None
    beside: bool = False
    """Only told of beside somebody else: "with his mum"."""
    tells: bool = False
    """Only the one who says it: "Anna said"."""
    many: bool = False
    """More than one ("boys", "the two oldest"): no "he" or "she" means them."""


@cache
def vocabulary() -> dict[str, list[str]]:
    """The lists of ``whose.yml``."""
    told: dict[str, list[str]] = load_yaml(Path(__file__).with_name("whose.yml"))
    return told


def spoken_of(message: str, people: tuple[Person, ...]) -> list[Somebody]:
    """Everybody, in order of the message. ``people`` are those who were read in it, with ages and relations."""
    tokens = tokens_of(message)
    names = {person.name.split()[0].casefold(): person for person in people if person.name}
    found = [one for at in range(len(tokens)) if (one := _somebody(tokens, at, names, people))]
    for match in _OLD.finditer(message):
        grown_up = match.group(1) is not None and int(match.group(1)) >= GROWN_UP
        found.append(Somebody(*match.span(), "relation", match.group().casefold(), None, grown_up))
    return sorted(found, key=lambda one: one.start)


def sex_of(relation: str | None) -> Sex | None:
    """Of whom a relation is; None where it can be either's."""
    return next((sex for sex in ("female", "male") if relation in vocabulary()[sex]), None)


def grown_up_by(person: Person) -> bool | None:
    """Whether somebody is grown up, by age, else by relation; None where neither says."""
    if person.age is not None:
        return person.age >= GROWN_UP
    return _by_relation(person.relation)


def _by_relation(relation: str | None) -> bool | None:
    return True if relation in vocabulary()["grown_up"] else False if relation in vocabulary()["child"] else None


def _somebody(tokens: list[Token], at: int, names: dict[str, Person], people: tuple[Person, ...]) -> Somebody | None:
    token = tokens[at]
    said: dict[str, Any] = {"start": token.start, "end": token.end}
    if token.low in _PRONOUNS:
        return Somebody(**said, kind="pronoun", key=token.low, sex=_PRONOUNS[token.low], grown_up=None)
    if token.low in _SELF:
        ages = {p.age >= GROWN_UP for p in people if p.relation == "self" and p.age is not None}
        return Somebody(**said, kind="self", key="i", sex=None, grown_up=ages.pop() if len(ages) == 1 else None)
    said |= {"beside": _is_beside(tokens, at), "tells": _tells(tokens, at)}
    person = names.get(token.low)
    # "May" and "Mark" are names where they are known to be somebody's.
    if person is not None or (token.is_capital and is_first_name(token) and not is_everyday_name(token)):
        sex, grown_up = (sex_of(person.relation), grown_up_by(person)) if person else (None, None)
        return Somebody(**said, kind="name", key=token.low, sex=sex, grown_up=grown_up)
    relation = relation_of(token.low) or group_of(token.low)
    if relation is None or _by_relation(relation) is None or _is_only_part(tokens, at):
        return None
    known = {grown_up_by(p) for p in people if p.relation == relation}
    grown_up = known.pop() if len(known) == 1 else _by_relation(relation)
    several = relation_of(token.low) is None or (at > 0 and tokens[at - 1].low in vocabulary()["several"])
    return Somebody(**said, kind="relation", key=relation, sex=sex_of(relation), grown_up=grown_up, many=several)


def _is_beside(tokens: list[Token], at: int) -> bool:
    if at + 1 < len(tokens) and tokens[at + 1].low == "'s":
        return False
    before = at - 1
    while before >= 0 and at - before <= 3 and tokens[before].low in vocabulary()["between"]:
        before -= 1
    return before >= 0 and tokens[before].low in vocabulary()["beside"]


def _is_only_part(tokens: list[Token], at: int) -> bool:
    """Whether a relation is part of another word: "child protection plan", "the eldest son"."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return relation_of(following) is not None or (
        tokens[at].low in ("child", "children", "parent", "carer") and following in vocabulary()["compound"]
    )


def _tells(tokens: list[Token], at: int) -> bool:
    """Whether a word of telling follows, with a word between at most ("Anna has said")."""
    return any(token.low in vocabulary()["telling"] for token in tokens[at + 1 : at + 3])
