"""The channel's own sentences: ``wording.yml``, and in other languages ``bot/languages/<code>/telegram.yml``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = Path(__file__).parents[1] / "languages"
_ABOUT_DANGER = "999"
_spoken: ContextVar[str] = ContextVar("spoken", default="")


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Say everything in a language while the block lasts; in English where it has no words."""
    token = _spoken.set(language or "")
    try:
        yield
    finally:
        _spoken.reset(token)


def wording() -> dict[str, Any]:
    """All sentences in the language that is spoken, by key."""
    return _wording(_spoken.get())


def say(key: str, **filled: str) -> str:
    """One sentence, ``{…}`` filled. KeyError for one that is not worded.

    What speaks of danger says so where no speaker of the language has checked it.
    """
    said = str(wording()[key])
    for name, value in filled.items():
        said = said.replace(f"{{{name}}}", value)
    mark = _unreviewed(_spoken.get()) if _ABOUT_DANGER in said else ""
    return f"{said}\n\n{mark}" if mark else said


def is_worded(language: str) -> bool:
    """Whether there are words of ours in a language besides English."""
    return language.isalpha() and (LANGUAGES / language / "telegram.yml").is_file()


@cache
def _wording(language: str) -> dict[str, Any]:
    english = _values(Path(__file__).with_name("wording.yml"))
    return english | (_values(LANGUAGES / language / "telegram.yml") if language and is_worded(language) else {})


@cache
def _unreviewed(language: str) -> str:
    if not language or not is_worded(language):
        return ""
    about = _values(LANGUAGES / language / "about.yml")
    signed = about["reviewed"]["danger"]
    return "" if signed["reviewed_by"] and signed["date"] else str(about["unreviewed"])


def _values(file: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return values
