"""What codes are called on the pages, read once from ``words.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("words.yml")


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tables


def word(code: object, table: str) -> str:
    """The words for ``code``; a code nobody named is shown with spaces, never hidden and never an error."""
    if code is None or code == "":
        return "Not known"
    key = str(code)
    named = _tables().get(table, {}).get(key)
    if named is not None:
        return named
    spaced = key.replace("_", " ").replace("-", " ")
    return spaced[:1].upper() + spaced[1:]


def codes(table: str) -> list[str]:
    """The codes that have words in ``table``, in the file's order."""
    return list(_tables().get(table, {}))
