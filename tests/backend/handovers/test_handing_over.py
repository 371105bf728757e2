"""A talk that is handed over: the assistant is silent, a person answers and hands it back, and late is said."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.accounts.accounts import email_of, find_account
from backend.accounts.models import SignedInSession
from backend.accounts.sessions import begin, hash_of
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.errors import Conflict, NotFound, Refused
from backend.handovers.answering import answer, hand_back, take
from backend.handovers.asking import hand_over
from backend.handovers.late import tell_late
from backend.handovers.models import Handover
from backend.handovers.reading import open_conversation, waiting
from backend.nominations.stopping import stop
from backend.outbox.models import Mail
from backend.outbox.post_office import Folder
from backend.outbox.worker import work
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import add_message, body_of
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import Talk, signed_in

QUESTION = {"text": "Who is in the family?", "buttons": [{"title": "Not sure", "payload": "answer:unsure"}],
            "custom": {"question": "household"}}  # fmt: skip


def handed_over(origin: str, who: str = "nominator") -> tuple[Talk, str]:
    """A talk with an open question, in which a person was asked for; and the hand-over's id."""
    talk = Talk(origin, who)
    talk.hear("Ned Quillfeather was excluded")
    talk.put({"answered": []}, open_question={"id": "household"}).raise_for_status()
    talk.say(QUESTION)
    talk.hear("Can I talk to a person?")
    told = talk.post(f"/internal/threads/{talk.thread}/hand-over", {"message": talk.last})
    talk.say({"text": told["expected"], "custom": {"handed_over": True}})
    return talk, told["handover"]


def page_of(origin: str, handover: str) -> list[tuple[str, str]]:
    """Who said what, as the coordinator reads it."""
    read = signed_in(origin, "coordinator").get(f"/api/handovers/{handover}").raise_for_status().json()
    return [(said["by"], said["text"]) for said in read["messages"]]


def test_the_assistant_is_silent_and_a_coordinator_answers_in_the_same_talk(origin: str) -> None:
    coordinator = signed_in(origin, "coordinator")
    talk, handover = handed_over(origin)

    heard = talk.hear("It is urgent for us")
    assert heard["handed_over"]
    assert heard["question"] is None  # "yes" to a person is no answer to the question that was open

    rows = coordinator.get("/api/handovers").json()["waiting"]
    [row] = [each for each in rows if each["handover"] == handover]
    assert (row["programme"], row["agency"], row["taken"]) == ("sevenoaks", "Meadow Park School", False)
    assert row["waits_since"] < row["due_at"]
    said = coordinator.post(f"/api/handovers/{handover}/messages", json={"text": "I can ring you at two."})
    assert said.status_code == 201
    assert page_of(origin, handover)[-2:] == [
        ("person-asking", "It is urgent for us"),
        ("person-answering", "I can ring you at two."),
    ]

    coordinator.post(f"/api/handovers/{handover}/end").raise_for_status()
    assert coordinator.get(f"/api/handovers/{handover}").status_code == 404
    assert not talk.hear("Thank you")["handed_over"]


def test_what_was_said_to_a_person_is_heard_once_the_assistant_speaks_again(origin: str) -> None:
    talk, handover = handed_over(origin)
    talk.hear("Yes")
    signed_in(origin, "coordinator").post(f"/api/handovers/{handover}/messages", json={"text": "Did mum agree?"})
    talk.hear("Bea is nine and at Meadow Park")
    signed_in(origin, "coordinator").post(f"/api/handovers/{handover}/end")
    new = [(each["text"], each["question"]) for each in talk.view()["messages"] if each["kind"] == "new"]
    assert new[-2:] == [("Yes", None), ("Bea is nine and at Meadow Park", None)]


def test_handing_back_asks_the_open_question_again_with_buttons_that_answer_it(
    origin: str, application: FastAPI
) -> None:
    talk, handover = handed_over(origin)
    coordinator = signed_in(origin, "coordinator")
    coordinator.post(f"/api/handovers/{handover}/messages", json={"text": "Go on, please."})
    coordinator.post(f"/api/handovers/{handover}/end").raise_for_status()
    said = everything_said(talk, origin)
    assert [text for _, text in said[-2:]] == [
        "The coordinator has handed this conversation back. You are talking with the computer program again. We go on "
        "where we were.",
        "Who is in the family?",
    ]
    assert talk.hear(buttons_of(application, talk)[-1])["press"] == {"kind": "answer", "value": "unsure"}


def everything_said(talk: Talk, origin: str) -> list[tuple[str, str]]:
    """All that stands in a talk, as it is read once a person is asked for again."""
    talk.hear("A person again, please")
    again = talk.post(f"/internal/threads/{talk.thread}/hand-over", {"message": talk.last})["handover"]
    said = page_of(origin, again)[:-1]
    talk.hear("Go on without a person")
    return said


def buttons_of(application: FastAPI, talk: Talk) -> list[str]:
    """What is sent when a button of the last question is pressed, button by button."""
    with application.state.sessions() as db:
        thread = db.get_one(Thread, talk.thread)
        bodies = [body_of(db, thread, each) for each in db.scalars(
            select(ThreadMessage).where(ThreadMessage.thread_id == talk.thread).order_by(ThreadMessage.n)
        )]  # fmt: skip
    return [button["payload"] for body in bodies for button in body.get("buttons") or []]


@pytest.mark.parametrize("words", ["Go on without a person", "carry on!", "Let's go on."])
def test_whoever_asked_may_go_on_without_a_person(origin: str, words: str) -> None:
    talk, handover = handed_over(origin)
    heard = talk.hear(words)
    assert (heard["handed_over"], heard["press"]) == (False, {"kind": "intent", "value": "resume"})
    assert handover not in signed_in(origin, "coordinator").get("/api/handovers").text


def test_a_family_that_talks_in_slovak_goes_on_by_the_button_in_slovak(origin: str) -> None:
    talk = Talk(origin, "family")
    talk.conversation = "page"
    signed_in(origin, "family").post("/chat/new")
    talk.hear("Chcem hovoriť s človekom")
    talk.put({"answered": [], "talk_in": "sk"}).raise_for_status()
    talk.post(f"/internal/threads/{talk.thread}/hand-over", {"message": talk.last})
    assert "Pokračovať bez človeka" in signed_in(origin, "family").get("/chat").text
    assert talk.hear("Pokračovať bez človeka")["press"] == {"kind": "intent", "value": "resume"}


def test_a_yes_to_the_question_about_danger_is_believed_until_a_person_has_answered(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("I want to talk to a person")
    talk.put({"answered": []}, open_question={"id": "danger"}).raise_for_status()
    handover = talk.post(f"/internal/threads/{talk.thread}/hand-over", {"message": talk.last})["handover"]
    assert talk.hear("Yes")["question"] == "danger"
    signed_in(origin, "coordinator").post(f"/api/handovers/{handover}/messages", json={"text": "Has mum agreed?"})
    assert talk.hear("Yes")["question"] is None


def test_asking_again_is_asking_once_and_a_message_sent_again_stays_silent(origin: str) -> None:
    talk, handover = handed_over(origin)
    again = talk.post(f"/internal/threads/{talk.thread}/hand-over", {"message": talk.last})
    assert again["handover"] == handover
    first = talk.hear("Hello?", delivery="d-1")
    second = talk.hear("Hello?", delivery="d-1")
    assert (first["message"], second["handed_over"], second["replies"]) == (second["message"], True, None)


def test_a_name_is_shown_only_where_it_is_chosen_and_mails_say_nothing(origin: str, application: FastAPI) -> None:
    talk, handover = handed_over(origin)
    coordinator = signed_in(origin, "coordinator")
    coordinator.post(f"/api/handovers/{handover}/messages", json={"text": "By my role."})
    coordinator.post(f"/api/handovers/{handover}/messages", json={"text": "By my name.", "named": True})
    with application.state.sessions() as db:
        thread = db.get_one(Thread, talk.thread)
        rows = db.scalars(
            select(ThreadMessage).where(ThreadMessage.thread_id == thread.id, ThreadMessage.kind == "person")
        ).all()
        assert not any(b"By my" in (row.body or b"") for row in rows)
        by_role, by_name = (body_of(db, thread, row)["custom"]["person"] for row in rows)
        causes = db.scalars(select(Mail.cause).where(Mail.template == "person-wanted")).all()
    assert by_role == {"role": "coordinator", "name": None}
    assert by_name["name"]
    assert f"handover:{handover}" in causes


def ask(db: Session, *programmes: str) -> tuple[Thread, str]:
    """A draft of somebody who may nominate in these programmes, handed over before its programme was known."""
    actor = somebody(db, "nominator", *programmes)
    thread = draft(db, actor, programmes[0])
    thread.programme = None
    return thread, hand_over(db, thread.id, 1, utc_now()).handover


def test_another_programmes_coordinator_sees_nothing_of_it(db: Session) -> None:
    elsewhere = somebody(db, "coordinator", "maidstone")
    _, handover = ask(db, "sevenoaks")
    assert db.get_one(Handover, handover).programme == "sevenoaks"
    assert waiting(db, elsewhere, utc_now()) == []
    for reach in (
        lambda: open_conversation(db, elsewhere, handover, utc_now()),
        lambda: answer(db, elsewhere, handover, "Hello", utc_now()),
        lambda: hand_back(db, elsewhere, handover, utc_now()),
    ):
        with pytest.raises(NotFound):
            reach()
    with pytest.raises(Refused):
        waiting(db, somebody(db, "duty", "sevenoaks"), utc_now())


def test_before_its_programme_is_known_a_talk_is_taken_before_it_is_read_and_then_one_persons(db: Session) -> None:
    here, there = somebody(db, "coordinator", "sevenoaks"), somebody(db, "coordinator", "maidstone")
    _, handover = ask(db, "sevenoaks", "maidstone")
    seen = open_conversation(db, there, handover, utc_now())
    assert (seen.shut, seen.messages) == (True, [])
    with pytest.raises(Conflict):
        answer(db, there, handover, "Hello", utc_now())
    take(db, here, handover, utc_now())
    assert open_conversation(db, here, handover, utc_now()).messages
    with pytest.raises(NotFound):
        open_conversation(db, there, handover, utc_now())


def test_whom_nobody_answers_in_time_is_told_so_once_with_the_numbers_and_leads_hear_of_it(db: Session) -> None:
    lead, coordinator = somebody(db, "lead", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    thread, handover = ask(db, "sevenoaks")
    row = db.get_one(Handover, handover)
    assert row.due_at is not None
    assert tell_late(db, row.due_at - timedelta(seconds=1)) == 0
    assert tell_late(db, row.due_at) == 1
    assert tell_late(db, row.due_at + timedelta(hours=1)) == 0
    [told] = list(db.scalars(select(ThreadMessage).where(ThreadMessage.kind == "notice")))
    words = body_of(db, thread, told)["text"]
    assert "Nobody has answered you yet" in words
    assert "999" in words
    assert "01632 960101" in words
    mails = db.scalars(select(Mail.account_id).where(Mail.template == "person-still-wanted")).all()
    assert set(mails) == {lead.account_id, coordinator.account_id}
    assert [each.late for each in waiting(db, lead, row.due_at)] == [True]


def test_the_worker_tells_those_who_should_have_answered_by_mails_without_a_word_of_it(
    sessions: Sessions, tmp_path: Path
) -> None:
    with sessions.begin() as db:
        lead = somebody(db, "lead", "sevenoaks")
        address = email_of(db, lead.account_id)
        _, handover = ask(db, "sevenoaks")
    with sessions() as db:
        due = db.get_one(Handover, handover).due_at
    assert due is not None
    assert work(sessions, Folder(tmp_path), "https://front.example", due)["late"] == 1
    assert work(sessions, Folder(tmp_path), "https://front.example", due)["late"] == 0
    [mail] = [message_from_bytes(file.read_bytes()) for file in tmp_path.glob("*.eml")]
    assert (mail["To"], mail["Subject"]) == (address, "Nobody has answered somebody who wants to talk to a person")
    assert "Quillfeather" not in mail.as_string()


def test_a_copy_for_whoever_asks_has_what_a_person_answered_too(origin: str) -> None:
    coordinator = signed_in(origin, "coordinator")
    talk = Talk(origin)
    reference = talk.nominated()
    talk.hear("Can I talk to a person?")
    handover = talk.post(f"/internal/threads/{talk.thread}/hand-over", {"message": talk.last})["handover"]
    coordinator.post(f"/api/handovers/{handover}/messages", json={"text": "Ned may start on Monday."})
    page = coordinator.get(f"/nominations/{reference}/copy?person=2").text
    assert "Ned may start on Monday." in page


def test_an_answer_stops_the_clock_and_another_message_starts_it_again(db: Session) -> None:
    coordinator = somebody(db, "coordinator", "sevenoaks")
    _, handover = ask(db, "sevenoaks")
    answer(db, coordinator, handover, "What can I do?", utc_now())
    assert tell_late(db, utc_now() + timedelta(days=5)) == 0
    [row] = waiting(db, coordinator, utc_now())
    assert (row.waits_since, row.mine) == (None, True)


def test_who_is_late_comes_first_then_who_waits_longest_then_whom_somebody_has_answered(db: Session) -> None:
    coordinator = somebody(db, "coordinator", "sevenoaks")
    (_, answered), (_, first), (_, second), (_, late) = (ask(db, "sevenoaks") for _ in range(4))
    answer(db, coordinator, answered, "Hello", utc_now())
    for hours, handover in ((2, first), (1, second), (0, late)):
        row = db.get_one(Handover, handover)
        row.waits_since = utc_now() - timedelta(hours=hours)
        row.due_at = utc_now() + timedelta(hours=1 if handover != late else -1)
    rows = [row.handover for row in waiting(db, coordinator, utc_now())]
    assert rows == [late, first, second, answered]


def test_a_talk_that_is_stopped_is_nobodys_to_answer_and_nobody_is_reminded_of_it(db: Session) -> None:
    coordinator = somebody(db, "coordinator", "sevenoaks")
    thread, handover = ask(db, "sevenoaks")
    answer(db, coordinator, handover, "Mrs Grimsdyke will ring Della Quillfeather", utc_now())
    add_message(db, thread, "in", body={"text": "No, stop it"})
    stop(db, thread.id, "refused", utc_now())
    db.expire_all()
    assert db.get_one(Handover, handover).ended_why == "ended"
    assert waiting(db, coordinator, utc_now()) == []
    bodies = db.scalars(select(ThreadMessage.body).where(ThreadMessage.thread_id == thread.id)).all()
    assert bodies == [None] * len(bodies)


def test_asking_answering_reading_and_ending_are_all_in_the_audit(origin: str, application: FastAPI) -> None:
    _, handover = handed_over(origin)
    page_of(origin, handover)
    signed_in(origin, "coordinator").post(f"/api/handovers/{handover}/messages", json={"text": "Hello"})
    signed_in(origin, "coordinator").post(f"/api/handovers/{handover}/end")
    with application.state.sessions() as db:
        about = [
            (entry.action, entry.object_kind)
            for entry in db.scalars(select(AuditEntry).order_by(AuditEntry.seq))
            if entry.object_id == handover or entry.detail.get("handover") == handover
        ]
    assert about[:2] == [("asked", "handover"), ("read", "thread")]
    assert about[2:] == [("took", "handover"), ("answered", "handover"), ("ended", "handover")]


def test_looking_for_news_reads_nothing_and_keeps_nobody_signed_in(origin: str, application: FastAPI) -> None:
    talk, handover = handed_over(origin)
    news = f"/conversations/{handover}/news?after="
    long_ago = utc_now() - timedelta(hours=2)
    with application.state.sessions.begin() as db:
        token = begin(db, find_account(db, "coordinator@demo.example") or pytest.fail("no coordinator"), "cookie")
        db.get_one(SignedInSession, hash_of(token)).seen_at = long_ago
        newest = db.get_one(Thread, talk.thread).last_n

    def look(after: int) -> tuple[httpx.Response, int]:
        """The answer, and how many entries it left."""
        before = entries(application)
        answer = httpx.get(origin + news + str(after), cookies={"frontdoor": token}, timeout=30)
        return answer, entries(application) - before

    nothing, left = look(newest)
    assert (nothing.status_code, left) == (204, 0)
    something, left = look(newest - 1)
    assert left == 1
    assert "Ned Quillfeather was excluded" in something.text
    with application.state.sessions() as db:
        assert db.get_one(SignedInSession, hash_of(token)).seen_at == long_ago


def entries(application: FastAPI) -> int:
    with application.state.sessions() as db:
        return db.scalar(select(func.count()).select_from(AuditEntry)) or 0
