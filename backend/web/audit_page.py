"""The audit, for auditors: who did or read what in their programmes, and whether the record of it still holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.audit import record
from backend.audit.checks import EVERY, newest_check
from backend.audit.models import AuditEntry
from backend.audit.people import names, staff_of
from backend.audit.reading import SOFTWARE, Wanted, all_entries, entries
from backend.database.base import utc_now
from backend.database.engine import Database, Sessions
from backend.nominations.tracing import ids_of, references_of
from backend.web.choices import options
from backend.web.dates import LONDON
from backend.web.emergency import contacts_for
from backend.web.names import programme_of
from backend.web.pages import PER_PAGE
from backend.web.templates import render
from backend.web.words import codes, word

router = APIRouter(include_in_schema=False)
Auditor = Annotated[Actor, Depends(requires("auditor"))]
LONGEST_SHOWN = 80
TRACED = ("nomination", "thread")
"""Kinds of objects that have a nomination's reference."""
COLUMNS = ("number", "at", "account", "name", "action", "kind", "object", "reference", "programme", "details", "hash")


class Typed:
    """The filters as they were typed; what cannot be read narrows nothing."""

    def __init__(
        self,
        *,
        since: str = "",
        until: str = "",
        action: str = "",
        actor: str = "",
        about: Annotated[str, Query(max_length=80)] = "",
    ) -> None:
        self.since, self.until = (_day(text) for text in (since, until))
        self.action = action if action in codes("audit_action") else ""
        self.actor = actor.strip()[:40]
        self.about = about.strip()

    def wanted(self, db: Session, programmes: frozenset[str]) -> Wanted:
        """What to look for. ``about`` is a reference, which stands for all that belongs to it, or an id."""
        objects = ids_of(db, self.about, programmes) | {self.about} if self.about else None
        until = self.until + timedelta(days=1) if self.until else None
        return Wanted(_midnight(self.since), _midnight(until), self.action, self.actor, objects)

    def query(self) -> dict[str, str]:
        """As a link carries it on."""
        told = {
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "action": self.action,
            "actor": self.actor,
            "about": self.about,
        }
        return {name: value for name, value in told.items() if value}


@router.get("/audit")
def audit_page(
    request: Request,
    db: Database,
    actor: Auditor,
    typed: Annotated[Typed, Depends()],
    *,
    before: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
    after: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
) -> Response:
    """Entries of the auditor's programmes, newest first."""
    programmes = actor.programmes("auditor")
    found = entries(db, programmes, typed.wanted(db, programmes), before=before, after=after, limit=PER_PAGE + 1)
    more = len(found) > PER_PAGE
    shown = found[-PER_PAGE:] if after is not None else found[:PER_PAGE]
    record(db, actor, "read", "audit", "page", None, count=len(shown))
    query = typed.query()
    return render(
        request,
        "audit.html",
        rows=_rows(db, shown, query, programmes),
        check=newest_check(db),
        late=utc_now() - 2 * EVERY,
        typed=typed,
        options=_options(db, programmes, typed),
        newer=_link(query, after=shown[0].seq)
        if shown and (before is not None or (after is not None and more))
        else None,
        older=_link(query, before=shown[-1].seq) if shown and (after is not None or more) else None,
        export="/audit.csv" + (f"?{urlencode(query)}" if query else ""),
        narrowed=bool(query),
        emergency=contacts_for(programmes),
    )


@router.get("/audit.csv")
def audit_export(request: Request, db: Database, actor: Auditor, typed: Annotated[Typed, Depends()]) -> Response:
    """The same entries as a file, without end: the reading is kept before the first line is sent."""
    programmes = actor.programmes("auditor")
    wanted = typed.wanted(db, programmes)
    record(db, actor, "exported", "audit", "csv", None, narrowed=bool(typed.query()))
    sessions: Sessions = request.app.state.sessions
    named = {"Content-Disposition": f'attachment; filename="audit-{utc_now():%Y-%m-%d}.csv"'}
    return StreamingResponse(_lines(sessions, programmes, wanted), media_type="text/csv; charset=utf-8", headers=named)


def _lines(sessions: Sessions, programmes: frozenset[str], wanted: Wanted) -> Iterator[str]:
    yield _line(COLUMNS)
    known: dict[str, str] = {}
    with sessions() as db:
        # It may take minutes, and must keep nobody from writing.
        db.connection(execution_options={"reads_only": True})
        for entry in all_entries(db, programmes, wanted):
            if entry.actor_id and entry.actor_id not in known:
                known |= names(db, [entry.actor_id])
            if entry.object_id not in known and entry.object_kind in TRACED:
                known[entry.object_id] = references_of(db, [entry.object_id], programmes).get(entry.object_id, "")
            yield _line(_columns(entry, known))


def _columns(entry: AuditEntry, known: Mapping[str, str]) -> tuple[object, ...]:
    details = " ".join(f"{name}={value}" for name, value in entry.detail.items() if value is not None)
    who = (entry.actor_id or "", known.get(entry.actor_id or "", ""))
    reference = known.get(entry.object_id, "") if entry.object_kind in TRACED else ""
    what = (entry.action, entry.object_kind, entry.object_id, reference)
    return (entry.seq, entry.at.isoformat(), *who, *what, entry.programme or "", details, entry.hash)


def _line(cells: tuple[object, ...]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow([_harmless(str(cell)) for cell in cells])
    return written.getvalue()


def _harmless(cell: str) -> str:
    # A spreadsheet would take it for a formula.
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _rows(
    db: Session, shown: list[AuditEntry], query: Mapping[str, str], programmes: frozenset[str]
) -> list[dict[str, Any]]:
    people = names(db, [entry.actor_id for entry in shown if entry.actor_id])
    references = references_of(db, [entry.object_id for entry in shown], programmes)
    return [_row(entry, people, references, query) for entry in shown]


def _row(
    entry: AuditEntry, people: Mapping[str, str], references: Mapping[str, str], query: Mapping[str, str]
) -> dict[str, Any]:
    programme = programme_of(entry.programme) if entry.programme else None
    reference = references.get(entry.object_id)
    return {
        "seq": entry.seq,
        "at": entry.at,
        "who": people[entry.actor_id] if entry.actor_id else "Front Door itself",
        "only_who": _link({**query, "actor": entry.actor_id or SOFTWARE}),
        "action": entry.action,
        "kind": entry.object_kind,
        "object": reference or entry.object_id,
        "only_object": _link({**query, "about": reference or entry.object_id}),
        "programme": programme.name if programme else entry.programme,
        "details": [(name, _shown(value)) for name, value in entry.detail.items() if value not in (None, "")],
    }


def _shown(value: object) -> str:
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text.count(',') + 1} of them, in the file"


def _options(db: Session, programmes: frozenset[str], typed: Typed) -> dict[str, Any]:
    actions = sorted((word(code, "audit_action"), code) for code in codes("audit_action"))
    people = [(account, name) for account, name in staff_of(db, programmes)]
    if typed.actor and typed.actor not in (SOFTWARE, *dict(people)):
        people.append((typed.actor, "The account chosen"))
    return {
        "action": options([("", "All"), *((code, text) for text, code in actions)], typed.action),
        "actor": options([("", "All"), (SOFTWARE, "Front Door itself"), *people], typed.actor),
    }


def _link(query: Mapping[str, str], **place: int) -> str:
    return f"/audit?{urlencode({**query, **place})}"


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None


def _midnight(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), LONDON)
