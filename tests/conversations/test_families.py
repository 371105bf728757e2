"""The two families of the Kingston and Richmond paper, and a family that asks itself, from hello to reference."""

from __future__ import annotations

import httpx
import pytest

from backend.command.play import play
from tests.conversations.families import persona
from tests.system import FrontDoor

pytestmark = pytest.mark.system


@pytest.mark.parametrize(
    "name",
    [
        "case-one-sevenoaks",
        "case-one-kingston-richmond",
        "case-two-sevenoaks",
        "case-two-kingston-richmond",
        "family",
    ],
)
def test_family_reaches_the_verdict_its_facts_call_for(either_front_door: FrontDoor, name: str) -> None:
    transcript: list[str] = []
    with httpx.Client(base_url=either_front_door.url, timeout=60) as client:
        result = play(persona(name), client, transcript.append).line
    assert set(result["expect"].values()) == {"ok"}, f"{result}\n" + "\n".join(transcript)


def test_what_sevenoaks_still_needs_to_know_is_named(door: FrontDoor) -> None:
    with httpx.Client(base_url=door.url, timeout=60) as client:
        reference = play(persona("case-two-sevenoaks"), client, lambda _: None).line["reference"]
    record = door.account("coordinator@demo.example").get(f"/api/nominations/{reference}").json()
    states = {criterion["code"]: criterion["met"] for criterion in record["assessment"]["criteria"]}
    missing = set(record["assessment"]["missing"])
    assert missing
    assert all(states[code] is None for code in missing)
