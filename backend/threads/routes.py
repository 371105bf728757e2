"""Routes by which the door and the actions reach the record. Never through the door's proxy."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from backend.access import service
from backend.database.base import utc_now
from backend.database.engine import Database, Transactions, TransactionsSoon
from backend.limits import AccountLimits
from backend.telegram.private import speaker_by_link, take_words
from backend.threads import another
from backend.threads.draft import patch_draft, put_draft
from backend.threads.record import find_thread
from backend.threads.service import actor_of_credential, hear, say
from backend.threads.shapes import (
    Another,
    DraftPatch,
    DraftPut,
    IncomingMessage,
    OutgoingReplies,
    TakeUp,
)
from backend.threads.view import thread_view

# The interview can work its draft out again from the messages, which are on the disk. Nobody hears of it before the
# replies are kept, and their commit puts on the disk whatever is not there yet.
router = APIRouter(prefix="/internal", dependencies=[Depends(service())])


@router.post(
    "/messages",
    responses={404: {"description": "Somebody else's conversation"}, 409: {"description": "It has become too long"}},
)
def take_message(request: Request, begin: Transactions, message: IncomingMessage) -> Response:
    """Keep a person's message; say who is speaking."""
    shown, now = message.credential, utc_now()
    by_link = shown.kind == "link"
    limits: AccountLimits = request.app.state.limits
    with begin() as db:
        actor = speaker_by_link(db, shown.value, now) if by_link else actor_of_credential(db, shown)
        limits.take("danger" if message.tells_of_danger else "messages", actor.account_id)
        heard = take_words(db, message, now) if by_link else hear(db, actor, message)
        if heard.message == 1 and not heard.duplicate and not message.tells_of_danger:
            limits.take("conversations", actor.account_id)
    return JSONResponse(heard.model_dump(mode="json"))


@router.post("/replies", responses={404: {"description": "No such conversation"}})
def take_replies(begin: Transactions, outgoing: OutgoingReplies) -> Response:
    """Keep our replies; give back what is to be delivered."""
    with begin() as db:
        delivered = say(db, outgoing.thread, outgoing.message, outgoing.replies)
    return JSONResponse({"replies": delivered})


@router.get("/threads/{thread}")
def show_thread(begin: TransactionsSoon, thread: str) -> Response:
    """The draft and the talk, for the interview."""
    with begin() as db:
        view = thread_view(db, find_thread(db, thread), utc_now())
    return JSONResponse(view)


@router.put("/threads/{thread}/draft", responses={409: {"description": "It has moved on"}})
def replace_draft(begin: TransactionsSoon, thread: str, put: DraftPut) -> Response:
    """New content of a draft."""
    with begin() as db:
        kept = put_draft(db, thread, put, utc_now())
    return JSONResponse(kept)


@router.patch("/threads/{thread}/draft", responses={409: {"description": "It has moved on"}})
def change_question(begin: TransactionsSoon, thread: str, patch: DraftPatch) -> Response:
    """The question that is asked next."""
    with begin() as db:
        kept = patch_draft(db, thread, patch, utc_now())
    return JSONResponse(kept)


@router.post("/threads/{thread}/another", responses={404: {"description": "No such message"}})
def part_another(db: Database, thread: str, wanted: Another) -> dict[str, str]:
    """What is about another family leaves the talk for one of its own."""
    return {"thread": another.part(db, thread, wanted, utc_now())}


@router.delete("/threads/{thread}/another", responses={409: {"description": "Nothing to put back"}})
def put_together(db: Database, thread: str) -> dict[str, Any]:
    """It was the same family after all."""
    another.put_back(db, thread)
    return {}


@router.post("/threads/{thread}/take-up", responses={404: {"description": "There is none"}})
def take_up(db: Database, thread: str, wanted: TakeUp) -> dict[str, str]:
    """Go on in the talk that the person left."""
    return {"thread": another.go_back_to_left(db, thread, wanted.message, utc_now())}
