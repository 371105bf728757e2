"""The queue: what waits for a decision, narrowed and ordered as a coordinator wants it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Query, Request, Response

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.handovers.reading import waiting
from backend.handovers.record import ANSWERERS
from backend.nominations.queue import MOST_ROWS, READERS
from backend.nominations.service import QueueFilter, QueueRow, Sort, queue
from backend.nominations.status import STATUSES
from backend.programmes import load_programmes
from backend.programmes.model import Verdict
from backend.web.choices import options
from backend.web.conversation_page import waiting_row
from backend.web.emergency import contacts_for
from backend.web.names import stream_name
from backend.web.pages import page_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
SORTS: tuple[tuple[Sort, str], ...] = (
    ("due", "First decision due"),
    ("received", "Newest first"),
    ("status", "Status"),
    ("safety", "Danger first"),
)


@router.get("/queue")
def queue_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires(*READERS))],
    *,
    programme: str = "",
    status: str = "",
    verdict: str = "",
    due: str = "",
    reference: str = "",
    sort: str = "due",
    page: Annotated[int, Query()] = 1,
    handed_back: bool = False,
) -> Response:
    """The nominations of the person's programmes. A filter that is not known narrows nothing."""
    now = utc_now()
    chosen = {
        "programme": programme if programme in actor.programmes(*READERS) else "",
        "status": status if status in STATUSES else "",
        "verdict": verdict if verdict in get_args(Verdict) else "",
        "due": "overdue" if due == "overdue" else "",
        "reference": reference.strip()[:40],
    }
    order = _sort(sort)
    rows = queue(db, actor, _filters(chosen), order, now=now)
    query = {**{key: value for key, value in chosen.items() if value}, "sort": order}
    shown = page_of(rows, page, "/queue", query)
    return render(
        request,
        "queue.html",
        summary=summary(rows, narrowed=any(chosen.values())),
        rows=[_row(row) for row in shown.rows],
        talks=[waiting_row(each) for each in waiting(db, actor, now)] if actor.has(*ANSWERERS) else [],
        handed_back=handed_back,
        page=shown,
        now=now,
        chosen=chosen,
        options=_options(actor, chosen, order),
        nothing="No nomination fits these filters." if any(chosen.values()) else "No nomination is waiting.",
        emergency=contacts_for(actor.programmes(*READERS)),
    )


def summary(rows: list[QueueRow], *, narrowed: bool) -> str:
    """How many there are and how many are late, in a sentence."""
    count = f"{len(rows)} nomination{'' if len(rows) == 1 else 's'}"
    if len(rows) >= MOST_ROWS:
        count = f"The first {MOST_ROWS} nominations: use the filters to see the others"
    waiting = sum(row.status == "received" for row in rows)
    overdue = sum(row.overdue for row in rows)
    parts = [f"{count} with these filters" if narrowed else count, f"{waiting} waiting for a first decision"]
    return ", ".join([*parts, f"{overdue} of them overdue" if overdue else "none overdue"]) + "."


def _sort(wanted: str) -> Sort:
    return next((sort for sort, _ in SORTS if sort == wanted), "due")


def _filters(chosen: dict[str, str]) -> QueueFilter:
    return QueueFilter(
        programme=chosen["programme"] or None,
        status=chosen["status"] or None,
        verdict=chosen["verdict"] or None,
        overdue=chosen["due"] == "overdue",
        reference=chosen["reference"] or None,
    )


def _options(actor: Actor, chosen: dict[str, str], order: Sort) -> dict[str, Any]:
    programmes = load_programmes()
    mine = sorted((programmes[code].name, code) for code in actor.programmes(*READERS) if code in programmes)
    return {
        "programme": options([("", "All"), *((code, name) for name, code in mine)], chosen["programme"]),
        "status": options([("", "All"), *((code, word(code, "status")) for code in STATUSES)], chosen["status"]),
        "verdict": options(
            [("", "All"), *((code, word(code, "verdict")) for code in get_args(Verdict))], chosen["verdict"]
        ),
        "due": options([("", "Any time"), ("overdue", "Overdue")], chosen["due"]),
        "sort": options(SORTS, order),
    }


def _row(row: QueueRow) -> dict[str, Any]:
    due: datetime = row.due_at
    return {
        "reference": row.reference,
        "programme_name": row.programme_name,
        "agency": row.nominator_agency,
        "interpreter": row.interpreter,
        "damaged": row.damaged,
        "possible_duplicate": row.possible_duplicate,
        "received_at": row.received_at,
        "due_at": due,
        "waiting": row.status == "received",
        "status": row.status,
        "verdict": row.verdict,
        "safety": row.safety,
        "urgent_alert": row.urgent_alert,
        "stream_name": stream_name(row.programme, row.stream),
    }
