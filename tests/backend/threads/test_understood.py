"""What was understood: named by the actions, put into words here, with a button for each thing."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.reading import Mention, Reading
from tests.backend.threads.talking import CONTENT, Talk

TEXT = "Ned was excluded twice and no one works."
READING = Reading(
    mentions=(
        Mention("fixed_term_exclusion", "education", "asserted", "excluded twice", 8, 22, "Ned"),
        Mention("nobody_working", "worklessness", "asserted", "no one works", 27, 39),
    )
).to_json()
OUT, BACK = "out", "back"


def told(talk: Talk) -> list[str]:
    """Tell the story and keep it as the actions would; the names of what was understood."""
    n = talk.hear(TEXT, reading=READING)["message"]
    indicators = [
        {"code": each["indicator"], "said_by": "professional", "message": n,
         **{key: each[key] for key in ("status", "words", "person", "start", "end")}}
        for each in READING["mentions"]
    ]  # fmt: skip
    talk.put(CONTENT | {"indicators": indicators}, open_question={"id": "household"}).raise_for_status()
    return [f"{each['code']}:{each['status']}:{n}:{each['start']}" for each in indicators]


def reply(*items: tuple[str, str], text: str = "This:\n[[understood]]", **more: Any) -> dict[str, Any]:
    named = [{"item": item, "touch": touch} for item, touch in items]
    return {"text": text, "custom": {"fill": ["understood"], "understood": named}, **more}


@pytest.fixture
def talk(origin: str) -> Talk:
    return Talk(origin)


def test_each_thing_has_a_line_with_its_words_and_a_button(talk: Talk) -> None:
    school, work = told(talk)
    [said] = talk.say(reply((school, OUT), (work, OUT), buttons=[{"title": "No", "payload": "answer:no"}]))
    assert said["text"] == (
        "This:\n- Fixed-term exclusion (Ned), so now: “excluded twice”\n"
        "- Nobody in the household works, so now: “no one works”"
    )
    assert [button["title"] for button in said["buttons"]] == [
        "No",
        "Take out: Fixed-term exclusion (Ned)",
        "Take out: Nobody in the household works",
    ]
    assert said["custom"]["understood"][0] == {
        "item": school, "touch": OUT, "need": "education", "code": "fixed_term_exclusion",
        "name": "Fixed-term exclusion", "status": "asserted", "taken": "so now",
        "words": "excluded twice", "person": "Ned",
        "line": "Fixed-term exclusion (Ned), so now: “excluded twice”", "in_short": "Fixed-term exclusion (Ned)",
    }  # fmt: skip
    assert "fill" not in said["custom"]


def test_one_thing_taken_in_two_ways_has_two_different_buttons(talk: Talk) -> None:
    school, _ = told(talk)
    past = school.replace("asserted", "historical")
    [said] = talk.say(reply((school, OUT), (past, OUT)))
    assert [button["title"] for button in said["buttons"]] == [
        "Take out: Fixed-term exclusion (Ned)",
        "Take out: Fixed-term exclusion (Ned), in the past",
    ]


def test_a_touch_is_a_press_whatever_is_asked_meanwhile(talk: Talk) -> None:
    school, _ = told(talk)
    [said] = talk.say(reply((school, OUT)))
    talk.put(CONTENT, open_question={"id": "address"}).raise_for_status()
    heard = talk.hear(said["buttons"][0]["payload"])
    assert heard["press"] == {"kind": "item", "value": f"out:{school}"}
    assert talk.view()["messages"][-1]["text"] == "Take out: Fixed-term exclusion (Ned)"


def test_what_was_taken_out_is_named_by_the_message_that_told_it(talk: Talk) -> None:
    school, _ = told(talk)
    talk.put(CONTENT | {"indicators": []}).raise_for_status()
    [said] = talk.say(reply((school, BACK)))
    assert said["text"] == "This:\n- Fixed-term exclusion (Ned), so now: “excluded twice”"
    assert [button["title"] for button in said["buttons"]] == ["Put back: Fixed-term exclusion (Ned)"]


def test_another_talks_message_is_not_read(origin: str, talk: Talk) -> None:
    school, _ = told(talk)
    other = Talk(origin)
    other.hear("Hello")
    [said] = other.say(reply((school, BACK)))
    assert "excluded" not in said["text"]
    assert "Ned" not in str(said)


def test_a_marker_that_somebody_wrote_is_only_their_words(talk: Talk) -> None:
    talk.hear("Hello")
    talk.put(CONTENT | {"story": "They said [[understood]] to me."}).raise_for_status()
    [said] = talk.say({"text": "[[summary]]", "custom": {"fill": ["summary", "understood"], "understood": []}})
    assert "They said [[understood]] to me." in said["text"]


@pytest.mark.parametrize(
    "wanted",
    ["all", [3], [{"item": "x", "touch": "out"}], [{"item": "rent_arrears:asserted:1:2", "touch": "erase"}], [{}]],
)
def test_names_that_are_none_are_refused(talk: Talk, wanted: object) -> None:
    talk.hear("Hello")
    wrong = {"text": "[[understood]]", "custom": {"fill": ["understood"], "understood": wanted}}
    sent = {"thread": talk.thread, "message": talk.last, "replies": [wrong]}
    assert talk.client.post("/internal/replies", json=sent).status_code == 422
