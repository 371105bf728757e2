"""Alerts that nobody acknowledges: step by step along the programme's chain more people are told. The worker's.

Once everybody on the chain was told they are told again and again: no night and no weekend makes an alert silent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select
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


@dataclass(frozen=True, slots=True)
class NextStep:
    """When more people are told of an alert that nobody has acknowledged; ``again``: those who were told already."""

    at: datetime
    again: bool


def next_step(programme: str | None, level: str, step: int, received: datetime, escalated: datetime | None) -> NextStep:
    """The next step of an alert that came in and was escalated last at these times."""
    chain = duties(programme)
    after = _after(chain, level, step + 1)
    if after is not None:
        return NextStep(received + after, again=False)
    return NextStep((escalated or received) + _again(chain, level), again=True)


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
    last_told = func.coalesce(Alert.escalated_at, Alert.received_at)
    again = [
        and_(
            of_programme,
            Alert.level == level,
            Alert.step >= max(len(duty.chain) for duty in chain) - 1,
            last_told <= now - _again(chain, level),
        )
        for of_programme, chain in _chains()
        for level in chain[0].again
    ]
    future = now + CLOCKS_MAY_DIFFER
    from_the_future = or_(and_(Alert.step == 0, Alert.received_at > future), Alert.escalated_at > future)
    return and_(Alert.acknowledged_at.is_(None), or_(false(), *late, *again, from_the_future))


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
        duty = Duty.of(code)
        alike.setdefault(repr((duty.chain, duty.again)), []).append(code)
    chains = [(Alert.programme.in_(codes), [Duty.of(codes[0])]) for codes in alike.values()]
    nowhere = or_(Alert.programme.is_(None), Alert.programme.not_in(list(known)))
    return [*chains, (nowhere, [Duty.of(code) for code in known])]


def _after(chain: Sequence[Duty], level: str, step: int) -> timedelta | None:
    return min((duty.chain[step].after[level] for duty in chain if step < len(duty.chain)), default=None)


def _again(chain: Sequence[Duty], level: str) -> timedelta:
    return min(duty.again[level] for duty in chain)
