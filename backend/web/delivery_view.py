"""Whether messages go out, as the start page and the duty list say it to those who rely on them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.outbox.pulse import LATE, last_round, waiting_too_long
from backend.web.dates import age

RELY: tuple[Role, ...] = ("coordinator", "lead", "duty", "administrator")


def delivery_view(db: Session, actor: Actor, now: datetime) -> dict[str, str | None] | None:
    """A warning where messages wait for too long or the worker is away, and to administrators when it last ran."""
    if not actor.has(*RELY):
        return None
    last, waiting = last_round(db), waiting_too_long(db, now)
    line = (
        f"The part that sends e-mails last ran {age(last, now)}."
        if last
        else "The part that sends e-mails has not run."
    )
    return {"warning": _warning(last, waiting, now), "line": line if actor.has("administrator") else None}


def _warning(last: datetime | None, waiting: int, now: datetime) -> str | None:
    if waiting:
        wait = "1 message has waited" if waiting == 1 else f"{waiting:,} messages have waited"
        return f"{wait} for too long."
    if last is not None and now - last > LATE:
        return f"The part that sends them last ran {age(last, now)}."
    return None
