"""An age that is told: whose it is, of one or of several."""

from __future__ import annotations

from nlu.people.ages import Age
from nlu.people.atom import Atom
from nlu.people.found import Found
from nlu.people.gap import Gap
from nlu.people.telling import FAR, OLDEST_CHILD, YOUNGEST_PARENT, Telling
from nlu.people.vocabulary import is_first_name, words

_HE, _SHE = frozenset({"he", "hes", "himself"}), frozenset({"she", "shes", "herself"})


def hear_age(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    """An age atom: its age to whoever it belongs to, to several, or to somebody new."""
    if gap.negates or t.low(atom.first - 1) in ("not", "isn't"):
        return
    age, now = atom.age, t.now
    alike, t.alike = t.alike, []
    if _is_before_its_name(t, index):
        t.birth_before = age
    elif alike and (gap.lows == (")",) or not gap.parts) and not gap.loose and not any(person.aged for person in alike):
        for person in alike:
            _set_age(person, age)
    elif len(atom.ages) > 1:
        _hear_several(t, atom)
    elif now is not None and now.aged and gap.corrects and not gap.hard and age.years is not None:
        now.age = age.years
    elif _is_shared(t, gap, age):
        _share(t, age, atom)
    elif not _given(t, index, atom, gap):
        _hear_new(t, index, atom, gap)


def _is_before_its_name(t: Telling, index: int) -> bool:
    """Whether a date of birth begins an item, as it began the message: "DOB 3/4/2011 Kai; DOB 5/6/2013 Mia"."""
    first, here = t.atoms[0], t.atoms[index]
    if first.kind != "age" or first.age.date_of_birth is None or here.age.date_of_birth is None:
        return False
    after, beyond = t.ahead(index)
    named = after is not None and after.kind in ("name", "relation", "self")
    return named and not beyond.parts and not beyond.loose


def _hear_several(t: Telling, atom: Atom) -> None:
    years = [age.years for age in atom.ages if age.years is not None]
    if atom.first == 0:
        t.orphans = years
    else:
        _share_out(t, years, atom)


def _given(t: Telling, index: int, atom: Atom, gap: Gap) -> bool:
    """Whether the age was somebody's who was told of before."""
    target = _ageless(t, atom, gap) if _may_be_age(t, index, gap) else None
    if target is None:
        return False
    _set_age(target, atom.age)
    t.reach(target, atom, gap)
    if gap.loose <= FAR:
        t.now = target
    return True


def _hear_new(t: Telling, index: int, atom: Atom, gap: Gap) -> None:
    years = atom.age.years
    if years is None:
        return
    after, beyond = t.ahead(index)
    if atom.age.old and after is not None and after.kind == "group" and beyond.tight:
        t.age_before = years
        return
    alone = gap.says_age and not t.people and not gap.has(frozenset({"who", "they"}))
    if alone and years < YOUNGEST_PARENT + 3 and not atom.age.baby:
        t.begin(atom, age=years, relation="daughter" if gap.has(_SHE) else "son", implied=True, suggested=True)
    else:
        _age_of_a_new_one(t, index, atom, atom.age, gap)


def _may_be_age(t: Telling, index: int, gap: Gap) -> bool:
    """Whether a number can be an age by what stands around it: "the aunt went through, two extra beds" has none."""
    atom, now = t.atoms[index], t.now
    if atom.age.stated or atom.age.date_of_birth:
        return True
    after, beyond = t.ahead(index)
    token = t.tokens[atom.last] if atom.last < len(t.tokens) else None
    ends = token is None or not token.text[0].isalpha() or token.is_capital or token.low in words("after_age")
    ends = ends or gap.lows[-1:] in (("is",), ("'s",)) or (after is not None and beyond.tight)
    in_digits = any(token.is_number for token in t.tokens[atom.first : atom.last])
    named = now is not None and now.name is not None and not gap.loose and not gap.hard
    if now is not None and named and not gap.lows and t.now is t.people[0] and " " not in (now.name or ""):
        named = is_first_name(t.tokens[now.first]) or now.relation is not None
    if now is not None and now.relation == "child" and not now.name and gap.tight and (atom.age.years or 0) < 4:
        return t.low(atom.first - 1) != "child"
    return ends or (in_digits and named)


def _age_of_a_new_one(t: Telling, index: int, atom: Atom, age: Age, gap: Gap) -> None:
    years = age.years if age.years is not None else 0
    if t.group and t.takes_in(years) and not gap.hard and (age.stated or years <= OLDEST_CHILD):
        if age.stated or (not gap.loose and _may_be_age(t, index, gap)):
            t.member(atom, age=years)
        return
    after, beyond = t.ahead(index)
    with_word = (
        after is not None and beyond.tight and (after.kind == "relation" or (after.kind == "name" and age.stated))
    )
    if age.old or with_word:
        t.close_group()
        relation = "baby" if age.baby else "child" if years < YOUNGEST_PARENT + 3 else None
        t.begin(atom, age=years, relation=relation, implied=True)


def _is_shared(t: Telling, gap: Gap, age: Age) -> bool:
    """ "both 4", "the twins are three": one age for all who were named last."""
    if age.years is None:
        return False
    many = len(t.waiting()) > 1
    twins = t.group is not None and t.group.together
    both = not gap.loose and any(low in ("both", "all", "are") for low in gap.lows)
    return (both and (many or (t.group is not None and not t.filled))) or (
        twins and not gap.hard and (many or not t.filled)
    )


def _share(t: Telling, age: Age, atom: Atom) -> None:
    if t.group and not t.filled:
        for _ in range(t.group.count or 2):
            t.member(atom, age=age.years)
        return
    for person in t.waiting():
        _set_age(person, age)


def _share_out(t: Telling, ages: list[int], atom: Atom) -> None:
    """Several ages to the last people who have none, in order, or to the group that was counted."""
    group = t.group
    if group and not t.filled:
        same = [p for p in t.waiting() if p.relation == group.relation and p.name is None]
        if not group.count and len(same) == len(ages):
            _pair(same, ages)
            t.group = None
            return
        grown = group.relation in words("adults")
        kept = [age for age in ages if (age >= YOUNGEST_PARENT if grown else age <= OLDEST_CHILD)]
        for age in kept[: group.count] if group.count else kept:
            t.member(atom, age=age)
        return
    _pair(t.waiting(), ages)


def _pair(waiting: list[Found], ages: list[int]) -> None:
    last = waiting[-len(ages) :]
    if len(last) != len(ages):
        return
    for person, age in zip(last, ages, strict=True):
        person.age = age


def _ageless(t: Telling, atom: Atom, gap: Gap) -> Found | None:
    """Whoever this age belongs to, of those who have none yet."""
    now, age = t.now, atom.age
    if "my" in gap.lows and "age" in gap.lows:
        return next((person for person in t.people if person.relation == "self"), None)
    if t.depth and t.inside is not None and not _has(t.inside, age):
        return t.inside
    if gap.says_age:
        return _spoken_of(t, gap, age)
    if now is None or _has(now, age) or not _plausible(now, age):
        return None
    labelled = age.date_of_birth or (t.low(atom.first) == "age" and t.low(atom.first + 1) == ":")
    if labelled and gap.lows in ((".",), (";",), ("\n",)):
        return now
    return now if _is_joined(t, age, gap, now) else None


def _is_joined(t: Telling, age: Age, gap: Gap, now: Found) -> bool:
    """Whether nothing parts an age from whoever was told of last."""
    if gap.hard or (gap.joins and not gap.copula and not gap.pronoun):
        return False
    counts_children = "of" in gap.lows and now.relation in words("parents")
    at_a_time = "at" in gap.lows and (age.baby or gap.lows not in (("at",), ("is", "at")))
    if counts_children or at_a_time:
        return False
    set_off = gap.lows[-2:] == (",", "is") or (gap.lows[-1:] == (",",) and gap.loose <= FAR + 1)
    told = age.stated or age.date_of_birth is not None or t.depth > 0
    return not gap.loose or told or (set_off and now.name is not None)


def _spoken_of(t: Telling, gap: Gap, age: Age) -> Found | None:
    """Whom "he is", "she's" or "who is" speaks of: the last who can be, by sex and by age."""
    if "they" in gap.near:
        return None
    wrong = words("male") if gap.has(_SHE) else words("female") if gap.has(_HE) else frozenset()
    last = [t.now] if t.now is not None else []
    last += [person for person in reversed(t.people[-3:]) if person is not t.now]
    for person in last:
        own = person.relation == "self" and person is not t.now
        if not gap.corrects and _was_of_another_age(t, person, age):
            continue
        if not (_has(person, age) or person.stranger or own or person.relation in wrong) and _plausible(person, age):
            return person
    return None


def _was_of_another_age(t: Telling, person: Found, age: Age) -> bool:
    """Whether another age was told where somebody was named first: "he is 5 … she gets him dressed, she is 10"."""
    first = person.name.split()[0] if person.name else None
    before = [one for one in t.people if one is not person and one.name and one.name.split()[0] == first]
    return any(one.age is not None and one.age != age.years for one in before)


def _set_age(person: Found, age: Age) -> None:
    if age.date_of_birth:
        person.date_of_birth = age.date_of_birth
    elif age.years is not None:
        person.age = age.years
    if age.at_school:
        # "His sister is in Year 7" is only spoken of.
        person.at_school = person.name is not None
    else:
        person.settled = True


def _has(person: Found, age: Age) -> bool:
    """Whether a person has an age already; a date of birth beside an age tells more of the same."""
    if age.date_of_birth:
        return person.date_of_birth is not None
    return person.age is not None or (person.date_of_birth is not None and not age.stated) or person.settled


def _plausible(person: Found, age: Age) -> bool:
    """Whether somebody can be of an age: no grandmother is nine, and weeks are those of a pregnancy."""
    if age.years is None or person.relation in (None, "self") or person.relation not in words("adults"):
        return True
    return age.years >= YOUNGEST_PARENT - 1
