"""Which of the facts that were told somebody means: by what is read in the words, by words of theirs, by the topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.interview import clarify, lexicon
from actions.interview.draft import Entry
from actions.interview.indicators import same_person
from actions.interview.needs import need_of
from nlu.reading import Mention

SHORTEST = 3
"""Letters of a word that names something."""
_STEM = 5
_SHARED = 2
_WORD = re.compile(r"[a-z]+")


def by(entries: list[Entry], mentions: Sequence[Mention], text: str) -> list[Entry]:
    """The entries that a text with its mentions means best; then, where it says of whom, those about that person."""
    read = {mention.indicator for mention in mentions}
    topics = clarify.topics_of(text) | {mention.need for mention in mentions}
    words = stems(text)
    scored = [(_score(entry, read, topics, words), entry) for entry in entries]
    highest = max((score for score, _ in scored), default=0)
    best = [entry for score, entry in scored if score == highest] if highest else []
    of_whom = [entry for entry in best if _person_in(entry, text)]
    return of_whom or best


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that name something."""
    nothing = lexicon.pattern("names_nothing")
    words = (word for word in _WORD.findall(text.casefold()) if len(word) >= SHORTEST)
    return frozenset(word[:_STEM] for word in words if not nothing.fullmatch(word))


def shares_words(entry: Entry, text: str) -> bool:
    """Whether a text has two words or more in common with those that told an entry."""
    return len(stems(entry["words"]) & stems(text)) >= _SHARED


def _score(entry: Entry, read: set[str], topics: frozenset[str | None], words: frozenset[str]) -> int:
    own = stems(f"{entry['words']} {entry['code'].replace('_', ' ')}")
    return 2 * (entry["code"] in read) + len(own & words) + (need_of(entry["code"]) in topics)


def _person_in(entry: Entry, text: str) -> bool:
    person = str(entry["person"] or "").split()[:1]
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in person)


def in_the_same_words(entry: Entry, other: Entry) -> bool:
    """Whether two entries were read in words that overlap: one statement, two facts."""
    places = (entry["start"], entry["end"], other["start"], other["end"])
    if entry["message"] != other["message"] or None in places:
        return False
    shorter, longer = sorted((entry["words"], other["words"]), key=len)
    return bool(entry["start"] < other["end"] and other["start"] < entry["end"] and shorter in longer)


def same(entry: Entry, mention: Mention) -> bool:
    """Whether an entry says what a mention says, however it was said."""
    return bool(entry["code"] == mention.indicator) and same_person(entry["person"], mention.person)
