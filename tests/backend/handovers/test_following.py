"""A program is told what a person answered in the conversation it holds, and nobody else's."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from sqlalchemy import func, select

from backend.audit.models import AuditEntry
from tests.backend.handovers.test_handing_over import handed_over
from tests.backend.threads.talking import Talk, signed_in


def unasked(origin: str, talk: Talk, who: str = "nominator", **more: Any) -> dict[str, Any]:
    answer = signed_in(origin, who).get("/api/chat/replies", params={"conversation": talk.conversation} | more)
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


def test_the_answer_comes_and_after_it_the_question_that_is_taken_up_again(origin: str) -> None:
    talk, handover = handed_over(origin)
    before = unasked(origin, talk)
    assert (before["replies"], before["with_person"]) == ([], True)
    coordinator = signed_in(origin, "coordinator")
    coordinator.post(f"/api/handovers/{handover}/messages", json={"text": "I can ring you at two."}).raise_for_status()
    heard = unasked(origin, talk, after=before["latest"])
    assert [(reply["by"], reply["text"]) for reply in heard["replies"]] == [
        ("person-answering", "I can ring you at two.")
    ]
    assert heard["replies"][0]["custom"]["person"]["role"] == "coordinator"
    coordinator.post(f"/api/handovers/{handover}/end").raise_for_status()
    back = unasked(origin, talk, after=heard["latest"])
    assert back["with_person"] is False
    assert [reply["custom"].get("question") for reply in back["replies"]] == [None, "household"]
    (button,) = back["replies"][-1]["buttons"]
    assert talk.hear(button["payload"])["press"] == {"kind": "answer", "value": "unsure"}
    assert unasked(origin, talk, after=back["latest"])["replies"] == []


def test_what_answers_a_message_is_not_told_twice(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    talk.say({"text": "Is anyone in danger?", "custom": {"question": "danger"}})
    assert unasked(origin, talk)["replies"] == []
    assert unasked(origin, talk, after=0)["replies"] == []


def test_somebody_elses_conversation_and_none_at_all_are_alike(origin: str) -> None:
    talk, handover = handed_over(origin)
    said = {"text": "Only for you"}
    signed_in(origin, "coordinator").post(f"/api/handovers/{handover}/messages", json=said).raise_for_status()
    family = signed_in(origin, "family")
    answers = [
        family.get("/api/chat/replies", params={"conversation": name, "after": 0})
        for name in (talk.conversation, "never was")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].json() == answers[1].json()


def test_reading_an_answer_is_in_the_audit_and_looking_for_one_is_not(origin: str, application: FastAPI) -> None:
    talk, handover = handed_over(origin)

    def entries() -> int:
        with application.state.sessions() as db:
            read = select(func.count()).where(AuditEntry.action == "read", AuditEntry.object_id == talk.thread)
            return db.scalar(read) or 0

    before = entries()
    unasked(origin, talk)
    assert entries() == before
    said = {"text": "I can ring you at two."}
    signed_in(origin, "coordinator").post(f"/api/handovers/{handover}/messages", json=said).raise_for_status()
    unasked(origin, talk)
    assert entries() == before + 1
