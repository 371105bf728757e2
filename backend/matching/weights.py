"""The weights and thresholds of ``weights.yml``, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import yaml

Finding = Literal["same", "related"]
"""``same``: probably one family nominated twice; ``related``: a child or a parent in common, in another household."""


@cache
def _file() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("weights.yml").read_text(encoding="utf-8"))
    return read


def weight(thing: str, level: str) -> float:
    """What an agreement says, in bits. KeyError for one that the file does not know."""
    return float(_file()[thing][level])


def share_of_a_surname_again() -> float:
    """What part of a surname's weight counts when another pair of people has borne it out."""
    return float(_file()["same_surname_again"])


def threshold(name: str) -> float:
    """``same_family``, ``shared_person`` or ``same_person``, in bits."""
    return float(_file()["thresholds"][name])


SCHEME: Final = int(_file()["scheme"])
"""Raised when marks or weights change: what was compared before is compared anew."""
