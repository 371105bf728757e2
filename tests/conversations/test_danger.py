"""Danger comes first at every question, and the conversation can go on afterwards."""

from __future__ import annotations

import uuid

import httpx
import pytest

from tests.conversations.families import begin, go_on, persona, record_of
from tests.system import FrontDoor, text_of

pytestmark = pytest.mark.system

STAFF, CLARIFIED, FAMILY = "case-two-kingston-richmond", "case-two-sevenoaks", "family"
QUESTIONS = [
    *((STAFF, question) for question in ("danger", "consent", "story", "household", "address", "contact")),
    *((STAFF, question) for question in ("agencies", "lead_professional", "assessment", "turnaround", "summary")),
    (CLARIFIED, "clarify"),
    (FAMILY, "language"),
]
"""Each question, and somebody of whom it is asked."""


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_danger_at_any_question_is_answered_alerted_and_does_not_end_the_talk(
    door: FrontDoor, name: str, question: str
) -> None:
    who = persona(name)
    talk = begin(door, who)
    go_on(talk, who, until=question)
    mark = f"mark-{uuid.uuid4()}"
    replies = talk.say(f"He is going to kill her, he is at the door now. {mark}")
    assert replies[0]["text"].startswith("If someone is in danger now, ring 999"), text_of(replies)
    assert replies[-1]["custom"]["outcome"] == "escalated_danger"
    alert = door.wait_for_alert(mark)
    assert alert["level"] == "immediate"
    assert alert["programme"] == who.programme
    assert alert["said_by"]
    assert alert["acknowledged_at"] is None
    go_on(talk, who)
    assert talk.outcome == "submitted", "\n".join(talk.transcript)
    assert record_of(door, talk)["alerts"]


@pytest.mark.parametrize("question", ["story", "lead_professional"])
def test_fear_is_answered_first_and_the_interview_goes_on_in_the_same_breath(door: FrontDoor, question: str) -> None:
    who = persona("case-two-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until=question)
    mark = f"mark-{uuid.uuid4()}"
    replies = talk.say(f"She is frightened of her partner. {mark}")
    assert replies[0]["custom"]["safety"] == "urgent", "\n".join(talk.transcript)
    assert "999" in replies[0]["text"]
    assert any("question" in reply.get("custom", {}) for reply in replies[1:])
    assert door.wait_for_alert(mark)["level"] == "urgent"


def test_saying_yes_to_the_danger_question_is_danger(door: FrontDoor) -> None:
    who = persona("case-two-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="danger")
    known = {alert["id"] for alert in door.alerts()}
    replies = talk.say("Yes")
    assert "999" in replies[0]["text"]
    assert any(alert["source"] == "answer" for alert in door.alerts() if alert["id"] not in known)


def test_signed_out_danger_reaches_the_duty_list(door: FrontDoor) -> None:
    mark = f"mark-{uuid.uuid4()}"
    body = {"conversation": "nobody", "text": f"He is going to kill me. {mark}"}
    answer = httpx.post(f"{door.url}/api/chat/messages", json=body, timeout=30)
    assert answer.status_code == 200
    assert "999" in answer.json()[0]["text"]
    assert door.wait_for_alert(mark)["said_by"] is None
    page = httpx.post(f"{door.url}/danger", data={"text": f"The child next door screams. page-{mark}"}, timeout=30)
    assert "999" in page.text
    assert door.wait_for_alert(f"page-{mark}")["source"] == "public-page"


def test_a_signed_out_message_without_danger_is_refused(door: FrontDoor) -> None:
    answer = httpx.post(f"{door.url}/api/chat/messages", json={"conversation": "x", "text": "hello"}, timeout=30)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
