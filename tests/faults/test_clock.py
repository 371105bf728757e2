"""The clock jumps an hour forward and two back: nobody is signed out, nothing is refused, nothing comes twice."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator

import pytest

from tests.conversations.families import COORDINATOR, begin, go_on, persona
from tests.faults import records
from tests.faults.moved_clock import MovedClock
from tests.system import FrontDoor, front_door

pytestmark = pytest.mark.system
HOUR = 3_600
DANGER = "He is going to kill her, he is at the door now."


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> MovedClock:
    return MovedClock.build(tmp_path_factory.mktemp("clock"))


@pytest.fixture(scope="module")
def door(clock: MovedClock, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    program = (sys.executable, "-m", "tests.faults.moved_clock")
    with pytest.MonkeyPatch.context() as environment:
        for name, value in clock.environment.items():
            environment.setitem(os.environ, name, value)
        with front_door(tmp_path_factory.mktemp("moved"), program=program) as running:
            for name in clock.environment:
                environment.delitem(os.environ, name)
            yield running


def test_a_clock_that_jumps_ends_no_sign_in_and_breaks_nothing(door: FrontDoor, clock: MovedClock) -> None:
    who = persona("case-one-sevenoaks")
    first = begin(door, who)
    coordinator = door.account(COORDINATOR)
    go_on(first, who, until="story")
    clock.move(HOUR)
    go_on(first, who)
    assert first.outcome == "submitted", "\n".join(first.transcript)
    second = first.account.talk(who.programme)
    go_on(second, who, until="story")
    clock.move(-HOUR)
    assert coordinator.get(f"/api/nominations/{first.reference}").status_code == 200, "signed out by the clock"
    mark = f"mark-{uuid.uuid4()}"
    assert "999" in second.say(f"{DANGER} {mark}")[0]["text"]
    assert door.wait_for_alert(mark)["level"] == "immediate"
    second.say("Both boys are not going to school and nobody works.")
    assert second.question, "\n".join(second.transcript)
    assert door.account(COORDINATOR).get("/api/nominations").status_code == 200, "nobody could sign in"
    clock.move(0)
    with records.record_of(door) as db:
        assert records.references(db) == [first.reference]
        moments = records.moments(db)
    assert max(moments) - min(moments) > 1.9 * HOUR, "the clock did not move"
    checked = door.command("audit", "verify")
    assert checked.returncode == 0, checked.stdout + checked.stderr
