"""A persona: somebody who nominates a family, with an answer ready for each question."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

OPENINGS = {
    "professional": "Hello, I would like to nominate a family.",
    "family": "Hello, I would like some help for my family.",
}
CHANNELS = ("web", "telegram")
DEFAULT = "I do not know."
KEYS = {"channel", "programme", "nominator", "answers", "default", "events", "expect", "name", "description"}
Answer = str | list[str]


class PersonaError(ValueError):
    """A persona's file cannot be played; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something said out of turn, once the question ``after`` has been answered."""

    after: str
    say: Answer
    expect: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Persona:
    """The file's content (contracts: "Personas (YAML)"). ``answers`` may hold ``start``, the first message."""

    name: str
    channel: str
    """``web`` (the API) or ``telegram``."""
    programme: str | None
    kind: str
    answers: dict[str, Answer]
    default: Answer
    events: tuple[Event, ...]
    expect: dict[str, Any]

    @classmethod
    def load(cls, path: Path) -> Persona:
        """Read a file. Raises :class:`PersonaError`."""
        try:
            data = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            raise PersonaError(f"{path}: {error}") from error
        if not isinstance(data, dict):
            raise PersonaError(f"{path}: expected keys and values")
        return cls.from_data(path.stem, data)

    @classmethod
    def from_data(cls, name: str, data: dict[str, Any]) -> Persona:
        """A persona from plain values. Raises :class:`PersonaError`."""
        if unknown := set(data) - KEYS:
            raise PersonaError(f"{name}: unknown keys: {', '.join(sorted(unknown))}")
        channel = data.get("channel", "web")
        if channel not in CHANNELS:
            raise PersonaError(f"{name}: channel {channel!r} cannot be played; only {' and '.join(CHANNELS)} can")
        kind = (data.get("nominator") or {}).get("kind", "family" if channel == "telegram" else "professional")
        if kind not in OPENINGS:
            raise PersonaError(f"{name}: nominator.kind must be one of {', '.join(OPENINGS)}")
        return cls(
            name=name,
            channel=channel,
            programme=data.get("programme"),
            kind=kind,
            answers=data.get("answers") or {},
            default=data.get("default") or DEFAULT,
            events=tuple(Event(**event) for event in data.get("events") or ()),
            expect=data.get("expect") or {},
        )

    @property
    def opening(self) -> list[str]:
        return messages(self.answers.get("start", OPENINGS[self.kind]))

    def texts(self) -> list[str]:
        """All that the persona may ever say."""
        said = [*self.answers.values(), self.default, *(event.say for event in self.events)]
        return [text for answer in said for text in messages(answer)]

    def answer_to(self, question: str | None, about: list[str]) -> list[str]:
        """The messages that answer a question. A grouped ``clarify`` gets the answers to all it is about."""
        if question == "clarify" and about:
            known = [self.answers[key] for need in about if (key := f"clarify:{need}") in self.answers]
            if known:
                return [" ".join(part for answer in known for part in messages(answer))]
        if question is not None and question in self.answers:
            return messages(self.answers[question])
        if question is not None and question.startswith("clarify") and "clarify" in self.answers:
            return messages(self.answers["clarify"])
        return messages(self.default)


def messages(answer: Answer) -> list[str]:
    """An answer as the messages it is sent in."""
    return [_text(part) for part in answer] if isinstance(answer, list) else [_text(answer)]


def _text(part: object) -> str:
    """What was written: YAML reads a bare ``No`` as false."""
    return ("Yes" if part else "No") if isinstance(part, bool) else str(part)
