"""Which interpreter a nomination calls for, and in which words a family was asked: some of them nobody has checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backend.threads.languages import language_of

ENGLISH = "English"
UNREAD = "unread"
_UNREAD_NAME = "a language that nobody here reads"
_NOT_NAMED = "a language that was not named"
_UNREVIEWED = "-unreviewed"


def interpreter_for(content: dict[str, Any]) -> str | None:
    """For which languages to find an interpreter, in words; None where nobody wrote in one or asked for one.

    Those besides English in which a family talks or wrote and, where somebody said that an interpreter is wanted, the
    language that the family is said to speak.
    """
    codes = dict.fromkeys([content.get("talk_in"), *(content.get("written_in") or [])])
    names = [_name(code) for code in codes if code]
    if content.get("interpreter_wanted"):
        names += [name for name in [_spoken(content)] if name and name not in names]
        return " and ".join(names) or _NOT_NAMED
    return " and ".join(names) or None


def _spoken(content: dict[str, Any]) -> str | None:
    """The language that the family is said to speak, where it is another than English."""
    language = content.get("language")
    return str(language) if language and language != ENGLISH else None


def _name(code: str) -> str:
    language = language_of(code)
    return _UNREAD_NAME if language is None else language.name


def with_review(events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events of a consent; the version of a wording in another language says so where no speaker had checked it."""
    return [event | {"wording_version": _reviewed(event.get("wording_version"))} for event in events]


def _reviewed(version: str | None) -> str | None:
    language = language_of((version or "").partition("+")[2])
    if language is None or language.is_reviewed("consent"):
        return version
    return f"{version}{_UNREVIEWED}"


def asked_in(events: Iterable[dict[str, Any]]) -> tuple[str, bool] | None:
    """The language that the family was asked for its consent in, and whether a speaker had checked it by then."""
    for event in events:
        code = str(event.get("wording_version") or "").partition("+")[2]
        language = language_of(code.removesuffix(_UNREVIEWED))
        if language is not None:
            return language.name, not code.endswith(_UNREVIEWED)
    return None
