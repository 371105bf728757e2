"""Recorded updates, spoiled at random, through the running process: ``python -m tests.bot_telegram.fuzz 10000``."""

from __future__ import annotations

import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.bot_telegram.house import Running, process_between
from tests.bot_telegram.recorded import Json, moved_to, must_be_answered, recorded, spoiled

FIRST = 481_000_000
"""The chat of the first spoiled update; each has one of its own."""
AT_ONCE = 200


@dataclass
class Found:
    """What came of it."""

    updates: int = 0
    words: int = 0
    """How many of them were words in a chat of two."""
    unanswered: list[Json] = field(default_factory=list)


def fuzz(running: Running, count: int, seed: int) -> Found:
    """Send so many spoiled updates and wait until all are done with. AssertionError where that does not happen."""
    chance, originals, found = random.Random(seed), recorded(), Found()  # noqa: S311 - the same each time
    waiting: list[tuple[int, Json]] = []
    for number in range(count):
        update = spoiled(moved_to(chance.choice(originals).update, FIRST + number), chance)
        update = update if isinstance(update, dict) else {"message": update}
        update.pop("update_id", None)
        waiting.append((running.api.add(update), update))
        if len(waiting) == AT_ONCE or number == count - 1:
            _wait(running, waiting, found)
            waiting = []
    return found


def _wait(running: Running, waiting: list[tuple[int, Json]], found: Found) -> None:
    running.wait_for(lambda: running.house.done >= {number for number, _ in waiting}, seconds=120)
    answered = {int(message["chat_id"]) for message in running.api.sent}
    for _, update in waiting:
        found.updates += 1
        if must_be_answered(update):
            found.words += 1
            found.unanswered += [] if update["message"]["chat"]["id"] in answered else [update]
    running.api.sent.clear()


def main() -> None:
    """Fuzz, and say what came of it; ends with 1 where words were not answered or the process ended."""
    count, seed = (int(word) for word in [*sys.argv[1:], "10000", "1"][:2])
    with tempfile.TemporaryDirectory() as folder, process_between(Path(folder)) as running:
        found = fuzz(running, count, seed)
        alive, log = running.process.alive, running.process.log.read_text()
    print(f"{found.updates} updates, {found.words} of them words in a chat of two")
    print(f"not answered: {len(found.unanswered)}; the process {'runs' if alive else 'ended'}")
    print(f"lines of the log that say 'not answered': {log.count('not answered')}")
    sys.exit(0 if alive and not found.unanswered else 1)


if __name__ == "__main__":
    main()
