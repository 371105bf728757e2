"""The master key is turned over while people talk: nobody notices, and then the new key alone opens everything."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.conversations.families import NOMINATOR, begin, go_on, persona, record_of
from tests.system import FrontDoor

pytestmark = pytest.mark.system
WORDS = "He has a knife and he is outside Quenby's door now"


def test_a_key_turned_over_while_people_talk(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    file = Path(door.keys()["FRONTDOOR_MASTER_KEY_FILE"])
    old = file.read_text()
    before = begin(door, who)
    go_on(before, who)
    unfinished = begin(door, who)
    go_on(unfinished, who, until="summary")

    meanwhile = Meanwhile(door)
    meanwhile.start()
    for command in (("new", "--into", str(file)), ("rotate",), ("forget",)):
        done = door.command("keys", *command)
        assert done.returncode == 0, done.stderr
    meanwhile.enough.set()
    meanwhile.join()
    assert meanwhile.failed is None, meanwhile.failed
    assert meanwhile.talks > 0
    new = file.read_text()
    assert old not in new

    go_on(unfinished, who)
    assert before.reference in known_before(door, record_of(door, unfinished)), "the family is found by its index"
    alert = door.wait_for_alert(WORDS)
    assert alert["said_by"]

    door.stop()
    door.start()
    assert record_of(door, before)["story"] == record_of(door, unfinished)["story"]
    assert before.reference in known_before(door, record_of(door, unfinished))
    assert door.wait_for_alert(WORDS)["id"] == alert["id"]
    go_on(meanwhile.left, who, until="address")
    checked = door.command("keys", "check")
    assert ", 0 damaged." in checked.stdout
    try:
        file.write_text(old)
        assert "is needed and was not given" in door.command("keys", "status").stderr
    finally:
        file.write_text(new)


def known_before(door: FrontDoor, record: dict[str, object]) -> list[str]:
    """References under which the coordinator is told that the family is known."""
    earlier = record["known_before"]
    assert isinstance(earlier, list), earlier
    return [each["reference"] if isinstance(each, dict) else each for each in earlier]


class Meanwhile(threading.Thread):
    """Somebody who goes on talking, in one talk after another, and once about danger."""

    def __init__(self, door: FrontDoor) -> None:
        super().__init__(daemon=True)
        self.door = door
        self.enough = threading.Event()
        self.talks = 0
        self.failed: BaseException | None = None

    def run(self) -> None:
        who = persona("case-one-sevenoaks")
        try:
            while True:
                self.left = begin(self.door, who)
                go_on(self.left, who, until="household")
                self.talks += 1
                if self.talks == 1:
                    self.door.account(NOMINATOR).talk("sevenoaks").say(WORDS)
                if self.enough.is_set():
                    return
        except BaseException as error:
            self.failed = error
