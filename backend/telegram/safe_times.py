"""When a family may be written to in its chat: as it chose with a button, or as its words were read. Callers commit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.accounts.accounts import as_actor
from backend.audit import record
from backend.database.base import utc_now
from backend.errors import Invalid, KeyDestroyed
from backend.keys import seal, unseal
from backend.nominations.due import LONDON
from backend.telegram.chats import account_of, actor_for_chat, chat_of_account, find_chat
from backend.telegram.delivery import SAID
from backend.telegram.models import TelegramChat, TelegramSending
from backend.threads.conversations import newest_page_thread
from backend.threads.models import Thread
from backend.threads.record import content_of, language_of_talk

Window = dict[str, Any]
"""``{"days": [0 to 6], "from": "HH:MM", "until": "HH:MM"}``."""


@dataclass(frozen=True, slots=True)
class Safe:
    """What is safe: windows (None: any time), what may be left on an answering machine, until when "now" holds."""

    windows: list[Window] | None = None
    voicemail: str | None = None
    until: datetime | None = None

    def is_now(self, now: datetime) -> bool:
        """Whether a message may be sent at this moment."""
        if self.windows is None or (self.until is not None and now < self.until):
            return True
        return any(begins <= now < ends for begins, ends in _hours_of(self.windows, now, 1))

    def next(self, now: datetime) -> datetime | None:
        """When it is safe next, in UTC: now, or later; None where they named no time at all."""
        if self.is_now(now):
            return now
        return min((begins for begins, _ in _hours_of(self.windows or [], now, 8) if begins > now), default=None)


def choose(db: Session, chat: str, choice: str, now: datetime) -> None:
    """Keep what somebody chose with a button. Raises Invalid for a choice that there is not."""
    kind, _, value = choice.partition(":")
    actor_for_chat(db, chat)
    known = find_chat(db, chat)
    assert known is not None  # noqa: S101 - begun just now where it was new
    kept = _kept(db, known)
    match kind:
        case "times" if value in _policy()["choices"]:
            kept["times"] = value
        case "voicemail" if value in _policy()["voicemail"]:
            kept["voicemail"] = value
        case "now":
            kept["until"] = (now + timedelta(minutes=_policy()["now"])).isoformat()
        case _:
            raise Invalid("There is no such choice.")
    known.safe = seal(db, known.data_key_id, kept, table="telegram_chats", column="safe", row=known.id)
    record(db, None, "telegram safe times chosen", "telegram-chat", known.id, None)
    _look_again(db, known)


def safe_of(db: Session, thread: Thread) -> Safe:
    """What holds for a talk's chat: the button's choice, or else what was read in the words of the talk."""
    chat = chat_of_account(db, thread.account_id)
    kept = _kept(db, chat) if chat is not None else {}
    told = (content_of(db, thread).get("contact") or {}) if thread.channel == "telegram" else {}
    chosen = kept.get("times")
    windows = _policy()["choices"][chosen] if chosen else told.get("times")
    until = datetime.fromisoformat(kept["until"]) if kept.get("until") else None
    return Safe(windows, kept.get("voicemail") or told.get("voicemail"), until)


def safe_in_chat(db: Session, chat: str) -> Safe:
    """The same for the newest talk of a chat; at any time where nobody knows it."""
    thread = _talk(db, chat)
    return Safe() if thread is None else safe_of(db, thread)


def language_in(db: Session, chat: str) -> str | None:
    """The language of a chat's newest talk; None is English, or that there is none."""
    thread = _talk(db, chat)
    return None if thread is None else language_of_talk(db, thread)


def _talk(db: Session, chat: str) -> Thread | None:
    if find_chat(db, chat) is None:
        return None
    return newest_page_thread(db, as_actor(db, account_of(db, chat), session_id=""))


def lines(safe: Safe) -> list[str]:
    """What a coordinator reads of it, a line each; nothing where nothing was named."""
    told = _policy()["told"]
    said = [f"Write on Telegram: {in_words(safe.windows)}"] if safe.windows is not None else []
    return said + ([f"Voicemail: {told['voicemail'][safe.voicemail]}"] if safe.voicemail else [])


def in_words(windows: Iterable[Window] | None) -> str:
    """Windows as people say them: "Monday to Friday 09:15 to 14:45"."""
    told = _policy()["told"]
    if windows is None:
        return str(told["any"])
    named = [f"{_days(window['days'])} {window['from']} to {window['until']}" for window in windows if window["days"]]
    return ", ".join(named) or "no time that they named"


def _days(days: list[int]) -> str:
    told = _policy()["told"]
    whole = {7: told["every_day"], 5: told["weekdays"] if days == [0, 1, 2, 3, 4] else None}.get(len(days))
    return str(whole or ", ".join(told["days"][day] for day in days))


def _hours_of(windows: list[Window], now: datetime, days: int) -> list[tuple[datetime, datetime]]:
    """The hours that are safe today and on so many days from it, in order of the windows."""
    today = now.astimezone(LONDON).date()
    dates = [today + timedelta(days=ahead) for ahead in range(days)]
    return [
        (_at(day, window["from"]), _at(day, window["until"]))
        for day in dates
        for window in windows
        if day.weekday() in window["days"]
    ]


def _at(day: Any, clock: str) -> datetime:
    hours, minutes = (int(part) for part in clock.split(":"))
    if hours == 24:
        return datetime.combine(day + timedelta(days=1), time(), LONDON)
    return datetime.combine(day, time(hours, minutes), LONDON)


def _kept(db: Session, chat: TelegramChat) -> dict[str, Any]:
    if chat.safe is None:
        return {}
    try:
        return dict(unseal(db, chat.data_key_id, chat.safe, table="telegram_chats", column="safe", row=chat.id))
    except KeyDestroyed:
        return {}


def _look_again(db: Session, chat: TelegramChat) -> None:
    """What waits for a safe time waits by what holds now."""
    talks = select(Thread.id).where(Thread.account_id == chat.account_id)
    for thread in db.scalars(talks):
        held = TelegramSending.id.like(f"{SAID}{thread}:%"), TelegramSending.state == "claimed"
        db.execute(update(TelegramSending).where(*held).values(not_before=None, at=utc_now()))


@cache
def _policy() -> dict[str, Any]:
    policy: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return policy
