"""Families' languages: in which one they talk, what is no answer to a question, which interpreter may be needed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.interview import lexicon, phrases
from actions.interview.draft import Draft
from actions.interview.thread import Message, Thread
from nlu.reading import Mention, Reading, Safety

ENGLISH = "en"
SPEAK = "speak:"
"""What the value of a button that chooses a language begins with; its code follows."""
_NAMES: dict[str, str] = {
    "sk": "Slovak",
    "cs": "Czech",
    "pl": "Polish",
    "ro": "Romanian",
    "unread": "Another language, to be found out",
}
OFFERED = ("sk", "cs", "pl", "ro")
"""The languages in which families can talk besides English."""
_OWN_WORDS = frozenset({"story", "hopes"})
"""Questions whose answer is kept in the words that were said, whatever the language."""
_SENTENCE = 3
"""Words from which a message shows how somebody writes; "Dobrý deň" alone may be kindness."""
_MARKS = str.maketrans({"ł": "l", "Ł": "L", "\u2019": "'"})
_CLAUSE = re.compile(r"[.,;!?\n]|\bbut\b", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w']+")


def spoken(thread: Thread) -> str:
    """The code of the language that a talk is held in: the one that a family chose last, else English."""
    chosen = (choice(message) for message in reversed(thread.messages)) if thread.audience == "family" else iter(())
    return next((code for code in chosen if code), ENGLISH)


def choice(message: Message) -> str | None:
    """The language that a message asks for: by a button, by words that are all it says, or among others in it."""
    if message.press:
        value = message.press.value
        return value.removeprefix(SPEAK) if value.startswith(SPEAK) else None
    said = _bare(message.text)
    return _all_it_says(said) or _said_beside(message, said)


def _all_it_says(said: str) -> str | None:
    """The language that words ask for and nothing else."""
    return next((code for code in (*OFFERED, ENGLISH) if _wish("chosen", code).fullmatch(said)), None)


def _said_beside(message: Message, said: str) -> str | None:
    """ "Mówię tylko po polsku, mąż mnie bije": a wish within a message that is in the language itself."""
    written = message.reading.written_in
    if written not in OFFERED:
        return None
    return written if re.search(r"\bpo (?:slovensky|cesku|polsku)\b|\bromaneste\b|\bcesky\b", said) else None


def is_choice(message: Message, thread: Thread) -> bool:
    """Whether a message does nothing but choose the language, and so answers no question but the one about it."""
    if thread.audience != "family" or choice(message) is None:
        return False
    asked = message.question.id if message.question else None
    return bool(message.press) or (asked != "language" and _all_it_says(_bare(message.text)) is not None)


def steers(thread: Thread) -> str | None:
    """What the newest message asks for in another language than English, by the intent that says the same."""
    last = thread.news[-1] if thread.news else None
    if last is None or last.press or thread.audience != "family":
        return None
    said = _bare(last.text)
    return next((name for name in _data()["steering"] if _wish("steering", name).fullmatch(said)), None)


def offered(thread: Thread) -> str | None:
    """The language to offer after the newest message: the first in which somebody writes who has not chosen one."""
    if thread.audience != "family" or any(choice(message) for message in thread.messages):
        return None
    first = next((message for message in thread.messages if _shows_language(message)), None)
    return first.reading.written_in if first and first in thread.news else None


def _shows_language(message: Message) -> bool:
    enough = phrases.words(message.text) >= _SENTENCE
    return not message.press and message.reading.written_in in OFFERED and enough


def in_doubt(messages: Iterable[Message], thread: Thread) -> tuple[Message, ...]:
    """The messages as they may be understood: what was read in another language is never certain."""
    language = spoken(thread)
    return tuple(_doubted(message, language) for message in messages)


def _doubted(message: Message, language: str) -> Message:
    if language in _data()["no_is_not_no"] and not message.press and _bare(message.text) == "no":
        return replace(message, text="…", reading=Reading())
    if message.reading.written_in in (None, ENGLISH) or not message.reading.mentions:
        return message
    mentions = tuple(replace(mention, status="uncertain") for mention in message.reading.mentions)
    return replace(message, reading=replace(message.reading, mentions=mentions))


def doubted(message: Message) -> tuple[Mention, ...]:
    """The facts of one message, uncertain where it is in another language than English."""
    return _doubted(message, ENGLISH).reading.mentions


def settle(draft: Draft, thread: Thread) -> None:
    """Note which language the talk is held in, and which ones were written in: whom an interpreter is needed for."""
    if thread.audience != "family":
        return
    heard = [message for message in thread.messages if message.kind != "undone" and not message.press]
    written = [message.reading.written_in for message in heard if phrases.words(message.text) >= _SENTENCE]
    draft.written_in = [code for code in dict.fromkeys(written) if code not in (None, ENGLISH)]
    draft.consent_in = _asked_in(thread)
    language = spoken(thread)
    if language == ENGLISH:
        return
    draft.talk_in = language
    if not draft.has("language"):
        draft.language = _NAMES[language]
        draft.answer("language")


def _asked_in(thread: Thread) -> str | None:
    """The language of the talk when consent was last asked for and answered; None where that was English."""
    asked = [message.n for message in thread.messages if message.question and message.question.id == "consent"]
    heard = tuple(message for message in thread.messages if asked and message.n < asked[-1])
    language = spoken(replace(thread, messages=heard))
    return None if language == ENGLISH else language


def named(message: Message) -> str | None:
    """The English name of the language that an answer asks for in its own words."""
    return _NAMES.get(choice(message) or "")


def take_written(draft: Draft, message: Message) -> None:
    """Note the language of a message that is not in English, until the question about it is answered."""
    name = _NAMES.get(message.reading.written_in) if message.reading.written_in else None
    if name is None or message.press or phrases.words(message.text) < _SENTENCE:
        return
    known = draft.language not in (None, _NAMES["unread"])
    if not known and "language" not in draft.answered:
        draft.language = name


def wants_interpreter(message: Message) -> bool | None:
    """Whether a message says that an interpreter is wanted, or is not; None where it speaks of none.

    Of a family whose parents need one each, or of whom one does, a yes counts.
    """
    if message.press:
        return None
    said = [part for part in _CLAUSE.split(lexicon.plain(message.text)) if part]
    told = [_on_interpreting(part) for part in said]
    return True if True in told else False if False in told else None


def _on_interpreting(said: str) -> bool | None:
    if lexicon.pattern("interpreter_asked_about").search(said):
        return None
    if lexicon.pattern("no_interpreter").search(said):
        return False
    return True if lexicon.pattern("interpreter").search(said) else None


def own_age(message: Message) -> int | None:
    """The age that whoever writes in one of the languages gives as their own."""
    if message.press:
        return None
    said = re.search("|".join(_data()["own_age"]), _bare(message.text))
    return int(next(each for each in said.groups() if each)) if said else None


def is_unheard(message: Message) -> bool:
    """Whether a message in which nothing could be read stands where an answer has to be understood."""
    reading, question = message.reading, message.question
    if question is None or question.id in _OWN_WORDS or message.press or reading.written_in != "unread":
        return False
    return replace(reading, written_in=None, safety=Safety(), model=None, meant={}) == Reading()


def _bare(text: str) -> str:
    """A text in small letters, without accents, signs and what is only polite."""
    signs = unicodedata.normalize("NFD", text.translate(_MARKS))
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return _polite().sub(" ", " ".join(_SIGNS.sub(" ", plain.casefold()).split())).strip()


@cache
def _polite() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_data()['polite']})\b|\b(?:{_data()['polite']})$")


@cache
def _wish(kind: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in _data()[kind][name]))


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("languages.yml").read_text(encoding="utf-8"))
    return data
