"""What a family hopes for, told among other things: the sentences that say so, as they were written."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from actions.interview import lexicon, phrases
from actions.interview.draft import Draft
from actions.interview.thread import Message

_HEARD_AT = frozenset({"story", "household", "agencies", "lead_professional", "clarify", "turnaround", "summary"})
"""Questions beside whose answer a hope may stand. How somebody would like to be reached, or to talk, is none."""
_LONG = 40
"""Words; a message of so many tells of everything, whatever was asked."""
_LONGEST = 4_000
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\w))+[.!?]*")


def take(draft: Draft, message: Message) -> None:
    """Add the hopes that a message tells to those that are known. An answer to the question itself is not touched."""
    asked = message.question.id if message.question else None
    short = phrases.words(message.text) < _LONG
    # A first message says why somebody writes; a hope is told among other things.
    if message.press or asked == "hopes" or (short and (asked is None or asked not in _HEARD_AT)):
        return
    told = [sentence for start, sentence in sentences(message.text) if not _alarms(message, sentence)]
    new = [sentence for sentence in told if sentence not in (draft.hopes or "")]
    if new:
        draft.hopes = " ".join([*([draft.hopes] if draft.hopes else []), *new])[:_LONGEST]
        draft.answer("hopes")


def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a text that say what a family hopes for, each with where it starts."""
    found = ((match.start(), match.group().strip()) for match in _SENTENCE.finditer(text))
    return tuple((start, sentence) for start, sentence in found if _is_hope(sentence))


def _is_hope(sentence: str) -> bool:
    said = lexicon.plain(sentence)
    return bool(_pattern("told").search(said)) and not _pattern("no_hope").search(said)


def _alarms(message: Message, sentence: str) -> bool:
    return any(words and words in sentence for words in message.reading.safety.words)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    lists = yaml.safe_load(Path(__file__).with_name("hopes.yml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{phrase})" for phrase in lists[name]), re.IGNORECASE)
