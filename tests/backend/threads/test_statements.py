"""What a turn asks of the database: little, and no more of it the longer a talk has become."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import FastAPI
from sqlalchemy import event

from tests.backend.threads.talking import CONTENT, Talk

MOST = 28
"""Statements of a turn's four requests, the four beginnings of transactions among them."""


@contextmanager
def _statements(application: FastAPI) -> Iterator[list[str]]:
    asked: list[str] = []

    def heard(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("PRAGMA"):  # a connection's own settings
            asked.append(statement)

    event.listen(application.state.engine, "before_cursor_execute", heard)
    try:
        yield asked
    finally:
        event.remove(application.state.engine, "before_cursor_execute", heard)


def _turn(talk: Talk) -> None:
    """What the door and the actions ask for one message."""
    talk.hear("He was excluded again.")
    view = talk.view()
    body = {"version": view["version"], "marks": {talk.last: "answer"}, "content": CONTENT, "programme": "sevenoaks"}
    kept = talk.client("PUT", f"/internal/threads/{talk.thread}/draft", json=body | {"open_question": {"id": "story"}})
    kept.raise_for_status()
    buttons = [{"title": "Yes", "payload": "answer:yes"}, {"title": "No", "payload": "answer:no"}]
    talk.say({"text": "Thank you."}, {"text": "What happened?", "buttons": buttons, "custom": {"question": "story"}})


def test_a_turn_asks_for_little_however_long_the_talk_is(origin: str, application: FastAPI) -> None:
    talk = Talk(origin)
    for _ in range(4):  # a talk that was just begun also looks for one that was left
        _turn(talk)
    with _statements(application) as early:
        _turn(talk)
    for _ in range(12):
        _turn(talk)
    with _statements(application) as late:
        _turn(talk)
    assert len(late) == len(early) <= MOST, "\n".join(late)
