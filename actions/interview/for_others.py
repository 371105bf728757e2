"""Whether somebody who asks for help writes for another family: an aunt cannot agree in a parent's place.

Heard until the question about agreeing is answered: in a story a sister may be named for any reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.interview import lexicon
from actions.interview.draft import Draft
from actions.interview.thread import Message, Thread

CARER = "carer"
"""The value of the button by which somebody says that they look after the children."""


def writes_for_others(thread: Thread) -> bool:
    """Whether a family's talk is held by somebody who looks after none of the children it is about."""
    if thread.audience != "family":
        return False
    if any(_looks_after(message) for message in thread.messages if message.kind != "undone"):
        return False
    return any(_pattern("writes_for").search(_plain(message)) for message in _first(thread))


def may_not_agree(thread: Thread, draft: Draft) -> bool:
    """Whether a parent has to be asked first: all is known that comes before it, and none has agreed by a link."""
    asked = draft.danger is not None and draft.programme is not None
    return asked and not draft.consent.answers and writes_for_others(thread)


def _first(thread: Thread) -> Iterator[Message]:
    for message in thread.messages:
        if message.kind != "undone" and message.press is None:
            yield message
        if message.question is not None and message.question.id == "consent":
            return


def _looks_after(message: Message) -> bool:
    if message.press:
        return message.press.value == CARER
    return bool(_pattern("looks_after").search(_plain(message)))


def _plain(message: Message) -> str:
    return lexicon.plain(message.text).casefold()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("for_others.yml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{words})" for words in data[name]))
