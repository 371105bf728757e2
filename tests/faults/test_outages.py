"""Parts are away for a while: each time the person is told what happens to what they wrote, and it is there afterwards.

``FRONTDOOR_FAULTS_TIMES`` above 1 keeps the database away for a whole minute.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import httpx
import pytest

from tests.conversations.families import begin, go_on, persona
from tests.faults import records
from tests.faults.tiny_disk import TinyDisk, tiny_disk
from tests.postgresql import Server, controlled_server
from tests.system import PASSWORD, FrontDoor, Talk, front_door, text_of

pytestmark = pytest.mark.system
AWAY_SECONDS = 60 if int(os.environ.get("FRONTDOOR_FAULTS_TIMES", "1")) > 1 else 3
DANGER = "He is going to kill her, he is at the door now."
STORY = "Tavin is 14 and has not been to school since March, and nobody works."
NOT_KEPT = "We could not keep your message just now. Please send it again in a few minutes."
KEPT = "What you wrote is safe with us. We cannot answer just now."
PASSED_ON = "we are sending what you wrote to the duty officer"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TinyDisk]:
    with tiny_disk(tmp_path_factory.mktemp("disk"), 48) as disk:
        yield disk


@pytest.fixture(scope="module")
def on_tiny_disk(disk: TinyDisk) -> Iterator[FrontDoor]:
    with front_door(disk.folder) as running:
        yield running


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Server]:
    with controlled_server() as controlled:
        yield controlled


@pytest.fixture(scope="module")
def on_postgresql(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    url = f"{postgresql.address}/postgres".replace("postgresql:", "postgresql+psycopg:")
    with front_door(tmp_path_factory.mktemp("postgresql"), url) as running:
        yield running


def test_a_full_disk_loses_nothing_that_was_called_kept(on_tiny_disk: FrontDoor, disk: TinyDisk) -> None:
    talk = _at_the_story(on_tiny_disk)
    disk.fill()
    sent = [(f"{STORY} {number} {'and more of it. ' * 200}", str(uuid.uuid4())) for number in range(40)]
    kept: list[str] = []
    for text, delivery in sent:
        answer = _send(talk, text, delivery)
        if answer.status_code != 200:
            break
        kept.append(text)
    assert answer.status_code == 503, "the disk was never full"
    assert NOT_KEPT in answer.text
    assert on_tiny_disk.health()["disk"] == "full"
    mark = _danger_is_passed_on(talk)
    disk.make_room()
    on_tiny_disk.wait_until_ready()
    _until_answered(lambda: _send(talk, text, delivery))
    _arrived(on_tiny_disk, mark)
    _there(on_tiny_disk, [*kept, text])


def test_a_file_that_somebody_else_holds(on_tiny_disk: FrontDoor) -> None:
    talk = _at_the_story(on_tiny_disk)
    text, delivery = f"{STORY} {uuid.uuid4()}", str(uuid.uuid4())
    with _held(on_tiny_disk):
        answer = _send(talk, text, delivery)
        assert answer.status_code == 503
        assert NOT_KEPT in answer.text
        assert on_tiny_disk.health()["database"] == "busy"
        mark = _danger_is_passed_on(talk)
    _until_answered(lambda: _send(talk, text, delivery))
    _arrived(on_tiny_disk, mark)
    _there(on_tiny_disk, [text])


@pytest.mark.postgresql
def test_a_database_server_that_is_away(on_postgresql: FrontDoor, postgresql: Server) -> None:
    talk = _at_the_story(on_postgresql)
    text, delivery = f"{STORY} {uuid.uuid4()}", str(uuid.uuid4())
    postgresql.stop()
    stopped = time.monotonic()
    try:
        answer = _send(talk, text, delivery)
        assert answer.status_code == 503
        assert NOT_KEPT in answer.text
        assert on_postgresql.health()["database"] == "failed"
        mark = _danger_is_passed_on(talk)
        while time.monotonic() < stopped + AWAY_SECONDS:
            assert NOT_KEPT in _send(talk, text, delivery).text
    finally:
        postgresql.start()
    _until_answered(lambda: _send(talk, text, delivery))
    _arrived(on_postgresql, mark)
    _there(on_postgresql, [text])


def test_an_action_server_that_hangs(on_tiny_disk: FrontDoor) -> None:
    talk = _at_the_story(on_tiny_disk)
    text, delivery = f"{STORY} {uuid.uuid4()}", str(uuid.uuid4())
    with on_tiny_disk.hanging("actions"):
        answer = _send(talk, text, delivery)
        assert answer.status_code == 200
        assert KEPT in text_of(answer.json())
        assert on_tiny_disk.health()["actions"] == "slow"
        mark = _danger_is_passed_on(talk)
    _until_answered(lambda: _send(talk, text, delivery))
    _arrived(on_tiny_disk, mark)
    _there(on_tiny_disk, [text])


def test_rasa_starting_anew(on_tiny_disk: FrontDoor) -> None:
    talk = _at_the_story(on_tiny_disk)
    text, delivery = f"{STORY} {uuid.uuid4()}", str(uuid.uuid4())
    on_tiny_disk.kill("rasa")
    answer = _send(talk, text, delivery)
    assert KEPT in text_of(answer.json())
    assert on_tiny_disk.health()["rasa"] == "down"
    mark = _danger_is_passed_on(talk)
    _until_answered(lambda: _send(talk, text, delivery))
    _arrived(on_tiny_disk, mark)
    _there(on_tiny_disk, [text])


def test_a_form_of_the_page_sent_again_is_the_same_message(on_tiny_disk: FrontDoor) -> None:
    on_tiny_disk.wait_until_ready()
    with httpx.Client(base_url=on_tiny_disk.url, timeout=30) as browser:
        fields = _fields(browser.get("/sign-in").text)
        known = {"username": "nominator@demo.example", "password": PASSWORD}
        assert browser.post("/sign-in", data=fields | known).status_code == 303
        browser.post("/chat", data=_fields(browser.get("/chat").text) | {"text": "hello"})
        page = browser.get("/chat").text
        pressed = re.search(r'name="press" value="([^"]+)">No<', page)
        assert pressed, page
        mark = f"{STORY} {uuid.uuid4()}"
        for form in ({"press": pressed[1]}, {"press": pressed[1]}, {"text": mark}, {"text": mark}):
            assert browser.post("/chat", data=_fields(page) | form).status_code == 303
    with records.record_of(on_tiny_disk) as db:
        assert records.talks(db)["hello", "No", mark] == 1


def _fields(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms; those of the same name are alike."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def _at_the_story(door: FrontDoor) -> Talk:
    door.wait_until_ready()
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    return talk


def _send(talk: Talk, text: str, delivery: str) -> httpx.Response:
    body: dict[str, Any] = {"conversation": talk.conversation, "text": text, "delivery": delivery}
    return talk.account.post("/api/chat/messages", body)


def _danger_is_passed_on(talk: Talk) -> str:
    """Danger is answered with 999 at once, and said to be on its way; the mark by which it is found."""
    mark = f"mark-{uuid.uuid4()}"
    began = time.monotonic()
    said = talk.say(f"{DANGER} {mark}")[0]["text"]
    assert time.monotonic() - began < 8
    assert said.startswith("If someone is in danger now, ring 999.")
    assert PASSED_ON in said
    return mark


def _arrived(door: FrontDoor, mark: str) -> None:
    alert = door.wait_for_alert(mark)
    assert alert["level"] == "immediate"
    assert alert["said_by"], "it is known who wrote it"


def _until_answered(send: Callable[[], httpx.Response], seconds: float = 90) -> None:
    """Send the same message again until it is answered as if nothing had been."""
    end = time.monotonic() + seconds
    while True:
        answer = send()
        if answer.status_code == 200 and "trouble" not in (answer.json()[-1].get("custom") or {}):
            return
        assert time.monotonic() < end, answer.text
        time.sleep(0.5)


def _there(door: FrontDoor, texts: list[str]) -> None:
    """Each of them stands in the record, once."""
    with records.record_of(door) as db:
        found = [text for said in records.talks(db).elements() for text in said]
    assert [found.count(text) for text in texts] == [1] * len(texts)


@contextmanager
def _held(door: FrontDoor) -> Iterator[None]:
    with closing(sqlite3.connect(door.data / "frontdoor.sqlite", isolation_level=None, timeout=20)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
