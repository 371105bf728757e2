"""By which ways a letter can go to somebody, and why not by the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy.orm import Session

from backend.accounts.models import Account
from backend.letters.readers import Reader
from backend.letters.safe import Told, policy
from backend.nominations.models import Nomination
from backend.threads.models import Thread

WayCode = Literal["chat", "post", "email", "hand"]
WAYS: tuple[WayCode, ...] = get_args(WayCode)


@dataclass(frozen=True, slots=True)
class Way:
    """A way of sending. ``why_not``: what the coordinator is told where it is closed."""

    code: WayCode
    why_not: str | None = None


def ways_to(db: Session, nomination: Nomination, reader: Reader, told: Told) -> list[Way]:
    """Every way, the reader's own channel first. Handing it over in person is open whenever there is a name."""
    if reader.audience == "professional":
        return [Way("chat", _no_chat(db, nomination, reader)), Way("email"), Way("post")]
    return [
        Way("chat", _no_chat(db, nomination, reader)),
        Way("hand", _nameless(reader)),
        Way("post", _nameless(reader) or _no_post(reader, told)),
        Way("email", _nameless(reader) or _no_email(reader, told)),
    ]


def talk_of(db: Session, nomination: Nomination) -> Thread | None:
    """The talk in which whoever nominated can still read; None where there is none, or its account is closed."""
    thread = db.get(Thread, nomination.thread_id) if nomination.thread_id else None
    account = db.get(Account, thread.account_id) if thread is not None else None
    return thread if account is not None and account.closed_at is None else None


def _no_chat(db: Session, nomination: Nomination, reader: Reader) -> str | None:
    is_theirs = reader.code == "nominator" and talk_of(db, nomination) is not None
    return None if is_theirs else _why("no_chat")


def _no_post(reader: Reader, told: Told) -> str | None:
    if not reader.address:
        return _why("no_address")
    if words := told.unsafe("post"):
        return _why("unsafe", words)
    if words := told.only():
        return _why("only", words)
    return _why("abuse") if told.is_careful() and not told.says_post_is_safe() else None


def _no_email(reader: Reader, told: Told) -> str | None:
    if not reader.email:
        return _why("no_email")
    if words := told.unsafe("email"):
        return _why("unsafe", words)
    words = told.only()
    return _why("only", words) if words else None


def _nameless(reader: Reader) -> str | None:
    return None if reader.name else _why("nameless")


def _why(code: str, words: str = "") -> str:
    return str(policy()["why"][code]).format(words=words)
