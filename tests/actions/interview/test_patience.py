"""Messages that answer nothing: nobody is asked in circles, and after three a person is offered."""

from __future__ import annotations

import pytest

from actions.interview import Message
from tests.actions.interview.talk import Talk, agreed, begun

STORY = "Yusuf has been excluded twice this term and his dad has been out of work since March."


def at(question: str) -> Talk:
    talk = agreed()
    talk.tell(STORY)
    while talk.asked != question:
        talk.say("skip")
    return talk


@pytest.mark.parametrize("question", ["household", "address", "contact", "agencies", "assessment"])
@pytest.mark.parametrize("said", ["I already told you", "I've just said that", "As I said", "I told you that already!"])
def test_i_already_told_you_is_taken_and_does_not_become_an_answer(question: str, said: str) -> None:
    talk = at(question)
    known = {key: talk.content[key] for key in ("people", "address", "contact", "agencies", "hopes", "story")}
    assert talk.tell(said) != question
    assert {key: talk.content[key] for key in known} == known


def test_what_must_be_clear_is_asked_again_even_so() -> None:
    talk = begun()
    assert talk.tell("I already told you") == "danger"
    assert talk.content["danger"] is None


@pytest.mark.parametrize("said", ["🙂", "👍👍", ".", "?", "…", "!!!"])
@pytest.mark.parametrize("question", ["story", "household", "address", "contact", "agencies"])
def test_a_sign_without_a_word_is_no_answer(question: str, said: str) -> None:
    talk = at(question) if question != "story" else agreed()
    before = talk.draft.facts()
    assert talk.tell(said) == question
    assert talk.draft.facts() == before


def test_after_three_that_were_not_understood_a_person_is_offered_and_it_goes_on() -> None:
    talk = begun()
    offers = []
    for said in ("banana", "purple monkey", "la la la", "banana", "no"):
        talk.tell(said)
        offers.append(talk.draft.offered_by == len(talk.messages))
    assert offers == [False, False, True, False, False]
    assert talk.asked == "consent"


def test_an_answer_in_between_starts_the_count_again() -> None:
    talk = begun()
    for said in ("banana", "purple monkey", "no", "la la la", "banana"):
        talk.tell(said)
    assert talk.draft.offered_by is None


@pytest.mark.parametrize("question", ["danger", "story", "household", "address", "turnaround", "summary"])
def test_a_message_of_nearly_four_thousand_characters_is_heard_whole(question: str) -> None:
    talk = begun() if question == "danger" else agreed() if question == "story" else at(question)
    long = " ".join(f"On day {n} Yusuf was out of the classroom again and nobody knew where." for n in range(56))
    assert 3_800 < len(long) < 4_000
    talk.tell(long)
    assert long in talk.content["story"]


def test_what_was_heard_stays_what_it_was_when_the_talk_goes_on() -> None:
    talk = at("address")
    message: Message = talk.messages[-1]
    assert talk.draft.taken[message.n] == "answer"


def test_answers_that_come_a_question_late_land_where_they_belong() -> None:
    talk = at("address")
    assert talk.tell("Mum Sara Hussain 40, dad Omar Hussain 44, Yusuf 13") == "address"
    talk.say("skip")
    assert talk.asked == "contact"
    assert talk.tell("4 The Drive, Sevenoaks TN13 6AA") == "contact"
    talk.say("skip")
    assert talk.asked == "agencies"
    assert talk.tell("07700 900222") == "agencies"
    assert talk.tell("probation and Home-Start") == "lead_professional"
    content = talk.content
    assert [person["name"] for person in content["people"] if person["name"]][-1] == "Yusuf"
    assert (content["address"], content["postcode"]) == ("4 The Drive, Sevenoaks", "TN13 6AA")
    assert content["contact"]["phone"] == "07700 900222"
    assert content["agencies"] is not None
    assert "07700 900222" not in content["agencies"]
