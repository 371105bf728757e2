"""Telegram away for a time: what was written, and what a person answered, comes once, in order, in safe times."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.bot_telegram.test_walk import COORDINATOR, go_on
from tests.bot_telegram.whole import FIRST, PATIENCE, until_all_is_answered
from tests.system import FrontDoor
from tests.telegram_server import BotApi, Phone

ASKED = 3
"""Messages that each chat writes while Telegram is away."""
ANSWERS = 2
"""Messages that a person writes to each chat that wanted one."""


@dataclass
class Back:
    """What came once Telegram was back; all but ``messages`` and ``seconds`` should be 0."""

    messages: int = 0
    seconds: float = 0.0
    """From Telegram's return to the last message."""
    wrong: list[str] = field(default_factory=list)
    """Chats in which not everything came, or something twice, or in another order."""
    at_other_times: int = 0
    """Messages that came where another time was named as safe."""

    @property
    def is_right(self) -> bool:
        return not (self.wrong or self.at_other_times)

    def __str__(self) -> str:
        told = f"{self.messages} messages within {self.seconds:.0f} s of Telegram's return; {len(self.wrong)} chats "
        return "\n".join([f"{told}wrong, {self.at_other_times} messages at other times", *self.wrong[:5]])


def away(door: FrontDoor, api: BotApi, chats: int, seconds: float) -> Back:
    """So many chats write, as many are answered by a person and as many named another time, while Telegram is away."""
    writing, answered, at_another_time = (
        [Phone(api, FIRST + 5000 + 1000 * n + p) for p in range(chats)] for n in range(3)
    )
    with ThreadPoolExecutor(8) as people:
        list(people.map(_begun, writing))
        list(people.map(_wants_a_person, answered))
        list(people.map(_names_another_time, at_another_time))
    before = {phone.chat: len(phone.received()) for phone in (*writing, *answered, *at_another_time)}
    api.away = True
    for number in range(ASKED):
        for phone in writing:
            phone.write(f"what happens next? {number}")
    said = _answer_everybody(door)
    time.sleep(seconds)
    api.away = False
    back, found = time.monotonic(), Back()
    until_all_is_answered(door, api)
    _until_all_came(answered, before)
    time.sleep(5)  # whatever would come too often
    found.seconds = time.monotonic() - back - 5
    came = {
        phone.chat: [str(m["text"]) for m in phone.received()[before[phone.chat] :]] for phone in (*writing, *answered)
    }
    found.messages = sum(map(len, came.values()))
    found.wrong += [f"answers: {came[phone.chat]}" for phone in writing if not _is_answered_in_order(came[phone.chat])]
    found.wrong += [f"a person: {came[phone.chat]}" for phone in answered if came[phone.chat] not in said]
    found.at_other_times = sum(len(phone.received()) - before[phone.chat] for phone in at_another_time)
    return found


def _begun(phone: Phone) -> None:
    phone.write("/start")
    phone.answer(PATIENCE)
    phone.press("Start")
    go_on(phone, "Are you happy for us")


def _wants_a_person(phone: Phone) -> None:
    _begun(phone)
    phone.say("/person")
    phone.hear("asked for a person")


def _names_another_time(phone: Phone) -> None:
    _begun(phone)
    phone.say("/times")
    phone.press(another_time())
    phone.hear("may we leave a message?")
    phone.press("No, never")
    phone.hear("I have kept that")
    phone.say("/person")
    phone.hear("waits until then")


def another_time() -> str:
    """The title of a choice that is not now, whenever this is run."""
    return "Evenings" if datetime.now(ZoneInfo("Europe/London")).hour < 14 else "Mornings"


def _answer_everybody(door: FrontDoor) -> list[list[str]]:
    """A coordinator answers every conversation that waits; what each of them is told."""
    coordinator = door.account(COORDINATOR)
    waiting = [row["handover"] for row in coordinator.get("/api/handovers").json()["waiting"]]
    texts = [[f"Answer {number} in {place}" for number in range(ANSWERS)] for place in range(len(waiting))]
    for handover, told in zip(waiting, texts, strict=True):
        for text in told:
            assert coordinator.post(f"/api/handovers/{handover}/messages", {"text": text}).is_success
    return [[f"Coordinator:\n{text}" for text in told] for told in texts]


def _until_all_came(phones: list[Phone], before: dict[int, int]) -> None:
    end = time.monotonic() + PATIENCE
    while any(len(phone.received()) < before[phone.chat] + ANSWERS for phone in phones):
        assert time.monotonic() < end, "not every answer of a person came"
        time.sleep(0.2)


def _is_answered_in_order(came: list[str]) -> bool:
    """Whether each message was answered, once: the same words each time, since the same was asked."""
    each = len(came) // ASKED
    return each > 0 and len(came) % ASKED == 0 and came == came[:each] * ASKED
