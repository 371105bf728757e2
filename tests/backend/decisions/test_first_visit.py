"""The first visit by a partner who knows the family: who could make it, and who is told."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.backend.threads.talking import CONTENT, Talk, signed_in

LED = CONTENT | {
    "agencies": ["Meadow Park School", "West Wold Housing"],
    "lead_professional": {"state": "yes", "name": "Sam Hill"},
}


def accepted(origin: str, reference: str, **visit: str) -> httpx.Response:
    body = {"kind": "other_stream", "stream": "fip", "reason": "Both hold.", "first_visit": visit, "version": 1}
    return signed_in(origin, "coordinator").post(f"/api/nominations/{reference}/decisions", json=body)


def seen(origin: str, reference: str) -> dict[str, Any]:
    found: dict[str, Any] = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()
    return found


def told(talk: Talk) -> str:
    replies = talk.client.get(
        "/api/chat/replies",
        params={"conversation": talk.conversation, "after": 0},
        headers={"Authorization": f"Bearer {talk.token}"},
    )
    return " ".join(reply["text"] for reply in replies.raise_for_status().json()["replies"])


def test_whoever_knows_the_family_best_is_proposed_first(origin: str) -> None:
    partners = seen(origin, Talk(origin).nominated(LED))["first_visit_by"]
    assert [(each["name"], each["why"]) for each in partners] == [
        ("Sam Hill", "leads"),
        ("Meadow Park School", "nominated"),
        ("West Wold Housing", "involved"),
    ]


def test_a_professional_is_told_who_goes_first_and_the_decision_keeps_it(origin: str) -> None:
    talk = Talk(origin)
    reference = talk.nominated(LED)
    accepted(origin, reference, by="West Wold Housing", word="They know the mother").raise_for_status()
    assert seen(origin, reference)["decisions"][0]["first_visit"] == {
        "by": "West Wold Housing",
        "word": "They know the mother",
    }
    assert "The first visit is to be made by: West Wold Housing. They know the mother." in told(talk)


def test_in_a_familys_own_talk_the_partner_is_not_named(origin: str) -> None:
    talk = Talk(origin, who="family")
    reference = talk.nominated(LED)
    accepted(origin, reference, by="West Wold Housing", word="They know the mother").raise_for_status()
    heard = told(talk)
    assert "Someone who knows you already may visit you first." in heard
    assert "Wold" not in heard
    assert "mother" not in heard


@pytest.mark.parametrize("visit", [{"by": "Somebody else"}, {"by": "Sam Hill", "word": "as FD-7KXM2PQ4 says"}])
def test_nobody_visits_of_whom_the_nomination_does_not_tell(origin: str, visit: dict[str, str]) -> None:
    assert accepted(origin, Talk(origin).nominated(LED), **visit).status_code == 422
