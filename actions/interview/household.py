"""Who lives in the family: people named in several messages are put together, and later words correct."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from nlu.reading import Mention, Person

Entry = dict[str, Any]

_SAME_RELATION = {
    "mother": "mum", "mam": "mum", "mom": "mum", "mummy": "mum", "father": "dad", "daddy": "dad",
    "boy": "son", "girl": "daughter", "grandmother": "gran", "nan": "gran", "nanna": "gran", "grandma": "gran",
    "grandfather": "grandad", "grandpa": "grandad",
}  # fmt: skip
_CHILDREN = frozenset(
    {"son", "daughter", "child", "baby", "toddler", "stepson", "stepdaughter", "stepchild", "brother", "sister"}
    | {"twin", "grandson", "granddaughter", "grandchild", "niece", "nephew", "teenager", "kid", "sibling"}
)
_SOME_CHILD = frozenset({"child", "kid", "baby", "toddler", "teenager", "twin", "stepchild"})
"""Relations that any child may turn out to have."""
_ADULT_AGE = 18
_NOT = re.compile(r"\bnot ([A-Z][a-z'-]+)")
_CALLED = re.compile(r"\b([A-Z][a-z'-]+) is (?:actually |really )?(?:called|named) ([A-Z][a-z'-]+)")
_INSTEAD = re.compile(r"\b(?:it's|it is|its|called|is) ([A-Z][a-z'-]+),? (?:and )?not ([A-Z][a-z'-]+)")
_AGE_NOT = re.compile(r"\b([A-Z][\w'-]+) is(?: not|n't) \d{1,2},? (?:but |she's |he's |(?:she|he) is )?(\d{1,2})\b")
_ONE_OF_A_KIND = frozenset({"mum", "dad", "stepmum", "stepdad", "stepmother", "stepfather", "gran", "grandad"})
"""Relations of which a family mostly has one: said again without a name, it is the same person."""
_YOUNGEST_PARENT = 12
_A_LIST = 2
"""So many people with a name and an age, in answer to who lives there, are the household."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss"})
_MEN = frozenset({"dad", "stepdad", "grandad", "husband", "uncle"})
_WOMEN = frozenset({"mum", "stepmum", "gran", "wife", "aunt"})


def take(entries: list[Entry], people: Iterable[Person], *, correction: bool) -> list[Entry]:
    """The household after one message's people. Two people of one message stay two unless they share a name."""
    known = [dict(entry) for entry in entries]
    free = list(range(len(known)))
    for new in _sorted_out(people):
        place = _match(known, free, new)
        if place is None:
            place = _named_here(known, new)
        if place is None:
            place = _titled_here(known, new)
        if place is None:
            spoken_of = [at for at in free if _is_spoken_of(known[at], new)]
            if spoken_of:
                free.remove(spoken_of[0])
            else:
                known.append(new)
            continue
        _merge(known[place], new, correction=correction)
        if place in free:
            free.remove(place)
    return _without_ghosts(known)


def _sorted_out(people: Iterable[Person]) -> list[Entry]:
    """One message's people: a relation belongs to whoever it was said of, "Ada 36, mum; Tom 14" as well."""
    told: list[Entry] = []
    for new in map(asdict, people):
        before = told[-1] if told else None
        bare = not (new["name"] or new["age"] is not None or new["date_of_birth"])
        child = new["age"] is not None and new["age"] < _YOUNGEST_PARENT + 4
        if before and before["name"] and before["relation"] is None and _is_grown(before):
            if bare and _relation(new) in _ONE_OF_A_KIND:
                before["relation"] = new["relation"]
                continue
            if child and _relation(new) in _ONE_OF_A_KIND:
                before["relation"], new["relation"] = new["relation"], None
        elif child and _relation(new) in _ONE_OF_A_KIND:
            new["relation"] = None
        told.append(new)
    return told


def _is_grown(entry: Entry) -> bool:
    return entry["age"] is not None and entry["age"] >= _YOUNGEST_PARENT + 4


def _without_ghosts(entries: list[Entry]) -> list[Entry]:
    """Without "mum" beside the mum who has a name, without her twice, and without "both parents" beside any adult."""
    kept: list[Entry] = []
    adults = any(not (_is_bare(entry) or is_child(entry)) for entry in entries)
    _give_the_only_relation(entries)
    entries = _without_titled(entries)
    for entry in sorted(entries, key=_is_bare):
        relation = _relation(entry)
        if _is_bare(entry) and relation == "parent" and adults:
            continue
        if _is_bare(entry) and relation in _ONE_OF_A_KIND and any(_relation(one) == relation for one in kept):
            continue
        kept.append(entry)
    return [entry for entry in entries if any(entry is one for one in kept)]


def _give_the_only_relation(entries: list[Entry]) -> None:
    """ "Mum", of whom nothing more is known, beside one named adult of whom it is not known who she is: it is her."""
    bare = [entry for entry in entries if _is_bare(entry) and _relation(entry) in ("mum", "dad")]
    grown = [entry for entry in entries if not (_is_bare(entry) or is_child(entry))]
    speaks = any(_relation(entry) == "self" for entry in entries)  # A father who speaks of the mother is not her.
    if len(bare) == len(grown) == 1 and grown[0]["relation"] is None and grown[0]["name"] and not speaks:
        grown[0]["relation"] = bare[0]["relation"]


def _without_titled(entries: list[Entry]) -> list[Entry]:
    """Without "Mr and Mrs Marsh" where as many adults called Marsh have a first name: it is they."""
    titled = [entry for entry in entries if entry["name"] and is_titled(entry["name"]) and not _is_aged(entry)]
    gone: list[Entry] = []
    for surname in {str(entry["name"]).split()[-1].casefold() for entry in titled}:
        so_called = [entry for entry in titled if str(entry["name"]).split()[-1].casefold() == surname]
        named = [entry for entry in entries if _is_grown_called(entry, surname)]
        gone += so_called if len(named) >= len(so_called) else []
    return [entry for entry in entries if not any(entry is one for one in gone)]


def _is_grown_called(entry: Entry, surname: str) -> bool:
    name = str(entry["name"] or "")
    full = " " in name and not is_titled(name) and name.rsplit(maxsplit=1)[-1].casefold() == surname
    return full and not is_child(entry)


def _is_bare(entry: Entry) -> bool:
    """Whether nothing but a relation is known of somebody."""
    return not (entry["name"] or entry["age"] is not None or entry["date_of_birth"] or entry["school"])


def rename(entries: list[Entry], people: Iterable[Person], text: str) -> list[Entry] | None:
    """The household after "Jack, not James": the one who was called James, with what is said of Jack; else None."""
    told = [person for person in people if person.name]
    called = _CALLED.search(text)
    instead = _INSTEAD.search(text)
    if called or (instead and not told):
        old, new = (called[1], called[2]) if called else (instead[2], instead[1]) if instead else ("", "")
        return _renamed(entries, old, new)
    wrong = {match.casefold() for match in _NOT.findall(text)}
    places = [at for at, entry in enumerate(entries) if entry["name"] and entry["name"].casefold().split()[0] in wrong]
    right = [person for person in told if person.name and person.name.casefold().split()[0] not in wrong]
    if len(places) != 1 or len(right) != 1:
        return None
    known = [dict(entry) for entry in entries]
    new = asdict(right[0])
    new["name"] = _with_surname(new["name"], known[places[0]]["name"])
    _merge(known[places[0]], new, correction=True)
    return known


def _renamed(entries: list[Entry], old: str, new: str) -> list[Entry] | None:
    """The household with the one person of a first name called otherwise; None where there is not one."""
    known = [dict(entry) for entry in entries]
    places = [entry for entry in known if entry["name"] and entry["name"].split()[0].casefold() == old.casefold()]
    if len(places) != 1:
        return None
    places[0]["name"] = _with_surname(new, places[0]["name"])
    return known


def _with_surname(name: str, before: str) -> str:
    """A corrected first name keeps the surname that was given."""
    return f"{name} {before.split(maxsplit=1)[1]}" if " " not in name and " " in before else name


def put_age_right(entries: list[Entry], text: str) -> list[Entry] | None:
    """The household after "Bea is not 9, she is 10" or "Bea is 10, not 9"; None where the words say no such thing."""
    match = _AGE_NOT.search(text)
    if match is None:
        return None
    known = [dict(entry) for entry in entries]
    named = [entry for entry in known if entry["name"] and entry["name"].split()[0].casefold() == match[1].casefold()]
    if len(named) != 1:
        return None
    named[0]["age"] = int(match[2])
    return known


def take_ages(entries: list[Entry], people: Iterable[Person]) -> list[Entry]:
    """The household after an answer to "how old are the children?": bare ages go to the children in order."""
    told = list(people)
    ages = [person.age for person in told if person.age is not None]
    bare = all(person.name is None and person.relation is None for person in told)
    known = [dict(entry) for entry in entries]
    children = [entry for entry in known if is_child(entry)]
    if not bare or len(ages) != len(children):
        return take(known, told, correction=False)
    for child, age in zip(children, ages, strict=True):
        child["age"] = age
    return known


def take_whole(entries: list[Entry], people: Iterable[Person], *, correction: bool) -> list[Entry]:
    """The household after the answer to who lives there: its children are all of those that a story only counted."""
    told = list(people)
    counted = [entry for entry in entries if is_child(entry) and not entry["name"]]
    named = sum(1 for person in told if person.name and is_child(asdict(person)))
    listed = _is_list(told)
    known = take(_without_passing(entries, told) if listed else entries, told, correction=correction)
    known = _without_absent(known, told) if listed else known
    # Those who are told of here without a name ("twins aged 3") are no less told of.
    nameless = [asdict(person) for person in told if not person.name and is_child(asdict(person))]
    left = [entry for entry in known if is_child(entry) and not entry["name"] and not _is_among(entry, nameless)]
    # Whoever was only counted, with no age, may have been counted twice ("both teenagers, the younger one is 14").
    vague = [entry for entry in counted if _is_only_counted(entry)]
    all_named = named >= len(counted) or (named >= len(vague) and all(_is_only_counted(entry) for entry in left))
    if not named or all_named:
        return [entry for entry in known if entry not in left] if named else known
    # Each child that has a name now is one of those that were only counted.
    spare = max(0, named - (len(counted) - len(left)))
    gone = [entry for entry in left if _is_only_counted(entry)][:spare]
    return [entry for entry in known if not any(entry is one for one in gone)]


def _is_list(told: list[Person]) -> bool:
    return sum(1 for person in told if person.name and (person.age is not None or person.date_of_birth)) >= _A_LIST


def _without_passing(entries: list[Entry], told: list[Person]) -> list[Entry]:
    """Without those of whom a story only gave the name, once a list says who lives there: they work with them, say."""
    names = [person.name for person in told if person.name]
    return [entry for entry in entries if not _is_name_alone(entry) or any(_same_name(entry["name"], n) for n in names)]


def _without_absent(known: list[Entry], told: list[Person]) -> list[Entry]:
    """Without "his dad", of whom a story knew no more, where the list of who lives there has no such adult."""
    listed = {_relation(asdict(person)) for person in told}
    return [one for one in known if not _is_bare(one) or is_child(one) or _relation(one) in listed]


def _is_name_alone(entry: Entry) -> bool:
    return bool(entry["name"]) and not (entry["relation"] or _is_aged(entry) or entry["school"])


def _is_among(entry: Entry, told: list[Entry]) -> bool:
    """Whether somebody without a name is one of those just told of, by age and relation."""
    return any(one["age"] == entry["age"] and _one_relation(_relation(one), _relation(entry)) for one in told)


def _is_only_counted(entry: Entry) -> bool:
    return is_child(entry) and not (entry["name"] or entry["age"] is not None or entry["date_of_birth"])


def are_told(people: Iterable[Person], facts: Iterable[Mention]) -> bool:
    """Whether a message says who lives there: "mum and dad both drink" goes on with the story instead."""
    told = list(people)
    named = any(person.name or person.age is not None or person.date_of_birth for person in told)
    return named or (bool(told) and not any(facts))


def is_child(entry: Entry) -> bool:
    """Whether an entry is a child, by age where it is known, else by relation."""
    if entry["age"] is not None:
        return bool(entry["age"] < _ADULT_AGE)
    return (_relation(entry) or "").removeprefix("half-").removeprefix("foster-").removeprefix("great-") in _CHILDREN


def is_relation(entry: Entry, word: str) -> bool:
    """Whether a word names an entry's relation: "mother" for mum."""
    return entry["relation"] is not None and _relation({"relation": word}) == _relation(entry)


def ages_wanted(entries: list[Entry]) -> bool:
    """Whether there are children and no child's age (or date of birth) is known."""
    children = [entry for entry in entries if is_child(entry)]
    return bool(children) and not any(map(_is_aged, children))


def is_complete(entries: list[Entry]) -> bool:
    """Whether the household needs no question of its own: everyone has a name, every child an age, and an adult, too.

    Who names a mother and a boy of 12 in passing has not said who else lives there; who says how old she is tells it
    all.
    """
    children = [entry for entry in entries if is_child(entry)]
    adults = [entry for entry in entries if not is_child(entry)]
    named = all(entry["name"] for entry in entries)
    return bool(children) and named and all(map(_is_aged, children)) and any(map(_is_aged, adults))


def is_named(entries: list[Entry]) -> bool:
    """Whether everyone has a name, every child an age, and there is an adult: enough where all was told at once."""
    children = [entry for entry in entries if is_child(entry)]
    named = all(entry["name"] for entry in entries)
    return bool(children) and len(children) < len(entries) and named and all(map(_is_aged, children))


def _is_aged(entry: Entry) -> bool:
    return entry["age"] is not None or entry["date_of_birth"] is not None


def _relation(entry: Entry) -> str | None:
    if not entry["relation"]:
        return None
    relation = str(entry["relation"]).casefold().replace("step-", "step")
    return _SAME_RELATION.get(relation, relation)


def _same_name(first: str, second: str) -> bool:
    """One is the other, or the other's first name."""
    one, two = first.casefold().split(), second.casefold().split()
    shorter = min(len(one), len(two))
    spoken = {one[0], two[0]} in ({one[0], f"{one[0]}s"}, {two[0], f"{two[0]}s"})  # "Jakes 13" for "Jake's 13"
    return one[:shorter] == two[:shorter] or (spoken and shorter == 1)


def _may_be(known: Entry, new: Entry) -> bool:
    ages = known["age"], new["age"]
    relations = _relation(known), _relation(new)
    same_age = None in ages or ages[0] == ages[1]
    return same_age and (None in relations or _one_relation(*relations))


def _one_relation(first: str | None, second: str | None) -> bool:
    """Whether two relations may be one person's: "child" may be "son"."""
    both = {first, second}
    return first is not None and (first == second or (bool(both & _SOME_CHILD) and both <= _CHILDREN | _SOME_CHILD))


def _match(known: list[Entry], free: list[int], new: Entry) -> int | None:
    if new["name"]:
        for place in free:
            if known[place]["name"] and _same_name(known[place]["name"], new["name"]):
                return place
    unnamed = [
        place
        for place in free
        if not (known[place]["name"] and new["name"]) and _may_be(known[place], new) and _shares(known[place], new)
    ]
    exact = [place for place in unnamed if new["age"] is not None and known[place]["age"] == new["age"]]
    if len(exact) == 1:
        return exact[0]
    if unnamed and new["name"] is None and new["age"] is None:
        return unnamed[0]
    return unnamed[0] if len(unnamed) == 1 else None


def _shares(known: Entry, new: Entry) -> bool:
    """They have the relation or the age in common: two strangers of whom nothing is known are not one."""
    same_relation = _one_relation(_relation(new), _relation(known))
    return same_relation or (new["age"] is not None and known["age"] == new["age"])


def _is_spoken_of(known: Entry, new: Entry) -> bool:
    """Whether "her son" only speaks of a child who was told of with an age: which of several, nobody knows."""
    return _is_bare(new) and known["relation"] is None and is_child(known) and _relation(new) in _CHILDREN


def _named_here(known: list[Entry], new: Entry) -> int | None:
    if not new["name"]:
        return None
    return next((at for at, old in enumerate(known) if old["name"] and _same_name(old["name"], new["name"])), None)


def is_titled(name: str) -> bool:
    """Whether a name is a title and a surname: "Mrs Marsh"."""
    return name.split(maxsplit=1)[0].casefold().rstrip(".") in _TITLES and " " in name


def _titled_here(known: list[Entry], new: Entry) -> int | None:
    """The one of whom a title and a surname speak, or who has had no other name yet; None where there is not one."""
    places = [at for at, old in enumerate(known) if _is_titled_of(old, new) or _is_titled_of(new, old)]
    return places[0] if len(places) == 1 else None


def _is_titled_of(full: Entry, titled: Entry) -> bool:
    """Whether "Mrs Marsh" may be Kelly Marsh."""
    if not (full["name"] and titled["name"]) or is_titled(full["name"]) or not is_titled(titled["name"]):
        return False
    others = _WOMEN if titled["name"].casefold().startswith("mr ") else _MEN
    same = full["name"].split()[-1].casefold() == titled["name"].split()[-1].casefold()
    return same and " " in full["name"] and not is_child(full) and _relation(full) not in others


def _merge(old: Entry, new: Entry, *, correction: bool) -> None:
    for key, value in new.items():
        if value is None:
            continue
        longer = key == "name" and old["name"] is not None and len(str(value)) > len(str(old["name"]))
        vague = key == "relation" and old[key] in _SOME_CHILD
        if correction and old[key] is not None and _says_the_same(key, old, new):
            continue
        if key == "name" and old["name"] is not None and is_titled(value):
            continue
        longer = longer or (key == "name" and old["name"] is not None and is_titled(old["name"]))
        if old[key] is None or longer or vague or correction or key in ("age", "date_of_birth"):
            old[key] = value


def _says_the_same(key: str, old: Entry, new: Entry) -> bool:
    """Whether a correction only repeats: "Kelly" for Kelly Smith, "mother" for mum."""
    if key == "name":
        return _same_name(old["name"], new["name"]) and len(new["name"]) < len(old["name"])
    return key == "relation" and _relation(old) == _relation(new)
