"""The people in the household: "Mum Kelly Marsh 34, Jayden (14)", "me my partner and 3 kids 2 5 and 9", "nan's 71"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from nlu.people.address import POSTCODE, find_addresses, phone_spans
from nlu.people.again import one_of_each
from nlu.people.ages import IN_SCHOOL_YEAR
from nlu.people.birthdays import age_on
from nlu.people.family import people_told
from nlu.people.found import Found
from nlu.people.listing import keep_told
from nlu.people.referred import without_referred
from nlu.people.signed import signatures
from nlu.people.vocabulary import group_of, relation_of
from nlu.people.words_in import tokens_of
from nlu.reading import Person

_SCHOOL_YEAR = re.compile(
    r"\b(?:(?:is |who's |whos |currently )?in )?(?:years?|yrs?|y|class|key stage|ks|grade|band|tier|"
    r"section|level|stage)\s?\.?\s?(?:1[0-3]|\d)\b(?![\s-]*(?:old|y/?o|yrs|years|months|mths|mos|m\b))",
    re.IGNORECASE,
)
_PUPIL = re.compile(
    r"(?:\b(?:is |who's |whos |currently )?in )?\b(?:year|yr|y)\s?\.?\s?(?:1[0-3]|[1-9])\b"
    r"(?![\s-]*(?:old|y/?o|yrs|years|months|mths|mos|m\b))"
    r"|\b(?:is |who's |whos |currently )?in (?:reception|nursery|sixth form)\b"
    r"|(?<=[,(])\s?(?:reception|nursery)(?=[,;)])",
    re.IGNORECASE,
)
"""Somebody's year at school: of two ages nobody knows which."""
_LABEL = re.compile(
    r"\b(child|kid|boy|girl|son|daughter|adult|parent|sibling|carer|person)\s?#?\d\s?[:.)-]", re.IGNORECASE
)
_STEP = re.compile(
    r"(?<=\b[Ss]tep|\b[Hh]alf)\s(?=(?:mum|dad|mother|father|son|daughter|brother|sister|sons|daughters)\b)"
)
_STUCK = re.compile(r"\b([A-Za-z]+)-(?=[A-Z])")
"""Perhaps a relation with its name stuck to it: "mum-Claire"."""
_SEX_STUCK = re.compile(r"(?<=\()[MFmf](?=\s?\d{1,2}\s?[),])|(?<=\(\d)[MF](?=\))|(?<=\(\d\d)[MF](?=\))")
"""The letter of "(F40)", "(40M)"."""
_BIRTH = re.compile(r"\bd\.\s?o\.\s?b\b\.?", re.IGNORECASE)
_NOISE = re.compile(
    r"£\s?\d[\d,.]*|\b\d+(?:\.\d+)?\s?(?:%|percent|am\b|pm\b)|(?<![\d/.-])\d{1,2}[:.]\d\d\b(?![/.-])|\b(?:between|from)\s+\d+\s+(?:and|to)\s+\d+\b|(?<![\d/.-])\d{1,2}\s?(?:-|to)\s?\d{1,2}\b(?!\s?[/-])",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"(?:\b(?:attends|goes to|pupil at)\s+((?:[A-Z][\w'’.-]*\s?){1,5}(?:\s*(?:school|academy|college|"
    r"primary|nursery|infants|juniors|high))?)"
    r"|\b((?:[A-Z][\w'’.-]*\s){1,4}(?:School|Academy|College|Primary|Nursery|High|Infants|Juniors|Grammar)(?:\s(?:School|Academy|College))?))"
)
_SCHOOL_LABEL = re.compile(r"\b[Ss]chool\s?[:=]\s?((?:[A-Z][\w'’]*[^\S\n]?)+)")
_ITEM = re.compile(r"(?:^|(?<=\s))\d{1,2}[.)]\s(?=[A-Z])")
_FAMILY_NAME = re.compile(r"\b[Tt]he ([A-Z][a-z'-]+)(?: (?:family|household|children|kids)\b|s(?=\s*[:(-]))")
_SURNAME_OF_ALL = re.compile(
    r"[,;.\n]\s*(?:all|both|each)(?: (?:called|named|of them))? ([A-Z][\w'’-]+)\s*(?=[.;\n]|$)"
)
""" "Mabli 13, Osian 8, all Pryce-Lang"."""
_AM = re.compile(r"(?<=[a-z]\s)(?:am|a'm|m)(?=\s[1-9]\d\b)")
""" "me Joyce am 66"."""
_ME_NAMED = re.compile(r"(\b[Mm]e,? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?:I'm|I’m|Im|I am) (?=\d)")
""" "Me, Doreen Apps, I'm 68"."""
_SLASHED = re.compile(r"(?<=[^\W\d])\s/(?=\s[A-Z])")
"""A stroke between two people of a list, not the one of a date or of "mum/dad"."""
_A_STRANGER = re.compile(r"\b[Aa] (?:certain )?(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w'’-]+")
""" "There is a Mrs Dell in the office": nobody speaks so of somebody at home."""
_BORN = re.compile(r"\bborn\b|\bd\.?\s?o\.?\s?b\b|\bbirth", re.IGNORECASE)
_NO_BIRTHDAY = timedelta(days=100)
"""So short ago lies the day of a talk, not that on which somebody was born of whom nothing else is told."""


def read_household(message: str, today: date) -> tuple[Person, ...]:
    """The people named or counted in a message, each once, in the order they come.

    A professional who speaks of herself is nobody of the household; "self" needs an age or others who are listed.
    Whose date of birth alone was said has the age of ``today``.
    """
    text = _without_noise(message)
    tokens = tokens_of(text)
    people = without_referred(text, tokens, keep_told(text, tokens, people_told(text, tokens)))
    _take_talks_for_births(message, people, today)
    _give_schools(message, people)
    _give_family_name(message, people)
    return tuple(_of_age(person, today) for person in one_of_each(people))


def _take_talks_for_births(message: str, people: list[Found], today: date) -> None:
    """ "Consent: Tracey, 22/11/2026" is when she agreed."""
    dated = [] if _BORN.search(message) else [person for person in people if person.date_of_birth]
    for person in dated if len(dated) == 1 else ():
        bare = person.relation is None and person.age is None
        if bare and (person.date_of_birth or "") > (today - _NO_BIRTHDAY).isoformat():
            person.date_of_birth = None


def _of_age(person: Person, today: date) -> Person:
    return person if person.age is not None else replace(person, age=age_on(person.date_of_birth, today))


def _is_kin(word: str) -> bool:
    return relation_of(word) is not None or group_of(word) is not None


def _without_noise(message: str) -> str:
    """The message with what only looks like ages or names blanked; all in capitals reads as typed without any."""
    letters = [c for c in message if c.isalpha()]
    if len(letters) > 12 and all(c.isupper() for c in letters):
        message = message.lower()
    if _ITEM.match(message.lstrip()):
        message = _ITEM.sub(lambda match: "\n".rjust(len(match.group())), message)
    message = _STUCK.sub(lambda match: f"{match[1]} " if _is_kin(match[1].lower()) else match.group(), message)
    message = _AM.sub("is", message)
    message = _ME_NAMED.sub(lambda match: f"{match[1]}, ".ljust(len(match.group())), message)
    message = _SLASHED.sub(" ;", message)
    message = _STEP.sub("-", message)
    message = _SEX_STUCK.sub(" ", message)
    message = _LABEL.sub(lambda match: match.group(1).ljust(len(match.group()) - 1) + ":", message)
    message = _BIRTH.sub(lambda match: "dob".ljust(len(match.group())), message)
    spans = [m.span() for pattern in (POSTCODE, _SCHOOL_YEAR, _NOISE, _SCHOOL) for m in pattern.finditer(message)]
    spans += [(start, end) for start, end in phone_spans(message)]
    spans += [(place.start, place.end) for place in find_addresses(message)]
    spans += [match.span() for match in _SURNAME_OF_ALL.finditer(message)]
    spans += [match.span() for match in _A_STRANGER.finditer(message)]
    spans += signatures(message)
    pupils = [match.span() for match in _PUPIL.finditer(message)]
    for start, end in spans:
        message = message[:start] + re.sub(r"[^,\n]", " ", message[start:end]) + message[end:]
    for start, end in pupils:
        message = message[:start] + IN_SCHOOL_YEAR.ljust(end - start) + message[end:]
    return message


def _give_schools(message: str, people: list[Found]) -> None:
    """Each person the school that is named after them, before the next person or the sentence's end."""
    for index, item in enumerate(people):
        begin = item.end
        end = people[index + 1].start if index + 1 < len(people) else len(message)
        after = message[begin:end] if begin < end else ""
        match = _SCHOOL_LABEL.search(after) or _SCHOOL.search(re.split(r"[;\n]|\.\s", after, maxsplit=1)[0])
        if match:
            item.school = next(said for said in match.groups() if said).strip(" ).,")


def _give_family_name(message: str, people: list[Found]) -> None:
    """ "The Marsh family: Kelly, Jayden": the surname is theirs, because it was said, unless they have another."""
    said = _FAMILY_NAME.search(message) or _SURNAME_OF_ALL.search(message)
    if not said:
        return
    others = {item.name.split()[0] for item in people if item.name and " " in item.name}
    for item in people:
        if item.name and " " not in item.name and item.name not in others:
            item.name = f"{item.name} {said.group(1)}"
