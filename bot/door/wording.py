"""The door's own sentences, from ``wording.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

WORDING = Path(__file__).with_name("wording.yml")


@dataclass(frozen=True, slots=True)
class SafetyWording:
    """The sentences of one safety level, in the order they are said."""

    first: str
    quiet: str
    numbers: str
    passed_on: str
    not_passed_on: str


@dataclass(frozen=True, slots=True)
class Wording:
    immediate: SafetyWording
    urgent: SafetyWording
    numbers: list[str]
    problems: dict[str, str]
    pages: dict[str, str]

    @classmethod
    def load(cls, path: Path = WORDING) -> Wording:
        """Read the file. A missing sentence raises TypeError or KeyError at start, not in a conversation."""
        data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(
            immediate=SafetyWording(**data["immediate"]),
            urgent=SafetyWording(**data["urgent"]),
            numbers=data["numbers"],
            problems=data["problems"],
            pages=data["pages"],
        )
