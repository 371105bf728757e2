"""Fixed sentences of the talk, by code and audience (``notices.yml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from sqlalchemy.orm import Session

from backend.threads import languages
from backend.threads.models import Thread
from backend.threads.record import add_message


def notice_text(code: str, audience: str) -> str:
    """The sentence; KeyError for a code that is not in the file."""
    spoken = languages.spoken()
    told: str = _notices()[code][audience]
    return told if spoken is None else str(spoken.words["notices"].get(code, told))


def add_notice(db: Session, thread: Thread, code: str) -> None:
    """Show a fixed sentence in a talk, even in one whose words were erased."""
    notice_text(code, thread.audience)
    add_message(db, thread, "out", kind="notice", notice=code)


@cache
def _notices() -> dict[str, dict[str, str]]:
    notices: dict[str, dict[str, str]] = yaml.safe_load(
        Path(__file__).with_name("notices.yml").read_text(encoding="utf-8")
    )
    return notices
