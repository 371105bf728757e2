"""What is said to a nomination that was made: a challenge, somebody whom it does not know, small talk."""

from __future__ import annotations

from actions.interview import lexicon, phrases
from actions.interview.thread import Message, Thread

DECIDED = frozenset({"accepted", "closed", "returned"})
"""The states of a nomination in which there is a decision to challenge."""


def challenges(message: Message) -> bool:
    """Whether somebody says that a decision is wrong, or wants it looked at again."""
    return bool(lexicon.pattern("challenge").search(lexicon.plain(message.text)))


def names_others(message: Message, thread: Thread) -> bool:
    """Whether a message names somebody and nobody whom the nomination knows, by first name or surname."""
    names = [person.name.casefold() for person in message.reading.people if person.name]
    known = {
        part for person in thread.content.get("people") or () for part in (person["name"] or "").casefold().split()
    }
    return bool(names and known) and not any(set(name.split()) & known for name in names)


def is_aside(message: Message) -> bool:
    """Whether a message answers nothing: a question, a greeting, a thank you."""
    small = lexicon.pattern("small_talk").fullmatch(lexicon.plain(message.text).rstrip(".! "))
    return bool(small) or phrases.asks(message)
