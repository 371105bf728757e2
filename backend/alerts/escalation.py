"""Alerts that nobody acknowledges: step by step along the programme's chain more people are told. The worker's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from backend.access import Role
from backend.alerts.duty import Duty, duties
from backend.alerts.models import Alert
from backend.alerts.service import holders_of
from backend.audit import record
from backend.outbox.service import post
from backend.programmes import load_programmes

CLOCKS_MAY_DIFFER = timedelta(minutes=1)
"""Between two machines that serve one database."""


def next_step_at(programme: str | None, level: str, step: int, received: datetime) -> datetime | None:
    """When the chain's next step is due for an alert; None where everybody on it was told."""
    after = _after(duties(programme), level, step + 1)
    return None if after is None else received + after


def is_late(now: datetime) -> ColumnElement[bool]:
    """Alerts whose next step is due.

    One that seems to come from the future came before the clock was put back: nobody knows how long it has waited.
    """
    late = [
        and_(of_programme, Alert.level == level, Alert.step == step, Alert.received_at <= now - after)
        for of_programme, chain in _chains()
        for step in range(max(len(duty.chain) for duty in chain) - 1)
        for level in chain[0].chain[0].after
        if (after := _after(chain, level, step + 1)) is not None
    ]
    from_the_future = and_(Alert.step == 0, Alert.received_at > now + CLOCKS_MAY_DIFFER)
    return and_(Alert.acknowledged_at.is_(None), or_(false(), *late, from_the_future))


def escalate(db: Session, now: datetime) -> int:
    """Tell the next on the chain, and everybody before them once more, of alerts that wait; how many there were."""
    late = select(Alert).where(is_late(now))
    alerts = db.scalars(late.with_for_update(skip_locked=True)).all()
    for alert in alerts:
        alert.step += 1
        alert.escalated_at = now
        told = holders_of(db, alert, _roles(alert))
        post(db, told, "alert-escalated", f"alert:{alert.id}:step:{alert.step}", alert.programme)
        record(db, None, "escalated", "alert", alert.id, alert.programme, step=alert.step)
    db.flush()
    return len(alerts)


def _roles(alert: Alert) -> list[Role]:
    return sorted({step.role for duty in duties(alert.programme) for step in duty.chain[: alert.step + 1]})


def _chains() -> list[tuple[ColumnElement[bool], list[Duty]]]:
    """Each different chain with the programmes that have it; what belongs to none is told as soon as any would be."""
    known = load_programmes()
    alike: dict[str, list[str]] = {}
    for code in known:
        alike.setdefault(repr(Duty.of(code).chain), []).append(code)
    chains = [(Alert.programme.in_(codes), [Duty.of(codes[0])]) for codes in alike.values()]
    nowhere = or_(Alert.programme.is_(None), Alert.programme.not_in(list(known)))
    return [*chains, (nowhere, [Duty.of(code) for code in known])]


def _after(chain: Sequence[Duty], level: str, step: int) -> timedelta | None:
    return min((duty.chain[step].after[level] for duty in chain if step < len(duty.chain)), default=None)
