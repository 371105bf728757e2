"""What Telegram does to us: it asks to wait, fails, goes away, does not know us. Nothing is lost, the log is plain."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.pace import Pace
from tests.bot_telegram.house import Running, everybody_says, in_order, process_between
from tests.telegram_server import TOKEN, Flood, Phone, words


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with process_between(tmp_path) as started:
        yield started
        log = started.process.log.read_text()
        assert TOKEN.split(":")[1] not in log
        assert "4803" not in log


def test_telegrams_limits_are_kept_to_so_that_it_need_not_ask(tmp_path: Path) -> None:
    with process_between(tmp_path, TELEGRAM_A_SECOND="27") as running:
        running.api.flood = Flood()
        phones = running.phones(25)
        everybody_says(phones, range(4))
        running.wait_for(lambda: len(running.api.sent) == 100)
        assert running.api.flood.told == 0
        assert all([m["text"] for m in phone.received()] == in_order(phone, 4) for phone in phones)


def test_more_than_telegram_takes_comes_later_whole_and_in_order(running: Running) -> None:
    running.api.flood = Flood(overall=3)
    phones = running.phones(8)
    everybody_says(phones, range(2))
    running.wait_for(lambda: len(running.api.sent) == 16)
    assert running.api.flood.told > 0
    assert all([m["text"] for m in phone.received()] == in_order(phone, 2) for phone in phones)


def test_a_chat_that_has_to_wait_holds_up_no_other(running: Running) -> None:
    slow, quick = running.phones(2)
    running.api.troubles = [{"error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 4}}]
    slow.write("message 0")
    running.wait_for(lambda: not running.api.troubles)
    began = time.monotonic()
    assert words(quick.say("message 0")) == "You said message 0"
    assert time.monotonic() - began < 3
    assert words(slow.answer()) == "You said message 0"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_danger_waits_for_no_pace_but_for_what_telegram_told_its_chat() -> None:
    clock = Clock()
    pace = Pace(10.0, clock)
    for number in range(40):
        pace.due(str(number), danger=False)
    assert pace.due("calm", danger=False) > 2
    assert pace.due("danger", danger=True) == 0
    pace.asked_to_wait("danger", 5)
    assert pace.due("danger", danger=True) == 5


def test_two_chats_that_are_asked_to_wait_mean_all() -> None:
    clock = Clock()
    pace = Pace(1000.0, clock)
    pace.asked_to_wait("one", 10)
    assert pace.due("other", danger=False) == 0
    pace.asked_to_wait("two", 20)
    assert pace.due("other", danger=False) == 20
    clock.now += 20
    assert pace.due("other", danger=False) == 0


def test_in_one_chat_some_go_at_once_and_then_one_a_second() -> None:
    clock = Clock()
    pace = Pace(1000.0, clock)
    assert [round(pace.due("one", danger=False), 1) for _ in range(10)] == [0] * 8 + [1, 2]
    clock.now += 10
    assert pace.due("one", danger=False) == 0


def test_while_telegram_is_away_everything_waits_and_then_comes_in_order(running: Running) -> None:
    (phone,) = running.phones(1)
    phone.say("message 0")
    running.api.away = True
    phone.write("message 1")
    phone.write("message 2")
    running.wait_for(lambda: "telegram away" in running.process.log.read_text())
    running.api.away = False
    running.wait_for(lambda: len(phone.received()) >= 3)
    assert [message["text"] for message in phone.received()] == in_order(phone, 3)


def test_what_comes_unasked_waits_for_the_next_safe_time_where_telegram_was_away_until_this_one_was_over(
    running: Running,
) -> None:
    (phone,) = running.phones(1)
    running.api.away = True
    running.house.waiting = [unasked(phone, number) for number in range(3)]
    running.wait_for(lambda: running.house.asked_whether_safe > 0)
    running.house.safe = False
    asked = running.house.asked_whether_safe
    running.wait_for(lambda: running.house.asked_whether_safe > asked)
    running.api.away = False
    phone.say("message 0")
    assert [message["text"] for message in phone.received()] == in_order(phone, 1), "only what was asked for"
    running.house.safe = True
    running.wait_for(lambda: not running.house.waiting)
    assert [m["text"] for m in phone.received()[1:]] == [f"Coordinator:\nHello {number}" for number in range(3)]


def test_what_was_sent_while_nobody_could_note_it_is_not_sent_again(running: Running) -> None:
    (phone,) = running.phones(1)
    running.house.forgetful = True
    running.house.waiting = [unasked(phone, 0)]
    running.wait_for(lambda: "sending not noted" in running.process.log.read_text())
    asked = running.house.asked_for_unasked
    running.wait_for(lambda: running.house.asked_for_unasked > asked)
    running.house.forgetful = False
    running.wait_for(lambda: not running.house.waiting)
    assert len(phone.received()) == 1


def unasked(phone: Phone, number: int) -> dict[str, Any]:
    told = {"key": f"said {number}", "chat": str(phone.chat), "text": f"Hello {number}", "buttons": []}
    return told | {"role": "coordinator", "name": None}


def test_an_answer_that_comes_late_is_covered_and_waits_for_a_safe_time_or_for_who_wrote(running: Running) -> None:
    quick, late, alone = running.phones(3)
    assert "entities" not in quick.say("message 0")[0]
    an_hour_ago = int(time.time()) - 3600
    (covered,) = late.say("message 0", date=an_hour_ago)
    assert [each["type"] for each in covered["entities"]] == ["spoiler"]
    running.house.safe = False
    asked = running.house.asked_whether_safe
    alone.write("message 0", date=an_hour_ago)
    running.wait_for(lambda: running.house.asked_whether_safe > asked)
    assert words(alone.say("he has a knife", date=an_hour_ago + 1)) == "Ring 999."
    alone.write("message 1")
    running.wait_for(lambda: len(alone.received()) == 3)
    assert [message["text"] for message in alone.received()[1:]] == in_order(alone, 2)
    assert all("entities" not in message for message in alone.received())


def test_a_token_that_telegram_does_not_know_is_said_plainly_and_not_shown(running: Running) -> None:
    running.api.revoked = True
    running.wait_for(lambda: "is TELEGRAM_BOT_TOKEN right" in running.process.log.read_text())
    assert running.process.alive


def test_somebody_else_who_asks_for_the_same_updates_is_named(running: Running) -> None:
    running.api.contested = 1
    (phone,) = running.phones(1)
    running.wait_for(lambda: "another program asks" in running.process.log.read_text())
    assert words(phone.say("message 0")) == "You said message 0"


def test_a_reply_whose_buttons_telegram_does_not_take_comes_without_them(running: Running) -> None:
    (phone,) = running.phones(1)
    running.house.buttons = [{"title": "Yes", "payload": "x" * 65}]
    (message,) = phone.say("message 0")
    assert message["text"] == "You said message 0"
    assert "reply_markup" not in message


def test_a_group_that_moved_is_answered_where_it_is_now(running: Running) -> None:
    running.api.migrated = {-412: -100412}
    (phone,) = running.phones(1)
    group = phone.message(text="hello") | {"chat": {"id": -412, "type": "group", "title": "Neighbours"}}
    running.api.add({"message": group})
    running.wait_for(lambda: any(int(message["chat_id"]) == -100412 for message in running.api.sent))


def test_in_a_group_that_cannot_be_left_one_line_is_said_and_danger_answered(running: Running) -> None:
    (phone,) = running.phones(1)
    chat = {"chat": {"id": -100413, "type": "supergroup", "title": "Neighbours"}}
    for text in ("hello", "bot?", "he has a knife", "hello again"):
        running.api.add({"message": phone.message(text=text) | chat})
    running.wait_for(lambda: len(running.house.done) == 4)
    told = [message["text"] for message in running.api.sent if int(message["chat_id"]) == -100413]
    assert len(told) == 2
    assert "one person at a time" in told[0]
    assert told[1] == "Ring 999."
    assert running.api.left.count(-100413) == 4


def test_a_reply_longer_than_telegram_takes_comes_in_parts(running: Running) -> None:
    (phone,) = running.phones(1)
    parts = phone.say("It has been hard. 😢 " * 240)
    assert len(parts) > 1
    assert all(len(part["text"].encode("utf-16-le")) <= 2 * 4096 for part in parts)
    assert sum(part["text"].count("hard") for part in parts) == 240


def test_every_line_of_the_log_is_json(running: Running) -> None:
    (phone,) = running.phones(1)
    phone.say("message 0")
    assert all(json.loads(line)["level"] for line in running.process.log.read_text().splitlines())
