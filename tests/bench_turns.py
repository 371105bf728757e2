"""``make bench``, turns: Front Door beside Rasa's starter assistant and a Rasa form, in one run, over HTTP.

``python -m tests.bench_turns`` runs it alone; ``--quick`` only to see that it works; ``--out FOLDER`` says where
``turns.md`` and ``turns.svg`` go. The contestants run all at once and are spoken to in rounds that take turns, so that
whatever else the machine does falls on each of them.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests import bench_contestants as contestants
from tests import bench_report, bench_where
from tests.bench_contestants import ALONE, OURS, PATCHED, STARTER, STOCK, Contestant, Models
from tests.system import ROOT

NAMES = (STARTER, STOCK, PATCHED, ALONE, OURS)
TOGETHER = 16
SHORT = 10
"""Turns of an ordinary conversation."""
LONG = 60
EARLY = 2
"""Growth is what the last turn of a long conversation takes, as a multiple of this one; the words are the same."""


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    rounds: int
    alone: int
    """Conversations of a round, one after the other."""
    together: int
    """Conversations of each of those who speak at once, in a round."""
    long: int
    """Conversations of :data:`LONG` turns, over the whole run."""
    starts: int


FULL = Size(rounds=8, alone=3, together=1, long=8, starts=3)
QUICK = Size(rounds=2, alone=1, together=1, long=2, starts=1)


@dataclass
class Measured:
    """One contestant's figures. Times are in milliseconds, a list for each round."""

    name: str
    alone: list[list[float]] = field(default_factory=list)
    together: list[list[float]] = field(default_factory=list)
    a_second: list[float] = field(default_factory=list)
    """Turns a second with :data:`TOGETHER` at once, by round."""
    processor: list[float] = field(default_factory=list)
    """Milliseconds of processor time a turn, all its processes together, one at once, by round."""
    long: list[list[float]] = field(default_factory=list)
    """Each long conversation's turns, in order."""
    memory: float = 0.0
    """Megabytes of all its processes, after everything."""
    starts: list[float] = field(default_factory=list)
    """Seconds from the start to the first reply."""


def measure(folder: Path, models: Models, size: Size) -> dict[str, Measured]:
    """All contestants in one run. Raises NotAnsweredError where one does not reply."""
    measured = {name: Measured(name) for name in NAMES}
    for again in range(size.starts - 1):
        for name in NAMES:
            with contestants.running(name, folder / f"start-{again}-{name}", models) as started:
                measured[name].starts.append(started.first_reply)
    with _all(folder, models) as running:
        for each in running:
            measured[each.name].starts.append(each.first_reply)
            _converse(each, SHORT)  # nobody is measured on what only happens once
            _together(each, 1)
        for number in range(size.rounds):
            _tell(f"round {number + 1} of {size.rounds}")
            for each in _in_turn(running, number):
                _round(each, measured[each.name], size)
        for number in range(size.long):
            _tell(f"long conversation {number + 1} of {size.long}")
            _converse_at_length(_in_turn(running, number), measured)
        for each in running:
            measured[each.name].memory = contestants.resident(each.roots)
    return measured


@contextmanager
def _all(folder: Path, models: Models) -> Iterator[list[Contestant]]:
    with ExitStack() as stack:
        yield [
            stack.enter_context(contestants.running(name, folder / name.replace(" ", "-"), models)) for name in NAMES
        ]


def _in_turn(running: Sequence[Contestant], number: int) -> list[Contestant]:
    """Another first each time."""
    first = number % len(running)
    return [*running[first:], *running[:first]]


def _round(each: Contestant, measured: Measured, size: Size) -> None:
    before = contestants.processor_seconds(each.roots)
    alone = [took for _ in range(size.alone) for took in _converse(each, SHORT)]
    used = contestants.processor_seconds(each.roots) - before
    measured.alone.append(alone)
    measured.processor.append(used * 1000 / len(alone))
    together, seconds = _together(each, size.together)
    measured.together.append(together)
    measured.a_second.append(len(together) / seconds)


def _converse(each: Contestant, turns: int) -> list[float]:
    talk = each.talk()
    try:
        return [talk.say() for _ in range(turns)]
    finally:
        talk.close()


def _together(each: Contestant, conversations: int) -> tuple[list[float], float]:
    """:data:`TOGETHER` people at once, each in so many conversations; their turns, and the seconds of the whole."""
    began = time.perf_counter()
    with ThreadPoolExecutor(TOGETHER) as people:
        talks = [people.submit(_converse, each, SHORT) for _ in range(TOGETHER * conversations)]
        turns = [took for talk in talks for took in talk.result()]
    return turns, time.perf_counter() - began


def _converse_at_length(running: Sequence[Contestant], measured: dict[str, Measured]) -> None:
    """One long conversation with each, turn by turn in rotation."""
    talks = [each.talk() for each in running]
    turns: dict[str, list[float]] = {each.name: [] for each in running}
    for turn in range(1, LONG + 1):
        for talk in talks:
            aside = talk.with_.aside if turn in (EARLY, LONG) else None
            turns[talk.with_.name].append(talk.say(aside))
    for talk in talks:
        talk.close()
    for name, times in turns.items():
        measured[name].long.append(times)


def _tell(what: str) -> None:
    print(f"... {what}", flush=True)


def main() -> None:
    """Measure, print the table, write it and the plot."""
    parser = argparse.ArgumentParser(description="Turns of Front Door beside Rasa's own assistants")
    parser.add_argument("--quick", action="store_true", help="few turns, only to see that it works")
    parser.add_argument("--out", type=Path, default=ROOT / "var", help="folder for turns.md and turns.svg")
    parser.add_argument("--models", type=Path, help="folder with, or for, the starter and the form; kept")
    options = parser.parse_args()
    size = QUICK if options.quick else FULL
    with tempfile.TemporaryDirectory() as folder:
        _tell("Rasa makes its starter assistant and trains it, which takes some minutes")
        models = contestants.make(options.models or Path(folder))
        measured = measure(Path(folder), models, size)
        where = bench_where.profile(Path(folder) / "where", conversations=2 if options.quick else 20)
    table = bench_report.table(measured, where)
    print(table)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "turns.md").write_text(f"# Turns of a conversation\n\n{table}\n", encoding="utf-8")
    (options.out / "turns.svg").write_text(bench_report.plot(measured), encoding="utf-8")
    print(f"\nwritten: {options.out / 'turns.md'}, {options.out / 'turns.svg'}")


if __name__ == "__main__":
    main()
