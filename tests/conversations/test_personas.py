"""The personas' files: every one can be played, and says what must come of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.command.persona import Persona
from backend.programmes.loader import load_programmes
from tests.conversations.families import PERSONAS

ALL = sorted(PERSONAS.glob("*.yml"))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_persona_says_what_must_come_of_it(path: Path) -> None:
    persona = Persona.load(path)
    assert persona.programme in load_programmes()
    assert "outcome" in persona.expect
    if persona.expect["outcome"] == "submitted":
        assert {"postcode", "needs", "consent"} - set(persona.expect["record"]) <= {"postcode"}


def test_every_programme_hears_staff_and_families() -> None:
    played = {(persona.programme, persona.kind) for persona in map(Persona.load, ALL)}
    assert played == {(code, kind) for code in load_programmes() for kind in ("professional", "family")}
