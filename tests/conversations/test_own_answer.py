"""A family that was not asked yet answers for itself on its own phone, through the whole product."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.conversations.families import COORDINATOR, begin, go_on, persona
from tests.system import FrontDoor, Talk, text_of

pytestmark = pytest.mark.system


def handed_on(door: FrontDoor) -> tuple[Talk, str]:
    """A talk up to where the nominator is given a link, and the link's path."""
    who = persona("not-yet")
    talk = begin(door, who)
    text = text_of(go_on(talk, who))
    assert talk.outcome == "stopped_no_consent"
    found = re.search(r"/agree/[\w-]+", text)
    assert found, text
    return talk, found[0]


def answered(door: FrontDoor, path: str, typed: dict[str, str]) -> httpx.Response:
    """A parent opens the link and sends the form."""
    with httpx.Client(base_url=door.url, timeout=30) as phone:
        page = phone.get(path).text
        assert "Wexcombe" not in page
        found = re.search(r'name="csrf" value="([^"]+)"', page)
        assert found
        further = dict.fromkeys(re.findall(r'name="(purpose-[\w-]+)"', page), "yes")
        programme = {"programme": "kingston-richmond"}
        return phone.post(path, data={"csrf": found[1], **programme, **further, **typed}, follow_redirects=True)


def test_the_talk_goes_on_once_the_family_has_agreed_itself(door: FrontDoor) -> None:
    talk, path = handed_on(door)
    page = answered(door, path, {"answer": "yes", "who": "parent", "name": "Dana Wexcombe", "note": "text only"})
    assert "You said yes" in page.text
    replies = talk.say("Their boy Tavin is 9 and was excluded twice. Nobody works.")
    assert "agreed to be nominated" not in text_of(replies)
    assert replies[-1]["custom"]["question"] not in ("consent", "contact")
    assert "take your yes back" in httpx.get(door.url + path, timeout=30).text


def test_a_yes_is_taken_back_by_the_same_link_and_the_talk_ends(door: FrontDoor) -> None:
    talk, path = handed_on(door)
    answered(door, path, {"answer": "yes", "who": "parent", "name": "Dana Wexcombe", "note": "text only"})
    talk.say("Their boy Tavin is 9 and was excluded twice. Nobody works.")
    back = answered(door, path, {"answer": "back", "lang": "sk"})
    assert "Vzali ste svoje \u00e1no sp\u00e4\u0165." in back.text
    assert httpx.get(door.url + path, timeout=30).status_code == 410
    talk.say("He was excluded again.")
    assert talk.outcome == "stopped_no_consent"
    assert talk.reference is None


def test_a_no_ends_the_talk(door: FrontDoor) -> None:
    talk, path = handed_on(door)
    assert "You said no" in answered(door, path, {"answer": "no"}).text
    talk.say("Their boy Tavin Wexcombe has been excluded.")
    assert talk.reference is None
    assert talk.outcome == "stopped_no_consent"
    rows = door.account(COORDINATOR).get("/api/nominations").json()["nominations"]
    assert all("Tavin" not in str(row) for row in rows)


def test_danger_written_in_the_form_is_answered_and_the_answer_is_kept(door: FrontDoor) -> None:
    talk, path = handed_on(door)
    typed = {
        "answer": "yes",
        "who": "parent",
        "name": "Dana",
        "note": "He is going to kill me tonight, own-answer-test.",
    }
    page = answered(door, path, typed)
    assert "999" in page.text
    assert "saved as well" in page.text
    assert door.wait_for_alert("own-answer-test")["level"] == "immediate"
    assert talk.say("Hello?")[-1]["custom"]["question"] != "consent"


def test_a_condition_is_told_back_and_stands_in_the_summary_in_its_words(door: FrontDoor) -> None:
    who = persona("not-yet")
    talk = begin(door, who)
    talk.say("No")
    said = text_of(talk.say("Mum agreed yesterday, I asked her on the phone, but only if dad isn't told"))
    assert "\u201cbut only if dad isn't told\u201d" in said
