"""Worked examples beside the programmes: facts in, verdict, criteria, route and sentence out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from backend.assessment.assessed import Assessed, assess
from backend.eligibility import Nomination
from backend.programmes.loader import FILES, load_programme
from backend.programmes.model import Programme
from backend.routing import Capacity

EXAMPLES = FILES.parent / "examples"

_NOT_OF_THE_NOMINATION = ("name", "told", "capacity", "expect", "expect_in")


@dataclass(frozen=True, slots=True)
class Example:
    """One family as told, and what a practitioner expects a programme to say of it."""

    name: str
    code: str
    version: str | None
    today: date
    nomination: Mapping[str, Any]
    """The JSON shape of a nomination."""
    capacity: Capacity
    expect: Mapping[str, Any]
    """``verdict``, ``met``, ``missing``, ``stream``, ``path``, ``added``, ``coordinator``, ``says``."""

    def judged_by(self, programme: Programme) -> Assessed:
        """What a programme says of the family on the example's day."""
        nomination = Nomination.from_json(self.nomination)
        return assess(nomination, programme, today=self.today, capacity=self.capacity)


def load_examples(folder: Path = EXAMPLES) -> tuple[Example, ...]:
    """Every example of every programme, in the order of the files. KeyError names a key that a file lacks."""
    return tuple(example for path in sorted(folder.glob("*.yml")) for example in _of_file(path))


def examples_of(code: str) -> tuple[Example, ...]:
    """The examples whose expectation is about this programme."""
    return tuple(example for example in load_examples() if example.code == code)


def _of_file(path: Path) -> Iterator[Example]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for entry in data["examples"]:
        expected = entry.get("expect_in") or {data["programme"]: entry["expect"]}
        for code, expect in expected.items():
            yield Example(
                name=entry["name"],
                code=code,
                version=data.get("version"),
                today=data["today"],
                nomination=_nomination(entry),
                capacity=Capacity(**entry.get("capacity", {})),
                expect=expect,
            )


def _nomination(entry: Mapping[str, Any]) -> dict[str, Any]:
    told = {key: value for key, value in entry.items() if key not in _NOT_OF_THE_NOMINATION}
    return {**told, "indicators": [_fact(fact) for fact in entry["told"]]}


def _fact(told: str | Mapping[str, Any]) -> dict[str, Any]:
    """A fact by its code alone is so now."""
    fact: Mapping[str, Any] = {"code": told} if isinstance(told, str) else told
    return {"status": "asserted", **fact}


def programme_of(example: Example) -> Programme:
    """The version of the programme that the example is about."""
    return load_programme(example.code, example.version)
