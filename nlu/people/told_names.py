"""A name that is told: whose it is, or who begins with it."""

from __future__ import annotations

from nlu.people.atom import Atom
from nlu.people.found import Found
from nlu.people.gap import Gap
from nlu.people.telling import FAR, OLDEST_CHILD, YOUNGEST_PARENT, Telling
from nlu.people.vocabulary import is_first_name, words

_MANY = 5
"""So many other words may stand between a group and the first of it."""
_ARTICLES = frozenset({"a", "the", "her", "his", "their"})
_ENDS = frozenset({".", "", ")", ";"})
_SCHOOL_AGES = (3, OLDEST_CHILD - 6)


def hear_name(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    """A name atom: of whoever waits for a name, of a stranger, or of somebody new."""
    if gap.negates and t.ahead(index)[0] is not None:
        t.now = None
    elif _is_strange(t, atom, gap):
        t.begin(atom, name=atom.name, stranger=True, together=t.now is not None and t.now.together)
    elif t.now is not None and t.now.relation and not t.now.name and gap.lows == ("of",):
        parent = t.now
        t.begin(atom, name=atom.name)
        t.now = parent if t.ahead(index)[1].copula else t.now
    elif t.now is not None and t.now.name and gap.lows[-2:] == ("known", "as"):
        t.reach(t.now, atom, gap)
    elif _is_school(t, index, gap):
        pass
    elif not _only_in_bracket(t, atom):
        _hear_somebody(t, index, atom, gap)


def _hear_somebody(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    waiting = _called(t, gap) or _nameless(t, index, gap)
    if waiting is not None:
        waiting.name = atom.name
        t.now = waiting
        t.reach(waiting, atom, gap)
        return
    after, beyond = t.ahead(index)
    if gap.hard and t.group and not _still_open(t, atom, after, gap):
        t.close_group()
    if t.outer and t.group and t.filled == t.group.count and not gap.hard:
        t.group, t.outer = t.outer, None
    age = after.age.years if after and after.kind == "age" and not beyond.hard and not beyond.loose else None
    counted = t.group is not None and t.group.count is not None
    if t.takes_in(age) and (gap.called or gap.loose <= (_MANY if counted or not t.filled else 0)):
        t.member(atom, name=atom.name)
    else:
        t.close_group()
        t.begin(atom, name=atom.name)


def _is_strange(t: Telling, atom: Atom, gap: Gap) -> bool:
    """Whether the name is that of one more pet, or of somebody at work."""
    pets = t.now is not None and t.now.stranger and t.now.together and not gap.hard
    told = t.now is not None and t.now.relation is not None and not t.now.name and not (gap.hard or gap.joins)
    return pets or (not told and _is_somebodys_work(t, atom))


def _only_in_bracket(t: Telling, atom: Atom) -> bool:
    """ "Brandon 14 (Hugh Christie)": a school or another name of whoever was named already."""
    told = t.inside
    if told is None or not t.depth or not told.name or t.low(atom.last) != ")":
        return False
    nickname = is_first_name(t.tokens[atom.first]) and atom.last - atom.first == 1
    if told.age is not None and told.age < OLDEST_CHILD - 6 and not nickname:
        told.school = told.school or atom.name
    return True


def _is_school(t: Telling, index: int, gap: Gap) -> bool:
    """ "Esther Carter - 9 - Lady Boswells": the last column, and no first name."""
    now, atom = t.now, t.atoms[index]
    if now is None or not now.name or now.age is None or not _SCHOOL_AGES[0] <= now.age <= _SCHOOL_AGES[1]:
        return False
    ends = t.low(atom.last) in ("", ",", ";", "\n", ".")
    dashed = gap.lows[:1] == ("-",) and len(gap.lows) <= 3
    return dashed and ends and not is_first_name(t.tokens[atom.first])


def _is_somebodys_work(t: Telling, atom: Atom) -> bool:
    """ "Miss Hughes the SENCO", "Mr Khan (form tutor)": a name with a role and no age is no family's."""
    rest = [token.low for token in t.tokens[atom.last : atom.last + 6]]
    if not rest or rest[0] not in (",", "(", "the", "is", "-", "from"):
        return False
    told = [low for low in rest[1:] if low not in ("the", "a", "our", "their", "his", "her")]
    if rest[0] == "the":
        told = rest[1:]
    reach = told[: 3 if rest[0] in ("(", "the", "is") else 2]
    return any(low in words("roles") for low in reach) and not any(low.isdigit() for low in reach)


def _still_open(t: Telling, atom: Atom, after: Atom | None, gap: Gap) -> bool:
    """Whether a list goes on behind a full stop or a new line: more were counted, or another name has an age."""
    group = t.group
    if group and group.count:
        aged = after is not None and after.kind == "age"
        return t.filled < group.count and (bool(t.filled) or aged)
    if after is None or after.kind != "age" or after.first - atom.last > 3:
        return False
    return "." not in gap.lows or (t.filled > 0 and (after.age.years or YOUNGEST_PARENT + 3) < YOUNGEST_PARENT + 3)


def _called(t: Telling, gap: Gap) -> Found | None:
    """Whom "called" or "her name is" gives a name."""
    if not gap.called or (gap.joins and gap.lows[-1] not in ("called", "named")):
        return None
    now = t.now
    if now is not None and now.of_group:
        return next((person for person in t.people if person.of_group and person.name is None), None)
    if now is not None and now.name is not None:
        return None
    return next((p for p in reversed(t.people) if p.name is None and not p.stranger), None)


def _nameless(t: Telling, index: int, gap: Gap) -> Found | None:
    """Whoever this name belongs to, of those who have none yet."""
    now, atom = t.now, t.atoms[index]
    if now is None or now.name is not None:
        return None
    if now.of_group:
        return now if now.aged and (gap.tight or gap.lows == ("(",)) else None
    if gap.hard or (gap.joins and not t.depth) or atom.first < now.last:
        return None
    far = gap.loose > (FAR if not t.depth else 4) or ("to" in gap.lows and not gap.copula)
    return now if not far and _takes_name(t, index, gap, now) else None


def _takes_name(t: Telling, index: int, gap: Gap, now: Found) -> bool:
    """Whether a name goes with a relation or an age that was told before it."""
    last = t.atoms[index].last
    if t.inside is now and t.depth:
        return True
    after, beyond = t.ahead(index)
    if now.aged and gap.lows == (",",) and now.relation in words("children") and beyond.lows == (",",):
        return after is not None and after.kind in ("relation", "self")
    if now.aged:
        ended = gap.lows == (",",) and now.relation is not None and t.low(last) in (";", "\n")
        return ended or gap.opened > 0 or now.implied or gap.tight or now.own_words or t.low(last) in ("", ".", "\n")
    return not gap.comma or gap.opened > 0 or _in_apposition(t, index, now)


def _in_apposition(t: Telling, index: int, now: Found) -> bool:
    """ "Mum, Nicole, rents …" and "me, Colleen, 41" are one; "me, Connor 12" and "mum, Kelly and Jo" are two."""
    after, beyond = t.ahead(index)
    whose = after is not None and after.kind == "owner"
    if after is not None and whose and (after.name == t.atoms[index].name or after.relation == now.relation):
        return True
    sign = t.low(t.atoms[index].last)
    age = after.age.years if after and after.kind == "age" and not beyond.hard and not beyond.loose else None
    oneself = now.relation == "self"
    if age is not None and age < YOUNGEST_PARENT - oneself and (oneself or now.relation in words("parents")):
        return False
    if not oneself:
        presented = t.low(now.first - 1) in _ARTICLES and now.relation in words("children") and sign in _ENDS
        of_somebody = presented or (any(now is one for one in t.owned) and sign in (",", ".", ""))
        return (
            of_somebody
            or age is not None
            or (sign == "," and (beyond.loose > 0 or beyond.copula or beyond.pronoun or beyond.called))
        )
    if sign != ",":
        return sign in ("(", "-", ".", "")
    owned = after is not None and after.kind == "relation" and after.owner is not None
    return owned or age is not None or now.own_words
