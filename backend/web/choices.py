"""Options of a select list, the chosen one marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def options(entries: Iterable[tuple[str, str]], chosen: str | None) -> list[dict[str, Any]]:
    """Pairs of value and text as GOV.UK's select takes them."""
    return [{"value": value, "text": text, "selected": value == (chosen or "")} for value, text in entries]
