"""The door's own sentences: ``wording.yml`` in English, ``languages/`` what is said of danger in other languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

WORDING = Path(__file__).with_name("wording.yml")
LANGUAGES = Path(__file__).with_name("languages")


@dataclass(frozen=True, slots=True)
class SafetyWording:
    """The sentences of one safety level, in the order they are said, but ``say``."""

    first: str
    quiet: str
    numbers: str
    passed_on: str
    not_passed_on: str
    say: str = ""
    """What to say in English on the telephone, after ``first``; nothing in English itself."""
    at_home: str = ""
    """To whoever is afraid of somebody close: how to write safely, and whom else to ring. After ``quiet``."""
    in_chat: str = ""
    """The same in a chat that stays on a telephone, in place of ``at_home``."""
    self_harm: str = ""
    """To whoever may hurt themselves, or is afraid that somebody will: who listens. After ``quiet``."""


@dataclass(frozen=True, slots=True)
class UnreadWording:
    """What is said where a message could not be read: a line in all, of which the last sentence depends."""

    danger: str
    looked_at: str
    not_passed_on: str


@dataclass(frozen=True, slots=True)
class LanguageWording:
    """What is said in another language; the levels only in those languages in which danger is read."""

    name: str
    reviewed: bool
    """Whether somebody who speaks it has read and signed the sentences."""
    unread: UnreadWording
    immediate: SafetyWording | None = None
    urgent: SafetyWording | None = None
    problems: dict[str, str] = field(default_factory=dict)
    """What is said where something does not work, by the keys of ``wording.yml``; in English where it is not worded."""
    pages: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> LanguageWording:
        """Read one file's values. Raises KeyError or TypeError for a sentence that is missing or unknown."""
        levels = {level: SafetyWording(**data[level]) for level in ("immediate", "urgent") if level in data}
        return cls(
            name=data["name"],
            reviewed=data["reviewed"],
            unread=UnreadWording(**data["unread"]),
            immediate=levels.get("immediate"),
            urgent=levels.get("urgent"),
            problems=data.get("problems", {}),
            pages=data.get("pages", {}),
        )


@dataclass(frozen=True, slots=True)
class Wording:
    immediate: SafetyWording
    urgent: SafetyWording
    unread: UnreadWording
    unread_in: list[str]
    """The languages in which an unread message is answered, before English, where its own is not known."""
    languages: dict[str, LanguageWording]
    numbers: list[str]
    problems: dict[str, str]
    pages: dict[str, str]

    def problem(self, key: str, language: str | None) -> str:
        """What is said where something does not work, in the language of the talk where it is worded."""
        own = self.languages.get(language or "")
        return (own.problems if own else {}).get(key) or self.problems[key]

    def page(self, key: str, language: str | None) -> str:
        """A sentence of the door's own pages, in the language of the talk where it is worded."""
        own = self.languages.get(language or "")
        return (own.pages if own else {}).get(key) or self.pages[key]

    @classmethod
    def load(cls, path: Path = WORDING, languages: Path = LANGUAGES) -> Wording:
        """Read the files. A missing sentence raises TypeError or KeyError at start, not in a conversation."""
        data = _values(path)
        return cls(
            immediate=SafetyWording(**data["immediate"]),
            urgent=SafetyWording(**data["urgent"]),
            unread=UnreadWording(**data["unread"]),
            unread_in=data["unread_in"],
            languages={file.stem: LanguageWording.from_data(_values(file)) for file in sorted(languages.glob("*.yml"))},
            numbers=data["numbers"],
            problems=data["problems"],
            pages=data["pages"],
        )


def _values(path: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return values
