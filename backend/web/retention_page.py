"""How long things are kept and what the last run erased: numbers and rules, nothing about any family."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.programmes import load_programmes
from backend.programmes.model import Keeping
from backend.retention.job import is_put_off, newest_run
from backend.retention.policy import FAMILY_KINDS, service_kinds
from backend.web.emergency import contacts_for
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)


@router.get("/retention")
def retention_page(
    request: Request, db: Database, actor: Annotated[Actor, Depends(requires("administrator", "auditor", "lead"))]
) -> Response:
    """The last run by kind, and the periods with their reasons."""
    now = utc_now()
    last = newest_run(db)
    mine = sorted(actor.programmes("administrator", "auditor", "lead") & set(load_programmes()))
    return render(
        request,
        "retention.html",
        last=last,
        put_off=is_put_off(last, now),
        rows=[_row(row) for row in last.rows if row["programme"] in (None, *mine)] if last else [],
        programmes=[(load_programmes()[code].name, _periods(load_programmes()[code].retention)) for code in mine],
        service=[(word(code, "kept_kind"), period(kind.keeping), kind.by, kind.keeping.why)
                 for code, kind in service_kinds().items()],
        emergency=contacts_for(mine),
    )  # fmt: skip


def period(keeping: Keeping) -> str:
    """ "28 days", "at once", or "not ended by time"."""
    if keeping.number is None:
        return "Not ended by time"
    if keeping.number == 0:
        return "At once"
    unit = keeping.unit if keeping.number != 1 else keeping.unit.removesuffix("s")
    return f"{keeping.number} {unit}"


def _periods(kept: Any) -> list[tuple[str, str, str]]:
    return [(word(kind, "kept_kind"), period(kept[kind]), kept[kind].why) for kind in FAMILY_KINDS]


def _row(row: dict[str, Any]) -> dict[str, Any]:
    programme = load_programmes().get(row["programme"] or "")
    held = ", ".join(f"{count} ({word(why, 'kept_back')})" for why, count in row["held"].items())
    name = programme.name if programme else "The service itself"
    return {**row, "kind": word(row["kind"], "kept_kind"), "programme_name": name, "held": held or "0"}
