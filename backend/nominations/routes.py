"""Routes of nominations: the API for people's programs, and what the actions ask for."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from backend.access import Actor, requires, service, signed_in
from backend.accounts.accounts import name_of
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.nominations.family_routes import router as family_routes
from backend.nominations.json_shape import NominationJson, OwnNominationJson
from backend.nominations.owning import GIVES, assign, give_back, take
from backend.nominations.passing_on import pass_on
from backend.nominations.passing_shapes import PassedOn, PassOn
from backend.nominations.queue import READERS, queue
from backend.nominations.searching import LONGEST, search
from backend.nominations.service import judge_again, open_nomination, own_nominations
from backend.nominations.shapes import (
    AdditionAnswer,
    JudgeAgain,
    NewOwner,
    Owned,
    OwnRow,
    ProgrammeFacts,
    Programmes,
    Queue,
    QueueFilter,
    Reference,
    Sort,
    SubmissionAnswer,
)
from backend.nominations.stopping import stop
from backend.nominations.submission import add, submit
from backend.programmes import Programme, interview_view, load_programmes
from backend.threads.shapes import Addition, Stop

router = APIRouter()
_api = APIRouter(prefix="/api", tags=["nominations"])
_internal = APIRouter(prefix="/internal/threads", dependencies=[Depends(service())])


@_api.get("/nominations")
def list_nominations(
    db: Database,
    actor: Annotated[Actor, Depends(requires(*READERS))],
    filters: Annotated[QueueFilter, Depends()],
    sort: Sort = "due",
    *,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    find: Annotated[str | None, Query(max_length=LONGEST, examples=["FD-7KX"])] = None,
) -> Queue:
    """The queue of the programmes you work in, 500 nominations a page; or what is found, and then nothing else narrows.

    ``find`` is a reference or its beginning; for coordinators also a postcode, or names as they are written or sound.
    """
    if find is not None:
        return Queue(nominations=search(db, actor, find, now=utc_now()).rows)
    return Queue(nominations=queue(db, actor, filters, sort, now=utc_now(), page=page))


@_api.get("/own-nominations")
def list_own(db: Database, actor: Annotated[Actor, Depends(requires("nominator", "family"))]) -> list[OwnRow]:
    """What you sent, with its status and what happens next."""
    return own_nominations(db, actor)


@_api.get(
    "/nominations/{reference}",
    responses={200: {"model": NominationJson | OwnNominationJson}, 410: {"description": "It was erased"}},
)
def show_nomination(
    db: Database, actor: Annotated[Actor, Depends(signed_in())], reference: Reference
) -> dict[str, Any]:
    """A nomination, as far as you may see it."""
    return open_nomination(db, actor, reference)


@_api.post(
    "/nominations/{reference}/judgements",
    status_code=201,
    responses={
        201: {"model": NominationJson},
        409: {"description": "It was withdrawn"},
        410: {"description": "It was erased"},
    },
)
def judge_by_version(
    db: Database, actor: Annotated[Actor, Depends(requires("coordinator"))], reference: Reference, wanted: JudgeAgain
) -> dict[str, Any]:
    """Judge a nomination by another version of its programme."""
    return judge_again(db, actor, reference, wanted.version)


@_api.post(
    "/nominations/{reference}/passing-on",
    status_code=201,
    responses={
        409: {"description": "It has changed since that version, was passed on already, or ended"},
        410: {"description": "It was erased"},
    },
)
def pass_nomination_on(
    db: Database, actor: Annotated[Actor, Depends(requires("coordinator"))], reference: Reference, wanted: PassOn
) -> PassedOn:
    """Pass a nomination on to the programme that covers its address, with the family's agreement."""
    return pass_on(db, actor, reference, wanted)


@_api.put(
    "/nominations/{reference}/owner", responses={409: {"description": "Somebody else has it, or it was withdrawn"}}
)
def own_nomination(
    db: Database, actor: Annotated[Actor, Depends(requires(*GIVES))], reference: Reference, wanted: NewOwner
) -> Owned:
    """Take a nomination on, hand it to a coordinator of its programme, or give it back."""
    if wanted.to is None:
        owned = give_back(db, actor, reference)
    elif wanted.to == "me":
        owned = take(db, actor, reference, utc_now())
    else:
        owned = assign(db, actor, reference, wanted.to, utc_now())
    return Owned(reference=owned.reference, owner=name_of(db, owned.owner_id) if owned.owner_id else None)


@_api.get("/programmes", dependencies=[Depends(signed_in())])
def list_programmes() -> Programmes:
    """The programmes there are."""
    return Programmes(programmes=[_facts(programme) for _, programme in sorted(load_programmes().items())])


@_internal.post("/{thread}/submission", responses={409: {"description": "It has moved on"}})
def submit_draft(db: Database, thread: str) -> SubmissionAnswer:
    """Make the draft a nomination, once."""
    return SubmissionAnswer(**asdict(submit(db, thread, utc_now())))


@_internal.post("/{thread}/stop", responses={409: {"description": "It has moved on"}})
def stop_thread(db: Database, thread: str, wanted: Stop) -> dict[str, Any]:
    """Stop for want of consent."""
    stop(db, thread, wanted.reason, utc_now())
    return {}


@_internal.post("/{thread}/additions", responses={409: {"description": "It has moved on"}})
def add_to_nomination(db: Database, thread: str, addition: Addition) -> AdditionAnswer:
    """More about a submitted nomination."""
    added = add(db, thread, addition, utc_now())
    return AdditionAnswer(reference=added.reference, status=added.status)


def _facts(programme: Programme) -> ProgrammeFacts:
    view = interview_view(programme)
    return ProgrammeFacts(
        code=programme.code,
        version=programme.version,
        name=programme.name,
        family_name=programme.family_name,
        area=programme.area.name,
        self_referral=programme.self_referral,
        criteria=view["criteria"],
        streams=[{"code": stream.code, "name": stream.name} for stream in programme.streams],
        emergency=view["emergency"],
    )


router.include_router(_api)
router.include_router(family_routes)
router.include_router(_internal)
