"""Families ask for help on Telegram, all at once, while each process of the product is killed."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.nominations.models import Nomination
from backend.threads.models import Thread
from backend.threads.record import messages_of
from bot.telegram.wording import say
from tests.bot_telegram.test_walk import reply_to
from tests.bot_telegram.whole import FIRST, PATIENCE, said_in, until_all_is_answered
from tests.faults.records import record_of
from tests.system import FrontDoor
from tests.telegram_server import BotApi, Phone, buttons_of, words

VICTIMS = ("telegram", "door", "backend", "actions", "rasa", "worker")
END = "Your number is "
TRY_AGAIN = "in a minute"
"""What is told while Rasa or the actions are away; what was written is kept and heard with the next message."""
SOON = 8.0
"""Seconds after which somebody who was told so does."""
NUDGE = 180.0
"""Seconds without a question after which somebody writes again; a talk that needs it counts as left unanswered."""


@dataclass
class Asked:
    """What became of requests for help while processes were killed."""

    chats: int
    references: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    """Talks that came to no number."""
    killed: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    """Nominations in the record."""
    tried_again: int = 0
    """How often somebody was told to try again in a minute, and did."""
    nudged: int = 0
    """How often somebody had to write again because nothing was asked."""
    unanswered: int = 0
    """Messages that nothing in the record answers: the door's own words, while nothing can be kept, are not kept."""
    never_came: int = 0
    """Messages of ours in the record that did not come into the chat."""
    twice: int = 0
    """Messages of ours that came twice, as Telegram cannot always prevent (docs/telegram.md)."""
    seconds: float = 0.0

    @property
    def is_right(self) -> bool:
        once = len(set(self.references)) == self.chats == self.kept
        return once and not (self.unfinished or self.nudged or self.never_came)

    def __str__(self) -> str:
        told = f"{len(self.references)} of {self.chats} have a number, {len(set(self.references))} different"
        told += f"; {self.kept} nominations in the record; {self.seconds:.0f} s; killed: {dict(self.killed)}"
        told += f"\ntold to try again {self.tried_again}, written again for want of a question {self.nudged}, "
        told += (
            f"answered by nothing that is kept {self.unanswered}, never came {self.never_came}, came twice {self.twice}"
        )
        return "\n\n".join([told, *self.unfinished[:3]])


def killed(door: FrontDoor, api: BotApi, chats: int, times: int = 1) -> Asked:
    """So many families ask for help at once while each process is killed so often."""
    began, asked = time.monotonic(), Asked(chats)
    victims = [*VICTIMS] * times
    random.Random(5).shuffle(victims)  # noqa: S311 - the same each time
    before = len(api.sent)
    phones = [Phone(api, FIRST + 1000 + place) for place in range(chats)]
    with ThreadPoolExecutor(chats) as people:
        jobs = [people.submit(_ask, phone, asked) for phone in phones]
        for n, victim in enumerate(victims):
            # The first while all begin, the last when about twelve of some twenty messages have come.
            count = before + chats + n * 12 * chats // len(victims)
            _wait_for_messages(api, jobs_done=lambda: all(job.done() for job in jobs), count=count)
            asked.killed[victim] += _kill(door, victim)
        for job in jobs:
            reference, told = job.result()
            asked.references += [reference] if reference else []
            asked.unfinished += [] if reference else [told]
    until_all_is_answered(door, api)
    with record_of(door) as db:
        asked.kept = len(db.scalars(select(Nomination.id)).all())
        _compare(db, phones, asked)
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


def _ask(phone: Phone, asked: Asked) -> tuple[str, str]:
    """Ask for help until there is a number; the number, or the talk where there is none."""
    try:
        phone.write("/start")
        phone.wait_for(lambda: bool(phone.received()), PATIENCE)
        phone.seen = len(phone.received())
        phone.tap("Start")
        for _ in range(60):
            _until_asked(phone, asked)
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


def _until_asked(phone: Phone, asked: Asked) -> None:
    """Wait for a question that one can answer, or the end."""
    began, end = time.monotonic(), time.monotonic() + PATIENCE
    again = began + NUDGE
    while not _is_asked(phone):
        assert time.monotonic() < end, f"no question came:\n{phone.told()}"
        if TRY_AGAIN in words(phone.newest) and time.monotonic() > began + SOON:
            phone.seen = len(phone.received())
            phone.write("Hello")
            asked.tried_again += 1
            began = time.monotonic()
        elif time.monotonic() > again:
            phone.write("Hello")
            asked.nudged += 1
            again = time.monotonic() + NUDGE
        time.sleep(0.1)


def _is_asked(phone: Phone) -> bool:
    phone.newest = phone.received()[phone.seen :]
    return END in words(phone.newest) or reply_to(phone) != "I do not know"


def _compare(db: Session, phones: list[Phone], asked: Asked) -> None:
    """What the record has of each talk with what came into its chat."""
    kept: Counter[str] = Counter()
    for thread in db.scalars(select(Thread).where(Thread.channel == "telegram")):
        answered = {answers for answers, _ in said_in(db, thread)}
        asked.unanswered += sum(1 for message in messages_of(db, thread, "in") if message.n not in answered)
        kept.update(text for _, text in said_in(db, thread))
    came = Counter(_without_ours(str(message["text"])) for phone in phones for message in phone.received())
    asked.never_came = sum((kept - came).values())
    asked.twice = sum(count - kept[text] for text, count in came.items() if text in kept and count > kept[text])


def _without_ours(text: str) -> str:
    """A message without what the channel adds about postcodes (``bot.telegram.beside``)."""
    return text.removesuffix("\n" + say("postcode")).removesuffix("\n" + say("postcode_unknown"))
