"""Who a chat is, what was sent to it, and that it can be forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import email_of
from backend.accounts.models import Account
from backend.alerts.service import raise_alert
from backend.alerts.shapes import NewAlert
from backend.database.base import new_id, utc_now
from backend.database.engine import Sessions
from backend.errors import KeyDestroyed
from backend.handovers.answering import answer
from backend.handovers.asking import hand_over
from backend.handovers.reading import open_conversation
from backend.keys import unseal
from backend.keys.models import DataKey
from backend.nominations.models import Nomination
from backend.nominations.submission import submit
from backend.retention.check import still_readable
from backend.retention.job import run
from backend.rights.copies import copy_for
from backend.telegram.chats import account_of, actor_for_chat, find_chat, set_state
from backend.telegram.forgetting import forget
from backend.telegram.models import TelegramChat, TelegramSending, TelegramUpdate
from backend.telegram.sendings import claim, done_updates, note_done, note_sent
from backend.telegram.unasked import unasked
from backend.threads.models import Thread
from backend.threads.notices import add_notice
from backend.threads.service import hear
from backend.threads.shapes import Credential, IncomingMessage
from tests.backend.retention.test_job import hold
from tests.backend.threads.people import draft, somebody

CHAT = "480915162342"


def message(text: str, **more: Any) -> IncomingMessage:
    credential = Credential(kind="chat", value=CHAT)
    told = {"conversation": "page", "text": text, "reading": {}, "credential": credential, "channel": "telegram"}
    return IncomingMessage.model_validate(told | more)


def test_a_chat_is_one_account_with_no_address_and_its_identifier_is_nowhere_in_the_clear(db: Session) -> None:
    actor = actor_for_chat(db, CHAT)
    assert actor_for_chat(db, CHAT).account_id == actor.account_id
    assert actor_for_chat(db, "480915162343").account_id != actor.account_id
    assert {role for _, role in actor.roles} == {"family"}
    assert email_of(db, actor.account_id) is None
    assert db.get_one(Account, actor.account_id).password_hash == ""
    row = find_chat(db, CHAT)
    assert row is not None
    assert CHAT not in f"{row.chat_index} {row.id} {row.account_id}"
    assert CHAT.encode() not in row.chat
    assert unseal(db, row.data_key_id, row.chat, table="telegram_chats", column="chat", row=row.id) == CHAT


def test_a_button_of_another_talk_never_becomes_words(db: Session) -> None:
    actor = actor_for_chat(db, CHAT)
    hear(db, actor, message("Hello"))
    heard = hear(db, actor, message("A" * 22, pressed=True))
    assert heard.duplicate
    assert "earlier question" in (heard.replies or [{}])[0]["text"]
    assert db.scalars(select(Thread.said)).one() == 1, "the token was not kept as something said"


def test_what_was_said_unasked_waits_until_it_was_sent(db: Session) -> None:
    actor = actor_for_chat(db, CHAT)
    heard = hear(db, actor, message("Hello"))
    thread = db.get_one(Thread, heard.thread)
    assert unasked(db, utc_now()) == []
    add_notice(db, thread, "alert-acknowledged")
    (waiting,) = unasked(db, utc_now())
    assert (waiting.chat, waiting.message.text.split(".")[0]) == (
        CHAT,
        "A person on duty has now seen what you wrote about being safe",
    )
    claim(db, [waiting.key])
    assert len(unasked(db, utc_now())) == 1, "claimed, but nobody knows whether it was sent"
    add_notice(db, thread, "draft-ended")
    assert len(unasked(db, utc_now())) == 1, "long after, nobody knows who reads the chat"
    set_state(db, CHAT, "quiet")
    assert unasked(db, utc_now()) == [], "nothing is sent unasked to who said /stop"
    actor_for_chat(db, CHAT)
    assert len(unasked(db, utc_now())) == 1, "whoever writes again is written to again"
    note_sent(db, waiting.key, "sent")
    assert unasked(db, utc_now()) == []


def test_updates_and_sendings_are_noted_once(db: Session) -> None:
    for _ in range(2):
        note_done(db, 7001)
        assert claim(db, ["update 7001:0", "update 7001:1"]) == []
    assert done_updates(db, [7001, 7002]) == [7001]
    note_sent(db, "update 7001:0", "sent")
    assert claim(db, ["update 7001:0", "update 7001:1"]) == ["update 7001:0"]


def test_what_is_forgotten_cannot_be_opened_and_alerts_stay(db: Session) -> None:
    actor = actor_for_chat(db, CHAT)
    sent = draft(db, actor, "sevenoaks")
    reference = submit(db, sent.id, utc_now()).reference
    hear(db, actor, message("Hello"))
    sealed = find_chat(db, CHAT)
    assert sealed is not None
    key, body, row = sealed.data_key_id, sealed.chat, sealed.id
    gone = forget(db, CHAT)
    assert (gone.talks, gone.requests, gone.alerts) == (2, 1, False)
    assert find_chat(db, CHAT) is None
    with pytest.raises(KeyDestroyed):
        unseal(db, key, body, table="telegram_chats", column="chat", row=row)
    assert db.scalars(select(Nomination.status).where(Nomination.reference == reference)).one() == "withdrawn"
    keys = select(DataKey.destroyed_at).join(Thread, Thread.data_key_id == DataKey.id).where(Thread.state == "open")
    assert db.scalars(keys).all() == []
    assert not forget(db, CHAT).talks
    assert actor_for_chat(db, CHAT).account_id != actor.account_id, "who writes again is somebody new"


def test_a_copy_of_somebodys_data_names_the_chat_and_holds_it_back_until_a_person_has_looked(db: Session) -> None:
    sent = draft(db, actor_for_chat(db, CHAT), "sevenoaks")
    reference = submit(db, sent.id, utc_now()).reference
    copied = copy_for(db, None, reference, "1", utc_now())
    assert CHAT in [entry.text for entry in copied.held()]
    assert CHAT not in " ".join(entry.text for entry in copied.given())


def test_forgetting_says_where_a_law_keeps_what_was_sent(db: Session) -> None:
    reference = submit(db, draft(db, actor_for_chat(db, CHAT), "sevenoaks").id, utc_now()).reference
    hold(db, somebody(db, "lead", "sevenoaks"), reference)
    assert forget(db, CHAT).held


def test_forgetting_says_where_an_alert_about_danger_is_kept(db: Session) -> None:
    actor = actor_for_chat(db, CHAT)
    heard = hear(db, actor, message("he has a knife"))
    told = {"id": new_id(), "at": utc_now(), "thread": heard.thread, "level": "immediate", "source": "message"}
    raise_alert(db, NewAlert.model_validate(told | {"text": "he has a knife"}))
    assert forget(db, CHAT).alerts


def test_a_chat_goes_when_nothing_of_it_is_open_any_more(sessions: Sessions) -> None:
    now = utc_now()
    with sessions.begin() as db:
        hear(db, actor_for_chat(db, CHAT), message("Hello"))
        note_done(db, 7001)
        claim(db, ["update 7001:0"])
        account, key = account_of(db, CHAT).id, account_of(db, CHAT).own_key_id
    run(sessions, now + timedelta(days=40))
    with sessions() as db:
        assert find_chat(db, CHAT) is not None
        assert not db.scalars(select(TelegramUpdate)).all()
        assert not db.scalars(select(TelegramSending)).all()
    run(sessions, now + timedelta(days=60))
    run(sessions, now + timedelta(days=91))
    with sessions() as db:
        assert db.scalars(select(TelegramChat)).all() == []
        assert db.get_one(Account, account).closed_at is not None
        assert db.get_one(DataKey, key).destroyed_at is not None
        assert still_readable(db, now + timedelta(days=91)) == []


def test_a_chat_stays_while_its_request_is_open(sessions: Sessions) -> None:
    now = utc_now()
    with sessions.begin() as db:
        submit(db, draft(db, actor_for_chat(db, CHAT), "sevenoaks").id, now)
    run(sessions, now + timedelta(days=91))
    with sessions() as db:
        assert find_chat(db, CHAT) is not None


def test_an_answer_that_does_not_reach_the_chat_comes_back_to_whoever_gave_it(db: Session) -> None:
    actor = actor_for_chat(db, CHAT)
    heard = hear(db, actor, message("Can I talk to a person?"))
    thread = db.get_one(Thread, heard.thread)
    thread.programme = "sevenoaks"
    handover = hand_over(db, thread.id, heard.message, utc_now()).handover
    coordinator = somebody(db, "coordinator", "sevenoaks")
    answer(db, coordinator, handover, "Good morning", utc_now(), named=False)
    (waiting,) = unasked(db, utc_now())
    seen = open_conversation(db, coordinator, handover, utc_now())
    assert (seen.waiting.waits_since, [said.undelivered for said in seen.messages]) == (None, [False, False])
    claim(db, [waiting.key])
    note_sent(db, waiting.key, "undeliverable")
    seen = open_conversation(db, coordinator, handover, utc_now())
    assert seen.messages[-1].undelivered
    assert seen.waiting.waits_since is not None
    set_state(db, CHAT, "blocked")
    answer(db, coordinator, handover, "Are you there?", utc_now(), named=False)
    assert open_conversation(db, coordinator, handover, utc_now()).messages[-1].undelivered
