"""Many chats at once with the whole product: nothing lost, doubled or out of order; and while processes are killed.

``python -m tests.bot_telegram.crowd writing [chats] [seconds]`` (200 chats, a message every ten seconds each, 300 s)
and ``… killed [chats]`` (100 requests for help, each process killed twice) say what came of it, and end with 1 where
something was lost, doubled or out of order.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.nominations.models import Nomination
from backend.threads.models import Thread
from backend.threads.record import body_of, messages_of
from bot.telegram.wording import say
from tests.bot_telegram.test_walk import reply_to
from tests.faults.records import record_of
from tests.system import FrontDoor, front_door
from tests.telegram_server import TOKEN, BotApi, Phone, bot_api, buttons_of, words

FIRST = 482_000_000
EVERY = 10.0
"""Seconds between two messages of one chat."""
PATIENCE = 900.0
VICTIMS = ("telegram", "door", "backend", "actions", "rasa", "worker")
END = "Your number is "


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

    @property
    def is_right(self) -> bool:
        return not (self.lost or self.doubled or self.out_of_order or self.answers_wrong)


@contextmanager
def product(folder: Path) -> Iterator[tuple[FrontDoor, BotApi]]:
    """The whole product with a Bot API server."""
    with bot_api() as (api, origin), pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
        patch.setenv("TELEGRAM_API_BASE", origin)
        with front_door(folder) as door:
            yield door, api


def writing(door: FrontDoor, api: BotApi, chats: int, seconds: float) -> Found:
    """So many chats write a message every ten seconds, for so long."""
    began, found = time.monotonic(), Found()
    for number in range(max(1, int(seconds / EVERY))):
        for place in range(chats):
            due = began + number * EVERY + place * EVERY / chats
            time.sleep(max(0.0, due - time.monotonic()))
            Phone(api, FIRST + place).write(f"chat {place} asks {number}: what happens next?")
            found.messages += 1
    _until_all_is_answered(door, api)
    found.seconds = time.monotonic() - began
    with record_of(door) as db:
        _compare(db, api, chats, found)
    return found


def _until_all_is_answered(door: FrontDoor, api: BotApi) -> None:
    """Wait for an empty inbox: what lies there, or with Telegram, is not answered."""
    end = time.monotonic() + PATIENCE
    inbox = door.data / "telegram"
    while api.updates or any(inbox.glob("*.sealed")):
        assert time.monotonic() < end, "not everything was answered"
        time.sleep(0.2)


def _compare(db: Session, api: BotApi, chats: int, found: Found) -> None:
    """What was written with what is kept, and what is kept of ours with what came into the chats."""
    talks: dict[int, tuple[Thread | None, list[str]]] = {}
    for thread in db.scalars(select(Thread).where(Thread.channel == "telegram")):
        texts = [str(body_of(db, thread, message).get("text", "")) for message in messages_of(db, thread, "in")]
        if texts and texts[0].startswith("chat "):
            talks[int(texts[0].split()[1])] = (thread, texts)
    each = found.messages // chats
    for place in range(chats):
        talk, texts = talks.get(place, (None, []))
        wanted = [f"chat {place} asks {number}: what happens next?" for number in range(each)]
        found.lost += sum((Counter(wanted) - Counter(texts)).values())
        found.doubled += sum((Counter(texts) - Counter(wanted)).values())
        found.out_of_order += sorted(texts) == sorted(wanted) and texts != wanted
        received = [str(message["text"]) for message in Phone(api, FIRST + place).received()]
        found.noticed += received.count(say("waits"))
        ours = [] if talk is None else _said_in(db, talk)
        found.answers_wrong += [text for text in received if text != say("waits")] != ours


def _said_in(db: Session, thread: Thread) -> list[str]:
    bodies = [body_of(db, thread, message) for message in messages_of(db, thread, "out")]
    return [str(body["text"]).strip() for body in bodies if str(body.get("text") or "").strip()]


@dataclass
class Asked:
    """What became of requests for help while processes were killed."""

    references: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    killed: list[str] = field(default_factory=list)
    kept: int = 0
    """Nominations in the record."""
    seconds: float = 0.0


def killed(door: FrontDoor, api: BotApi, chats: int, times: int = 1, at_once: int = 8) -> Asked:
    """So many families ask for help while each process is killed so often."""
    began, asked = time.monotonic(), Asked()
    victims = [*VICTIMS] * times
    random.Random(5).shuffle(victims)  # noqa: S311 - the same each time
    with ThreadPoolExecutor(at_once) as people:
        jobs = [people.submit(_ask, api, FIRST + 1000 + place) for place in range(chats)]
        for n, victim in enumerate(victims):
            _wait_for_messages(api, jobs_done=lambda: all(job.done() for job in jobs), count=(n + 1) * chats)
            asked.killed += [victim] if _kill(door, victim) else []
        for job in jobs:
            reference, told = job.result()
            asked.references += [reference] if reference else []
            asked.unfinished += [] if reference else [told]
    with record_of(door) as db:
        asked.kept = len(db.scalars(select(Nomination.id)).all())
    asked.seconds = time.monotonic() - began
    return asked


def _wait_for_messages(api: BotApi, jobs_done: Callable[[], bool], count: int) -> None:
    while len(api.sent) < count and not jobs_done():
        time.sleep(0.1)


def _kill(door: FrontDoor, victim: str) -> bool:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            door.kill(victim)
        except (AssertionError, ProcessLookupError, FileNotFoundError):
            time.sleep(0.2)
        else:
            return True
    return False


def _ask(api: BotApi, chat: int) -> tuple[str, str]:
    """Ask for help until there is a number; the number, or the talk where there is none."""
    phone = Phone(api, chat)
    try:
        phone.write("/start")
        phone.wait_for(lambda: bool(phone.received()), PATIENCE)
        phone.seen = len(phone.received())
        phone.tap("Start")
        for _ in range(60):
            _until_asked(phone)
            if END in words(phone.newest):
                return words(phone.newest).split(END)[1].split(".")[0], ""
            answer = reply_to(phone)
            titles = [button["text"] for message in phone.newest for button in buttons_of(message)]
            phone.seen = len(phone.received())
            if answer in titles:
                phone.tap(answer)
            else:
                phone.write(answer)
    except AssertionError as error:
        return "", str(error)
    return "", phone.told()


def _until_asked(phone: Phone) -> None:
    """Wait for a question that one can answer, or the end; say something where none comes for a minute."""
    again, end = time.monotonic() + 60, time.monotonic() + PATIENCE
    while not _is_asked(phone):
        assert time.monotonic() < end, "no question came"
        if time.monotonic() > again:
            phone.write("Hello")
            again = time.monotonic() + 60
        time.sleep(0.1)


def _is_asked(phone: Phone) -> bool:
    phone.newest = phone.received()[phone.seen :]
    return END in words(phone.newest) or reply_to(phone) != "I do not know"


def main() -> None:
    """Run one of the two at full length and print what came of it."""
    which, *rest = [*sys.argv[1:], "writing"] if len(sys.argv) < 2 else sys.argv[1:]
    sizes = [int(word) for word in rest]
    with tempfile.TemporaryDirectory() as folder, product(Path(folder)) as (door, api):
        if which == "writing":
            found = writing(door, api, *(sizes or [200, 300]))
            print(found)
            sys.exit(0 if found.is_right else 1)
        chats = sizes[0] if sizes else 100
        asked = killed(door, api, chats, times=2)
        told = f"{len(asked.references)} of {chats} have a number, {len(set(asked.references))} different"
        print(f"{told}; {asked.kept} nominations in the record; killed: {Counter(asked.killed)}; {asked.seconds:.0f} s")
        print("\n\n".join(asked.unfinished[:3]))
        sys.exit(0 if len(set(asked.references)) == chats == asked.kept else 1)


if __name__ == "__main__":
    main()
