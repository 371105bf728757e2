"""The process alone, between a Bot API server and a door that goes by the book: in order, once, killed, waiting."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot_telegram.house import Running, everybody_says, in_order, process_between
from tests.telegram_server import TOKEN, words


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with process_between(tmp_path) as started:
        yield started
        log = started.process.log.read_text()
        assert TOKEN.split(":")[1] not in log
        assert "4803" not in log


def test_many_chats_at_once_lose_double_and_reorder_nothing(running: Running) -> None:
    phones = running.phones(60)
    everybody_says(phones, range(4))
    for phone in phones:
        phone.wait_for(lambda phone=phone: len(phone.received()) >= 4)  # type: ignore[misc]
        assert [message["text"] for message in phone.received()] == in_order(phone, 4)
    phones[0].wait_for(lambda: len(running.house.done) == 240)
    assert len(running.house.heard) == 240


def test_killed_in_the_middle_everything_is_answered_and_kept_once(running: Running) -> None:
    phones = running.phones(30)
    everybody_says(phones, range(2))
    phones[0].wait_for(lambda: len(running.house.done) > 10)
    running.process.kill()
    everybody_says(phones, range(2, 4))
    running.process.start()
    for phone in phones:
        phone.wait_for(lambda phone=phone: "You said message 3" in words(phone.received()))  # type: ignore[misc]
    assert sorted(running.house.heard) == sorted(
        (str(phone.chat), f"message {number}") for phone in phones for number in range(4)
    ), "each kept once"
    for phone in phones:
        told = [message["text"] for message in phone.received()]
        assert list(dict.fromkeys(told)) == in_order(phone, 4)
        assert len(told) <= 5, "twice only what Telegram had taken and nobody had noted: one message of a chat"


def test_more_than_telegram_shows_at_once_survive_a_kill_and_danger_is_seen_behind_them(running: Running) -> None:
    running.house.held = {"message 0"}
    phones = running.phones(150)
    everybody_says(phones, range(1))
    phones[0].wait_for(lambda: not running.api.updates)
    (late,) = running.phones(151)[150:]
    assert words(late.say("he has a knife")) == "Ring 999."
    running.process.kill()
    running.house.held = set()
    running.process.start()
    late.wait_for(lambda: len(running.api.sent) == 151)
    assert all(words(phone.received()) == "You said message 0" for phone in phones)
    assert len(running.house.heard) == 150


def test_order_is_kept_where_the_house_takes_some_and_refuses_others(running: Running) -> None:
    running.house.unsteady = 0.2
    phones = running.phones(12)
    everybody_says(phones, range(5))
    phones[0].wait_for(lambda: len(running.house.heard) == 60)
    for phone in phones:
        assert running.house.heard_of(phone) == [f"message {number}" for number in range(5)]
        phone.wait_for(lambda phone=phone: "You said message 4" in words(phone.received()))  # type: ignore[misc]
        assert [m["text"] for m in phone.received() if m["text"].startswith("You said")] == in_order(phone, 5)


def test_danger_overtakes_a_message_that_hangs_and_nothing_else_does(running: Running) -> None:
    running.house.held = {"message 0"}
    (phone,) = running.phones(1)
    phone.write("message 0")
    phone.write("message 1")
    assert words(phone.say("he has a knife")) == "Ring 999."
    assert running.house.heard == []
    running.house.held = set()
    phone.wait_for(lambda: "You said message 1" in words(phone.received()))
    assert [message["text"] for message in phone.received()] == ["Ring 999.", *in_order(phone, 2)]


def test_while_nothing_can_be_kept_danger_is_answered_and_the_rest_follows_in_order(running: Running) -> None:
    running.house.away = True
    (phone,) = running.phones(1)
    assert "Your message is safe on Telegram" in words(phone.say("message 0"))
    phone.write("message 1")
    assert words(phone.say("he has a knife")) == "Ring 999."
    running.house.away = False
    phone.wait_for(lambda: "message 1" in words(phone.received()))
    told = [message["text"] for message in phone.received() if message["text"].startswith("You said")]
    assert told == in_order(phone, 2)


def test_what_is_said_unasked_is_sent_once_and_a_blocked_chat_is_noted(running: Running) -> None:
    here, gone = running.phones(2)
    running.api.blocked.add(gone.chat)
    running.house.waiting = [
        {"key": f"said {n}", "chat": str(phone.chat), "text": "Hello", "buttons": [], "role": role, "name": name}
        for n, (phone, role, name) in enumerate(((here, "lead", "Rowan Ellis"), (gone, None, None)))
    ]
    assert words(here.answer()) == "Rowan Ellis, programme lead:\nHello"
    here.wait_for(lambda: not running.house.waiting)
    assert running.house.states == [(str(gone.chat), "blocked")]
    assert gone.received() == []


def test_telegram_that_asks_to_wait_is_obeyed_and_one_that_fails_is_tried_again(running: Running) -> None:
    (phone,) = running.phones(1)
    wait = {"error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 2}}
    running.api.troubles += [wait, {"error_code": 502, "description": "Bad Gateway"}]
    began = time.monotonic()
    assert words(phone.say("message 0")) == "You said message 0"
    assert time.monotonic() - began >= 2
    assert len(phone.received()) == 1


def test_an_update_that_nobody_understands_holds_nothing_up(running: Running) -> None:
    running.api.add({"message": {"message_id": 1, "chat": "?", "text": 7}})
    running.api.add({"something_new": {"chat": {"id": 1}}})
    (phone,) = running.phones(1)
    assert words(phone.say("message 0")) == "You said message 0"
