"""A nomination's sealed columns and its rows, found, opened and closed in one place."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.errors import CannotOpen, NotFound
from backend.keys import seal, unseal
from backend.nominations.models import ConsentRecord, Judgement, Nomination
from backend.nominations.reference import new_reference, tidy_reference
from backend.threads.record import find_thread


def find_nomination(db: Session, reference: str, *, lock: bool = False) -> Nomination:
    """The nomination of a reference as somebody may have typed it; NotFound if there is none.

    ``lock``: to be changed; others wait until the transaction ends.
    """
    try:
        written = tidy_reference(reference)
    except ValueError:
        raise NotFound from None
    nomination = db.scalar(select(Nomination).where(Nomination.reference == written))
    if nomination is None:
        raise NotFound
    if lock:
        # Always the talk before the nomination, so that two who change both cannot wait for each other.
        if nomination.thread_id is not None:
            find_thread(db, nomination.thread_id, lock=True)
        db.refresh(nomination, with_for_update={"of": Nomination})
    return nomination


def free_reference(db: Session) -> str:
    """A reference that no nomination has."""
    while True:
        reference = new_reference()
        if db.scalar(select(Nomination.id).where(Nomination.reference == reference)) is None:
            return reference


def of_thread(db: Session, thread_id: str) -> Nomination | None:
    """The nomination that a talk became, to be changed: others wait until the transaction ends."""
    query = select(Nomination).where(Nomination.thread_id == thread_id).with_for_update(of=Nomination)
    return db.scalar(query.execution_options(populate_existing=True))


# Of a nomination that was set aside nothing is opened, for anybody and any use, unless the caller says ``aside``: only
# who may read what a legal hold keeps does (backend.retention.holds).


def content_of(db: Session, nomination: Nomination, *, aside: bool = False) -> dict[str, Any]:
    return dict(_open(db, nomination, "content", aside=aside) or {})


def nominator_of(db: Session, nomination: Nomination, *, aside: bool = False) -> dict[str, Any]:
    return dict(_open(db, nomination, "nominator", aside=aside) or {})


def keep_content(db: Session, nomination: Nomination, content: dict[str, Any]) -> None:
    nomination.content = _close(db, nomination, "content", content)


def keep_nominator(db: Session, nomination: Nomination, nominator: dict[str, Any]) -> None:
    nomination.nominator = _close(db, nomination, "nominator", nominator)


def add_consent(db: Session, nomination: Nomination, event: dict[str, Any]) -> None:
    """Add an event to the history of the family's consent (keys as in docs/wire.md)."""
    count = db.scalar(select(func.count()).where(ConsentRecord.nomination_id == nomination.id)) or 0
    event_row = ConsentRecord(
        id=f"{nomination.id}:{count + 1}",
        nomination_id=nomination.id,
        programme=nomination.programme,
        n=count + 1,
        purpose=event.get("purpose"),
        state=event["state"],
        wording_version=event.get("wording_version"),
        date=_iso_date(event.get("date")),
        body=b"",
    )
    personal = {key: event.get(key) for key in ("by", "asked_by", "date", "method")}
    event_row.body = seal(
        db, nomination.data_key_id, personal, table="consent_records", column="body", row=event_row.id
    )
    db.add(event_row)
    db.flush()


def consent_events(db: Session, nomination: Nomination, *, aside: bool = False) -> list[dict[str, Any]]:
    """The history of the family's consent, oldest first; of an erased one without anybody's name."""
    query = select(ConsentRecord).where(ConsentRecord.nomination_id == nomination.id).order_by(ConsentRecord.n)
    return [
        {
            "purpose": row.purpose,
            "state": row.state,
            **_who_and_how(db, nomination, row, aside=aside),
            "wording_version": row.wording_version,
        }
        for row in db.scalars(query)
    ]


def _who_and_how(db: Session, nomination: Nomination, row: ConsentRecord, *, aside: bool) -> dict[str, Any]:
    if (not row.body and nomination.erased_at is not None) or (nomination.set_aside_at and not aside):
        return {"by": None, "asked_by": None, "date": row.date, "method": None}
    return dict(unseal(db, nomination.data_key_id, row.body, table="consent_records", column="body", row=row.id))


def _iso_date(text: str | None) -> str | None:
    # Whatever else was said of the day ("when grandma came") stays sealed.
    return text if text and re.fullmatch(r"\d{4}(-\d{2}){0,2}", text) else None


def judgements_of(db: Session, nomination: Nomination) -> list[Judgement]:
    """Every judgement, oldest first."""
    query = select(Judgement).where(Judgement.nomination_id == nomination.id).order_by(Judgement.n)
    return list(db.scalars(query))


def judgement_body(db: Session, nomination: Nomination, judgement: Judgement, *, aside: bool = False) -> dict[str, Any]:
    """Assessment, route and needs of a judgement; of an erased one what its columns say."""
    if (not judgement.body and nomination.erased_at is not None) or (nomination.set_aside_at and not aside):
        return _bare(judgement)
    body = unseal(db, nomination.data_key_id, judgement.body, table="judgements", column="body", row=judgement.id)
    return dict(body)


def _bare(judgement: Judgement) -> dict[str, Any]:
    assessment = {"verdict": judgement.verdict, "criteria": [], "priority": {"parts": []}, "missing": []}
    nothing: dict[str, Any] = {"added_support": [], "reasons": [], "alternatives": [], "capacity": None}
    route = nothing | {"stream": judgement.stream, "path": judgement.path, "next_step": ""}
    return {"assessment": assessment, "route": route, "needs": {}}


def _open(db: Session, nomination: Nomination, column: str, *, aside: bool) -> Any:
    sealed: bytes | None = getattr(nomination, column)
    if nomination.erased_at is not None or (nomination.set_aside_at and not aside):
        return None
    if sealed is None:
        # A nomination always has both: taken out, it must not look like a family of which nothing is known.
        raise CannotOpen
    return unseal(db, nomination.data_key_id, sealed, table="nominations", column=column, row=nomination.id)


def _close(db: Session, nomination: Nomination, column: str, value: Any) -> bytes:
    return seal(db, nomination.data_key_id, value, table="nominations", column=column, row=nomination.id)
