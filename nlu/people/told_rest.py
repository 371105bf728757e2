"""Oneself, groups, owners, strangers and places that are told."""

from __future__ import annotations

from nlu.people.atom import Atom
from nlu.people.found import Found
from nlu.people.gap import Gap
from nlu.people.telling import OLDEST_CHILD, Telling
from nlu.people.told_kin import is_told_away
from nlu.people.vocabulary import words


def hear_self(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    """Oneself, also said of whoever was just named: "Zeynep, 37 (me)"."""
    now = t.now
    own_words = atom.owner is not None
    if now is not None and now.name and now.relation is None and not gap.hard and not gap.joins:
        in_bracket = t.depth > 0 and t.inside is now
        if in_bracket or (own_words and not now.aged and gap.tight) or _stands_for(t, index, gap, now):
            now.relation, now.own_words = "self", own_words
            t.reach(now, atom, gap)
            return
    me = next((person for person in t.people if person.relation == "self"), None)
    if me is not None:
        me.own_words = me.own_words or own_words
        if t.group is None or t.group.count or t.filled:
            t.close_group()
        t.now = me
        return
    t.close_group()
    t.begin(atom, relation="self", own_words=own_words)


def _stands_for(t: Telling, index: int, gap: Gap, now: Found) -> bool:
    """ "Zeynep, 37, me;" says who writes."""
    after, beyond = t.ahead(index)
    dashed = "-" in gap.lows and now.aged
    return dashed and (after is None or beyond.hard or beyond.comma)


def hear_group(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    """A group atom: those who come next are of it."""
    relation = atom.relation or "child"
    if relation == "adult" or is_told_away(t, index, atom):
        t.close_group()
        t.now = None
        return
    if _names_the_last(t, atom, gap, relation) or _twins_were_named(t, index, atom, gap):
        return
    now = t.now
    if now is not None and now.name and gap.joins and t.low(atom.first - 1) in ("her", "his", "their"):
        now.vouched = True
    parent = t.group
    inside = parent is not None and not t.filled and parent.relation == "child" and relation in words("children")
    t.close_group(told_apart=inside)
    t.outer = parent if inside and parent is not None and parent.count is None and atom.count else None
    t.open_group(atom, relation, atom.count)
    t.age_of_all, t.age_before = t.age_before, None


def _names_the_last(t: Telling, atom: Atom, gap: Gap, relation: str) -> bool:
    """ "A 4 year old and a 9 year old, both boys": the last ones are told what they are."""
    if gap.lows[-1:] in (("they're",), ("theyre",), ("'re",)) or gap.lows[-2:] == ("they", "are"):
        for person in [one for one in t.people if one.relation is None][-(atom.count or 2) :]:
            person.relation = relation
        return True
    if not atom.count or t.low(atom.first) != "both" or relation not in words("children"):
        return False
    last = t.people[-atom.count :]
    if len(last) != atom.count or not all(p.aged and p.relation in ("child", None) for p in last):
        return False
    for person in last:
        person.relation, person.implied = relation, False
    return True


def _twins_were_named(t: Telling, index: int, atom: Atom, gap: Gap) -> bool:
    """ "Leo & Mia (twins, 3)", "Finn 9 and Freya 9, twins": the last ones are twins, no others come."""
    after, beyond = t.ahead(index)
    if not atom.plural or not atom.count:
        return False
    last = t.people[-atom.count :]
    to_name = after is not None and after.kind == "name" and not beyond.parts
    if to_name and (not beyond.comma or not all(person.aged for person in last)):
        return False
    told = len(last) == atom.count and all(person.name and not person.stranger for person in last)
    if not told or not set(gap.lows) <= {"(", ")", ",", "-", "both", "are", "who", "the"}:
        return False
    if len({(person.age, person.date_of_birth) for person in last}) > 1:
        return False
    for person in last:
        person.relation = person.relation or atom.relation
    t.alike = last
    return True


def hear_owner(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    """An owner: "Michelle's two boys" tell of Michelle too."""
    if atom.name is None:
        return
    now = t.now
    known = any(person.name and _same_first(person.name, atom.name) for person in t.people)
    later = any(a.kind == "name" and a.name and _same_first(a.name, atom.name) for a in t.atoms[index + 1 :])
    if not (known or later):
        t.close_group()
        t.begin(atom, name=atom.name)
    oneself = now is not None and now.relation == "self" and now.own_words and not now.name and gap.tight
    t.now = now if oneself else None


def hear_stranger(t: Telling, _index: int, atom: Atom, gap: Gap) -> None:
    """Somebody who is not the family's, or a role that says so of whoever was named."""
    if t.now is not None and gap.lows in (("(",), ("the",), (",", "the")) and not atom.name:
        if not t.now.relation and not t.now.aged:
            t.now.stranger = True
        return
    if t.now is not None and atom.name is None and not gap.joins and t.low(atom.first) in words("roles"):
        return
    t.close_group()
    t.begin(atom, name=atom.name, stranger=True, together=atom.plural)


def hear_place(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    """A place: after "at" it is the school of a child of school age; "I am a nurse at …" is no child's."""
    now = t.now
    if atom.name is None and t.low(atom.last) == "'s":
        t.now = None  # "Mia's teacher": what comes is not of whoever was told of before her
    if now is None or atom.name is None or t.low(atom.first - 1) != "at" or gap.loose or gap.hard:
        return
    if t.low(atom.last - 1) in words("organisations") or (index and t.atoms[index - 1].kind == "stranger"):
        return
    if now.age is not None and 3 <= now.age <= OLDEST_CHILD - 6 and now.school is None:
        now.school = atom.name


def _same_first(one: str, other: str) -> bool:
    return one.casefold().split()[0] == other.casefold().split()[0]
