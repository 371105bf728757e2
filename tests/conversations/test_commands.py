"""At an open question people ask, leave, come back and swear in their own words; the question waits for its answer."""

from __future__ import annotations

import pytest

from tests.conversations.families import NOMINATOR, begin, go_on, persona, record_of
from tests.system import FrontDoor, Talk, text_of

pytestmark = pytest.mark.system

ON_THE_WAY = [
    ("who is allowed to see my answers", "stored encrypted"),
    ("what is the reason for wanting their address", "which team is near"),
    ("once this has gone in what are the next things to happen", "a coordinator reads it"),
    ("who has the final word on it", "person decides"),
    ("can you explain what i have to put here", "Answer in your own words"),
    ("someone is at the door, i will finish this later", "is kept and not sent"),
    ("ok i am back, shall we carry on", "Good to have you back"),
    ("you stupid useless machine", "sorry that this annoys you"),
    ("what is the weather doing tomorrow", "cannot help with"),
    ("many thanks, that is kind", "You are welcome"),
    ("hiya, morning", "Hello"),
    ("any news about how my nomination is doing", "Nothing has been sent yet"),
    ("remind me what a TAF is", "Team Around the Family"),
    ("is it a computer i am writing to", "computer program"),
    ("have you got many more of these questions", "a dozen short questions"),
    ("i will send you the report as a pdf", "cannot take files"),
    ("will asking for this go against mum in court", "counts against nobody"),
]


@pytest.fixture(scope="module")
def at_the_address(front_door_on_sqlite: FrontDoor) -> Talk:
    """One talk in which the address is asked for, and stays asked for whatever is typed."""
    who = persona("case-one-sevenoaks")
    talk = begin(front_door_on_sqlite, who)
    go_on(talk, who, until="address")
    return talk


@pytest.mark.parametrize(("typed", "said"), ON_THE_WAY)
def test_what_is_typed_on_the_way_is_heard_and_the_question_waits(at_the_address: Talk, typed: str, said: str) -> None:
    replies = at_the_address.say(typed)
    assert said in text_of(replies)
    assert at_the_address.question == "address", "\n".join(at_the_address.transcript)


def test_nothing_that_was_typed_on_the_way_is_in_the_nomination(door: FrontDoor, at_the_address: Talk) -> None:
    who = persona("case-one-sevenoaks")
    go_on(at_the_address, who)
    record = record_of(door, at_the_address)
    assert record["postcode"] == "TN13 1AA"
    told = f"{record['story']} {record['hopes']} {record['address']}"
    assert not any(typed in told for typed, _ in ON_THE_WAY)


def test_the_last_answer_is_taken_back_on_a_wish_in_other_words(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address", answer_it=True)
    talk.say("can you return me to the one you asked before")
    assert talk.question == "address", "\n".join(talk.transcript)


def test_whoever_wants_to_stop_is_asked_once_more_and_the_draft_is_kept(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    replies = talk.say("we have had second thoughts, please cancel all of this")
    assert any(reply.get("custom", {}).get("confirm") == "withdraw" for reply in replies), "\n".join(talk.transcript)
    talk.press(replies, "No, carry on")
    assert talk.question == "address"
    go_on(talk, who)
    assert talk.outcome == "submitted"


@pytest.mark.parametrize("typed", ["stop", "cancel"])
def test_a_bare_stop_asks_whether_for_now_or_for_good(door: FrontDoor, typed: str) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    replies = talk.say(typed)
    titles = [button["title"] for reply in replies for button in reply.get("buttons", ())]
    assert titles == ["Yes, stop and delete", "Stop for now and keep it", "No, carry on"], "\n".join(talk.transcript)
    assert "is kept and not sent" in text_of(talk.press(replies, "Stop for now and keep it"))
    assert talk.question == "address"


def test_who_wants_a_person_is_heard(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    assert "asked for a person" in text_of(talk.say("could you get a human being to phone me"))


def test_starting_again_is_confirmed_and_takes_out_everything(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="contact")
    replies = talk.say("this is all muddled, can we start the whole thing over")
    assert any(reply.get("custom", {}).get("confirm") == "restart" for reply in replies), "\n".join(talk.transcript)
    talk.press(replies, "No, carry on")
    assert talk.question == "contact"
    replies = talk.say("start over")
    talk.press(replies, "Yes, start again")
    assert talk.question == "danger", "\n".join(talk.transcript)
    go_on(talk, persona("case-one-sevenoaks", address="3 Newt Close, Sevenoaks, TN15 6AA"))
    record = record_of(door, talk)
    assert record["postcode"] == "TN15 6AA", "\n".join(talk.transcript)
    assert record["story"].count("anti-social behaviour on the estate") == 1


def test_back_by_several_and_to_a_question_that_is_named(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="agencies")
    talk.say("can you take me back to the address please")
    assert talk.question == "address", "\n".join(talk.transcript)
    talk.say("3 Newt Close, Sevenoaks, TN15 6AA")
    assert talk.question == "agencies", "\n".join(talk.transcript)
    talk.say("go back two steps please")
    assert talk.question in {"address", "contact"}, "\n".join(talk.transcript)
    go_on(talk, persona("case-one-sevenoaks", address="3 Newt Close, Sevenoaks, TN15 6AA"))
    assert record_of(door, talk)["postcode"] == "TN15 6AA"


def test_after_two_that_were_not_understood_there_are_choices_and_after_three_a_person(door: FrontDoor) -> None:
    who = persona("case-two-kingston-richmond")
    talk = begin(door, who)
    go_on(talk, who, until="assessment")
    said = [talk.say(typed) for typed in ("flibber", "zib zob", "wobble wobble")]
    titles = [[button["title"] for reply in each for button in reply.get("buttons", ())] for each in said]
    assert "Talk to a person" not in titles[0]
    assert {"Why do you ask?", "Talk to a person"} <= set(titles[1]), "\n".join(talk.transcript)
    assert "speak to a person" in text_of(said[2])
    assert talk.question != "assessment"


def test_hopes_that_sound_like_a_command_are_hopes(door: FrontDoor) -> None:
    hope = "Mum wants a person to talk to, and for the shouting to stop."
    who = persona("case-one-sevenoaks")
    story = who.answers["story"]
    assert isinstance(story, list)
    who = persona("case-one-sevenoaks", story=[*story, hope])
    talk = door.account(NOMINATOR).talk(who.programme)
    go_on(talk, who)
    assert record_of(door, talk)["hopes"] == hope


def test_danger_goes_first_whatever_else_is_said(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    replies = talk.say("get me a person now, he is hitting her with a bat")
    assert "999" in text_of(replies)
    assert talk.outcome == "escalated_danger"
