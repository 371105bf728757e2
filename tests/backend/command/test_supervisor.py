"""The supervisor with real processes: output prefixed, the dead started again, none left behind."""

from __future__ import annotations

import io
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from backend.command.supervisor import LONGEST_PAUSE, Process, Supervisor, pause_after

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
)


def python(name: str, code: str) -> Process:
    return Process(name, (sys.executable, "-c", code), {"PATH": os.environ["PATH"]})


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def supervisor(tmp_path: Path) -> Supervisor:
    return Supervisor(tmp_path, out=io.StringIO())


def printed(supervisor: Supervisor) -> str:
    assert isinstance(supervisor.out, io.StringIO)
    return supervisor.out.getvalue()


def watching(supervisor: Supervisor, processes: list[Process]) -> threading.Thread:
    def start_and_watch() -> None:
        supervisor.start(processes)
        supervisor.watch()

    thread = threading.Thread(target=start_and_watch)
    thread.start()
    return thread


def test_each_line_says_which_process_printed_it(supervisor: Supervisor) -> None:
    thread = watching(supervisor, [python("one", "print('hello', flush=True); import time; time.sleep(60)")])
    seen = wait_for(lambda: "one      | hello\n" in printed(supervisor))
    supervisor.stop()
    thread.join()
    assert seen


def test_a_process_that_dies_is_started_again(supervisor: Supervisor) -> None:
    thread = watching(supervisor, [python("short", "print('up')")])
    again = wait_for(lambda: printed(supervisor).count("short    | up\n") >= 2)
    supervisor.stop()
    thread.join()
    assert again
    assert "short ended with 0; starting it again in 0.5 s" in printed(supervisor)


def test_stopping_leaves_none_behind_not_even_one_that_will_not_hear(
    supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.command.supervisor.GRACE", 1.0)
    thread = watching(supervisor, [python("deaf", STUBBORN), python("good", "import time; time.sleep(60)")])
    assert wait_for(lambda: "deaf     | deaf" in printed(supervisor))
    pids = [entry.child.pid for entry in supervisor.running if entry.child]
    supervisor.stop()
    thread.join()
    assert len(pids) == 2
    assert not any(is_alive(pid) for pid in pids)


def test_a_process_that_dies_for_hours_is_started_ever_less_often_and_never_stops_the_others() -> None:
    pauses = [pause_after(deaths) for deaths in range(1, 5_000)]
    assert pauses[:6] == [0.5, 1.0, 2.0, 4.0, 8.0, 15.0]
    assert set(pauses[6:]) == {LONGEST_PAUSE}


def test_a_process_that_dies_at_once_is_not_restarted_in_a_hot_loop(supervisor: Supervisor) -> None:
    thread = watching(supervisor, [python("short", "raise SystemExit(7)")])
    assert wait_for(lambda: "short ended with 7; starting it again in 2 s" in printed(supervisor))
    ended = printed(supervisor).count("ended with 7")
    supervisor.stop()
    thread.join()
    assert ended == 3
    assert "starting it again in 0.5 s" in printed(supervisor)
    assert "starting it again in 1 s" in printed(supervisor)


def test_a_process_that_cannot_be_started_does_not_stop_the_others(supervisor: Supervisor) -> None:
    supervisor.folder = supervisor.folder / "gone"
    thread = watching(supervisor, [python("nowhere", "print('up', flush=True)")])
    assert wait_for(lambda: "nowhere could not be started" in printed(supervisor))
    supervisor.folder.mkdir()
    again = wait_for(lambda: "nowhere  | up" in printed(supervisor))
    supervisor.stop()
    thread.join()
    assert again


def test_a_full_disk_under_the_log_stops_nobody(tmp_path: Path) -> None:
    done = tmp_path / "done"
    talkative = f"import pathlib\nfor n in range(20_000): print('x' * 100)\npathlib.Path({str(done)!r}).touch()"
    with suppress(OSError), open("/dev/full", "w") as full:  # closing it fails as well
        supervisor = Supervisor(tmp_path, out=full)
        thread = watching(supervisor, [python("talk", talkative)])
        finished = wait_for(done.exists)
        supervisor.stop()
        thread.join()
    assert finished, "it was left waiting for its lines to be taken"
