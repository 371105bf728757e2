"""Labelled cases of households, places, consent, contacts and agencies: what of a reading is wrong."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.reader import Reader
from nlu.reading import Consent, Person, Reading

CASES = Path(__file__).parents[2] / "nlu" / "people" / "cases"
Case = dict[str, Any]


def load(name: str) -> list[Case]:
    """The cases of one file; each states only those fields of a Reading that it is about."""
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def faults(reader: Reader, case: Case) -> list[str]:
    """What was read otherwise than the case says: one line each, empty where all is right."""
    reading = reader.read(case["text"])
    checks: dict[str, Callable[[], bool]] = {
        "people": lambda: _people(reading.people, case["people"]),
        "contacts": lambda: _contacts(reading) == [(kind, value.replace(" ", "")) for kind, value in case["contacts"]],
        "note": lambda: any(case["note"].lower() in c.value.lower() for c in reading.contacts if c.kind == "note"),
        "consent": lambda: _consent(reading.consent, case["consent"]),
        "agencies": lambda: _agencies(reading.agencies, case["agencies"]),
        "address": lambda: (reading.address or "").lower() == (case["address"] or "").lower(),
        "lead_professional": lambda: _lead(reading, case["lead_professional"]),
    }
    plain = ("postcode", "no_agencies", "language", "turnaround", "assessment_in_place")
    wrong = [field for field, check in checks.items() if field in case and not check()]
    wrong += [field for field in plain if field in case and getattr(reading, field) != case[field]]
    return [f"{field}: {getattr(reading, 'contacts' if field == 'note' else field)!r}" for field in wrong]


def share_right(reader: Reader, cases: list[Case]) -> dict[str, tuple[int, int]]:
    """Right cases and all cases, by the kind that begins a case's id."""
    right: Counter[str] = Counter()
    everything: Counter[str] = Counter()
    for case in cases:
        kind = str(case["id"]).split("-", maxsplit=1)[0]
        everything[kind] += 1
        right[kind] += not faults(reader, case)
    return {kind: (right[kind], count) for kind, count in everything.items()}


def _people(read: tuple[Person, ...], expected: list[Case]) -> bool:
    """The same people in any order; a relation that a case leaves out may be anything."""
    left = list(read)
    for person in expected:
        wanted = {"date_of_birth": None, **person}
        match = next((p for p in left if all(getattr(p, key) == value for key, value in wanted.items())), None)
        if match is None:
            return False
        left.remove(match)
    return not left


@dataclass(frozen=True, slots=True)
class Told:
    """Of the people of some lines: how many there are, how many were read, and how many of those rightly."""

    there: int
    read: int
    known: int
    """With the right name and age."""
    related: int
    """Of these, with the right relation."""

    @property
    def recall(self) -> float:
        """The share of the people who were read with name, age and relation."""
        return self.related / self.there

    @property
    def precision(self) -> float:
        """The share of whoever was read that is somebody, with name, age and relation."""
        return self.related / self.read


def told(reader: Reader, cases: list[Case]) -> Told:
    """Every person of the lines, one by one. ``or_name`` lists other ways to write a name."""
    there = seen = known = related = 0
    for case in cases:
        left = list(reader.read(case["text"]).people)
        there += len(case["people"])
        seen += len(left)
        for person in case["people"]:
            alike = [one for one in left if _is_known(one, person)]
            if alike:
                best = max(alike, key=lambda one: _is_related(one, person))
                left.remove(best)
                known += 1
                related += _is_related(best, person)
    return Told(there, seen, known, related)


def _is_known(read: Person, expected: Case) -> bool:
    names = [expected["name"], *expected.get("or_name", ())]
    same_name = (read.name or "").casefold() in [(name or "").casefold() for name in names]
    return same_name and read.age == expected["age"] and read.date_of_birth == expected.get("date_of_birth")


def _is_related(read: Person, expected: Case) -> bool:
    """A relation that a case leaves out may be anything; a school counts only where the case has one."""
    return all(getattr(read, key) == expected[key] for key in ("relation", "school") if key in expected)


def _contacts(reading: Reading) -> list[tuple[str, str]]:
    return [
        (c.kind, c.value.replace(" ", "") if c.kind == "phone" else c.value)
        for c in reading.contacts
        if c.kind != "note"
    ]


def _consent(read: Consent | None, expected: Case | None) -> bool:
    if read is None or expected is None:
        return read is None and expected is None
    words = expected.get("words", "")
    return words in read.words and all(getattr(read, k) == v for k, v in expected.items() if k != "words")


def _agencies(read: tuple[str, ...], expected: list[str]) -> bool:
    """The same agencies in any order, each as the case says or more fully: "Moat Housing" for "Housing"."""
    left = list(read)
    for name in expected:
        match = next((one for one in left if one == name or one.endswith(f" {name}")), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _lead(reading: Reading, expected: Case | None) -> bool:
    lead = reading.lead_professional
    if lead is None or expected is None:
        return lead is None and expected is None
    return lead.state == expected["state"] and ("name" not in expected or lead.name == expected["name"])
