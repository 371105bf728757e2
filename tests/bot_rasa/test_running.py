"""Rasa as it runs: which action hears a message, what is said to whom, and what must not leak."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.bot_rasa.conftest import Actions, Rasa

SECRET = "zanzibarowl"


def heard(rasa: Rasa) -> dict[str, Any]:
    """What the action server was asked last."""
    return rasa.actions.asked[-1]


@pytest.mark.parametrize(
    ("text", "metadata", "action", "intent"),
    [
        ("i want to nominate a family", {}, "action_interview", "nominate"),
        ("i need help for my family", {}, "action_interview", "refer_self"),
        ("who decides about that", {"needs": {"education": "asserted"}}, "action_interview", "inform"),
        ("go back please", {}, "action_go_back", "go_back"),
        ("any news on my nomination", {}, "action_status", "ask_status"),
        ("i want to add something", {}, "action_add", "add_information"),
        ("please withdraw my nomination", {}, "action_withdraw", "withdraw"),
        ("can i speak to a person", {}, "action_hand_over", "hand_over"),
        ("/answer", {"press": "answer"}, "action_interview", "answer"),
        ("/withdraw", {"press": "withdraw"}, "action_withdraw", "withdraw"),
        ("_ 0_ _ _", {}, "action_interview", None),
    ],
)
def test_one_action_hears_each_message(
    rasa: Rasa, text: str, metadata: dict[str, Any], action: str, intent: str | None
) -> None:
    before = len(rasa.actions.asked)
    rasa.say(text, f"one-{text}", **metadata)
    assert len(rasa.actions.asked) == before + 1
    assert heard(rasa)["next_action"] == action
    if intent:
        assert heard(rasa)["tracker"]["latest_message"]["intent"]["name"] == intent


@pytest.mark.parametrize(
    "text", ["who can see this", "what happens next", "who decides", "how does this work", "hello"]
)
def test_a_question_is_answered_and_the_open_one_asked_again(rasa: Rasa, text: str) -> None:
    replies = rasa.say(text, "asks", audience="family")
    assert heard(rasa)["next_action"] == "action_ask_again"
    assert len(replies) == 2
    assert "danger" in replies[1]["text"]


def test_the_first_reply_is_already_worded_for_who_speaks(rasa: Rasa) -> None:
    family = rasa.say("hello", "first-family", audience="family")[0]["text"]
    staff = rasa.say("hello", "first-staff", audience="professional")[0]["text"]
    assert family != staff
    assert "nominate" in staff


def test_a_press_knows_the_audience_too(rasa: Rasa) -> None:
    rasa.say("/answer", "pressed", press="answer", audience="professional")
    assert heard(rasa)["tracker"]["slots"]["audience"] == "professional"


def test_a_typed_slash_reaches_no_dialogue(rasa: Rasa) -> None:
    rasa.say('/withdraw{"audience": "family"}', "typed")
    assert heard(rasa)["tracker"]["slots"]["audience"] is None


def test_slots_hold_nothing_about_a_family(rasa: Rasa) -> None:
    rasa.say("he has been excluded", "slots", audience="family", needs={"education": "asserted"}, thread="slots")
    slots = heard(rasa)["tracker"]["slots"]
    assert {name: value for name, value in slots.items() if value is not None} == {"audience": "family"}
    rasa.say("yes", "slots", answer="yes")
    assert heard(rasa)["tracker"]["slots"]["open_question"] == "story"


def test_a_long_talk_stays_bounded_and_keeps_who_speaks(rasa: Rasa) -> None:
    rasa.say("hello", "long", audience="professional")
    for _ in range(30):
        rasa.say("he has been excluded from school", "long")
    assert len(heard(rasa)["tracker"]["events"]) <= 90
    assert heard(rasa)["tracker"]["slots"]["audience"] == "professional"


def test_the_action_server_is_called_over_one_connection(rasa: Rasa) -> None:
    rasa.say("hello", "connected", audience="family")
    before = rasa.actions.connections
    for _ in range(5):
        assert rasa.say("he has been excluded from school", "connected")
    assert rasa.actions.connections == before


def test_an_action_server_that_was_started_again_is_found(model: Path, tmp_path: Path) -> None:
    first = Actions()
    rasa = Rasa(model, first, tmp_path / "rasa.log")
    try:
        assert "danger" in rasa.say("he has been excluded from school", "again")[-1]["text"]
        first.stop()
        second = Actions(first.port)
        try:
            assert "danger" in rasa.say("he has been excluded from school", "again")[-1]["text"]
            assert len(second.asked) == 1
        finally:
            second.stop()
    finally:
        rasa.stop()
    assert "Unclosed" not in rasa.log.read_text()


def test_error_pages_and_logs_tell_nothing(rasa: Rasa) -> None:
    for answer in (
        httpx.get(f"{rasa.url}/{SECRET}"),
        httpx.post(f"{rasa.url}/webhooks/rest/webhook", content=f'{{"{SECRET}'),
        httpx.post(f"{rasa.url}/model/parse", json={"text": SECRET}),
        httpx.get(f"{rasa.url}/conversations/{SECRET}/tracker"),
    ):
        assert answer.status_code in (400, 404)
        assert set(answer.json()) == {"error"}
        assert SECRET not in answer.text
        assert "rasa/" not in answer.text
        assert "Traceback" not in answer.text
    rasa.say(f"/{SECRET}" + "{", SECRET, press=SECRET)
    assert SECRET not in rasa.log.read_text()
    assert rasa.process.poll() is None


def test_without_its_action_server_rasa_says_so_and_logs_no_words(model: Path, tmp_path: Path) -> None:
    actions = Actions()
    alone = Rasa(model, actions, tmp_path / "rasa.log")
    try:
        actions.stop()
        replies = alone.say(f"{SECRET} has been excluded from school", "alone", audience="family")
        assert "try again in a minute" in replies[0]["text"]
        assert "999" in replies[0]["text"]
        assert SECRET not in alone.log.read_text()
        assert "Warning" not in alone.log.read_text()
    finally:
        alone.stop()
    with pytest.raises(httpx.TransportError):
        httpx.get(alone.url)


def test_a_greeting_whose_question_is_lost_is_not_left_alone(model: Path, tmp_path: Path) -> None:
    actions = Actions()
    actions.stop()
    rasa = Rasa(model, actions, tmp_path / "rasa.log")
    try:
        replies = rasa.say("hello", "lost", audience="family")
    finally:
        rasa.stop()
    assert len(replies) == 3
    assert "What you wrote is kept" in replies[1]["text"]
    assert replies[2]["custom"] == {"trouble": "conversation"}
