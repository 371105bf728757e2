"""A message's way through the door when nothing is wrong, and what is said when something is."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.door.stubs import TOKEN, Product


def test_the_words_are_kept_with_what_was_read_and_the_answer_comes_filled_in(door: Product) -> None:
    door.rasa.says = [
        {"recipient_id": "x", "text": "Your reference is [[reference]]."},
        {"recipient_id": "x", "text": "Is that right?", "buttons": [{"title": "Yes", "payload": "answer:yes"}]},
        {"recipient_id": "x", "custom": {"question": "summary"}},
    ]
    replies = door.say("yes", programme="here").json()
    assert replies == [
        {"text": "Your reference is FD-1."},
        {
            "text": "Is that right?",
            "buttons": [{"title": "Yes", "payload": "opaque-Yes"}],
            "custom": {"question": "summary"},
        },
    ]
    (message,) = door.backend.messages
    assert message["text"] == "yes"
    assert message["reading"]["answer"] == "yes"
    assert message["credential"] == {"kind": "bearer", "value": TOKEN, "csrf": None}


def test_rasa_hears_no_name_no_number_and_no_command(door: Product) -> None:
    door.say('/restart{"slot": "x"} yes Quenby Ashgrove is 14, at TN13 1AA')
    (heard,) = door.rasa.heard
    assert heard["sender"] == "thread-c1"
    assert "/" not in heard["message"]
    assert "{" not in heard["message"]
    everything = json.dumps(heard).casefold()
    for hidden in ("quenby", "ashgrove", "tn13", "14", TOKEN):
        assert hidden not in everything
    assert heard["metadata"]["audience"] == "professional"
    assert heard["metadata"]["press"] is None


@pytest.mark.parametrize(
    ("press", "sent"),
    [({"kind": "intent", "value": "withdraw"}, "/withdraw"), ({"kind": "answer", "value": "yes"}, "/answer")],
)
def test_a_pressed_button_becomes_the_intent_the_backend_resolved(
    door: Product, press: dict[str, str], sent: str
) -> None:
    door.backend.presses["token-1"] = press
    door.say("token-1")
    assert door.rasa.heard[0]["message"] == sent


def test_while_a_person_answers_the_assistant_says_nothing_and_the_words_are_kept(door: Product) -> None:
    door.backend.handed_over = True
    assert door.say("Are you there?").json() == []
    assert [message["text"] for message in door.backend.messages] == ["Are you there?"]
    assert (door.rasa.heard, door.backend.said) == ([], [])


def test_messages_of_one_conversation_go_to_rasa_one_at_a_time(door: Product) -> None:
    door.rasa.slow = 0.2
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda n: door.say(f"message {n}"), range(6)))
    assert all(answer.status_code == 200 for answer in answers)
    assert len(door.rasa.heard) == 6
    assert door.rasa.most_at_once == 1


def test_other_conversations_do_not_wait(door: Product) -> None:
    door.rasa.slow = 0.5
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: door.post({"conversation": f"c{n}", "text": "hello"}, token=TOKEN), range(4)))
    assert door.rasa.most_at_once > 1


def test_a_message_delivered_twice_is_answered_from_the_record(door: Product) -> None:
    first = door.say("hello", delivery="d1").json()
    assert door.say("hello", delivery="d1").json() == first
    assert len(door.rasa.heard) == 1


def test_with_rasa_away_the_words_are_kept_and_the_person_is_told(door: Product) -> None:
    door.stop_rasa()
    (reply,) = door.say("the boys are not at school").json()
    assert "safe with us" in reply["text"]
    assert [message["text"] for message in door.backend.messages] == ["the boys are not at school"]


def test_with_the_backend_away_the_person_is_asked_to_send_again(door: Product) -> None:
    door.stop_backend()
    response = door.say("the boys are not at school")
    assert response.status_code == 503
    assert "send it again" in response.json()["error"]["message"]


def test_without_a_token_the_answer_says_what_to_show(door: Product) -> None:
    response = door.post({"conversation": "c1", "text": "hello"})
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert door.post({"conversation": "c1", "text": "hello"}, token="expired").status_code == 401


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"conversation": "c1", "text": "x" * 4001}, 422, "too_long"),
        ({"conversation": "c1", "text": "  "}, 422, "empty"),
        ({"conversation": "c1"}, 422, "text"),
        ({"conversation": "", "text": "hello"}, 422, "conversation"),
        ({"conversation": "c\x00", "text": "hello"}, 422, "conversation"),
        ({"conversation": ["c1"], "text": "hello"}, 422, "conversation"),
        ({"conversation": "c1", "text": "hello", "programme": {}}, 422, "programme"),
        ({"conversation": "somebody-elses", "text": "hello"}, 404, "not_found"),
        ([1], 400, "not_json"),
        ({"conversation": "c1", "text": "x" * 300_000}, 413, "too_large"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_plain_words(door: Product, body: object, status: int, code: str) -> None:
    response = door.post(body, token=TOKEN)
    assert response.status_code == status
    error = response.json()["error"]
    assert error["code"] == code
    assert error["message"].endswith(".")
    assert door.rasa.heard == []


def test_what_is_no_json_is_refused(door: Product) -> None:
    response = httpx.post(f"{door.url}/api/chat/messages", content=b"{", headers={"Authorization": f"Bearer {TOKEN}"})
    assert response.status_code == 400


def test_a_message_of_exactly_the_limit_is_taken(door: Product) -> None:
    assert door.say("x" * 4000).status_code == 200


def test_rasa_answering_nothing_is_not_silence(door: Product) -> None:
    door.rasa.says = []
    assert door.say("hello").json()[0]["text"]


def test_nothing_that_was_written_is_logged(door: Product, capfd: pytest.CaptureFixture[str]) -> None:
    door.say("Quenby Ashgrove lives at 7 Larkfield Row")
    door.say("break the reader Quenby")
    door.post({"conversation": "c1", "text": "he is going to kill me, Quenby"})
    door.stop_backend()
    door.say("he is going to kill me, Quenby")
    printed = "".join(capfd.readouterr())
    assert "message" in printed
    for hidden in ("Quenby", "Larkfield", "127.0.0.1", TOKEN):
        assert hidden not in printed


def test_a_message_sent_again_after_trouble_is_answered(door: Product) -> None:
    door.rasa.says = []
    assert door.say("hello", delivery="once").json()[0]["custom"] == {"trouble": "conversation"}
    door.rasa.says = [{"text": "Who lives at home?"}]
    assert door.say("hello", delivery="once").json()[0]["text"] == "Who lives at home?"
    assert len(door.backend.messages) == 1
