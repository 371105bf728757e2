"""Ways through a whole conversation, for tests that look at something on the way."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from backend.command.persona import Persona
from tests.system import FrontDoor, Reply, Talk

PERSONAS = Path(__file__).with_name("personas")
NOMINATOR = "nominator@demo.example"
FAMILY = "family@demo.example"
COORDINATOR = "coordinator@demo.example"


def persona(name: str, **changes: Any) -> Persona:
    """One of the personas, with some answers changed."""
    loaded = Persona.load(PERSONAS / f"{name}.yml")
    return dataclasses.replace(loaded, answers={**loaded.answers, **changes})


def begin(door: FrontDoor, who: Persona) -> Talk:
    """A conversation in which nothing has been said."""
    account = NOMINATOR if who.kind == "professional" else FAMILY
    return door.account(account).talk(who.programme)


def go_on(talk: Talk, who: Persona, *, until: str | None = None, answer_it: bool = False) -> list[Reply]:
    """Answer as the persona does until this question is asked (and answered, if wanted), or to the end.

    Returns the last replies. Fails when the question is never asked.
    """
    replies: list[Reply] = []
    for _ in range(60):
        if talk.outcome not in {None, "escalated_danger"}:
            break
        reached = until is not None and talk.question == until
        if reached and not answer_it:
            return replies
        for text in who.answer_to(talk.question, talk.about) if talk.question else who.opening:
            replies = talk.say(text)
        if reached:
            return replies
    assert until is None, f"{until} was never asked:\n" + "\n".join(talk.transcript)
    return replies


def record_of(door: FrontDoor, talk: Talk) -> dict[str, Any]:
    """The nomination as the coordinator sees it."""
    assert talk.reference, "\n".join(talk.transcript)
    answer = door.account(COORDINATOR).get(f"/api/nominations/{talk.reference}")
    assert answer.status_code == 200, answer.text
    record: dict[str, Any] = answer.json()
    return record
