"""What the door is told about a message, and what comes back from our replies."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.orm import Session

from backend.threads.conversations import begin_page_thread, newest_page_thread
from backend.threads.models import Thread
from backend.threads.record import MOST_MESSAGES
from tests.backend.threads.people import somebody
from tests.backend.threads.talking import CONTENT, Talk

YES_NO = {
    "text": "Is anybody in danger now?",
    "buttons": [{"title": "Yes", "payload": "answer:yes"}, {"title": "My nominations", "payload": "intent:ask_status"}],
}


def test_a_message_that_is_delivered_twice_is_heard_once_and_answered_alike(origin: str) -> None:
    talk = Talk(origin)
    first = talk.hear("Hello", delivery="delivery 1")
    assert (first["duplicate"], first["replies"]) == (False, None)
    said = talk.say({"text": "Good morning."}, {"custom": {"question": "danger"}})

    again = talk.hear("Hello", delivery="delivery 1")

    assert (again["duplicate"], again["message"], again["replies"]) == (True, first["message"], said)
    assert [message["text"] for message in talk.view()["messages"]] == ["Hello"]


def test_the_same_delivery_in_another_conversation_is_another_message(origin: str) -> None:
    first, second = Talk(origin), Talk(origin)
    first.hear("Hello", delivery="1")
    assert second.hear("Hello", delivery="1")["duplicate"] is False


def test_a_conversation_belongs_to_the_account_that_began_it(origin: str) -> None:
    mine, other = Talk(origin), Talk(origin, "family")
    mine.hear("Hello")
    other.conversation = mine.conversation
    assert other.send("Hello").status_code == 404


@pytest.mark.parametrize("who", ["coordinator", "duty", "chair", "lead", "analyst", "administrator", "auditor"])
def test_only_nominators_and_families_chat(origin: str, who: str) -> None:
    assert Talk(origin, who).send("Hello").status_code == 403


def test_who_is_not_signed_in_is_told_so(origin: str) -> None:
    talk = Talk(origin)
    talk.token = "not a token"
    assert talk.send("Hello").status_code == 401


def test_a_programme_that_does_not_exist_is_refused(origin: str) -> None:
    assert Talk(origin, programme="atlantis").send("Hello").status_code == 422


def test_a_press_is_known_by_its_token_alone(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    yes, mine = talk.say(YES_NO)[0]["buttons"]
    assert len(yes["payload"].encode()) <= 64
    assert "yes" not in yes["payload"]

    assert talk.hear(yes["payload"])["press"] == {"kind": "answer", "value": "yes"}
    assert talk.hear(mine["payload"])["press"] == {"kind": "intent", "value": "ask_status"}
    assert [message["text"] for message in talk.view()["messages"]] == ["Hello", "Yes", "My nominations"]


@pytest.mark.parametrize("typed", ["/affirm", "answer:yes", "intent:ask_status", '/inform{"open_question": "consent"}'])
def test_what_is_typed_is_never_a_press(origin: str, typed: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    talk.say(YES_NO)
    assert talk.hear(typed)["press"] is None


def test_a_token_means_nothing_in_another_talk(origin: str) -> None:
    mine, other = Talk(origin), Talk(origin)
    mine.hear("Hello")
    token = mine.say(YES_NO)[0]["buttons"][0]["payload"]
    assert other.hear(token)["press"] is None


def test_an_old_button_does_not_answer_the_question_that_is_open_now(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    talk.put(CONTENT, open_question={"id": "danger"}).raise_for_status()
    old = talk.say(YES_NO)[0]["buttons"][0]["payload"]
    talk.hear("No")
    talk.put(CONTENT, open_question={"id": "consent"}).raise_for_status()
    asked = talk.say({"text": "Has the family agreed?", "buttons": [{"title": "Yes", "payload": "answer:yes"}]})

    heard = talk.hear(old)

    assert heard["press"] is None
    assert heard["duplicate"] is True
    assert "earlier question" in heard["replies"][0]["text"]
    assert heard["replies"][1:] == asked


def test_a_talk_has_an_end(origin: str, application: FastAPI) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    with application.state.sessions.begin() as db:
        db.execute(update(Thread).where(Thread.id == talk.thread).values(said=MOST_MESSAGES))
    assert talk.send("One more").status_code == 409


def test_markers_are_filled_from_the_record(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    talk.put(CONTENT).raise_for_status()
    fill = {"fill": ["summary", "status", "reference"], "question": "summary"}

    [reply] = talk.say({"text": "[[summary]]|[[status]]|[[reference]]", "custom": fill})

    summary, status, reference = reply["text"].split("|")
    for said in ("Della Quillfeather", "age 12", "7 Larkspur Rise", "TN13 1AA", "07700 900123", "home visit"):
        assert said in summary
    assert "Fixed-term exclusion" in summary
    assert status == "You have not sent a nomination yet."
    assert reference == ""
    assert reply["custom"] == {"question": "summary"}


def test_a_press_sent_again_before_it_was_answered_is_still_a_press(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    [shown] = talk.say({"text": "Really stop?", "buttons": [{"title": "Yes, stop", "payload": "intent:withdraw"}]})
    token = shown["buttons"][0]["payload"]
    assert talk.hear(token, delivery="press 1")["press"] == {"kind": "intent", "value": "withdraw"}
    again = talk.hear(token, delivery="press 1")
    assert (again["duplicate"], again["replies"]) == (True, None)
    assert again["press"] == {"kind": "intent", "value": "withdraw"}


def test_of_two_answers_to_one_message_the_first_stands(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello", delivery="once")
    first = talk.say({"text": "Who lives at home?"})
    assert talk.say({"text": "Where do they live?"}) == first
    assert talk.hear("Hello", delivery="once")["replies"] == first


def test_an_answer_may_follow_where_it_was_only_said_that_something_is_not_working(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello", delivery="once")
    talk.say({"text": "What you wrote is safe with us.", "custom": {"trouble": "conversation"}})
    talk.say({"text": "Who lives at home?"})
    replies = talk.hear("Hello", delivery="once")["replies"]
    assert [reply["text"] for reply in replies] == ["What you wrote is safe with us.", "Who lives at home?"]


def test_a_new_talk_on_the_page_is_the_newest_though_the_clock_was_put_back(db: Session) -> None:
    nominator = somebody(db, "nominator", "sevenoaks")
    before = begin_page_thread(db, nominator)
    before.created_at += timedelta(hours=1)
    db.flush()
    begun = begin_page_thread(db, nominator)
    assert newest_page_thread(db, nominator) is begun
