"""Many chats at once with the whole product: nothing lost, doubled or out of order; while processes are killed, and
while Telegram is away.

``python -m tests.bot_telegram.crowd writing [chats] [seconds]`` (200 chats, a message every ten seconds each, 300 s),
``… killed [chats] [times]`` (100 requests for help, each process killed twice) and ``… away [chats] [seconds]`` (20
chats that write, 20 with a person's answers, Telegram away for an hour) say what came of it, and end with 1 where
something was lost, doubled or out of order.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.threads.models import Thread
from backend.threads.record import body_of, messages_of
from bot.telegram.wording import say
from tests.bot_telegram.away import away
from tests.bot_telegram.figures import Figures, load, memory
from tests.bot_telegram.killing import killed
from tests.bot_telegram.whole import FIRST, product, said_in, until_all_is_answered
from tests.faults.records import record_of
from tests.system import FrontDoor
from tests.telegram_server import BotApi, Phone

EVERY = 10.0
"""Seconds between two messages of one chat."""
Written = dict[tuple[int, int], float]
"""When each message was written, by chat and number."""


class Report(Protocol):
    """What came of a run; as a string it is what is printed."""

    @property
    def is_right(self) -> bool:
        """Whether nothing was lost, doubled or out of order."""


@dataclass
class Found:
    """What came of it; all but ``messages``, ``seconds`` and ``noticed`` should be 0."""

    messages: int = 0
    seconds: float = 0.0
    """From the first message to the last answer."""
    noticed: int = 0
    """How often somebody was told that it takes longer."""
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    answers_wrong: int = 0
    """Chats in which other words came, or in another order, than the record has."""
    figures: Figures = field(default_factory=Figures, repr=False)

    def __str__(self) -> str:
        """For the report."""
        rate = self.messages / self.seconds
        return f"{self!r}\n{rate:.1f} messages a second from the first message to the last answer\n{self.figures}"

    @property
    def is_right(self) -> bool:
        return not (self.lost or self.doubled or self.out_of_order or self.answers_wrong)


def writing(door: FrontDoor, api: BotApi, chats: int, seconds: float) -> Found:
    """So many chats write a message every ten seconds, for so long."""
    began, found, written = time.monotonic(), Found(), Written()
    for number in range(max(1, int(seconds / EVERY))):
        for place in range(chats):
            due = began + number * EVERY + place * EVERY / chats
            time.sleep(max(0.0, due - time.monotonic()))
            written[place, number] = time.monotonic()
            Phone(api, FIRST + place).write(f"chat {place} asks {number}: what happens next?")
            found.messages += 1
    until_all_is_answered(door, api)
    found.seconds = time.monotonic() - began
    found.figures = Figures(memory=memory(door), load=load())
    with record_of(door) as db:
        _compare(db, api, written, found)
    return found


def _compare(db: Session, api: BotApi, written: Written, found: Found) -> None:
    """What was written with what is kept, and what is kept of ours with what came into the chats."""
    talks: dict[int, tuple[Thread | None, list[str]]] = {}
    for thread in db.scalars(select(Thread).where(Thread.channel == "telegram")):
        texts = [str(body_of(db, thread, message).get("text", "")) for message in messages_of(db, thread, "in")]
        if texts and texts[0].startswith("chat "):
            talks[int(texts[0].split()[1])] = (thread, texts)
    count = 1 + max(number for _, number in written)
    for place in sorted({place for place, _ in written}):
        talk, texts = talks.get(place, (None, []))
        wanted = [f"chat {place} asks {number}: what happens next?" for number in range(count)]
        found.lost += sum((Counter(wanted) - Counter(texts)).values())
        found.doubled += sum((Counter(texts) - Counter(wanted)).values())
        found.out_of_order += sorted(texts) == sorted(wanted) and texts != wanted
        received = Phone(api, FIRST + place).received()
        answers = [message for message in received if message["text"] != say("waits")]
        found.noticed += len(received) - len(answers)
        ours = [] if talk is None else said_in(db, talk)
        is_right = [str(message["text"]) for message in answers] == [text for _, text in ours]
        found.answers_wrong += not is_right
        if talk is not None and is_right:
            each = {number: at for (chat, number), at in written.items() if chat == place}
            came = [(answered, float(m["taken_at"])) for (answered, _), m in zip(ours, answers, strict=True)]
            found.figures.times += _times(db, talk, each, came)


def _times(db: Session, thread: Thread, written: dict[int, float], came: list[tuple[int | None, float]]) -> list[float]:
    """Seconds from each message of a chat to the first words of its answer."""
    numbers = {message.n: number for number, message in enumerate(messages_of(db, thread, "in"))}
    first: dict[int, float] = {}
    for answered, at in came:
        if answered in numbers:
            first.setdefault(numbers[answered], at)
    return [at - written[number] for number, at in first.items()]


def main() -> None:
    """Run one of the three at full length and print what came of it."""
    which, *rest = [*sys.argv[1:], "writing"] if len(sys.argv) < 2 else sys.argv[1:]
    runs: dict[str, Callable[..., Report]] = {"writing": writing, "killed": killed, "away": away}
    full = {"writing": (200, 300), "killed": (100, 2), "away": (20, 3600)}[which]
    with tempfile.TemporaryDirectory() as folder, product(Path(folder)) as (door, api):
        found = runs[which](door, api, *([int(word) for word in rest] or full))
    print(found)
    sys.exit(0 if found.is_right else 1)


if __name__ == "__main__":
    main()
