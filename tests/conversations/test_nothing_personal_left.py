"""Names and numbers that were told are found in no file and in no log."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from tests.conversations.families import begin, go_on, persona, record_of
from tests.system import FrontDoor, front_door

pytestmark = pytest.mark.system

PLANTED = [
    "Wexcombe",
    "Tavin",
    "Ashby",
    "Lorne",
    "Quillfield",
    "07700 900123",
    "07700900123",
    "TN13 1AA",
    "TN131AA",
    "sober for about five years",
    "two-years-old-xylophone",
]


def test_what_was_told_is_in_no_file_and_no_log(tmp_path: Path) -> None:
    who = persona("case-one-sevenoaks")
    with front_door(tmp_path) as door:
        talk = begin(door, who)
        go_on(talk, who, until="story")
        talk.say("Dana Wexcombe is going to be killed, he is at the door with a knife, two-years-old-xylophone")
        door.wait_for_alert("two-years-old-xylophone")
        go_on(talk, who)
        record = record_of(door, talk)
        assert "Wexcombe" in json.dumps(record["people"]), "what was planted must have arrived"
        _have_it_read(door, talk.reference)
        found = _found(tmp_path)
    assert found == []
    assert _found(tmp_path) == []


def _have_it_read(door: FrontDoor, reference: str | None) -> None:
    """Have somebody read it, so that the audit and the outbox have written what they write."""
    door.account("duty@demo.example").get("/api/alerts")
    door.account("nominator@demo.example").get(f"/api/nominations/{reference}")


def _found(folder: Path) -> list[str]:
    forms = {form for words in PLANTED for form in _forms(words)}
    return sorted(
        f"{form!r} in {path.relative_to(folder)}"
        for path in folder.rglob("*")
        if path.is_file()
        for form in forms
        if form in path.read_bytes().lower()
    )


def _forms(words: str) -> set[bytes]:
    """The words as files may have them."""
    lower = words.lower()
    encoded = {
        lower.encode(),
        lower.encode("utf-16-le"),
        lower.replace(" ", "+").encode(),
        lower.encode().hex().encode(),
    }
    # Base64 has three alignments; the inner characters are the same whatever stands around them.
    for shift in range(3):
        inner = base64.b64encode(b"x" * shift + words.encode())[4:-4]
        if len(inner) >= 8:
            encoded.add(inner.lower())
    return encoded
