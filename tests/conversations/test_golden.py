"""A dozen talks, word for word. After a change that was meant: ``.venv/bin/python -m tests.conversations.golden``."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import pytest

from backend.command.persona import Persona
from tests.conversations import golden
from tests.system import FrontDoor


@pytest.fixture(scope="module")
def new_door() -> Iterator[FrontDoor]:
    with golden.new_front_door() as door:
        yield door


@pytest.mark.system
@pytest.mark.parametrize("name", golden.NAMES)
def test_the_talk_goes_as_it_was_found_good(new_door: FrontDoor, name: str) -> None:
    there = (golden.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    text, line = golden.transcript(new_door, name)
    change = "\n".join(difflib.unified_diff(there.split("\n"), text.split("\n"), "found good", "now", lineterm="", n=2))
    assert text == there, f"make it anew with python -m tests.conversations.golden if this was meant:\n{change}"
    assert {check for check, state in line["expect"].items() if state != "ok"} == set()


def test_every_transcript_is_of_a_persona_that_is_played() -> None:
    assert {path.stem for path in golden.FOLDER.glob("*")} == set(golden.NAMES)


def test_what_changes_from_day_to_day_is_masked_and_what_the_persona_said_is_not() -> None:
    persona = Persona.from_data("ann", {"answers": {"consent": "She agreed on 3 November 2026 at 10:30."}})
    text = "By mum, 3 November 2026, 10:30. FD-H2CH5KTF, 22 November 2026 at 11:45, 0800 1111."
    assert golden.masked(text, persona) == (
        "By mum, 3 November 2026, 10:30. FD-********, ** ** **** at **:**, 0800 1111."
    )
