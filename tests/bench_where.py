"""Where one of Front Door's turns spends its time: every process with a clock where it waits for another.

One person speaks at a time, so a turn is a chain: what a process did itself is what it took less what it waited for.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from backend.command import run
from backend.command.supervisor import Process
from tests.bench_contestants import NotAnsweredError
from tests.bench_contestants import _ours as contestant
from tests.system import front_door

TURNS = 10
DATABASE = "database"


@dataclass(frozen=True)
class Part:
    """A part of a turn: milliseconds on the mean of all turns."""

    name: str
    milliseconds: float


@dataclass(frozen=True)
class Where:
    """A turn in its parts. The sum is the mean turn as the client sees it."""

    parts: tuple[Part, ...]
    turn: float
    turns: int
    calls: dict[str, float]
    """How often a turn asks the backend and the database, by what it is called."""


def profile(folder: Path, conversations: int) -> Where:
    """Start Front Door with clocks, hold some conversations and add up."""
    folder.mkdir(parents=True)
    times: list[float] = []
    with front_door(folder, program=(sys.executable, "-m", "tests.bench_where", str(folder))) as product:
        ours = contestant(product)
        for number in range(conversations + 1):
            if number == 1:
                began = time.time()
            talk = ours.talk()
            try:
                taken = [talk.say() for _ in range(TURNS)]
            finally:
                talk.close()
            times += taken if number else []
        ended = time.time()
    return _added_up(folder, times, began, ended)


def _added_up(folder: Path, times: Sequence[float], began: float, ended: float) -> Where:
    seconds: dict[str, float] = defaultdict(float)
    count: dict[str, int] = defaultdict(int)
    for file in folder.glob("*.tsv"):
        for line in file.read_text(encoding="utf-8").splitlines():
            name, at, took = line.split("\t")
            if began <= float(at) <= ended:
                seconds[name] += float(took)
                count[name] += 1
    turns = len(times)
    if count["door"] != turns:
        raise NotAnsweredError(f"{count['door']} turns were clocked in the door, not {turns}")
    each = {name: taken * 1000 / turns for name, taken in seconds.items()}
    database = sum(taken for name, taken in each.items() if name.startswith(DATABASE))
    backend = each["backend for the door"] + each["backend for the actions"]
    turn = statistics.mean(times)
    parts = (
        Part("The way to the door and back", turn - each["door"]),
        Part("Door: reading", each["reading"]),
        Part("Door: everything else", each["door"] - each["reading"] - each["backend for the door"] - each["rasa"]),
        Part("Rasa: its channel, and the way to it", each["rasa"] - each["rasa hears"]),
        Part("Rasa: which action, and what is said", each["rasa hears"] - each["actions"]),
        Part("Actions: server, and the way to it", each["actions"] - each["action"]),
        Part("Actions: the interview", each["action"] - each["backend for the actions"]),
        Part("Backend: routes, keys, rules, and the way to it", backend - database),
        Part("Database: statements", each.get("database execute", 0) + each.get("database executemany", 0)),
        Part("Database: waiting for the writer's turn", each.get("database begin", 0)),
        Part("Database: commits", each.get("database commit", 0) + each.get("database rollback", 0)),
    )
    return Where(parts, turn, turns, {name: number / turns for name, number in sorted(count.items())})


def main(folder: str) -> None:
    """``frontdoor run`` with each process started through ``tests.bench_timed``."""
    started = run.processes

    def timed(*given: object, **more: object) -> list[Process]:
        return [_with_clocks(process, folder) for process in started(*given, **more)]  # type: ignore[arg-type]

    run.processes = timed
    run.run.main(args=[])


def _with_clocks(process: Process, folder: str) -> Process:
    python, _, module, *rest = process.command
    command = (python, "-m", "tests.bench_timed", folder, module, *rest)
    return Process(process.name, command, process.environment, process.secrets)


if __name__ == "__main__":
    main(sys.argv[1])
