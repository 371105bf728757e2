"""The whole product with a Bot API server, and what its record says of a chat."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from backend.threads.models import Thread
from backend.threads.record import body_of, messages_of
from tests.system import FrontDoor, front_door
from tests.telegram_server import TOKEN, BotApi, bot_api

FIRST = 482_000_000
"""The first chat; each kind of test has thousands of its own."""
PATIENCE = 900.0
"""Seconds to wait for anything on a machine that is busy with all at once."""


@contextmanager
def product(folder: Path) -> Iterator[tuple[FrontDoor, BotApi]]:
    """The whole product with a Bot API server."""
    with bot_api() as (api, origin), pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
        patch.setenv("TELEGRAM_API_BASE", origin)
        with front_door(folder) as door:
            yield door, api


def until_all_is_answered(door: FrontDoor, api: BotApi) -> None:
    """Wait for an empty inbox: what lies there, or with Telegram, is not answered."""
    end = time.monotonic() + PATIENCE
    inbox = door.data / "telegram"
    while api.updates or any(inbox.glob("*.sealed")):
        assert time.monotonic() < end, "not everything was answered"
        time.sleep(0.2)


def said_in(db: Session, thread: Thread) -> list[tuple[int | None, str]]:
    """What was said in a talk, each with the number of the message that it answers."""
    bodies = [(message.answers, body_of(db, thread, message)) for message in messages_of(db, thread, "out")]
    said = [(answers, str(body.get("text") or "").strip()) for answers, body in bodies]
    return [(answers, text) for answers, text in said if text]
