"""The summary is looked at: what is put right goes, what was never said is not made up."""

from __future__ import annotations

import pytest

from tests.actions.interview.talk import Talk

SAID = (
    "no",
    "Yes, mum agreed, I asked her on 18 November at the school gate",
    "Tom has been excluded twice and mum is out of work since March. They have rent arrears.",
    "Mum is Ada Okoye, 36. Tom is 14 and Bea is 9.",
    "14 Mill Road, Sevenoaks TN13 1AB",
    "07700 900123, before three",
    "police and school",
    "no",
    "no",
    "they want calm",
    "likely",
    "English",
)


def summed_up(*, pressed: bool) -> Talk:
    talk = Talk()
    talk.tell("Hello")
    for said in SAID:
        talk.tell(said)
    assert talk.asked == "summary"
    if pressed:
        talk.press("change")
        assert talk.response == "utter_ask_change"
    return talk


def asserted(talk: Talk) -> set[str]:
    return {entry["code"] for entry in talk.content["indicators"] if entry["status"] == "asserted"}


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("sorry, actually mum is not out of work, she works full time", "nobody_working"),
        ("Mum is working now", "nobody_working"),
        ("Actually Tom was never excluded", "fixed_term_exclusion"),
        ("She is not behind with the rent", "rent_arrears"),
    ],
)
def test_a_fact_that_is_denied_goes_and_the_denial_is_no_story(said: str, gone: str, *, pressed: bool) -> None:
    talk = summed_up(pressed=pressed)
    before, story = asserted(talk), talk.content["story"]
    assert gone in before
    assert talk.tell(said) == "summary"
    assert asserted(talk) == before - {gone}
    assert talk.content["story"] == story
    assert talk.draft.corrected_by == len(talk.messages)


@pytest.mark.parametrize("pressed", [False, True])
def test_an_address_is_replaced(*, pressed: bool) -> None:
    talk = summed_up(pressed=pressed)
    talk.tell("the address is 9 Oak Road TN14 5AA")
    assert (talk.content["address"], talk.content["postcode"]) == ("9 Oak Road", "TN14 5AA")


@pytest.mark.parametrize("said", ["not the police", "remove the police", "the police are not involved"])
def test_a_service_is_taken_out(said: str) -> None:
    talk = summed_up(pressed=False)
    before = asserted(talk)
    talk.tell(said)
    assert talk.content["agencies"] == ["School"]
    assert asserted(talk) == before


def test_an_age_and_a_name_are_put_right() -> None:
    talk = summed_up(pressed=True)
    talk.tell("Bea is not 9, she is 10")
    talk.tell("sorry, Ada is called Adah")
    assert [(p["name"], p["age"]) for p in talk.content["people"]] == [("Adah Okoye", 36), ("Tom", 14), ("Bea", 10)]


def test_typed_change_something_asks_what() -> None:
    talk = summed_up(pressed=False)
    assert talk.tell("Change something") == "summary"
    assert talk.response == "utter_ask_change"


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "That is right, please submit it",
        "Everything is correct and can be sent",
        "all good, send",
        "I have read it through and it is accurate. Kindly submit it.",
        "no changes, thank you, go ahead and send it off",
        "Happy with that so please send it in",
    ],
)
def test_every_part_of_a_yes_to_the_summary_says_so_and_it_is_sent(said: str, *, pressed: bool) -> None:
    talk = summed_up(pressed=pressed)
    before = talk.content["indicators"], talk.content["agencies"], talk.content["story"]
    assert talk.tell(said) == "done"
    assert (talk.content["indicators"], talk.content["agencies"], talk.content["story"]) == before


@pytest.mark.parametrize(
    "said",
    [
        "That is not right, please do not submit it",
        "All fine but one age is wrong",
        "Everything is right except the address",
        "thank you",
        "Is that correct?",
        "no",
    ],
)
def test_nothing_is_sent_where_a_part_says_otherwise(said: str) -> None:
    talk = summed_up(pressed=False)
    assert talk.tell(said) == "summary"
    assert not talk.draft.confirmed
