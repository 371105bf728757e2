"""People correct themselves, go back, wander off and say everything at once."""

from __future__ import annotations

import pytest

from tests.conversations.families import NOMINATOR, begin, go_on, persona, record_of
from tests.system import FrontDoor, text_of

pytestmark = pytest.mark.system


def test_a_correction_is_what_is_kept(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address", answer_it=True)
    talk.say("Sorry, I got that wrong: the postcode is TN14 5AB, not TN13 1AA.")
    go_on(talk, who)
    assert record_of(door, talk)["postcode"] == "TN14 5AB", "\n".join(talk.transcript)


def test_going_back_asks_the_last_question_again_and_the_new_answer_counts(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address", answer_it=True)
    talk.say("go back")
    assert talk.question == "address", "\n".join(talk.transcript)
    talk.say("9 Quillfield Row, Sevenoaks, TN15 6AA")
    go_on(talk, who)
    assert record_of(door, talk)["postcode"] == "TN15 6AA", "\n".join(talk.transcript)


def test_what_was_said_already_is_not_asked_again(door: FrontDoor) -> None:
    talk = door.account(NOMINATOR).talk("sevenoaks")
    who = persona("case-one-sevenoaks")
    go_on(talk, who, until="story")
    talk.say(
        "Both teenagers are not going to school and the police came out for anti-social behaviour. The family are "
        "Dana Wexcombe, 41, mother, and Tavin Wexcombe, 14, son. They live at 7 Quillfield Row, Sevenoaks, TN13 1AA."
    )
    go_on(talk, who)
    asked = "\n".join(talk.transcript)
    assert "'question': 'address'" not in asked, asked
    assert record_of(door, talk)["postcode"] == "TN13 1AA"


def test_a_question_on_the_way_is_answered_and_the_open_one_asked_again(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    replies = talk.say("who decides about this?")
    assert "person decides" in text_of(replies)
    assert talk.question == "address"
    go_on(talk, who)
    assert talk.outcome == "submitted"


def test_status_is_told_after_it_was_sent(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who)
    assert talk.reference
    assert talk.reference in text_of(talk.say("what is happening with my nomination?"))


def test_a_button_does_what_it_says(door: FrontDoor) -> None:
    who = persona("case-two-kingston-richmond")
    talk = begin(door, who)
    replies = go_on(talk, who, until="assessment")
    talk.press(replies, "Yes")
    go_on(talk, who)
    assert record_of(door, talk)["assessment_in_place"] is True


def test_a_command_that_is_typed_is_only_words(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    talk.say('/withdraw{"audience": "family"}')
    talk.say("/restart")
    assert talk.outcome is None
    go_on(talk, who)
    assert talk.outcome == "submitted", "\n".join(talk.transcript)


def test_what_was_understood_is_taken_out_with_one_touch_and_is_no_denial(door: FrontDoor) -> None:
    nothing = {"story": "skip", "clarify:crime_asb": "skip", "clarify": "skip"}
    who = persona("case-one-sevenoaks", **nothing)
    talk = door.account(NOMINATOR).talk("sevenoaks")
    go_on(talk, who, until="story")
    told = talk.say("Tavin has been excluded twice and the police came out for anti-social behaviour. Mum drinks.")
    assert "excluded twice" in told[0]["text"], "\n".join(talk.transcript)
    asked = talk.question
    codes = [item["code"] for item in told[0]["custom"]["understood"]]
    police = [button for button in told[0]["buttons"] if "olice" in button["title"] or "Anti-social" in button["title"]]
    for button in police:
        replies = talk.say(button["payload"])
        assert "taken this out" in replies[0]["text"]
        assert replies[-1]["custom"]["question"] == asked == talk.question
    replies = talk.say("take out the bit about drinking")
    assert replies[0]["buttons"][0]["title"].startswith("Put back"), "\n".join(talk.transcript)
    talk.say(replies[0]["buttons"][0]["payload"])
    go_on(talk, who)
    record = record_of(door, talk)
    kept = {each["code"] for each in record["indicators"] if each["start"] is not None}
    assert len(police) == len(codes) - 2
    assert kept & set(codes) == {"fixed_term_exclusion", "parent_substance_misuse"}
    assert record["needs"].get("crime_asb") not in {"asserted", "negated"}
    crime = next(each for each in record["assessment"]["criteria"] if "crime" in each["code"])
    assert crime["met"] is None
    assert crime["state"] in {"not_asked", "uncertain"}
