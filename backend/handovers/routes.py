"""Routes of hand-overs: the API for those who answer, and what the actions ask for."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from backend.access import Actor, requires, service
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.handovers.answering import answer, hand_back, take
from backend.handovers.asking import hand_over
from backend.handovers.following import said_unasked
from backend.handovers.reading import Conversation, open_conversation, waiting
from backend.handovers.record import ANSWERERS
from backend.handovers.shapes import (
    ConversationJson,
    HandedOver,
    NewAnswer,
    ReplyButton,
    Said,
    SaidRow,
    UnaskedReplies,
    UnaskedReply,
    WaitingList,
    WaitingRow,
    Wanted,
)
from backend.threads.page import PageMessage

router = APIRouter()
_api = APIRouter(prefix="/api/handovers", tags=["hand-overs"])
HandoverId = Annotated[
    str,
    Path(
        max_length=36,
        pattern=r"^[0-9a-f-]+$",
        examples=["0d6ee8c5-7a3a-4c55-8a31-5b7d3f6f2f6e"],
        description="The hand-over's id, as the list gives it",
    ),
]
Answerer = Annotated[Actor, Depends(requires(*ANSWERERS))]


@router.post("/internal/threads/{thread}/hand-over", dependencies=[Depends(service())])
def ask_for_a_person(db: Database, thread: str, wanted: Wanted) -> HandedOver:
    """A person is wanted in this conversation."""
    return HandedOver(**asdict(hand_over(db, thread, wanted.message, utc_now())))


@_api.get("")
def list_waiting(db: Database, actor: Answerer) -> WaitingList:
    """Who waits for a person in the programmes you work in, most pressing first."""
    found = waiting(db, actor, utc_now())
    return WaitingList(waiting=[WaitingRow.model_validate(each) for each in found])


@_api.get("/{handover}")
def show_conversation(db: Database, actor: Answerer, handover: HandoverId) -> ConversationJson:
    """A conversation in which a person is wanted."""
    return _json(open_conversation(db, actor, handover, utc_now()))


@_api.post("/{handover}/taking", responses={404: {"description": "Out of reach, or somebody else has taken it"}})
def take_conversation(db: Database, actor: Answerer, handover: HandoverId) -> ConversationJson:
    """Take a conversation on; needed before you read one whose programme is not known yet."""
    take(db, actor, handover, utc_now())
    return _json(open_conversation(db, actor, handover, utc_now()))


@_api.post("/{handover}/messages", status_code=201, responses={409: {"description": "It has to be taken first"}})
def answer_in_conversation(db: Database, actor: Answerer, handover: HandoverId, new: NewAnswer) -> Said:
    """Answer in the conversation, by your role; by your name too if you choose."""
    return Said(message=answer(db, actor, handover, new.text, utc_now(), named=new.named))


@_api.post("/{handover}/end", status_code=204, responses={409: {"description": "It has to be taken first"}})
def give_back(db: Database, actor: Answerer, handover: HandoverId) -> None:
    """Hand the conversation back to the assistant, which takes up the open question."""
    hand_back(db, actor, handover, utc_now())


@router.get(
    "/api/chat/replies", tags=["chat"], responses={404: {"description": "You hold no conversation of that name"}}
)
def replies_unasked(
    db: Database,
    actor: Annotated[Actor, Depends(requires("nominator", "family"))],
    conversation: Annotated[str, Query(min_length=1, max_length=100, examples=["my-conversation"])],
    after: Annotated[int | None, Query(ge=0, description="Number of the last one you know")] = None,
) -> UnaskedReplies:
    """What was said in your conversation without your asking: a person's answer, and the question taken up again.

    Without ``after``: since your own last message. Ask again every few seconds while ``with_person`` is true.
    """
    found = said_unasked(db, actor, conversation, after)
    return UnaskedReplies(
        latest=found.latest, with_person=found.with_person, replies=[_unasked(each) for each in found.replies]
    )


def _unasked(message: PageMessage) -> UnaskedReply:
    return UnaskedReply(
        n=message.n,
        by="person-answering" if message.kind == "person" else "assistant",
        text=message.text,
        buttons=[ReplyButton(title=title, payload=payload) for title, payload in message.buttons],
        custom=message.custom,
        at=message.at,
    )


def _json(seen: Conversation) -> ConversationJson:
    return ConversationJson(
        waiting=WaitingRow.model_validate(seen.waiting),
        said_by=seen.said_by,
        shut=seen.shut,
        messages=[_said(message) for message in seen.messages],
    )


def _said(message: PageMessage) -> SaidRow:
    by = "person-asking" if message.direction == "in" else "assistant"
    return SaidRow.model_validate(
        {
            "n": message.n,
            "by": "person-answering" if message.kind == "person" else by,
            "text": message.text,
            "at": message.at,
            "safety": message.safety,
            "undelivered": message.undelivered,
            "waits_until": message.waits_until,
        }
    )


router.include_router(_api)
