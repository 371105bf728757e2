"""The queue: the day's lists, narrowed and ordered as somebody wants them, and what is done with several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import FrontDoorError, Invalid
from backend.handovers.reading import waiting
from backend.handovers.record import ANSWERERS
from backend.nominations.bulk import Outcome, on_each
from backend.nominations.lists import LISTS, count_lists
from backend.nominations.owning import GIVES, assign, assignees, give_back, take
from backend.nominations.queue import READERS, QueuePart, queue_part
from backend.nominations.saved import LONGEST_NAME, delete, save, saved
from backend.web.conversation_page import waiting_row
from backend.web.decision_form import LONGEST_REASON
from backend.web.emergency import contacts_for
from backend.web.pages import PER_PAGE, page_at
from backend.web.queue_filters import FIELDS, Chosen, select_options
from backend.web.queue_rows import queue_row
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Reader = Annotated[Actor, Depends(requires(*READERS))]
Giver = Annotated[Actor, Depends(requires(*GIVES))]
NOTHING_CHOSEN = "Select the nominations you mean"
DONE = {
    "take": "You have taken on",
    "give-back": "Given back, so that anybody can take it on:",
    "assign": "Handed over:",
    "ask": "Asked for information:",
}


@router.get("/queue")
def queue_page(
    request: Request,
    db: Database,
    actor: Reader,
    *,
    page: Annotated[int, Query()] = 1,
    handed_back: bool = False,
    saved_as: str = "",
) -> Response:
    """The nominations of the person's programmes. A filter that is not known narrows nothing."""
    return _draw(
        request, db, actor, request.query_params, number=page, handed_back=handed_back, saved_as=bool(saved_as)
    )


@router.post("/queue")
def act_on_page(
    request: Request,
    db: Database,
    actor: Giver,
    *,
    chosen: Annotated[list[str] | None, Form()] = None,
    act: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Do one thing with each nomination that was selected; say of each that it could not be done with, why."""
    versions = dict(_versions(chosen or []))
    asked = _asked(back)
    typed = {"chosen": set(versions), "to": to, "reason": reason}
    number = int(asked["page"]) if asked.get("page", "").isdecimal() else 1
    wrong = _wrong(act, versions, to, reason)
    if wrong:
        return _draw(request, db, actor, asked, number=number, typed=typed, errors=wrong, status=422)
    outcomes = on_each(db, versions, _action(db, actor, act, to=to, reason=reason, versions=versions))
    return _draw(request, db, actor, asked, number=number, outcome=_told(act, outcomes))


@router.post("/queue/filters")
def save_filters(
    request: Request,
    db: Database,
    actor: Reader,
    *,
    name: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Keep the filters of the page under a name."""
    asked = _asked(back)
    chosen = Chosen.of(asked, actor, assignees(db, actor.programmes(*READERS)))
    try:
        save(db, actor, name, chosen.codes())
    except FrontDoorError as refused:
        db.rollback()
        wrong = {"filter-name": refused.message}
        return _draw(request, db, actor, asked, typed={"name": name[:200]}, errors=wrong, status=422)
    return RedirectResponse(f"/queue?{urlencode({**chosen.query(), 'saved_as': 'yes'})}", status_code=303)


@router.post("/queue/filters/{filter_id}/delete")
def delete_filters(db: Database, actor: Reader, filter_id: str) -> Response:
    """Delete saved filters of one's own."""
    delete(db, actor, filter_id)
    return RedirectResponse("/queue", status_code=303)


def summary(part: QueuePart, *, narrowed: bool) -> str:
    """How many there are and how many are late, in a sentence."""
    count = f"{part.total} nomination{'' if part.total == 1 else 's'}"
    parts = [f"{count} with these filters" if narrowed else count, f"{part.waiting} waiting for a first decision"]
    return ", ".join([*parts, f"{part.overdue} of them overdue" if part.overdue else "none overdue"]) + "."


def _draw(
    request: Request,
    db: Session,
    actor: Actor,
    asked: Mapping[str, str],
    *,
    number: int = 1,
    typed: Mapping[str, Any] | None = None,
    errors: dict[str, str] | None = None,
    status: int = 200,
    **context: Any,
) -> Response:
    now, wrong = utc_now(), errors or {}
    programmes = actor.programmes(*READERS)
    owners = assignees(db, programmes)
    chosen = Chosen.of(asked, actor, owners)
    start = (max(number, 1) - 1) * PER_PAGE
    part = queue_part(db, actor, chosen.filters(), chosen.order, now=now, start=start, most=PER_PAGE)
    counts = count_lists(db, programmes, actor.account_id, now)
    shown = page_at(part.rows, part.total, number, "/queue", chosen.query())
    narrowed = chosen.narrows or chosen.name != "all"
    return render(
        request,
        "queue.html",
        status_code=status,
        summary=summary(part, narrowed=narrowed),
        lists=[_list(name, counts[name], chosen) for name in LISTS],
        list_name=word(chosen.name, "queue_list"),
        list_means=word(chosen.name, "queue_list_means"),
        rows=[queue_row(row) for row in shown.rows],
        talks=[waiting_row(each) for each in waiting(db, actor, now)] if actor.has(*ANSWERERS) else [],
        page=shown,
        now=now,
        chosen=chosen,
        options=select_options(actor, chosen, owners),
        owners=owners,
        saved=[_saved(each.id, each.name, each.chosen) for each in saved(db, actor)],
        longest_name=LONGEST_NAME,
        back=urlencode({**chosen.query(), "page": shown.number}),
        may_give=actor.has(*GIVES),
        may_take=actor.has("coordinator"),
        typed=typed or {},
        errors=wrong,
        error_list=[{"text": text, "href": f"#{field}"} for field, text in wrong.items()],
        nothing="No nomination fits these filters." if narrowed else "No nomination is waiting.",
        emergency=contacts_for(programmes),
        **context,
    )


def _list(name: str, count: int, chosen: Chosen) -> dict[str, Any]:
    return {
        "name": word(name, "queue_list"),
        "count": count,
        "href": f"/queue?{urlencode(chosen.query(list=name))}",
        "current": name == chosen.name,
    }


def _saved(filter_id: str, name: str, codes: dict[str, str]) -> dict[str, str]:
    return {"id": filter_id, "name": name, "href": f"/queue?{urlencode(codes)}"}


def _asked(back: str) -> dict[str, str]:
    """The query that a form came from; nothing of it that is not one of the page's own."""
    return {name: value for name, value in parse_qsl(back[:2_000]) if name in (*FIELDS, "page")}


def _versions(chosen: list[str]) -> list[tuple[str, int]]:
    """``FD-7KXM2PQ4:3``: which nominations, and which version of each was on the page."""
    found = (each.partition(":") for each in chosen)
    return [(reference, int(version)) for reference, _, version in found if version.isdecimal() and len(version) < 10]


def _wrong(act: str, versions: dict[str, int], to: str, reason: str) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if not versions:
        wrong["select-1"] = NOTHING_CHOSEN
    if act not in DONE:
        wrong["act"] = "Choose what to do with them"
    if act == "assign" and not to:
        wrong["to"] = "Choose to whom"
    if act == "ask" and not reason.strip():
        wrong["reason"] = "Enter what you want to know"
    elif act == "ask" and len(reason.strip()) > LONGEST_REASON:
        wrong["reason"] = f"What you want to know must be {LONGEST_REASON:,} characters or fewer"
    return wrong


def _action(
    db: Session, actor: Actor, act: str, *, to: str, reason: str, versions: dict[str, int]
) -> Callable[[str], object]:
    now = utc_now()
    actions: dict[str, Callable[[str], object]] = {
        "take": lambda reference: take(db, actor, reference, now),
        "give-back": lambda reference: give_back(db, actor, reference),
        "assign": lambda reference: assign(db, actor, reference, to, now),
        "ask": lambda reference: decide(db, actor, reference, _question(reason, versions[reference])),
    }
    if act not in actions:
        raise Invalid
    return actions[act]


def _question(reason: str, version: int) -> NewDecision:
    return NewDecision.model_validate({"kind": "ask", "reason": reason.strip(), "version": version})


def _told(act: str, outcomes: list[Outcome]) -> dict[str, Any]:
    done = [each.reference for each in outcomes if each.problem is None]
    return {
        "done": f"{DONE[act]} {', '.join(done)}." if done else None,
        "refused": [each for each in outcomes if each.problem is not None],
    }
