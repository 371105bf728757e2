"""What the door needs: hear a message, keep our replies. Callers commit."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.sessions import actor_for_bearer, actor_for_cookie
from backend.audit import record
from backend.database.base import utc_now
from backend.errors import NotFound
from backend.handovers.asking import go_on, heard
from backend.handovers.models import Handover
from backend.handovers.record import open_of
from backend.handovers.wording import goes_on
from backend.telegram.chats import actor_for_chat
from backend.telegram.unspoken import sayable_items
from backend.threads import buttons, in_language
from backend.threads.another import answered_in
from backend.threads.conversations import speaker, thread_for
from backend.threads.languages import Language, language_of, speaking
from backend.threads.markers import UNDERSTOOD, fill, must_be_so
from backend.threads.models import Thread, ThreadMessage
from backend.threads.notices import notice_text
from backend.threads.record import (
    add_message,
    add_replies,
    body_of,
    content_of,
    ensure_key,
    find_thread,
    language_of_talk,
    open_question_of,
)
from backend.threads.shapes import Audience, Button, Credential, Heard, IncomingMessage, Press, Reply
from backend.threads.understood import Item, asked_for, title

GOING_ON = "resume"
"""The intent of going on with the assistant."""


def actor_of_credential(db: Session, credential: Credential) -> Actor:
    """Who showed the door this. Raises NotSignedIn, or Refused for a wrong CSRF token."""
    if credential.kind == "bearer":
        return actor_for_bearer(db, credential.value)
    if credential.kind == "chat":
        return actor_for_chat(db, credential.value)
    return actor_for_cookie(db, credential.value, credential.csrf, needs_csrf=True)


def hear(db: Session, actor: Actor, message: IncomingMessage) -> Heard:
    """Keep what a person sent and answer who they are.

    Raises Refused, NotFound (somebody else's conversation), Invalid (a programme they may not use) and Conflict (a talk
    of too many messages).
    """
    thread = thread_for(db, actor, message.channel, message.conversation, message.programme)
    ensure_key(db, thread)
    if message.delivery and (before := _delivered_before(db, thread, message.delivery)):
        return _heard_before(db, thread, before)
    handover = open_of(db, thread)
    pressed = buttons.pressed(db, thread, message.text)
    if message.pressed and pressed is None:
        return _ask_again(db, thread)  # a button of another talk: what it stands for is not known here
    if handover is not None:
        pressed = _while_handed_over(db, thread, handover, message, pressed)
        handover = None if handover.ended_at else handover
    elif pressed and pressed.stale:
        return _ask_again(db, thread)
    body = _body(db, thread, message, pressed, handover)
    try:
        # Only a delivery has a name that another may have taken meanwhile.
        with db.begin_nested() if message.delivery else nullcontext():
            kept = add_message(db, thread, "in", body=body, delivery=message.delivery)
    except IntegrityError:
        # The same delivery came twice at the same moment; the other one was first.
        before = _delivered_before(db, thread, message.delivery or "")
        if before is None:
            raise
        return _heard_before(db, thread, before)
    if handover is not None:
        heard(db, thread, handover, kept.n)
    press = Press(**body["press"]) if body["press"] else None
    said_to = handover is not None
    return _heard(db, thread, kept.n, press=press, question=body["question"], handed_over=said_to)


def _while_handed_over(
    db: Session, thread: Thread, handover: Handover, message: IncomingMessage, pressed: buttons.Pressed | None
) -> buttons.Pressed | None:
    """What is pressed while a person is wanted: the wish to go on without one ends that, anything else is words."""
    spoken = content_of(db, thread).get("talk_in")
    going_on = goes_on(message.text, spoken) or (pressed is not None and pressed.press.value == GOING_ON)
    if not going_on:
        return pressed
    go_on(db, thread, handover)
    return buttons.Pressed(Press(kind="intent", value=GOING_ON), pressed.title if pressed else message.text, False)


def say(db: Session, thread_id: str, to_message: int, replies: list[Reply]) -> list[dict[str, Any]]:
    """Keep our replies to a message and answer them as they are to be delivered: markers filled, buttons as tokens.

    Of two answers to one message (it was sent again while the first was under way) the first stands, unless all that it
    said in the end was that something is not working.
    """
    thread = find_thread(db, thread_id, lock=True)
    message = db.get(ThreadMessage, (thread.id, to_message))
    if message is None:
        raise NotFound("There is no such message in this conversation.")
    if elsewhere := answered_in(db, thread, message):
        return say(db, *elsewhere, replies)
    before = _replies_to(db, thread, to_message)
    if before and not is_trouble(before):
        return before
    ensure_key(db, thread)
    spoken = in_language.spoken_in(db, thread, replies)
    question = open_question_of(db, thread)
    delivered = [_prepared(db, thread, reply, spoken, question) for reply in replies]
    add_replies(db, thread, delivered, to_message)
    return delivered


def is_trouble(replies: list[dict[str, Any]]) -> bool:
    """Whether replies end with "kept, but not answered": the same message sent again is then tried again."""
    return "trouble" in (replies[-1].get("custom") or {})


def _prepared(
    db: Session, thread: Thread, reply: Reply, spoken: Language | None, question: dict[str, Any] | None
) -> dict[str, Any]:
    reply = in_language.worded(reply, spoken, question)
    with speaking(language_of((reply.custom or {}).get("language"))):
        return _filled(db, thread, reply)


def _filled(db: Session, thread: Thread, reply: Reply) -> dict[str, Any]:
    custom = dict(reply.custom or {})
    must_be_so(thread, custom)
    wanted = custom.pop("fill", [])
    items = asked_for(db, thread, custom.pop(UNDERSTOOD, [])) if UNDERSTOOD in wanted else []
    text = reply.text
    if items and not (items := sayable_items(db, thread, items)):
        text = notice_text("private-kept", thread.audience)  # all of it was written on the private page
    text = fill(db, thread, text, wanted, [item for item, _ in items])
    if wanted:
        filled = ",".join(wanted)
        record(db, speaker(db, thread), "read", "thread", thread.id, thread.programme, by="reply", filled=filled)
    prepared: dict[str, Any] = {}
    if text is not None:
        prepared["text"] = text
    touching = [_touching(item, touch) for item, touch in items]
    if offered := [*(reply.buttons or []), *touching]:
        prepared["buttons"] = buttons.issue_all(db, thread, offered)
    if items:
        custom[UNDERSTOOD] = [item.to_json() | {"touch": touch} for item, touch in items]
    if custom:
        prepared["custom"] = custom
    return prepared


def _touching(item: Item, touch: str) -> Button:
    return Button(title=title(item, touch)[:300], payload=f"item:{touch}:{item.item}")


def _body(
    db: Session,
    thread: Thread,
    message: IncomingMessage,
    pressed: buttons.Pressed | None,
    handover: Handover | None,
) -> dict[str, Any]:
    """What is kept of a message."""
    body = {
        "text": pressed.title if pressed else message.text,
        "reading": message.reading,
        "press": pressed.press.model_dump() if pressed else None,
        "question": open_question_of(db, thread),
    }
    if handover is not None:
        body |= _to_a_person(body, handover)
    elif thread.state in ("stopped", "withdrawn"):
        body |= _without_words(message)
    return body


def _to_a_person(body: dict[str, Any], handover: Handover) -> dict[str, Any]:
    """What is said to a person answers none of our questions, whichever was open: "yes" is meant for the person.

    But for the one about danger, until somebody has answered: a "yes" is then believed, whomever it was meant for.
    """
    of_danger = handover.taken_by is None and (body["question"] or {}).get("id") == "danger"
    return {} if of_danger else {"press": None, "question": None}


def _without_words(message: IncomingMessage) -> dict[str, Any]:
    # The family said no, took it back, or nobody asked it: what is still written here is answered, but not kept.
    level = (message.reading.get("safety") or {}).get("level", "none")
    return {"text": "", "reading": {"answer": message.reading.get("answer"), "safety": {"level": level}}}


def _delivered_before(db: Session, thread: Thread, delivery: str) -> ThreadMessage | None:
    hashed = hashlib.sha256(delivery.encode()).hexdigest()
    same = select(ThreadMessage).where(ThreadMessage.thread_id == thread.id, ThreadMessage.delivery_hash == hashed)
    return db.scalar(same)


def _replies_to(db: Session, thread: Thread, n: int) -> list[dict[str, Any]] | None:
    answers = select(ThreadMessage).where(ThreadMessage.thread_id == thread.id, ThreadMessage.answers == n)
    kept = [body_of(db, thread, message) for message in db.scalars(answers.order_by(ThreadMessage.n))]
    if kept:
        record(db, speaker(db, thread), "read", "thread", thread.id, thread.programme, by="reply")
    return [reply for reply in kept if reply] or None


def _heard_before(db: Session, thread: Thread, before: ThreadMessage) -> Heard:
    # With its press: where nothing was replied yet, the turn is still to be made, and a press steers it.
    body = body_of(db, thread, before)
    press = Press(**body["press"]) if body.get("press") else None
    replies = _replies_to(db, thread, before.n)
    waits = replies is None and open_of(db, thread) is not None
    question = body.get("question")
    return _heard(
        db, thread, before.n, duplicate=True, replies=replies, press=press, question=question, handed_over=waits
    )


def _ask_again(db: Session, thread: Thread) -> Heard:
    # "Yes" to an old question must never become "yes" to the one that is open now.
    thread.touched_at = utc_now()
    last = select(ThreadMessage.answers).where(ThreadMessage.thread_id == thread.id, ThreadMessage.kind == "reply")
    n = db.scalars(last.order_by(ThreadMessage.n.desc()).limit(1)).first() or 0
    with speaking(language_of(content_of(db, thread).get("talk_in"))):
        notice = {"text": notice_text("stale-button", thread.audience)}
    return _heard(db, thread, n, duplicate=True, replies=[notice, *(_replies_to(db, thread, n) or [])])


def _heard(
    db: Session,
    thread: Thread,
    n: int,
    *,
    duplicate: bool = False,
    replies: list[dict[str, Any]] | None = None,
    press: Press | None = None,
    question: dict[str, Any] | None = None,
    handed_over: bool = False,
) -> Heard:
    audience: Audience = "family" if thread.audience == "family" else "professional"
    return Heard(
        thread=thread.id,
        message=n,
        duplicate=duplicate,
        replies=replies,
        press=press,
        audience=audience,
        programme=thread.programme,
        question=question["id"] if question else None,
        handed_over=handed_over,
        language=language_of_talk(db, thread),
    )
