"""Short answers: yes, no, not sure, skip, and what says that everybody is safe."""

from __future__ import annotations

import re
from typing import Any, Literal

from actions.interview import lexicon, manner
from actions.interview.thread import Message
from nlu.reading import Reading

Short = Literal["yes", "no", "unsure", "skip"]

_ORDER: tuple[Short, ...] = ("unsure", "skip", "no", "yes")
_BARE = 3
"""Words; a longer message counts as a bare answer only where all of it is one."""
_MOST_QUESTION = 25
_PART = re.compile(r"[\n.,;:!]+|\s[-\u2013]\s|\b(?:and|so|then)\b", re.IGNORECASE)
_SIGNS = " \t.,;:!?-\u2013"
_POLITE_END = re.compile(r"(?:\W+(?:thanks?|thank you|please|pls|plz|cheers|ta|very much|now))+$", re.IGNORECASE)
_CONFIRMING = ("agrees_to_summary", "sends_summary", "polite_to_us")
"""What the parts of a yes to the summary are; the last alone is none."""
_SENTENCE = re.compile(r"[\n;!?]+|\.+(?=\W|$)")


def whole(text: str) -> Short | None:
    """The short answer that a text is as a whole, or None."""
    said = lexicon.plain(text)
    known = next((answer for answer in _ORDER if lexicon.whole(f"whole_{answer}").fullmatch(said)), None)
    if known or lexicon.pattern("hedged_no").search(said):
        return known
    return "unsure" if manner.says_unknown(said) else None


def short_answer(message: Message) -> Short | None:
    """A message as a short answer: a pressed button, what the reader read, or the words alone."""
    if message.press and message.press.kind == "answer":
        value = message.press.value
        return value if value in _ORDER else None
    return message.reading.answer or whole(message.text)


def bare(message: Message) -> Short | None:
    """A message that is nothing but a short answer. In longer words the reader's answer is one part among others."""
    if message.press or words(message.text) <= _BARE:
        return short_answer(message)
    return whole(message.text)


def leading(text: str) -> Short | None:
    """The short answer that a longer text begins with, doubt before all."""
    said = lexicon.plain(text)
    if lexicon.pattern("doubt").search(said):
        return "unsure"
    if lexicon.pattern("leading_no").match(said):
        return "no"
    return "yes" if lexicon.pattern("leading_yes").match(said) else None


def meant(message: Message, question: str) -> str | None:
    """What a typed message was learned to mean as an answer to a question; None where that is not plain."""
    return None if message.press else message.reading.meant.get(question)


def yes_or_no(message: Message) -> Short | None:
    """A message as an answer to a plain yes-or-no question about the family, in whatever words."""
    said = short_answer(message) or (None if message.reading.correction else leading(message.text))
    learned = meant(message, "fact")
    return said or next((answer for answer in _ORDER if answer == learned), None)


def says_safe(text: str) -> bool:
    """Whether the words say that everybody is safe."""
    return bool(lexicon.pattern("safe").search(lexicon.plain(text)))


def already_told(text: str) -> bool:
    """Whether the words say that this was answered before."""
    return bool(lexicon.pattern("already_told").search(lexicon.plain(text)))


def wordless(message: Message) -> bool:
    """Whether a message has neither letters nor figures, and nothing was read in it: a full stop, a face."""
    whoever: dict[str, Any] = {
        "model": None,
        "meant": {},
    }  # Which model read it does not matter, only that it found nothing.
    silent = message.press is None and message.reading.to_json() | whoever == Reading().to_json() | whoever
    return silent and not any(sign.isalnum() for sign in message.text)


def thats_all(text: str) -> bool:
    """Whether the words say that there is no more to tell."""
    return bool(lexicon.pattern("thats_all").fullmatch(lexicon.plain(text).rstrip(".! ")))


def confirms(text: str) -> bool:
    """Whether the words agree to send what was summed up."""
    return bool(lexicon.pattern("confirm").fullmatch(lexicon.plain(text))) or only_confirms(text)


def only_confirms(text: str) -> bool:
    """Whether every part of a text says that the summary is right, asks to send it, or is only polite."""
    kinds = _kinds_of_parts(text)
    return bool(kinds & set(_CONFIRMING[:2])) and None not in kinds


def sends(text: str) -> bool:
    """Whether the words ask to send what was summed up."""
    return bool(lexicon.pattern("send").search(text)) or "sends_summary" in _kinds_of_parts(text)


def _kinds_of_parts(text: str) -> set[str | None]:
    parts = [part for part in (each.strip(_SIGNS) for each in _PART.split(lexicon.plain(text))) if part]
    return {next((kind for kind in _CONFIRMING if _is_wish(kind, part)), None) for part in parts}


def _is_wish(kind: str, part: str) -> bool:
    """Whether a part is of a kind, whatever leads in to it: "please can you send it"."""
    before = lexicon.pattern("before_wish").match(part)
    bare = _POLITE_END.sub("", part)
    ways = (part, bare, bare[before.end() if before else 0 :])
    return any(said and lexicon.pattern(kind).fullmatch(said) for said in ways)


def waits(text: str) -> bool:
    """Whether the words ask to wait with sending, or to change something first."""
    return bool(lexicon.pattern("not_yet_sent").search(lexicon.plain(text)))


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, without what ends them."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def asks(message: Message) -> bool:
    """Whether a message only asks something. A short answer, a wish to change or words with facts are no question."""
    said = lexicon.plain(message.text)
    if message.press or words(said) > _MOST_QUESTION or waits(said) or short_answer(message) is not None:
        return False
    if message.reading.correction or message.reading.mentions or message.reading.safety.level != "none":
        return False
    if said.endswith("?"):
        return bool(lexicon.pattern("asks").search(said))
    return bool(lexicon.pattern("asks_plainly").search(said)) and len(sentences(said)) == 1
