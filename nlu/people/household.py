"""The people in the household: "Mum Kelly Marsh 34, Jayden (14, Year 9 at Knole Academy)", "two boys 8 and 14"."""

from __future__ import annotations

import re

from nlu.people.address import POSTCODE
from nlu.reading import Person

_RELATIONS = {
    "mum": "mum",
    "mam": "mum",
    "mom": "mum",
    "mother": "mum",
    "dad": "dad",
    "father": "dad",
    "step-dad": "step-dad",
    "stepdad": "step-dad",
    "step-mum": "step-mum",
    "stepmum": "step-mum",
    "stepfather": "step-dad",
    "stepmother": "step-mum",
    "partner": "partner",
    "husband": "husband",
    "wife": "wife",
    "boyfriend": "partner",
    "girlfriend": "partner",
    "son": "son",
    "daughter": "daughter",
    "boy": "son",
    "girl": "daughter",
    "child": "child",
    "kid": "child",
    "baby": "baby",
    "toddler": "child",
    "brother": "brother",
    "sister": "sister",
    "nan": "grandmother",
    "gran": "grandmother",
    "grandma": "grandmother",
    "grandmother": "grandmother",
    "grandad": "grandfather",
    "grandfather": "grandfather",
    "aunt": "aunt",
    "uncle": "uncle",
    "carer": "carer",
    "twin": "child",
    "lad": "son",
    "lass": "daughter",
    "teenager": "child",
    "cousin": "cousin",
    "stepson": "step-son",
    "step-son": "step-son",
    "stepdaughter": "step-daughter",
    "step-daughter": "step-daughter",
}
_PLURALS = {
    "boys": "son",
    "sons": "son",
    "girls": "daughter",
    "daughters": "daughter",
    "kids": "child",
    "children": "child",
    "twins": "child",
    "lads": "son",
}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2, "a": 1, "one": 1}
_REL = "|".join(sorted(map(re.escape, _RELATIONS), key=len, reverse=True))
_NAME = r"[A-Z][a-zA-Z'’-]+(?:\s+(?!Aged|Age|Is|Year|At|Dob|DOB|And)[A-Z][a-zA-Z'’-]*\.?){0,2}"
_AGE = (
    r"(?:aged?\s*|is\s+)?(?P<age>\d{1,2})(?!\d|\s*(?:%|percent|/|\.\d|months? ago|weeks?|"
    r"days?|times|years? ago|hours|pm|am|:\d|th|st|nd|rd))"
)
_DOB = r"(?:d\.?o\.?b\.?:?\s*|born\s+(?:on\s+)?)?(?P<dob>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d)"
_NAMED = re.compile(
    rf"(?:\b(?P<rel>(?i:{_REL}))(?:\s+is|\s+called|\s+named|'s name is|"
    rf"\s*[:-])?,?\s+)?(?:\b(?P<name>{_NAME}))\s*[,(:-]*\s*(?:{_DOB}|{_AGE})"
    r"(?P<tail>,[^)(\n]*\)|[^,;.\n()]*\)?)?"
)
_RELATED = re.compile(
    rf"\b(?P<rel>(?i:{_REL}))(?:\s+is called|\s+is|\s+called|\s+named|'s name is|'s called|"
    rf"\s*[:-])?,?\s+(?P<name>{_NAME})"
)
_RELATED_AGE = re.compile(rf"\b(?P<rel>(?i:{_REL}))\s*[,(:-]?\s*(?:\(?\s*){_AGE}")
_YEAR_OLD = re.compile(
    rf"\b(?P<age>\d{{1,2}})[\s-]*(?:year|yr|y/?o)s?[\s-]*(?:old)?s?[\s-]*(?P<rel>{_REL})?\b", re.IGNORECASE
)
_GROUP = re.compile(
    r"(?:\b(?P<count>\d|two|three|four|five|six|seven|eight|both)\s+)?(?:\b\w{1,20}\s+)?\b(?P<rel>boys|sons|girls|daughters|kids|children|twins|lads)\b\s*[,(:-]?\s*"
    r"(?P<aged>(?:both\s+)?aged?\s*)?(?P<ages>\d{1,2}(?:\s*(?:,|and|&|,\s*and|"
    r"\+)\s*\d{1,2}(?!\d|%))*)(?!\s*(?:-|to|–|%|\d|times|years ago))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?P<count>[2-8]|two|three|four|five|six|seven|eight)\s+(?:young |teenage |"
    r"school age |primary age |older |little )?(?P<rel>boys|sons|girls|daughters|kids|"
    r"children)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"(?:^|[,;\n]|\band\b)\s*(?P<name>[a-z]{3,12})\s*[,(]?\s*(?:aged?\s*)?(?P<age>\d{1,2})(?=\s*(?:[,;.)\n]|and\b|at\b|$))"
)
_SCHOOL = re.compile(
    r"(?:at|attends|goes to|in)\s+((?:[A-Z][\w'’.-]*\s?){1,5}(?:\s*(?:school|academy|"
    r"college|primary|nursery|infants|juniors|high))?)|"
    r"\b((?:[A-Z][\w'’.-]*\s){1,4}(?:School|Academy|College|Primary|Nursery|High))"
)
_NOT_NAMES = frozenset(
    [
        "year",
        "years",
        "age",
        "aged",
        "school",
        "academy",
        "college",
        "flat",
        "house",
        "street",
        "road",
        "section",
        "level",
        "age",
        "about",
        "around",
        "nearly",
        "over",
        "under",
        "only",
        "just",
        "with",
        "since",
        "from",
        "the",
        "and",
        "for",
        "are",
        "was",
        "has",
        "have",
        "had",
        "his",
        "her",
        "our",
        "their",
        "they",
        "she",
        "him",
        "them",
        "age",
        "half",
        "past",
        "until",
        "till",
        "grade",
        "stage",
        "key",
        "tier",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "attendance",
        "universal",
        "credit",
        "kids",
        "children",
        "boys",
        "girls",
        "sons",
        "daughters",
        "twins",
        "child",
        "need",
        "police",
        "band",
        "week",
        "weeks",
        "day",
        "days",
        "month",
        "months",
        "every",
        "last",
        "next",
        "date",
        "phone",
        "number",
        "tel",
        "mobile",
        "step",
        "total",
        "both",
        "two",
        "three",
        "four",
        "five",
        "six",
        "i",
        "we",
        "he",
        "my",
        "number",
        "stage",
        "room",
        "case",
        "is",
        "it",
        "in",
        "on",
        "at",
        "to",
        "of",
        "a",
        "all",
        "there",
        "mum",
        "dad",
    ]
)

Located = list[tuple[float, float, Person]]
"""People with where the words for them begin and end."""


def read_household(message: str) -> tuple[Person, ...]:
    """The people named or counted in a message, each once, in the order they come."""
    # A postcode ends in what looks like an age ("Sevenoaks TN13").
    message = POSTCODE.sub(lambda match: " " * len(match.group()), message)
    found: Located = []
    for collect in (_named, _related, _grouped, _related_ages, _year_olds, _lower_case, _selves, _counted):
        for start, end, person in collect(message):
            if not any(a < end and start < b for a, b, _ in found):
                found.append((start, end, person))
    people = [person for _, _, person in sorted(found, key=lambda item: item[0])]
    return _merge(people)


def _named(message: str) -> Located:
    people: Located = []
    for match in _NAMED.finditer(message):
        name = match.group("name").strip()
        relation = _relation(match.group("rel"))
        # A relation at the start of a sentence is written like a name ("Mum Kelly", "Son 14").
        first, *others = name.split()
        if first.lower() in _RELATIONS and relation is None:
            relation, name = _RELATIONS[first.lower()], " ".join(others)
        if name and name.split()[0].lower() in _NOT_NAMES:
            continue
        tail_end = match.end()
        school = _SCHOOL.search(message[match.end("dob") if match.group("dob") else match.end("age") : tail_end])
        people.append(
            (
                match.start(),
                tail_end,
                Person(
                    name=name or None,
                    age=int(match.group("age")) if match.group("age") else None,
                    date_of_birth=_iso(match.group("dob")),
                    relation=relation,
                    school=(school.group(1) or school.group(2)).strip(" )") if school else None,
                ),
            )
        )
    return people


def _related(message: str) -> Located:
    return [
        (m.start(), m.end(), Person(name=m.group("name").strip(), relation=_relation(m.group("rel"))))
        for m in _RELATED.finditer(message)
        if m.group("name").split()[0].lower()
        not in _NOT_NAMES | set(_RELATIONS) | {"universal", "camhs", "adhd", "ehcp", "esa", "uc", "gp", "dwp", "i"}
        and not m.group("name").isupper()
    ]


def _grouped(message: str) -> Located:
    people: Located = []
    for match in _GROUP.finditer(message):
        ages = [int(age) for age in re.findall(r"\d{1,2}", match.group("ages"))]
        relation = _PLURALS[match.group("rel").lower()]
        count = _count(match.group("count"))
        if len(ages) == 1 and (count or match.group("rel").lower() == "twins"):
            ages = ages * (count or 2)
        people += [(match.start(), match.end(), Person(age=age, relation=relation)) for age in ages if age <= 25]
    return _spread(people)


def _counted(message: str) -> Located:
    people: Located = []
    for match in _COUNTED.finditer(message):
        relation = _PLURALS[match.group("rel").lower()]
        people += [(match.start(), match.end(), Person(relation=relation))] * (_count(match.group("count")) or 0)
    return _spread(people)


def _spread(people: Located) -> Located:
    """Several people from the same words: each gets a place of its own, so that none hides another."""
    return [(start + i / 1000, start + (i + 1) / 1000, person) for i, (start, _, person) in enumerate(people)]


def _related_ages(message: str) -> Located:
    return [
        (m.start(), m.end(), Person(age=int(m.group("age")), relation=_relation(m.group("rel"))))
        for m in _RELATED_AGE.finditer(message)
    ]


def _year_olds(message: str) -> Located:
    return [
        (
            m.start(),
            m.end(),
            Person(
                age=int(m.group("age")),
                relation=_relation(m.group("rel")) or ("child" if int(m.group("age")) < 18 else None),
            ),
        )
        for m in _YEAR_OLD.finditer(message)
    ]


def _lower_case(message: str) -> Located:
    return [
        (m.start("name"), m.end(), Person(name=m.group("name").capitalize(), age=int(m.group("age"))))
        for m in _LOWER.finditer(message)
        if m.group("name") not in _NOT_NAMES | set(_RELATIONS) | set(_PLURALS)
    ]


def _selves(message: str) -> Located:
    match = re.search(
        r"(?:^|\b(?:just|it's|there's|is|live here|home)\s+)(me|myself)\b(?=\s*(?:,|and|&|\(|$))",
        message,
        re.IGNORECASE,
    )
    if not match:
        return []
    people: Located = [(match.start(1), match.end(1), Person(relation="self"))]
    partner = re.search(rf"\bmy ({_REL})\b", message, re.IGNORECASE)
    if partner and not re.match(r"\s*[,(]?\s*(?:aged?\s*)?\d|\s+[A-Z]", message[partner.end() :]):
        people.append((partner.start(), partner.end(), Person(relation=_relation(partner.group(1)))))
    return people


def _relation(word: str | None) -> str | None:
    return _RELATIONS.get(word.lower()) if word else None


def _count(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def _iso(words: str | None) -> str | None:
    if words is None:
        return None
    day, month, year = (int(part) for part in re.split(r"[/.-]", words))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if year > 99 else year + (2000 if year <= 30 else 1900)
    return f"{full:04}-{month:02}-{day:02}"


def _merge(people: list[Person]) -> tuple[Person, ...]:
    """The same name twice is one person."""
    by_name: dict[str, Person] = {}
    merged: list[Person] = []
    for person in people:
        key = person.name.lower() if person.name else ""
        if key and key in by_name:
            known = by_name[key]
            merged[merged.index(known)] = by_name[key] = Person(
                known.name, known.age or person.age, known.date_of_birth or person.date_of_birth,
                known.relation or person.relation, known.school or person.school)  # fmt: skip
            continue
        merged.append(person)
        if key:
            by_name[key] = person
    return tuple(merged)
