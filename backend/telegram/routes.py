"""Internal routes of the Telegram process (docs/wire.md). Chats go in bodies, never in addresses, which are logged."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StrictInt, StringConstraints

from backend.access import service
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.telegram.chats import actor_for_chat, find_chat, set_state
from backend.telegram.forgetting import forget
from backend.telegram.private import make_link
from backend.telegram.safe_times import choose, in_words, language_in, safe_in_chat
from backend.telegram.sendings import claim, done_updates, note_done, note_sent
from backend.telegram.unasked import Unasked, unasked
from backend.threads.conversations import begin_page_thread, newest_page_thread
from backend.threads.record import MOST_MESSAGES

router = APIRouter(prefix="/internal/telegram", dependencies=[Depends(service())])
ChatId = Annotated[str, StringConstraints(pattern=r"^-?[0-9]{1,20}$")]
Key = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Chat(_Shape):
    """A chat, by Telegram's identifier."""

    chat: ChatId


class ChatState(Chat):
    state: Literal["open", "quiet", "blocked"]


class Updates(_Shape):
    updates: list[StrictInt] = Field(max_length=1000)


class Update(_Shape):
    update: StrictInt


class Keys(_Shape):
    keys: list[Key] = Field(max_length=100)


class Sent(_Shape):
    key: Key
    state: Literal["sent", "undeliverable"] = "sent"


class Button(_Shape):
    title: str
    payload: str


class Waiting(_Shape):
    """Something to be sent unasked; ``by``: whether a person wrote it, and their role."""

    key: str
    chat: str
    text: str
    buttons: list[Button]
    role: str | None
    name: str | None
    language: str | None


class AllWaiting(_Shape):
    waiting: list[Waiting]


class Choice(Chat):
    """``times:<choice>``, ``voicemail:<choice>`` or ``now`` (safe_times.yml)."""

    choice: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,20}(:[a-z_]{1,20})?$")]


class About(_Shape):
    """In which language a chat's talk is held, whether now is a safe time, and else when one is, in words.

    ``may_write``: now is safe, and the chat is known and takes what is sent unasked.
    """

    language: str | None
    safe_now: bool
    may_write: bool
    safe_times: str


class PrivateLink(_Shape):
    url: str
    minutes: int


class Gone(_Shape):
    talks: int
    requests: int
    alerts: bool
    held: bool


@router.post("/updates/done")
def which_are_done(db: Database, asked: Updates) -> Updates:
    """Which of these updates are done with."""
    return Updates(updates=done_updates(db, asked.updates))


@router.post("/updates", status_code=204)
def update_is_done(db: Database, done: Update) -> Response:
    """An update is done with."""
    note_done(db, done.update)
    return Response(status_code=204)


@router.post("/sendings/claims")
def claim_sendings(db: Database, wanted: Keys) -> Keys:
    """Claim messages; which of them were sent already."""
    return Keys(keys=claim(db, wanted.keys))


@router.post("/sendings", status_code=204)
def sending_is_over(db: Database, sent: Sent) -> Response:
    """A message was taken by Telegram, or never will be."""
    note_sent(db, sent.key, sent.state)
    return Response(status_code=204)


@router.get("/unasked")
def what_is_unasked(db: Database) -> AllWaiting:
    """What was said without being asked and is still to be sent."""
    return AllWaiting(waiting=[_waiting(each) for each in unasked(db, utc_now())])


@router.post("/chats/state", status_code=204)
def note_state(db: Database, told: ChatState) -> Response:
    """Nothing is to be sent to a chat unasked, or nothing can be."""
    set_state(db, told.chat, told.state)
    return Response(status_code=204)


@router.post("/chats/new-talk", status_code=204)
def begin_talk(db: Database, chat: Chat) -> Response:
    """What is said next in this chat begins another talk, unless one is open that takes more."""
    actor = actor_for_chat(db, chat.chat)
    newest = newest_page_thread(db, actor)
    if newest is not None and (newest.state != "open" or newest.said >= MOST_MESSAGES):
        begin_page_thread(db, actor, "telegram")
    return Response(status_code=204)


@router.post("/chats/safe", status_code=204)
def choose_safe_times(db: Database, chosen: Choice) -> Response:
    """When it is safe to write to a chat, or what may be left on an answering machine, as its person chose."""
    choose(db, chosen.chat, chosen.choice, utc_now())
    return Response(status_code=204)


@router.post("/chats/about")
def about_chat(db: Database, chat: Chat) -> About:
    """What the channel has to know before it says something of its own."""
    safe, known = safe_in_chat(db, chat.chat), find_chat(db, chat.chat)
    safe_now = safe.is_now(utc_now())
    return About(
        language=language_in(db, chat.chat),
        safe_now=safe_now,
        may_write=safe_now and known is not None and known.state == "open",
        safe_times=in_words(safe.windows),
    )


@router.post("/chats/private-link", responses={409: {"description": "Too many were made"}})
def make_private_link(request: Request, db: Database, chat: Chat) -> PrivateLink:
    """A link to the page for what is too private for the chat."""
    made = make_link(db, chat.chat, request.app.state.settings.public_url, utc_now())
    return PrivateLink(url=made.url, minutes=made.minutes)


@router.post("/chats/forget")
def forget_chat(db: Database, chat: Chat) -> Gone:
    """Erase what may be erased, and forget who the chat is."""
    return Gone(**asdict(forget(db, chat.chat)))


def _waiting(each: Unasked) -> Waiting:
    person = each.message.custom.get("person") or {}
    buttons = [Button(title=title, payload=payload) for title, payload in each.message.buttons]
    return Waiting(
        key=each.key,
        chat=each.chat,
        text=each.message.text,
        buttons=buttons,
        role=person.get("role"),
        name=person.get("name"),
        language=each.language,
    )
