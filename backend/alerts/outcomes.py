"""How an alert can end (``outcomes.yml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def outcomes() -> dict[str, str]:
    """The outcomes to choose from: what each is called, by its code."""
    told: dict[str, str] = yaml.safe_load(Path(__file__).with_name("outcomes.yml").read_text(encoding="utf-8"))
    return told
