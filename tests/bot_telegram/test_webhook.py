"""Telegram brings updates itself: with its secret only, in order, once, and again until they are safe with us."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.bot_telegram.house import Running, everybody_says, in_order, process_between
from tests.system import free_port
from tests.telegram_server import words

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def hook() -> str:
    return f"http://127.0.0.1:{free_port()}/from-telegram"


@pytest.fixture
def running(tmp_path: Path, hook: str) -> Iterator[Running]:
    port = str(urlsplit(hook).port)
    with process_between(tmp_path, TELEGRAM_WEBHOOK_URL=hook, TELEGRAM_WEBHOOK_PORT=port) as started:
        started.wait_for(lambda: started.api.webhook != {})
        yield started
        log = started.process.log.read_text()
        assert started.api.webhook.get("secret_token", "taken away") not in log
        assert "4803" not in log


def update(running: Running, text: str, number: int = 9000) -> dict[str, object]:
    (phone,) = running.phones(1)
    return {"update_id": number, "message": phone.message(text=text)}


def test_telegram_is_told_where_and_with_what_to_come_and_is_not_asked(running: Running, hook: str) -> None:
    told = running.api.webhook
    assert told["url"] == hook
    assert len(told["secret_token"]) >= 32
    assert told["max_connections"] == 1, "with more, two messages of a chat may change places"
    assert "my_chat_member" in told["allowed_updates"]
    (phone,) = running.phones(1)
    assert words(phone.say("message 0")) == "You said message 0"
    assert "getUpdates" not in running.api.calls


@pytest.mark.parametrize("shown", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "guessed-guessed-guessed"}])
def test_whoever_does_not_know_the_secret_is_not_heard(running: Running, hook: str, shown: dict[str, str]) -> None:
    assert httpx.post(hook, json=update(running, "forged"), headers=shown, timeout=10).status_code == 401
    (phone,) = running.phones(1)
    phone.say("message 0")
    assert running.house.heard_of(phone) == ["message 0"]


def test_nothing_else_is_there(running: Running, hook: str) -> None:
    shown = {SECRET_HEADER: running.api.webhook["secret_token"]}
    assert httpx.get(hook, headers=shown, timeout=10).status_code == 405
    for path in ("/", "/internal", "/from-telegram/more", "/docs"):
        assert httpx.post(httpx.URL(hook).copy_with(path=path), headers=shown, timeout=10).status_code == 404


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"{", b"[" * 100_000, b'"' + b"x" * 1_100_000 + b'"', b"\xff"])
def test_what_is_no_update_is_let_go_and_holds_nothing_up(running: Running, hook: str, body: bytes) -> None:
    shown = {SECRET_HEADER: running.api.webhook["secret_token"]}
    assert httpx.post(hook, content=body, headers=shown, timeout=10).status_code == 200
    (phone,) = running.phones(1)
    assert words(phone.say("message 0")) == "You said message 0"


def test_an_update_that_is_brought_twice_is_answered_once(running: Running, hook: str) -> None:
    shown = {SECRET_HEADER: running.api.webhook["secret_token"]}
    for _ in range(3):
        assert httpx.post(hook, json=update(running, "message 0"), headers=shown, timeout=10).status_code == 200
    (phone,) = running.phones(1)
    assert words(phone.answer()) == "You said message 0"
    assert running.house.heard_of(phone) == ["message 0"]


def test_it_is_safe_with_us_before_it_is_answered_and_survives_a_kill(running: Running) -> None:
    running.house.held = {"message 0"}
    phones = running.phones(20)
    everybody_says(phones, range(2))
    running.wait_for(lambda: not running.api.updates)
    running.process.kill()
    running.house.held = set()
    everybody_says(phones, range(2, 3))
    running.process.start()
    for phone in phones:
        phone.wait_for(lambda phone=phone: len(phone.received()) >= 3)  # type: ignore[misc]
        assert [message["text"] for message in phone.received()] == in_order(phone, 3)
    assert len(running.house.heard) == 60


def test_what_our_disk_does_not_take_telegram_brings_again(tmp_path: Path, hook: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "telegram").write_text("a file where the folder should be")
    port = str(urlsplit(hook).port)
    with process_between(tmp_path, TELEGRAM_WEBHOOK_URL=hook, TELEGRAM_WEBHOOK_PORT=port) as running:
        running.house.held = {"message 0"}
        (phone,) = running.phones(1)
        phone.write("message 0")
        running.wait_for(lambda: 503 in running.api.refused)
        running.house.held = set()
        assert words(phone.answer()) == "You said message 0"
        running.wait_for(lambda: not running.api.updates)
        assert len(phone.received()) == 1


def test_going_back_to_polling_takes_the_webhook_away(running: Running) -> None:
    running.process.kill()
    del running.process.environment["TELEGRAM_WEBHOOK_URL"]
    running.process.start()
    (phone,) = running.phones(1)
    assert words(phone.say("message 0")) == "You said message 0"
    assert running.api.webhook == {}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TELEGRAM_WEBHOOK_URL", "http://frontdoor.example/telegram", "must begin with https://"),
        ("TELEGRAM_WEBHOOK_SECRET", "short", "16 to 256"),
        ("TELEGRAM_WEBHOOK_PORT", "none", "a number from 1 to 65535"),
        ("TELEGRAM_A_SECOND", "0", "a number from 1 to 1000"),
        ("TELEGRAM_BOT_TOKEN", "77001:planted token", "is no token"),
        ("FRONTDOOR_INBOX_KEY", "c2hvcnQ=", "32 bytes"),
    ],
)
def test_a_wrong_setting_is_named_and_never_shown(tmp_path: Path, hook: str, name: str, value: str, told: str) -> None:
    settings = {"TELEGRAM_WEBHOOK_URL": hook, name: value}
    with process_between(tmp_path, api_is_away=False, **settings) as running:
        running.wait_for(lambda: not running.process.alive)
        log = running.process.log.read_text()
    assert told in log
    assert name in log
    assert value not in log.replace(told, "") or value in ("none", "0")


def test_the_webhook_is_set_once_telegram_is_there(tmp_path: Path, hook: str) -> None:
    port = str(urlsplit(hook).port)
    with process_between(tmp_path, api_is_away=True, TELEGRAM_WEBHOOK_URL=hook, TELEGRAM_WEBHOOK_PORT=port) as running:
        began = time.monotonic()
        running.wait_for(lambda: "telegram away" in running.process.log.read_text())
        running.api.away = False
        running.wait_for(lambda: running.api.webhook != {})
        assert time.monotonic() - began < 30
        assert all(json.loads(line) for line in running.process.log.read_text().splitlines())
