"""Which questions a message answered besides the one that was open, named in a line so that nothing is told twice."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from actions.interview.draft import Draft
from actions.interview.thread import Audience, Thread

_WORTH_SAYING = 2
"""So many answers at least; one is plain from what is asked next."""


def noted(draft: Draft, thread: Thread, news: frozenset[int]) -> tuple[str, ...]:
    """What the newest messages told besides answering, as it is called to the audience; empty where it is little."""
    asked = {message.question.id for message in thread.messages if message.n in news and message.question}
    told = [question for question in _names() if draft.told_by.get(question) in news and question not in asked]
    return tuple(_names()[question][thread.audience] for question in told) if len(told) >= _WORTH_SAYING else ()


def in_a_row(names: tuple[str, ...]) -> str:
    """Several things in a sentence: "the address, who leads and the language"."""
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


@cache
def _names() -> dict[str, dict[Audience, str]]:
    names: dict[str, dict[Audience, str]] = yaml.safe_load(
        Path(__file__).with_name("noted.yml").read_text(encoding="utf-8")
    )
    return names
