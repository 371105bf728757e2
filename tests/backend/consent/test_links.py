"""A family reads what is asked and answers for itself: once, in time, without an account; nobody else learns who."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditEntry
from backend.consent.models import ConsentLink
from backend.database.base import utc_now
from backend.keys.models import DataKey
from backend.retention.check import still_readable
from backend.retention.job import look, run
from backend.threads.models import Thread
from tests.backend.threads.talking import CONTENT, Talk, signed_in

WAITING = CONTENT | {"consent": {"state": "not_yet", "events": []}, "contact": {"phone": "07700 900999"}}
YES = {
    "answer": "yes",
    "purpose-checks": "no",
    "purpose-sharing": "yes",
    "who": "parent",
    "name": "Orla Fernsby",
    "reach": "07700 900321",
    "note": "text me in the mornings",
    "condition": "do not tell my ex",
}


def waiting(origin: str, content: dict[str, Any] = WAITING) -> Talk:
    """A talk in which the family was not asked yet, and the nominator has a link."""
    talk = Talk(origin)
    talk.hear("I have not asked them yet")
    talk.put(content, open_question={"id": "consent"}).raise_for_status()
    talk.post(f"/internal/threads/{talk.thread}/consent-link", {"renew": False})
    return talk


def link(talk: Talk) -> str:
    """The path of the link as it stands in the reply."""
    (reply,) = talk.say({"text": "Hand them this: [[link]]", "custom": {"fill": ["link"]}})
    return "/agree/" + str(reply["text"]).rpartition("/agree/")[2]


class Family:
    """A parent's own browser."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.cookies = httpx.Cookies()

    def opens(self, path: str) -> httpx.Response:
        page = httpx.get(self.origin + path, timeout=30)
        self.cookies.update(page.cookies)
        return page

    def answers(self, path: str, typed: dict[str, str]) -> httpx.Response:
        found = re.search(r'name="csrf" value="([^"]+)"', self.opens(path).text)
        with httpx.Client(cookies=self.cookies, timeout=30) as browser:
            return browser.post(self.origin + path, data={"csrf": found[1] if found else "", **typed})


def test_the_page_says_what_is_asked_and_nothing_of_the_family(origin: str) -> None:
    page = Family(origin).opens(link(waiting(origin)))
    assert page.status_code == 200
    assert "We may ask school, the police and the job centre" in page.text
    assert "999" in page.text
    assert not re.search("Quillfeather|Larkspur|Meadow Park|Ned", page.text)
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"


def test_a_yes_lets_the_talk_go_on_and_reaches_the_coordinator_alone(origin: str) -> None:
    talk = waiting(origin)
    answered = Family(origin).answers(link(talk), YES)
    assert answered.headers["location"] == "/agreed?said=yes"
    seen = talk.view()
    assert seen["open_question"] is None
    (answer,) = seen["family_answers"]
    assert (answer["state"], answer["declined"], answer["reached"]) == ("given", ["checks"], True)
    assert "Fernsby" not in str(seen)
    assert "900321" not in str(seen)

    talk.put(WAITING | {"consent": {"state": "given", "events": []}}).raise_for_status()
    reference = talk.submit().raise_for_status().json()["reference"]
    read = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()
    assert {(event["purpose"], event["state"], event["by"]) for event in read["consent"]["events"]} == {
        ("nomination", "given", "Orla Fernsby"),
        ("checks", "refused", "Orla Fernsby"),
        ("sharing", "given", "Orla Fernsby"),
    }
    assert read["consent"]["conditions"] == [{"words": "do not tell my ex", "message": None}]
    assert (read["contact"]["phone"], read["contact"]["note"]) == ("07700 900321", "text me in the mornings")
    page = signed_in(origin, "coordinator").get(f"/nominations/{reference}", headers={"Accept": "text/html"})
    assert "They agreed on a condition: “do not tell my ex”" in page.text

    own = signed_in(origin, "nominator").get(f"/api/nominations/{reference}").text
    assert not re.search("Fernsby|900321|mornings|my ex", own)
    assert "07700 900999" in own


def test_who_shares_it_is_named_to_whoever_handed_the_link_on(origin: str) -> None:
    talk = waiting(origin)
    Family(origin).answers(link(talk), YES | {"shared": "yes"})
    talk.put(WAITING | {"consent": {"state": "given", "events": []}}).raise_for_status()
    reference = talk.submit().raise_for_status().json()["reference"]
    assert "Orla Fernsby" in signed_in(origin, "nominator").get(f"/api/nominations/{reference}").text


def test_a_no_ends_the_talk_and_erases_the_draft(origin: str, application: FastAPI) -> None:
    talk = waiting(origin)
    assert Family(origin).answers(link(talk), {"answer": "no"}).headers["location"] == "/agreed?said=no"
    seen = talk.view()
    assert seen["state"] == "stopped"
    assert "Quillfeather" not in str(seen)
    with application.state.sessions() as db:
        assert still_readable(db, utc_now()) == []
    assert talk.submit().status_code == 409


def test_one_parents_no_beside_the_others_yes_is_kept_as_a_second_answer(origin: str) -> None:
    talk = waiting(origin, CONTENT)
    Family(origin).answers(link(talk), {"answer": "no", "name": "Dara Quillfeather"})
    assert talk.view()["state"] == "open"
    reference = talk.submit().raise_for_status().json()["reference"]
    read = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()["consent"]
    assert read["state"] == "given"
    assert [(event["by"], event["state"]) for event in read["events"]] == [
        ("Dara Quillfeather", "refused"),
        ("Della Quillfeather", "given"),
    ]
    page = signed_in(origin, "coordinator").get(f"/nominations/{reference}", headers={"Accept": "text/html"})
    assert "One said yes and another said no" in page.text


def test_who_agreed_and_says_no_itself_has_said_no(origin: str) -> None:
    talk = waiting(origin, CONTENT)
    Family(origin).answers(link(talk), {"answer": "no", "name": "Della Quillfeather"})
    assert talk.view()["state"] == "stopped"


def test_a_link_works_once_and_reads_alike_whatever_became_of_it(origin: str) -> None:
    talk = waiting(origin)
    used = link(talk)
    family = Family(origin)
    family.answers(used, {"answer": "no"})
    back = waiting(origin)
    taken = link(back)
    back.client("DELETE", f"/internal/threads/{back.thread}/consent-link").raise_for_status()
    pages = [family.opens(path) for path in (used, taken, "/agree/never-was-there-at-all")]
    assert {page.status_code for page in pages} == {410}
    assert len({page.text for page in pages}) == 1
    assert family.answers(used, YES).status_code == 410
    assert talk.view()["state"] == "stopped"


def test_a_new_link_ends_the_one_before(origin: str) -> None:
    talk = waiting(origin)
    first = link(talk)
    talk.post(f"/internal/threads/{talk.thread}/consent-link", {"renew": True})
    talk.hear("A new link, please")
    assert Family(origin).opens(first).status_code == 410
    assert Family(origin).opens(link(talk)).status_code == 200


@pytest.mark.parametrize(
    ("left_out", "said"),
    [("name", "Write your name"), ("who", "A parent or carer has to answer"), ("purpose-checks", "Say yes or no")],
)
def test_what_is_missing_is_said_and_what_was_typed_is_still_there(origin: str, left_out: str, said: str) -> None:
    talk = waiting(origin)
    answer = Family(origin).answers(link(talk), {name: typed for name, typed in YES.items() if name != left_out})
    assert answer.status_code == 422
    assert said in answer.text
    assert "do not tell my ex" in answer.text
    assert talk.view()["family_answers"] == []


def test_another_sites_form_answers_nothing(origin: str) -> None:
    talk = waiting(origin)
    assert httpx.post(origin + link(talk), data=YES | {"csrf": "made up"}).status_code == 422
    assert talk.view()["family_answers"] == []


def test_what_nobody_answered_in_time_is_erased_and_said_so(origin: str, application: FastAPI) -> None:
    talk = waiting(origin)
    path = link(talk)
    sessions = application.state.sessions
    with sessions.begin() as db:
        row = db.scalars(select(ConsentLink).where(ConsentLink.thread_id == talk.thread)).one()
        row.ends_at = utc_now() - timedelta(minutes=1)
    assert Family(origin).opens(path).status_code == 410
    assert talk.view()["consent_link"]["state"] == "ended"
    with sessions() as db:
        assert look(db, utc_now()).of("asked", "sevenoaks").due == 1
    report = run(sessions, utc_now())
    assert report.of("asked", "sevenoaks").erased == 1
    assert report.readable == 0
    assert talk.view()["state"] == "stopped"
    with sessions() as db:
        thread = db.get_one(Thread, talk.thread)
        assert thread.content is None
        keys = select(DataKey.destroyed_at).where(DataKey.id == thread.data_key_id)
        assert db.scalars(keys).one() is not None


def test_opening_and_answering_are_in_the_audit_without_a_word_of_it(origin: str, application: FastAPI) -> None:
    talk = waiting(origin)
    Family(origin).answers(link(talk), YES)
    with application.state.sessions() as db:
        row = db.scalars(select(ConsentLink).where(ConsentLink.thread_id == talk.thread)).one()
        entries = list(db.scalars(select(AuditEntry).where(AuditEntry.object_id == row.id)))
    assert [entry.action for entry in entries] == ["made", "opened", "answered"]
    assert entries[-1].detail == {"state": "given"}
