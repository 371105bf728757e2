"""Messages in other languages: what is no answer to a question, and which interpreter may be needed."""

from __future__ import annotations

from dataclasses import replace

from actions.interview import phrases
from actions.interview.draft import Draft
from actions.interview.thread import Message
from nlu.reading import Reading, Safety, WrittenIn

_NAMES: dict[WrittenIn, str] = {
    "sk": "Slovak",
    "cs": "Czech",
    "pl": "Polish",
    "ro": "Romanian",
    "unread": "Another language, to be found out",
}
_OWN_WORDS = frozenset({"story", "hopes"})
"""Questions whose answer is kept in the words that were said, whatever the language."""
_SENTENCE = 3
"""Words from which a message shows how somebody writes; "Dobrý deň" alone may be kindness."""


def take_written(draft: Draft, message: Message) -> None:
    """Note the language of a message that is not in English, until the question about it is answered."""
    name = _NAMES.get(message.reading.written_in) if message.reading.written_in else None
    if name is None or message.press or phrases.words(message.text) < _SENTENCE:
        return
    known = draft.language not in (None, _NAMES["unread"])
    if not known and "language" not in draft.answered:
        draft.language = name


def is_unheard(message: Message) -> bool:
    """Whether a message in which nothing could be read stands where an answer has to be understood."""
    reading, question = message.reading, message.question
    if question is None or question.id in _OWN_WORDS or message.press or reading.written_in != "unread":
        return False
    return replace(reading, written_in=None, safety=Safety(), model=None) == Reading()
