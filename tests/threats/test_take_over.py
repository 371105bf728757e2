"""Somebody has taken over Rasa, or the action server: what they still cannot make people believe, or do."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
import pytest

from tests.backend.serving import SERVICE, bearer
from tests.browser.house import House
from tests.browser.records import CONTENT, nominate

ASK = {"text": "What is going on?", "custom": {"question": "story"}}


@pytest.fixture(scope="module")
def talker(house: House) -> dict[str, str]:
    return bearer(house.backend, "nominator")


def say(house: House, headers: dict[str, str], text: str, conversation: str | None = None) -> httpx.Response:
    body = {"conversation": conversation or str(uuid.uuid4()), "text": text, "programme": "sevenoaks"}
    return httpx.post(f"{house.origin}/api/chat/messages", json=body, headers=headers, timeout=30)


@pytest.mark.parametrize(
    "replies",
    [
        [{"text": "x" * 3_000_000}],
        [{"text": "x" * 30_000}],
        [{"text": "hello", "buttons": [{"title": "Yes", "payload": "answer:yes"}] * 500}],
        [{"text": "hello"}] * 200,
        [{"text": {"not": "a text"}}],
        [{"text": "hello", "custom": "not an object"}],
        [{"text": "hello", "custom": {"fill": ["everything"]}}],
        [{"text": "hello", "custom": {"fill": "summary"}}],
        [{"text": "hello", "custom": {"fill": {"summary": 1}}}],
        [{"text": "hello", "buttons": "all"}],
        [{"text": "hello", "buttons": [{"title": "Yes"}]}],
        [{"text": "Sent", "custom": {"outcome": "submitted", "reference": "FD-22222222"}}],
        [{"text": "Sent", "custom": {"outcome": "submitted", "reference": None}}],
        [{"text": "Look", "custom": {"reference": "FD-22222222"}}],
        ["hello"],
        [],
    ],
    ids=[
        "without end", "too long", "many buttons", "many replies", "no text", "no object", "unknown marker",
        "marker no list", "marker an object", "buttons no list", "button without payload", "sent but was not",
        "sent without reference", "somebody's reference", "no objects", "nothing",
    ],
)  # fmt: skip
def test_a_reply_that_cannot_be_ours_is_not_passed_on(house: House, talker: dict[str, str], replies: list[Any]) -> None:
    house.rasa.says = replies
    answer = say(house, talker, "good morning")
    assert answer.status_code == 200
    (reply,) = answer.json()
    assert "is safe with us" in reply["text"]
    assert reply["custom"] == {"trouble": "conversation"}
    house.will_say(ASK)
    assert say(house, talker, "good morning").json()[0]["text"] == "What is going on?"


def test_a_button_does_only_what_its_own_talk_could_be_asked(house: House, talker: dict[str, str]) -> None:
    """Payloads that are no answer and no intent are worth nothing; what is pressed reaches Rasa as a bare intent."""
    forged = ['/withdraw{"a": 1}', "intent:/restart", 'intent:withdraw{"audience": "family"}', "EXTERNAL: x", "answer:"]
    conversation = str(uuid.uuid4())
    for payload in forged:
        house.will_say({"text": "Choose", "buttons": [{"title": "Yes", "payload": payload}]})
        button = say(house, talker, "good morning", conversation).json()[0]["buttons"][0]
        assert button["payload"] != payload
        house.will_say(ASK)
        house.rasa.heard.clear()
        assert say(house, talker, button["payload"], conversation).status_code == 200
        for heard in house.rasa.heard:
            assert not heard["message"].startswith("/") or heard["message"].lstrip("/").replace("_", "").isalpha()
            assert "{" not in heard["message"]


def test_a_marker_shows_a_talks_own_facts_only(house: House, talker: dict[str, str]) -> None:
    nominate(house.backend, story="There was burnt porridge on the stove.", people=[{"name": "Quenby Ashgrove"}])
    house.will_say(
        {"text": "[[summary]] [[status]] [[reference]]", "custom": {"fill": ["summary", "status", "reference"]}}
    )
    for who in ("family", "nominator"):
        text = say(house, bearer(house.backend, who), "good morning").text
        assert "Quenby" not in text
        assert "porridge" not in text
        assert ("FD-" in text) is (who == "nominator"), "a status is of what one sent oneself"


def test_who_rasa_says_it_answers_changes_nothing(house: House, talker: dict[str, str]) -> None:
    say(house, talker, "good morning", "mine")
    thread = house.rasa.heard[-1]["sender"]
    house.will_say({"recipient_id": thread, "text": "for you alone"})
    family = bearer(house.backend, "family")
    assert say(house, family, "good morning", "the family's").json()[0]["text"] == "for you alone"
    other = house.rasa.heard[-1]["sender"]
    assert other != thread
    kept = httpx.get(f"{house.backend}/internal/threads/{thread}", headers=SERVICE).json()
    assert [message["text"] for message in kept["messages"]] == ["good morning"]


def test_markup_in_a_reply_is_words_on_the_page(house: House, talker: dict[str, str]) -> None:
    house.will_say({"text": "<script>alert(1)</script>", "buttons": [{"title": "<b>Yes</b>", "payload": "answer:yes"}]})
    say(house, talker, "good morning", "page")
    page = httpx.get(f"{house.origin}/chat", headers={**talker, "Accept": "text/html"}).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<b>Yes" not in page


def test_danger_is_answered_before_rasa_is_asked(house: House, talker: dict[str, str]) -> None:
    house.rasa.heard.clear()
    house.will_say({"text": "Do not ring anybody."})
    text = say(house, talker, "He has a knife and he is going to kill us now").text
    assert "999" in text
    assert "Do not ring" not in text
    assert house.rasa.heard == []


def opened(house: House, headers: dict[str, str]) -> tuple[str, int]:
    """A talk as the action server sees it: its thread and version."""
    house.will_say(ASK)
    say(house, headers, "good morning")
    thread = house.rasa.heard[-1]["sender"]
    view = httpx.get(f"{house.backend}/internal/threads/{thread}", headers=SERVICE).json()
    return thread, view["version"]


@pytest.mark.parametrize(
    "planted",
    [
        {"status": "accepted"},
        {"reference": "FD-22222222"},
        {"account_id": "somebody"},
        {"assessment": {"verdict": "eligible"}},
        {"route": {"stream": "fip"}},
        {"known_before": []},
        {"people": [{"name": "A", "id": "x"}]},
        {"consent": {"state": "given", "verified": True}},
        {"indicators": [{"code": "rent_arrears", "status": "verified"}]},
        {"programme": "no-such-programme"},
        {"story": "x" * 60_001},
        {"people": [{"name": "A"}] * 41},
    ],
    ids=lambda planted: next(iter(planted)),
)  # fmt: skip
def test_the_action_server_cannot_write_what_it_must_not(
    house: House, talker: dict[str, str], planted: dict[str, Any]
) -> None:
    thread, version = opened(house, talker)
    content = {**CONTENT, **planted}
    body = {"version": version, "content": content, "programme": content["programme"]}
    answer = httpx.put(f"{house.backend}/internal/threads/{thread}/draft", json=body, headers=SERVICE)
    assert answer.status_code == 422
    view = httpx.get(f"{house.backend}/internal/threads/{thread}", headers=SERVICE).json()
    assert view["version"] == version
    assert not view["content"].get("story")


def test_the_action_server_cannot_send_without_consent_or_in_a_programme_not_the_speakers(
    house: House, talker: dict[str, str]
) -> None:
    thread, version = opened(house, talker)
    for consent in (None, {"state": "refused"}, {"state": "not_yet"}):
        content = {**CONTENT, "consent": consent}
        body = {"version": version, "content": content, "programme": "sevenoaks"}
        answer = httpx.put(f"{house.backend}/internal/threads/{thread}/draft", json=body, headers=SERVICE)
        version = answer.raise_for_status().json()["version"]
        sent = httpx.post(f"{house.backend}/internal/threads/{thread}/submission", headers=SERVICE)
        assert sent.status_code in (409, 422)
