"""The channel's own sentences (``wording.yml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def wording() -> dict[str, Any]:
    """All of them, by key."""
    read: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return read


def say(key: str) -> str:
    """One sentence. KeyError for one that is not worded."""
    return str(wording()[key])
