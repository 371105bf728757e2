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
    ("could you get a human being to phone me", "asked for a person"),
    ("can you explain what i have to put here", "Answer in your own words"),
    ("someone is at the door, i will finish this later", "is kept and not sent"),
    ("ok i am back, shall we carry on", "Good to have you back"),
    ("you stupid useless machine", "sorry that this annoys you"),
    ("what is the weather doing tomorrow", "cannot help with"),
    ("many thanks, that is kind", "You are welcome"),
    ("hiya, morning", "Hello"),
    ("any news about how my nomination is doing", "Nothing has been sent yet"),
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


def test_hopes_that_sound_like_a_command_are_hopes(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks", hopes="a person to talk to, and for the shouting to stop")
    talk = door.account(NOMINATOR).talk(who.programme)
    go_on(talk, who)
    assert record_of(door, talk)["hopes"] == "a person to talk to, and for the shouting to stop"


def test_danger_goes_first_whatever_else_is_said(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    replies = talk.say("get me a person now, he is hitting her with a bat")
    assert "999" in text_of(replies)
    assert talk.outcome == "escalated_danger"
