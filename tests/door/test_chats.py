"""Messages that a process of ours brings from a messaging service: it alone may say in which chat they were written."""

from __future__ import annotations

import httpx
import pytest

from tests.door.stubs import SERVICE, TOKEN, Product


def bring(door: Product, text: str, authorization: str, **more: object) -> httpx.Response:
    body = {"conversation": "page", "text": text, "chat": TOKEN, **more}
    headers = {"Authorization": authorization}
    return httpx.post(f"{door.url}/api/chat/messages", json=body, headers=headers, timeout=30)


def test_a_chat_is_believed_of_our_own_process_only(door: Product) -> None:
    assert bring(door, "yes", f"Service {SERVICE}", pressed=True).status_code == 200
    (message,) = door.backend.messages
    assert message["credential"] == {"kind": "chat", "value": TOKEN, "csrf": None}
    assert (message["channel"], message["pressed"]) == ("telegram", True)


@pytest.mark.parametrize("authorization", ["Service wrong", "Service", "", "Basic eDp5"])
def test_whoever_else_names_a_chat_is_not_signed_in(door: Product, authorization: str) -> None:
    assert bring(door, "yes", authorization).status_code == 401
    assert door.backend.messages == []


def test_somebody_signed_in_speaks_for_themselves_whatever_chat_they_name(door: Product) -> None:
    assert bring(door, "yes", f"Bearer {TOKEN}").status_code == 200
    assert door.backend.messages[0]["credential"]["kind"] == "bearer"
    assert door.backend.messages[0]["channel"] == "web"
    assert door.backend.messages[0]["pressed"] is False


def test_danger_is_answered_and_passed_on_without_a_chat_too(door: Product) -> None:
    replies = bring(door, "he is going to kill me", f"Service {SERVICE}", chat=None).json()
    assert "999" in replies[0]["text"]
    assert door.wait_for_alert()["level"] == "immediate"


def test_a_message_behind_one_under_way_is_not_kept_unless_it_tells_of_danger(door: Product) -> None:
    waits = bring(door, "my boy will not go to school", f"Service {SERVICE}", behind=True)
    assert waits.status_code == 425
    assert door.backend.messages == []
    replies = bring(door, "he is going to kill me", f"Service {SERVICE}", behind=True).json()
    assert "999" in replies[0]["text"]
    assert len(door.backend.messages) == 1
