"""The language that a family may need an interpreter for, where nobody said: the one that was written in."""

from __future__ import annotations

from actions.interview import phrases
from actions.interview.draft import Draft
from actions.interview.thread import Message
from nlu.reading import WrittenIn

_NAMES: dict[WrittenIn, str] = {
    "sk": "Slovak",
    "cs": "Czech",
    "pl": "Polish",
    "ro": "Romanian",
    "unread": "Another language, to be found out",
}
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
