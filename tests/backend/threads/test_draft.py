"""The draft: one record, changed whole against the version that was read, gone when it is stopped."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import select

from backend.keys.models import DataKey
from backend.threads.models import ButtonToken, Thread, ThreadMessage
from tests.backend.threads.talking import CONTENT, Talk, signed_in


def test_new_content_is_judged_by_the_programme(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Ned was excluded twice")

    answer = talk.put(CONTENT, open_question={"id": "clarify", "about": ["crime_asb"]}, marks={1: "answer"}).json()

    assert answer["assessment"]["verdict"] == "eligible"
    assert (answer["programme"], answer["out_of_area"]) == ("sevenoaks", False)
    seen = talk.view()
    assert seen["version"] == answer["version"]
    assert seen["assessment"] == answer["assessment"]
    assert seen["open_question"] == {"id": "clarify", "about": ["crime_asb"]}
    assert seen["messages"][0]["kind"] == "answer"
    assert seen["content"]["people"][1]["name"] == "Ned Quillfeather"
    assert seen["nominator"]["agency"] == "Meadow Park School"
    assert seen["programme"]["code"] == "sevenoaks"


def test_an_address_elsewhere_is_out_of_area(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    assert talk.put(CONTENT | {"postcode": "KT1 1AA"}).json()["out_of_area"] is True


def test_a_draft_that_moved_on_is_not_overwritten(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    version = talk.view()["version"]
    talk.put(CONTENT, version=version).raise_for_status()

    assert talk.put({"story": "something else"}, version=version).status_code == 409
    assert talk.view()["content"]["story"] == CONTENT["story"]


def test_the_next_question_is_kept_and_comes_back_with_the_answer(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    version = talk.view()["version"]
    path = f"/internal/threads/{talk.thread}/draft"
    body = {"version": version, "open_question": {"id": "consent"}}
    assert talk.client("PATCH", path, json=body).json() == {"version": version + 1}
    assert talk.client("PATCH", path, json=body).status_code == 409

    talk.hear("Yes they agreed")
    assert [message["question"] for message in talk.view()["messages"]] == [None, {"id": "consent"}]


def test_content_of_a_wrong_shape_is_refused_without_repeating_it(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    answer = talk.put(CONTENT | {"people": [{"name": "Della Quillfeather", "nickname": "Dell"}]})
    assert answer.status_code == 422
    assert "people" in answer.json()["error"]["message"]
    assert "Dell" not in answer.text


def test_a_draft_that_is_stopped_leaves_nothing_to_read(origin: str, application: FastAPI, folder: Path) -> None:
    talk = Talk(origin)
    talk.hear("Zebedee Marchbanks lives at 4 Thimble Yard")
    talk.put(CONTENT | {"address": "4 Thimble Yard"}, open_question={"id": "consent"}).raise_for_status()
    talk.say({"text": "Did they agree?", "buttons": [{"title": "No", "payload": "answer:no"}]})

    assert talk.post(f"/internal/threads/{talk.thread}/stop", {"reason": "refused"}) == {}
    assert talk.post(f"/internal/threads/{talk.thread}/stop", {"reason": "refused"}) == {}

    with application.state.sessions() as db:
        thread = db.get(Thread, talk.thread)
        assert (thread.content, thread.open_question, thread.judgement) == (None, None, None)
        assert db.get(DataKey, thread.data_key_id).wrapped is None
        said = db.scalars(select(ThreadMessage).where(ThreadMessage.thread_id == talk.thread)).all()
        assert [message.body for message in said] == [None, None]
        assert db.scalars(select(ButtonToken).where(ButtonToken.thread_id == talk.thread)).all() == []
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"Marchbanks" not in file.read_bytes()
    assert talk.view()["state"] == "stopped"
    assert talk.view()["content"] == {"answered": []}


def test_a_stopped_talk_still_answers_but_keeps_no_words(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    talk.post(f"/internal/threads/{talk.thread}/stop", {"reason": "not_yet"})
    assert talk.say({"text": "Ask the family first."}) == [{"text": "Ask the family first."}]

    talk.hear("But Zebedee Marchbanks needs help")

    assert [message["text"] for message in talk.view()["messages"]] == ["", ""]
    assert talk.put(CONTENT).status_code == 409
    assert talk.submit().status_code == 409


def test_what_was_sent_is_not_changed_behind_the_coordinator(origin: str) -> None:
    talk = Talk(origin)
    reference = talk.nominated()
    question = {"id": "withdraw"}
    talk.put(CONTENT | {"story": "nothing happened"}, open_question=question).raise_for_status()
    seen = talk.view()
    assert (seen["content"]["story"], seen["open_question"]) == (CONTENT["story"], question)
    assert (seen["reference"], seen["status"]) == (reference, "received")


def test_a_thread_that_does_not_exist_is_not_found(origin: str) -> None:
    talk = Talk(origin)
    talk.thread = "nobody-s"
    assert talk.client.get("/internal/threads/nobody-s").status_code == 404
    assert talk.client.get("/internal/threads/nobody-s", headers={"Authorization": "Service x"}).status_code == 401


def test_a_need_that_was_denied_as_a_whole_settles_its_criterion(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("No trouble with the police")
    denied = {"code": "crime_asb", "status": "negated", "words": "no", "said_by": "professional"}
    answer = talk.put(CONTENT | {"indicators": [*CONTENT["indicators"], denied]}).json()
    states = {criterion["code"]: criterion["state"] for criterion in answer["assessment"]["criteria"]}
    assert states["crime_asb"] == "denied"
    reference = talk.submit().raise_for_status().json()["reference"]
    seen = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()
    assert seen["needs"]["crime_asb"] == "negated"
