"""A nomination is made once, and nobody learns from it who is already known."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.conversations.families import COORDINATOR, begin, go_on, persona
from tests.system import FrontDoor

pytestmark = pytest.mark.system


def test_sending_again_gives_the_same_reference(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="summary")
    before = _count(door)
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda _: talk.send("Yes, send it"), range(3)))
    references = {
        reply["custom"]["reference"]
        for answer in answers
        for reply in answer.json()
        if reply.get("custom", {}).get("reference")
    }
    assert len(references) == 1, [answer.text for answer in answers]
    talk.say("yes")
    assert talk.reference in {None, *references}
    assert _count(door) == before + 1


def test_the_same_delivery_is_answered_the_same(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="household")
    body = {"conversation": talk.conversation, "text": "Dana Wexcombe, 41, mother.", "delivery": "once"}
    first, again = (talk.account.post("/api/chat/messages", body) for _ in range(2))
    assert first.status_code == 200
    assert first.json() == again.json()


def test_a_nominator_never_learns_that_the_family_is_known(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    seen = []
    for _ in range(2):
        talk = begin(door, who)
        go_on(talk, who)
        assert talk.reference
        own = talk.account.get(f"/api/nominations/{talk.reference}")
        assert own.status_code == 200
        seen.append((_without_reference("\n".join(talk.transcript), talk.reference), sorted(own.json())))
    assert seen[0] == seen[1]


def _without_reference(text: str, reference: str) -> str:
    return re.sub(re.escape(reference), "REFERENCE", text)


def _count(door: FrontDoor) -> int:
    return len(door.account(COORDINATOR).get("/api/nominations").json()["nominations"])
