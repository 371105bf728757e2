"""Somebody wants a person: the assistant is silent until then, and after; and what can be asked once it was sent."""

from __future__ import annotations

import pytest

from tests.conversations.families import NOMINATOR, begin, go_on, persona
from tests.system import Account, FrontDoor, Talk, text_of

pytestmark = pytest.mark.system
COORDINATOR = "coordinator@demo.example"
DANGER = "he is at the door with a knife"


def newest_waiting(coordinator: Account) -> str:
    """The hand-over that was asked for last."""
    rows = coordinator.get("/api/handovers").json()["waiting"]
    return str(max(rows, key=lambda row: str(row["asked_at"]))["handover"])


def test_a_person_answers_in_the_same_conversation_and_the_question_is_taken_up_again(door: FrontDoor) -> None:
    who, coordinator = persona("case-one-sevenoaks"), door.account(COORDINATOR)
    talk = begin(door, who)
    go_on(talk, who, until="address")
    assert "asked for a person" in text_of(talk.say("can I talk to a real person please"))
    assert talk.say("are you there?") == []

    handover = f"/api/handovers/{newest_waiting(coordinator)}"
    assert coordinator.post(f"{handover}/messages", {"text": "What can I do for you?"}).status_code == 201
    danger = talk.say(DANGER)
    assert "999" in text_of(danger).splitlines()[0]
    door.wait_for_alert(DANGER)
    assert talk.say("Could you ring the school for us?") == []
    said = [(each["by"], each["text"]) for each in coordinator.get(handover).json()["messages"]]
    assert ("person-answering", "What can I do for you?") in said
    assert said[-1] == ("person-asking", "Could you ring the school for us?")

    assert coordinator.post(f"{handover}/end", {}).status_code == 204
    go_on(talk, who)  # the address is what was open
    assert talk.outcome == "submitted", "\n".join(talk.transcript)


def test_who_does_not_want_to_wait_goes_on_without_a_person(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    replies = talk.say("I would rather speak to somebody")
    talk.question = None
    talk.press(replies, "Go on without a person")
    assert talk.question == "address"


def sent(door: FrontDoor) -> Talk:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who)
    assert talk.reference, "\n".join(talk.transcript)
    return talk


def test_what_is_to_be_taken_out_after_sending_reaches_the_coordinator_and_stays(door: FrontDoor) -> None:
    talk, coordinator = sent(door), door.account(COORDINATOR)
    before = coordinator.get(f"/api/nominations/{talk.reference}").json()["indicators"]
    assert "passed on" in text_of(talk.say("please take out the bit about the police"))
    assert "take out the bit about the police" in coordinator.get(f"/nominations/{talk.reference}/requests").text
    assert coordinator.get(f"/api/nominations/{talk.reference}").json()["indicators"] == before


def test_how_all_of_them_stand_is_told_in_a_new_conversation_too(door: FrontDoor) -> None:
    references = [str(sent(door).reference) for _ in range(2)]
    talk = door.account(NOMINATOR).talk("sevenoaks")
    talk.say("I want to nominate a family")
    told = text_of(talk.say("how is it going with my nominations?"))
    assert all(reference in told for reference in references)
    assert talk.question == "danger"
    told = text_of(talk.say(f"what is the status of {references[0]}?"))
    assert references[0] in told
    assert references[1] not in told
