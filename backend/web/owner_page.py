"""Who has a nomination, on its page: taking it on, giving it back, handing it to somebody."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.accounts.accounts import name_of, names_of
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Invalid
from backend.nominations.drift import is_still, named
from backend.nominations.owning import GIVES, assign, assignees, give_back, take
from backend.nominations.record import find_nomination
from backend.paths.overdue import told_of

router = APIRouter(include_in_schema=False)
CHOOSE = "Choose what to do with it."


@router.post("/nominations/{reference}/owner")
def own_on_page(
    db: Database,
    actor: Annotated[Actor, Depends(requires(*GIVES))],
    reference: str,
    *,
    act: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
) -> Response:
    """Take the nomination on, give it back, or hand it to a coordinator."""
    match act:
        case "take":
            owned = take(db, actor, reference, utc_now())
        case "give-back":
            owned = give_back(db, actor, reference)
        case "assign":
            owned = assign(db, actor, reference, to, utc_now())
        case _:
            # Out of reach it must be told like any other: nothing was chosen comes after.
            actor.must_be(find_nomination(db, reference).programme, *GIVES)
            raise Invalid(CHOOSE)
    return RedirectResponse(f"/nominations/{owned.reference}#owner", status_code=303)


def owning(db: Session, actor: Actor, reference: str) -> dict[str, Any]:
    """What the page shows of it: who has it, what the reader may do, and whether it stands still."""
    nomination = find_nomination(db, reference)
    gives = nomination.programme in actor.programmes(*GIVES) and nomination.status != "withdrawn"
    mine = nomination.owner_id is not None and nomination.owner_id == actor.account_id
    return {
        "owner": name_of(db, nomination.owner_id) if nomination.owner_id else None,
        "mine": mine,
        "since": nomination.owned_at,
        "may_take": gives and nomination.owner_id is None and actor.may("coordinator", nomination.programme),
        "may_give_back": gives and (mine or (bool(nomination.owner_id) and actor.may("lead", nomination.programme))),
        "people": assignees(db, [nomination.programme]) if gives else [],
        "stands_still": is_still(nomination, utc_now()),
        "told": sorted(names_of(db, named(db, nomination.programme)).values()) if nomination.still_told_at else [],
        "moved_at": nomination.moved_at,
        "told_at": nomination.still_told_at,
        "stage_told": sorted(names_of(db, told_of(db, nomination)).values()) if nomination.stage_told_at else [],
    }
