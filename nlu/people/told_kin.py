"""A relation that is told: of whoever was named before, or of somebody new."""

from __future__ import annotations

from nlu.people.atom import Atom
from nlu.people.found import Found
from nlu.people.gap import Gap
from nlu.people.kin import owned
from nlu.people.names import AND
from nlu.people.telling import FAR, YOUNGEST_PARENT, Telling
from nlu.people.vocabulary import words

_RANKED = frozenset({"eldest", "oldest", "middle", "youngest", "one"})
"""One of those who were counted: "3 kids, the oldest is Max"."""


def _ranked(t: Telling, index: int, atom: Atom) -> None:
    """ "The eldest was excluded" tells of one of them what is no name and no age: they stay as many as they were."""
    after, _ = t.ahead(index)
    if after is not None and after.kind in ("name", "age"):
        t.member(atom)


def hear_relation(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    """A relation atom: of whoever was named before it, or of somebody new."""
    now = t.now
    relation = _from_the_children(t, index, atom)
    if is_told_away(t, index, atom) or not _is_told(t, index, atom):
        t.now = None
        return
    if now is not None and now.stranger and gap.copula:
        return
    if now is not None and (_is_a_job(atom, gap, now) or _says_again(t, index, atom, gap, now)):
        t.reach(now, atom, gap)
        now.vouched = now.vouched or (now.relation == "self" and relation in words("adults"))
        return
    if now is not None and _belongs(t, index, atom, gap, now):
        now.relation, now.implied, now.of_group = relation, False, False
        t.reach(now, atom, gap)
        return
    if (
        now is not None
        and now.name
        and gap.joins
        and atom.owner in ("her", "his", "their")
        and relation in words("children")
    ):
        now.vouched = True
    ranked = atom.relation == "child" and t.low(atom.last - 1) in _RANKED and t.group is not None and t.takes_in(None)
    if ranked:
        _ranked(t, index, atom)
        return
    if t.group and relation in words("children") and t.filled == 0 and not AND & set(gap.lows[-3:]):
        after, beyond = t.ahead(index)
        tells = after is not None and after.kind in ("name", "age") and not beyond.hard and not beyond.loose
        t.close_group(told_apart=tells or not gap.hard)
    if relation == "child" and t.group and t.takes_in(None) and not gap.joins:
        t.member(atom)
        return
    t.close_group()
    person = t.begin(atom, relation=relation)
    if (index and t.atoms[index - 1].kind == "owner") or atom.owner in ("her", "his", "their"):
        t.owned.append(person)


def _from_the_children(t: Telling, index: int, atom: Atom) -> str:
    """The relation, from the children's point of view where whose it is was said."""
    relation = atom.relation or ""
    before = t.atoms[index - 1] if index else None
    if any(person.relation == "self" for person in t.people):
        return relation
    if before and before.kind == "owner" and before.last >= atom.first - 2:
        return owned(relation, before.relation)
    parent = t.now
    if parent is None or any(parent is one for one in t.owned):
        return relation
    if (atom.owner, parent.relation) in (("her", "mum"), ("his", "dad")):
        return owned(relation, parent.relation)
    return relation


def is_told_away(t: Telling, index: int, atom: Atom) -> bool:
    """ "Dad not in the picture", "their mum died": nothing else is known of somebody who is not there."""
    near = [token.low for token in t.tokens[atom.last : atom.last + 6]]
    stop = next((at for at, low in enumerate(near) if low in (".", ";", "\n", ",", "and", "(")), len(near))
    after, beyond = t.ahead(index)
    told = after is not None and after.kind in ("name", "age") and not beyond.hard and not beyond.loose
    not_there = near[:1] == ["not"] or near[:2] in (["is", "not"], ["'s", "not"]) or near[:1] == ["isn't"]
    absent = not_there or bool({"dont", "don't", "doesnt", "doesn't"} & set(near[:stop]) and "live" in near)
    return not told and (absent or any(low in words("away") | words("gone") for low in near[:stop]))


def _is_told(t: Telling, index: int, atom: Atom) -> bool:
    """Whether "mum" is one of a list or has a word about her: "I have seen mum twice" has none."""
    after, beyond = t.ahead(index)
    token = t.tokens[atom.last] if atom.last < len(t.tokens) else None
    if (
        token is None
        or not token.text[0].isalpha()
        or token.low in words("after_age") | words("after_kin") | words("joining")
    ):
        return True
    return after is not None and not beyond.hard and not beyond.loose


def _is_a_job(atom: Atom, gap: Gap, now: Found) -> bool:
    """ "Agata, 34, is a carer at …", "Aunt Ruth (48), carer for …"."""
    if atom.relation != "carer":
        return False
    if gap.lows == ("and",) and now.relation is not None:
        return True
    return bool({"a", "as"} & set(gap.lows[-2:])) or bool(now.relation and now.name and not gap.joins and not gap.hard)


def _says_again(t: Telling, index: int, atom: Atom, gap: Gap, now: Found) -> bool:
    """ "I'm the mum", "me, their dad, 45": what one is to the children; one stays oneself."""
    if now.relation != "self" or gap.joins or gap.hard:
        return False
    after, beyond = t.ahead(index)
    leads = after is not None and after.kind in ("name", "age") and not beyond.hard and not beyond.joins
    if now.own_words and now.name and gap.lows == (",",) and not leads and atom.relation in words("adults"):
        return True
    aside = t.inside is now and t.depth > 0 and atom.relation in words("adults")
    if aside or (gap.tight and now.own_words and not now.name and atom.owner is None):
        return True
    return atom.owner in ("the", "their", "his", "her", "a") and not (gap.loose and _leads_to_name(t, index))


def _belongs(t: Telling, index: int, atom: Atom, gap: Gap, now: Found) -> bool:
    """Whether the relation tells of whoever was named before, not of the next."""
    if now.relation and not (now.implied or now.of_group):
        return _is_a_parent_too(t, index, atom, now) or (
            gap.copula and not gap.hard and not now.name and not now.aged and atom.owner in ("my", "our", "the", None)
        )
    too_young = now.age is not None and now.age < YOUNGEST_PARENT and atom.relation in words("parents")
    if too_young or gap.hard or (gap.joins and not t.depth and not gap.copula) or gap.loose > FAR:
        return False
    if now.name is None:
        return now.implied and gap.tight
    to_name = _leads_to_name(t, index)
    if t.inside is now and t.depth:
        return not to_name
    if gap.copula and not gap.comma:
        return not to_name and gap.lows[-1:] != ("are",)
    return not to_name and _trails(t, index, gap, now)


def _is_a_parent_too(t: Telling, index: int, atom: Atom, now: Found) -> bool:
    """ "His wife Elaine (step-mum)": what she is to the children says more."""
    aside = now.name is not None and t.inside is now and t.depth > 0
    spouse = now.relation in ("wife", "husband", "partner") and atom.relation in words("parents")
    return aside and spouse and not _leads_to_name(t, index)


def _leads_to_name(t: Telling, index: int) -> bool:
    """Whether the relation is that of a name that follows: "mum Sarah", but not "mum to Kacie"."""
    after, beyond = t.ahead(index)
    if after is None or after.kind != "name" or beyond.hard or beyond.joins:
        return False
    return not beyond.comma and beyond.opened == 0 and beyond.lows[:1] not in (("to",), ("of",))


def _trails(t: Telling, index: int, gap: Gap, now: Found) -> bool:
    """Whether the relation ends what is told of somebody: "Nadia, 39, mother;", "Jodie 30 mum,", "Kelly, mum, 34"."""
    after, beyond = t.ahead(index)
    to_age = after is not None and after.kind == "age" and not (beyond.hard or beyond.joins) and beyond.loose <= FAR
    if to_age:
        return not now.aged
    dashed = "-" in gap.lows
    if not (now.aged or dashed or (beyond.hard and gap.comma)):
        return False
    ends = beyond.hard or after is None or beyond.comma or beyond.opened < 0 or beyond.lows[:1] in (("to",), ("of",))
    return ends or dashed or t.soft
