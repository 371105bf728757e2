"""Alerts as people read them: the words opened, with who wrote, who was told and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import names_of
from backend.accounts.models import Account
from backend.alerts.duty import duties
from backend.alerts.models import Alert, AlertNote
from backend.alerts.shapes import AlertNoteRow, AlertRow, Level, Source
from backend.errors import CannotOpen
from backend.keys import unseal
from backend.keys.models import DataKey
from backend.threads.conversations import speaker
from backend.threads.models import Thread


def rows(db: Session, alerts: Sequence[Alert]) -> list[AlertRow]:
    """The alerts in their order. What they need is looked up for all of them at once, however many there are."""
    notes = _notes(db, alerts)
    people = {each for alert in alerts for each in (alert.acknowledged_by, alert.closed_by) if each}
    people |= {note.account_id for kept in notes.values() for note in kept}
    names = names_of(db, people)
    threads = {alert.thread_id for alert in alerts if alert.thread_id}
    talks = {each.id: each for each in db.scalars(select(Thread).where(Thread.id.in_(threads))).unique()}
    # A session forgets what nobody holds, and would look each of them up again.
    held = _held(db, alerts, talks)
    shown = [_row(db, alert, talks.get(alert.thread_id or ""), notes.get(alert.id, []), names) for alert in alerts]
    del held
    return shown


def _held(db: Session, alerts: Sequence[Alert], talks: dict[str, Thread]) -> list[object]:
    keys = select(DataKey).where(DataKey.id.in_({alert.data_key_id for alert in alerts}))
    accounts = select(Account).where(Account.id.in_({talk.account_id for talk in talks.values()}))
    return [*db.scalars(keys), *db.scalars(accounts).unique()]


def _notes(db: Session, alerts: Sequence[Alert]) -> dict[str, list[AlertNote]]:
    found: dict[str, list[AlertNote]] = {}
    query = select(AlertNote).where(AlertNote.alert_id.in_([alert.id for alert in alerts]))
    for note in db.scalars(query.order_by(AlertNote.at, AlertNote.id)):
        found.setdefault(note.alert_id, []).append(note)
    return found


def _row(db: Session, alert: Alert, talk: Thread | None, notes: Sequence[AlertNote], names: dict[str, str]) -> AlertRow:
    words, note, damaged = None, None, False
    try:
        words, note = _unseal(db, alert, "words"), _unseal(db, alert, "note")
        kept = [_note(db, alert, each, names) for each in notes]
    except CannotOpen:
        # Neither is shown then, but the alert and all others still are.
        words, note, kept, damaged = None, None, [], True
    return AlertRow(
        id=alert.id,
        programme=alert.programme,
        level=cast(Level, alert.level),
        reasons=alert.reasons,
        source=cast(Source, alert.source),
        words=words,
        at=alert.at,
        received_at=alert.received_at,
        escalated=alert.escalated_at is not None,
        escalated_at=alert.escalated_at,
        step=alert.step,
        told=_told(alert),
        reference=talk.reference if talk else None,
        said_by=_said_by(db, talk) if talk else None,
        acknowledged_at=alert.acknowledged_at,
        acknowledged_by=names.get(alert.acknowledged_by or ""),
        note=note,
        notes=kept,
        left_told_at=alert.left_told_at,
        closed_at=alert.closed_at,
        closed_by=names.get(alert.closed_by or ""),
        outcome=alert.outcome,
        damaged=damaged,
    )


def _told(alert: Alert) -> list[str]:
    """The roles that were told so far."""
    told = {role for duty in duties(alert.programme) for role in duty.told_first(alert.level, alert.received_at)}
    told |= {step.role for duty in duties(alert.programme) for step in duty.chain[: alert.step + 1]}
    order = ("duty", "coordinator", "lead")
    # Whose programme is not known is told duty officers alone (backend.alerts.service.holders_of).
    return [role for role in order if role in told and (alert.programme or role == "duty")]


def _note(db: Session, alert: Alert, note: AlertNote, names: dict[str, str]) -> AlertNoteRow:
    text = (
        None
        if note.body is None
        else unseal(db, alert.data_key_id, note.body, table="alert_notes", column="body", row=note.id)
    )
    return AlertNoteRow(at=note.at, by=names.get(note.account_id), text=text)


def _said_by(db: Session, thread: Thread) -> str:
    actor = speaker(db, thread)
    return ", ".join(part for part in (actor.display_name, actor.job_title, actor.agency) if part)


def _unseal(db: Session, alert: Alert, column: str) -> str | None:
    sealed: bytes | None = getattr(alert, column)
    if sealed is None:
        return None
    return str(unseal(db, alert.data_key_id, sealed, table="alerts", column=column, row=alert.id))
