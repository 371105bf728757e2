"""Labelled cases of households, places, consent, contacts and agencies: what of a reading is wrong."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
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
        "agencies": lambda: sorted(reading.agencies) == sorted(case["agencies"]),
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


def _lead(reading: Reading, expected: Case | None) -> bool:
    lead = reading.lead_professional
    if lead is None or expected is None:
        return lead is None and expected is None
    return lead.state == expected["state"] and ("name" not in expected or lead.name == expected["name"])
