"""A second family in one conversation has a talk and a key of its own, and one that was left can be gone back to."""

from __future__ import annotations

import re
from typing import Any

from nlu.reading import Reading
from tests.backend.threads.talking import CONTENT, Talk, signed_in

READING = Reading().to_json()
OTHER = {"text": "And another family: Joanne Pell", "reading": READING}


def parted(talk: Talk, **more: Any) -> str:
    wanted = {"message": talk.last, "goes": OTHER, "stays": None, "now": False} | more
    return str(talk.post(f"/internal/threads/{talk.thread}/another", wanted)["thread"])


def texts(view: dict[str, Any]) -> list[str]:
    return [message["text"] for message in view["messages"]]


def test_what_is_told_of_another_family_leaves_the_first_familys_talk(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Ned was excluded twice.")
    talk.hear("He is 12. And another family: Joanne Pell")
    other = parted(talk, stays={"text": "He is 12. ", "reading": READING})
    assert parted(talk) == other, "the same message again changes nothing"
    first = talk.view()
    assert texts(first) == ["Ned was excluded twice.", "He is 12. "]
    assert first["another_waits"]
    talk.say({"text": "I keep that apart."})
    assert talk.hear("No")["thread"] == first["thread"], "this one is gone on with"
    talk.thread = other
    second = talk.view()
    assert (texts(second), second["content"], second["messages"][0]["kind"]) == (
        [OTHER["text"]],
        {"answered": []},
        "new",
    )


def test_the_conversation_goes_on_about_the_other_family_once_the_first_is_sent(origin: str) -> None:
    talk = Talk(origin)
    talk.nominated()
    talk.hear("Next family: Joanne Pell", delivery="next-1")
    sent, other = talk.thread, parted(talk, now=True)
    delivered = talk.say({"text": "Is anyone in danger?", "buttons": [{"title": "No", "payload": "answer:no"}]})
    token = delivered[0]["buttons"][0]["payload"]
    again = talk.hear("Next family: Joanne Pell", delivery="next-1")
    assert (again["thread"], again["duplicate"], again["replies"]) == (other, True, delivered)
    pressed = talk.hear(token)
    assert (pressed["thread"], pressed["press"]) == (other, {"kind": "answer", "value": "no"})
    assert texts(talk.view()) == [OTHER["text"], "No"]
    talk.thread = sent
    assert "Joanne" not in str(talk.view())


def test_what_waits_is_gone_on_with(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Ned was excluded twice. And another family: Joanne Pell")
    other = parted(talk, stays={"text": "Ned was excluded twice.", "reading": READING})
    talk.put(CONTENT).raise_for_status()
    talk.submit().raise_for_status()
    talk.hear("Yes, go on")
    assert parted(talk, goes=None, now=True) == other
    assert talk.hear("No")["thread"] == other
    assert texts(talk.view()) == [OTHER["text"], "Yes, go on", "No"]
    assert [message["kind"] for message in talk.view()["messages"]] == ["new", "digression", "new"]


def test_it_was_the_same_family_after_all(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Ned was excluded twice.")
    talk.hear("The other family: Joanne Pell")
    other = parted(talk, goes={"text": "The other family: Joanne Pell", "reading": READING})
    talk.client("DELETE", f"/internal/threads/{talk.thread}/another").raise_for_status()
    back = talk.view()
    assert texts(back) == ["Ned was excluded twice.", "The other family: Joanne Pell"]
    assert (back["messages"][1]["kind"], back["another_waits"]) == ("new", False)
    assert talk.client("DELETE", f"/internal/threads/{talk.thread}/another").status_code == 409
    talk.thread = other
    assert texts(talk.view()) == [""]


def test_on_the_page_the_first_family_stays_in_sight_until_it_is_sent(origin: str) -> None:
    nominator = signed_in(origin, "nominator")
    nominator.post("/chat/new")
    talk = Talk(origin)
    talk.conversation = "page"
    talk.hear("Ned was excluded twice.")
    talk.hear("And another family: Joanne Pell")
    parted(talk)
    page = nominator.get("/chat").text
    assert "Ned was excluded twice." in page
    assert "Joanne" not in page
    talk.put(CONTENT).raise_for_status()
    talk.submit().raise_for_status()
    talk.hear("Yes")
    parted(talk, goes=None, now=True)
    talk.say({"text": "Is anyone in danger?"})
    page = nominator.get("/chat").text
    assert "Joanne Pell" in page
    assert "Is anyone in danger?" in page
    assert "Ned was excluded twice." not in page


def test_a_talk_that_was_left_is_offered_by_its_day_and_gone_on_with_in_another_conversation(origin: str) -> None:
    left = Talk(origin, "family", programme=None)
    left.hear("We need help")
    later = Talk(origin, "family", programme=None)
    later.hear("Hello again")
    offered = later.view()["left"]
    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", offered["begun"])
    assert offered["long_ago"] is False, "it may be open on another screen"
    assert "We need help" not in str(later.view())
    later.hear("Go on with that one")
    taken = later.post(f"/internal/threads/{later.thread}/take-up", {"message": later.last})["thread"]
    assert taken == left.thread
    later.say({"text": "Good to have you back."})
    assert later.hear("He is nine")["thread"] == left.thread
    assert left.hear("And she is ten")["thread"] == left.thread, "the other device is still in the same talk"
    assert left.view()["left"] is None


def test_nobody_goes_on_with_somebody_elses_talk(origin: str) -> None:
    Talk(origin, "family", programme=None).hear("We need help")
    new = Talk(origin)
    new.hear("I want to nominate a family")
    taken = new.client.post(f"/internal/threads/{new.thread}/take-up", json={"message": new.last})
    if taken.is_success:  # one of their own that another test left
        new.thread = taken.json()["thread"]
    assert new.view()["audience"] == "professional"
