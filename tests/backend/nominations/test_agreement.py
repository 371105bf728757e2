"""A family may agree to be nominated and say no to a part of what usually happens."""

from __future__ import annotations

from typing import Any

import pytest

from backend.programmes import load_programmes
from tests.backend.threads.talking import CONTENT, Talk, signed_in


def agreed(**states: str) -> dict[str, Any]:
    """Content in which the family answered each purpose for itself."""
    event = CONTENT["consent"]["events"][0]
    events = [event | {"purpose": purpose, "state": state} for purpose, state in states.items()]
    return CONTENT | {"consent": {"state": "given", "events": events}, "assessment_in_place": False}


def test_what_was_refused_is_not_announced_and_the_coordinator_is_told_not_to_do_it(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Ned was excluded twice and no one works.")
    talk.put(agreed(nomination="given", checks="refused", sharing="given")).raise_for_status()
    summary = talk.say({"text": "[[summary]]", "custom": {"fill": ["summary"]}})[0]["text"]
    assert "but no to asking school, the police and the job centre" in summary

    sent = talk.submit().raise_for_status().json()

    assert "They check it with school" not in sent["next_step"]
    assert "School, the police and the job centre are not asked." in sent["next_step"]
    assert "Others are not told" not in sent["next_step"]
    coordinator = signed_in(origin, "coordinator")
    seen = coordinator.get(f"/api/nominations/{sent['reference']}").json()
    assert {event["purpose"]: event["state"] for event in seen["consent"]["events"]} == {
        "nomination": "given",
        "checks": "refused",
        "sharing": "given",
    }
    assert seen["route"]["next_step"] == sent["next_step"]
    own = signed_in(origin, "nominator").get(f"/api/nominations/{sent['reference']}").json()
    assert own["next_step"] == sent["next_step"]


def test_with_everything_agreed_the_programmes_own_sentence_stands(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Ned was excluded twice and no one works.")
    talk.put(agreed(nomination="given", checks="given", sharing="given")).raise_for_status()
    sent = talk.submit().raise_for_status().json()
    assert sent["next_step"] == load_programmes()["sevenoaks"].next_steps["checkpoint"]


@pytest.mark.parametrize(("programme", "itself"), [("sevenoaks", "nomination"), ("tonbridge-malling", "notification")])
def test_without_the_first_purpose_nothing_is_sent(origin: str, programme: str, itself: str) -> None:
    talk = Talk(origin, programme=programme)
    talk.hear("Ned was excluded twice and no one works.")
    talk.put(agreed(**{itself: "refused", "sharing": "given"})).raise_for_status()
    refusal = talk.submit()
    assert refusal.status_code == 422
    assert "The family has not agreed yet" in refusal.json()["error"]["message"]
    talk.put(agreed(**{itself: "given", "sharing": "refused"})).raise_for_status()
    assert talk.submit().status_code == 200
