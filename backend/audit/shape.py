"""What an entry may hold: codes, counts and ids by their shape. Nothing personal can ever be taken out of the audit."""

from __future__ import annotations

import re
from collections.abc import Mapping

Code = str | int | bool | None

LARGEST_COUNT = 1_000_000_000
"""Exclusive. Telephone numbers written as numbers are larger."""
LONGEST_CODE = 60
MOST = 500

_CODE = re.compile(r"[a-z]+(?:[_-](?:[a-z]+|\d{1,8}))*")
_ACTION = re.compile(r"[a-z]+(?:[ _-][a-z]+){0,3}")
_VERSION = re.compile(r"\d{1,4}(?:[.-]\d{1,3}){0,2}")
_ID = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # a row's id
    r"|[0-9a-f]{64}"  # a hash
    r"|[A-Za-z0-9_-]{32}"  # a talk's id
    r"|FD-[0-9A-Z]{1,12}"  # a nomination's reference
)
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


class NotACode(ValueError):  # noqa: N818
    """A mistake in the program: what was handed to the audit could be words. The message does not repeat it."""


def must_be_codes(action: str, kind: str, id: str, programme: str | None, detail: Mapping[str, Code]) -> None:  # noqa: A002
    """Raise NotACode unless every part of an entry has the shape of a code, a count or an id."""
    parts = {"action": _is_action(action), "kind": _is_code(kind), "id": _is_id(id) or _is_code(id)}
    parts["programme"] = programme is None or _is_code(programme)
    parts |= {
        f"detail {n}": _is_code(name) and is_code_or_count(value) for n, (name, value) in enumerate(detail.items(), 1)
    }
    wrong = [name for name, fits in parts.items() if not fits]
    if wrong:
        raise NotACode(f"the audit takes codes, counts and ids only; not so of this entry: {', '.join(wrong)}")


def is_code_or_count(value: object) -> bool:
    """Whether a value can be kept: nothing, a truth, a count, a version; a code or an id, or several with commas."""
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, int):
        return abs(value) < LARGEST_COUNT
    if not isinstance(value, str):
        return False
    parts = value.split(",")
    return (
        not value
        or _is_version(value)
        or (len(parts) <= MOST and all(_is_code(each) or _is_id(each) for each in parts))
    )


def _is_action(text: str) -> bool:
    return len(text) <= LONGEST_CODE and _ACTION.fullmatch(text) is not None


def _is_code(text: str) -> bool:
    return len(text) <= LONGEST_CODE and _CODE.fullmatch(text) is not None


def _is_version(text: str) -> bool:
    # Three numbers with hyphens are a day, and the days the audit might be handed are days of birth.
    return _VERSION.fullmatch(text) is not None and _DATE.fullmatch(text) is None


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None
