"""Another family in the same conversation: where a message begins to tell of it, and what of the message is whose."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.interview import phrases
from actions.interview.draft import ADULT_FROM, Draft
from actions.interview.thread import Message, Thread
from nlu.reading import Mention, Person, Reading

_SENTENCE = r"(?:^|(?<=[.!?;:\n,])|(?<= - ))\W*"
_STORY = 12
"""Words; in so many somebody tells of a family rather than only naming it."""
_ABOUT_OTHERS = frozenset({"role", "district", "consent", "contact", "agencies", "lead_professional", "language"})
"""Questions whose answers name people outside the household."""
_KNOWN = 2
"""So many of the household must be known by name before others can seem to be another family."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a message with what was read in them."""

    text: str
    reading: Reading

    def to_json(self) -> dict[str, Any]:
        return {"text": self.text, "reading": self.reading.to_json()}


@dataclass(frozen=True, slots=True)
class Parts:
    """A message that says that there is another family."""

    stays: Part | None
    """What it says of the family that is talked about; None where that is nothing."""
    goes: Part | None
    """What it tells of the other one; None where it only says that there is one."""
    several: bool = False
    """Whether it says that there are several, whichever of them is told of first."""


def announced(message: Message) -> Parts | None:
    """What a message says of another family, parted from the rest; None where it says of none."""
    if message.press:
        return None
    text = _straight(message.text)
    found = _pattern("begins").search(text)
    if found is None:
        return Parts(_part(message, 0, len(text)), None, several=True) if _pattern("several").search(text) else None
    cut = found.start() + len(found.group()) - len(found.group().lstrip(" \n\t.,;:!?-"))
    stays, goes = split(message, cut)
    told = replace(goes.reading, written_in=None, model=None, meant={}) != Reading()
    if not told and phrases.words(text[found.end() :]) < _STORY:
        return Parts(stays, None)
    return Parts(stays, goes)


def is_more_to_come(messages: tuple[Message, ...]) -> bool:
    """Whether another family was named besides the one that a talk is about, or several in any of its messages."""
    found = list(map(announced, messages))
    several = any(each is not None and each.several for each in found)
    return several or any(each is not None and each.goes is None for each in found[1:])


def is_after_sending(message: Message) -> bool:
    """Whether what is said after sending begins another nomination."""
    text = _straight(message.text)
    return not message.press and bool(_pattern("begins").search(text) or _pattern("after_sending").search(text.strip()))


def goes_back(message: Message) -> bool:
    """Whether the first words of a talk wish to go on with one that was left."""
    return not message.press and bool(_pattern("left").search(_straight(message.text)))


def whole(message: Message) -> Part:
    """All of a message."""
    return Part(message.text, message.reading)


def may_seem_another(message: Message, thread: Thread) -> bool:
    """Whether a message by itself is a story of people by name; most are not, and need no draft to compare with."""
    question = message.question.id if message.question else ""
    if message.press or message.reading.correction or thread.audience != "professional":
        return False
    if question in _ABOUT_OTHERS or phrases.words(message.text) < _STORY:
        return False
    facts = any(mention.status == "asserted" for mention in message.reading.mentions)
    return facts and _is_household(message.reading.people)


def seems_another(message: Message, draft: Draft, thread: Thread) -> bool:
    """Whether a story names people, and nobody of the household, once that is known: it must be asked about."""
    if not may_seem_another(message, thread) or not draft.has("household"):
        return False
    known = [name for person in draft.people for name in _words(person["name"])]
    enough = sum(1 for person in draft.people if person["name"]) >= _KNOWN
    return enough and not set(known) & set(_words(message.text))


def _is_household(people: tuple[Person, ...]) -> bool:
    """Whether people are told of by name as those who live together are: somebody grown, and a child with its age."""
    named = [person for person in people if person.name]
    children = [person for person in named if person.age is not None and person.age < ADULT_FROM]
    return len(named) > 1 and 0 < len(children) < len(people)


def split(message: Message, cut: int) -> tuple[Part | None, Part]:
    """The message before and from a character, with what was read where. What cannot be placed goes with the rest."""
    before, after = message.text[:cut], message.text[cut:]
    if phrases.words(before.strip(" ,;:.-")) == 0:
        return None, whole(message)
    return _part(message, 0, cut), Part(after, _read_from(message, cut, len(message.text)))


def _part(message: Message, start: int, end: int) -> Part | None:
    text = message.text[start:end]
    if phrases.words(text.strip(" ,;:.-")) == 0:
        return None
    return Part(text, _read_from(message, start, end))


def _read_from(message: Message, start: int, end: int) -> Reading:
    reading, text = message.reading, message.text
    if (start, end) == (0, len(text)):
        return reading

    def here(*words: str | None) -> bool:
        at = _place(text, words)
        return start <= at < end if at is not None else start > 0

    consent, lead = reading.consent, reading.lead_professional
    return replace(
        reading,
        mentions=tuple(_moved(each, start) for each in reading.mentions if start <= each.start < end),
        people=_people(reading.people, here),
        answer=None,
        consent=consent if consent and here(consent.words or consent.by) else None,
        address=reading.address if here(reading.address, reading.postcode) else None,
        postcode=reading.postcode if here(reading.postcode) else None,
        contacts=tuple(each for each in reading.contacts if here(each.value)),
        agencies=tuple(each for each in reading.agencies if here(each, *each.split())),
        lead_professional=lead if lead and here(lead.name, "lead") else None,
        no_agencies=reading.no_agencies and start == 0,
        assessment_in_place=reading.assessment_in_place if here("CAF", "assessment") else None,
        turnaround=reading.turnaround if start == 0 else None,
        language=reading.language if here(reading.language) else None,
        correction=reading.correction and start == 0,
    )


def _people(people: tuple[Person, ...], here: Callable[..., bool]) -> tuple[Person, ...]:
    return tuple(
        person
        for person in people
        if here(
            person.name and person.name.split()[0], person.relation, None if person.age is None else str(person.age)
        )
    )


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start - by, end=mention.end - by)


def _place(text: str, words: tuple[str | None, ...]) -> int | None:
    """Where the first of the words that is there stands; spaces within it may differ."""
    for word in words:
        if word:
            spaced = r"\s*".join(re.escape(part) for part in word.split())
            found = re.search(rf"\b{spaced}", text, re.IGNORECASE)
            if found:
                return found.start()
    return None


def _words(text: str | None) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", (text or "").casefold())


def _straight(text: str) -> str:
    """A text with straight apostrophes, each character where it was."""
    return text.replace("\u2019", "'").replace("\u2018", "'")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    lists: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    parts = {key: lists[key] for key in ("opening", "other", "family")}
    anchored = _SENTENCE if name in ("begins", "several") else ""
    return re.compile("|".join(f"{anchored}(?:{each.format(**parts)})" for each in lists[name]), re.IGNORECASE)
