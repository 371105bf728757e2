"""Parts fail: nothing that was said is lost, and danger is answered all the same."""

from __future__ import annotations

import time
import uuid
from pathlib import Path

import pytest

from tests.conversations.families import begin, go_on, persona, record_of
from tests.system import FrontDoor, front_door, text_of

pytestmark = pytest.mark.system
DANGER = "He is going to kill her, he is at the door now."


def test_a_draft_survives_a_restart_of_every_process(tmp_path: Path) -> None:
    who = persona("case-one-sevenoaks")
    with front_door(tmp_path) as door:
        talk = begin(door, who)
        go_on(talk, who, until="contact")
        door.stop()
        door.start()
        go_on(talk, who)
        assert talk.outcome == "submitted", "\n".join(talk.transcript)
        record = record_of(door, talk)
    assert record["postcode"] == "TN13 1AA"
    assert record["needs"]["crime_asb"] == "asserted"


def test_danger_with_the_backend_killed_is_answered_and_arrives_when_it_is_back(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    mark = f"mark-{uuid.uuid4()}"
    door.kill("backend")
    replies = talk.say(f"{DANGER} {mark}")
    assert "999" in replies[0]["text"]
    door.wait_until_ready()
    alert = door.wait_for_alert(mark)
    assert alert["level"] == "immediate"
    assert alert["said_by"], "it is known who wrote it, although the backend was away"
    go_on(talk, who)
    assert talk.outcome == "submitted", "\n".join(talk.transcript)


@pytest.mark.parametrize("part", ["rasa", "actions"])
def test_danger_with_a_part_killed_is_answered_at_once(door: FrontDoor, part: str) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    mark = f"mark-{uuid.uuid4()}"
    door.kill(part)
    assert "999" in talk.say(f"{DANGER} {mark}")[0]["text"]
    assert door.wait_for_alert(mark)["level"] == "immediate"
    door.wait_until_ready()
    go_on(talk, who)
    assert talk.outcome == "submitted", "\n".join(talk.transcript)


@pytest.mark.parametrize("part", ["rasa", "actions", "backend"])
def test_danger_does_not_wait_for_a_part_that_hangs(door: FrontDoor, part: str) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    mark = f"mark-{uuid.uuid4()}"
    with door.hanging(part):
        began = time.monotonic()
        replies = talk.say(f"{DANGER} {mark}")
        assert time.monotonic() - began < 6
    assert "999" in replies[0]["text"]
    assert door.wait_for_alert(mark)["level"] == "immediate"


@pytest.mark.parametrize("part", ["rasa", "actions"])
def test_yes_to_the_danger_question_reaches_the_duty_list_once_with_a_part_killed(door: FrontDoor, part: str) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="danger")
    before = {alert["id"] for alert in door.alerts()}
    door.kill(part)
    assert "999" in talk.say("Yes")[0]["text"]
    (alert,) = [alert for alert in door.alerts() if alert["id"] not in before]
    assert alert["level"] == "immediate"
    door.wait_until_ready()
    talk.say("hello again")
    assert [new["id"] for new in door.alerts() if new["id"] not in before] == [alert["id"]]


def test_with_rasa_killed_the_words_are_kept_and_count_later(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    door.kill("rasa")
    replies = talk.say("7 Quillfield Row, Sevenoaks, TN13 1AA")
    assert "safe with us" in text_of(replies), "\n".join(talk.transcript)
    door.wait_until_ready()
    talk.say("hello again")
    assert talk.question != "address", "\n".join(talk.transcript)
    go_on(talk, who)
    assert record_of(door, talk)["postcode"] == "TN13 1AA"
