"""Corrections, going back, and the order in which facts are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.interview import Message, Open, fold
from nlu.reading import Contact, Reading
from tests.actions.interview.talk import Talk, agreed, mention, person
from tests.actions.interview.test_order import FULL


def told() -> Talk:
    talk = Talk()
    for text, reading, _ in FULL[:-1]:
        talk.say(text, reading)
    assert talk.asked == "summary"
    return talk


def test_a_postcode_is_put_right_and_the_address_with_it() -> None:
    talk = told()
    assert talk.say("Sorry, it's TN14 not TN13", Reading(postcode="TN14", correction=True)) == "summary"
    assert talk.content["postcode"] == "TN14 1AB"
    assert talk.content["address"] == "14 High Street"
    assert talk.draft.corrected_by == len(talk.messages)


def test_a_second_postcode_in_passing_changes_nothing() -> None:
    talk = told()
    talk.say("His school is at TN15 6XX", Reading(postcode="TN15 6XX"))
    assert talk.content["postcode"] == "TN13 1AB"


def test_a_fact_is_taken_back() -> None:
    talk = told()
    talk.say(
        "Actually dad does work",
        Reading(mentions=(mention("nobody_working", "worklessness", "negated", person="dad"),), correction=True),
    )
    assert [(e["code"], e["status"]) for e in talk.content["indicators"]] == [
        ("fixed_term_exclusion", "asserted"),
        ("nobody_working", "negated"),
    ]


def test_a_correction_about_one_parent_leaves_the_other_as_said() -> None:
    talk = agreed()
    drinks = [mention("parent_substance_misuse", "substance_misuse", person=who) for who in ("mum", "dad")]
    talk.say("Mum and dad both drink", Reading(mentions=tuple(drinks)))
    sober = mention("parent_substance_misuse", "substance_misuse", "historical", person="dad")
    talk.say("Actually dad stopped years ago", Reading(mentions=(sober,), correction=True))
    assert [(e["person"], e["status"]) for e in talk.content["indicators"]] == [
        ("mum", "asserted"),
        ("dad", "historical"),
    ]


def test_two_words_on_one_fact_stand_side_by_side_unless_one_corrects() -> None:
    talk = agreed()
    talk.say("He was arrested in May", Reading(mentions=(mention("youth_offence", "crime_asb"),)))
    talk.say("Maybe he was not charged", Reading(mentions=(mention("youth_offence", "crime_asb", "uncertain"),)))
    assert [e["status"] for e in talk.content["indicators"]] == ["asserted", "uncertain"]


def test_an_age_is_put_right_and_nobody_is_there_twice() -> None:
    talk = told()
    talk.say("Jack is 15, not 14", Reading(people=(person(name="Jack", age=15),), correction=True))
    talk.say("Kelly is 34", Reading(people=(person("mother", name="Kelly", age=34),)))
    assert [(p["name"], p["relation"], p["age"]) for p in talk.content["people"]] == [
        ("Kelly Smith", "mum", 34),
        ("Jack", "son", 15),
    ]


def test_a_district_is_put_right_where_no_postcode_was_read() -> None:
    talk = told()
    talk.say("Sorry, it's TN14 not TN13", Reading(correction=True))
    assert talk.content["postcode"] == "TN14 1AB"


def test_a_name_is_put_right() -> None:
    talk = told()
    talk.say("The boy is called James, not Jack", Reading(people=(person("son", name="James"),)))
    assert [(p["name"], p["age"]) for p in talk.content["people"]] == [("Kelly Smith", None), ("James", 14)]


def test_a_no_that_says_what_is_wrong_is_put_right_at_once() -> None:
    talk = told()
    talk.say("No, it's TN14 5AA", Reading(answer="no", postcode="TN14 5AA", correction=True))
    assert talk.response == "utter_ask_summary"
    assert talk.content["postcode"] == "TN14 5AA"


def test_a_change_at_the_summary_is_summed_up_again_before_it_is_sent() -> None:
    talk = told()
    assert talk.press("change") == "summary"
    assert talk.response == "utter_ask_change"
    pregnant = Reading(mentions=(mention("pregnancy", "pregnancy"),))
    assert talk.say("Kelly is pregnant", pregnant) == "summary"
    assert talk.response == "utter_ask_summary"
    assert talk.say("Yes") == "done"


def test_a_yes_to_what_should_change_sends_nothing() -> None:
    talk = told()
    talk.press("change")
    assert talk.say("yes") == "summary"
    assert talk.response == "utter_ask_summary"


def test_send_it_after_all_sends() -> None:
    talk = told()
    talk.press("change")
    assert talk.say("yes send it", Reading(answer="yes")) == "done"


@pytest.mark.parametrize("text", ["please don't send it yet", "can I change something?", "wait", "not yet"])
def test_who_wants_to_wait_is_asked_what_to_change_and_nothing_is_sent(text: str) -> None:
    talk = told()
    before = talk.content["indicators"]
    assert talk.tell(text) == "summary"
    assert talk.response == "utter_ask_change"
    assert talk.content["indicators"] == before


def test_send_it_is_not_about_special_needs() -> None:
    talk = told()
    send = Reading(mentions=(mention("ehcp_autism_adhd", "ehcp_autism_adhd", "uncertain"),))
    assert talk.say("yes send it", send) == "done"
    assert "ehcp_autism_adhd" not in [entry["code"] for entry in talk.content["indicators"]]


@pytest.mark.parametrize("text", ["yes but the street is wrong", "yes except for the agencies"])
def test_a_yes_with_a_but_is_not_sent(text: str) -> None:
    assert told().say(text) == "summary"


def test_a_number_mentioned_in_passing_is_not_used_where_no_contact_is_safe() -> None:
    talk = agreed()
    talk.say("He was excluded twice, her number is 07700 900123", Reading(contacts=(Contact("phone", "07700 900123"),)))
    for answer in ("skip", "skip"):
        talk.say(answer)
    assert talk.asked == "contact"
    talk.say("no")
    assert talk.content["contact"] is None


@given(taken_back=st.integers(min_value=1, max_value=len(FULL) - 1))
@settings(max_examples=20, deadline=None)
def test_taking_back_the_last_message_is_exact(taken_back: int) -> None:
    talk = Talk()
    for text, reading, _ in FULL[:taken_back]:
        talk.say(text, reading)
    before, asked = talk.content, talk.asked
    text, reading, _ = FULL[taken_back]
    talk.say(text, reading)
    talk.undo(taken_back + 1)
    assert talk.content == before
    assert talk.asked == asked


FACTS: tuple[Reading, ...] = (
    Reading(mentions=(mention("fixed_term_exclusion", "education"),)),
    Reading(people=(person("mum", name="Kelly"),)),
    Reading(people=(person("son", name="Jack", age=14),)),
    Reading(postcode="TN13 1AB", address="14 High Street"),
    Reading(assessment_in_place=True),
    Reading(language="Polish"),
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_independent_facts_may_come_in_any_order(order: Sequence[int]) -> None:
    told_in_order = _facts(FACTS)
    shuffled = [FACTS[n] for n in order] + list(FACTS[:2:-1])
    assert _facts(shuffled) == told_in_order


def _facts(readings: Sequence[Reading]) -> dict[str, object]:
    talk = agreed()
    story = Open("story")
    messages = [
        Message(n, f"fact number {n}", reading, story) for n, reading in enumerate(readings, len(talk.messages) + 1)
    ]
    facts = fold([*talk.messages, *messages], talk.thread).facts()
    facts["people"] = sorted(facts["people"], key=lambda somebody: str(somebody["name"]))
    facts["indicators"] = [entry | {"message": None} for entry in facts["indicators"]]
    return facts


def test_a_digression_is_not_heard() -> None:
    talk = agreed()
    before = talk.content
    question = Message(9, "Who will see this about Jack?", FACTS[0], Open("story"), kind="digression")
    assert fold([*talk.messages, question], talk.thread).to_json() == before
    assert fold([*talk.messages, replace(question, kind="new")], talk.thread).to_json() != before
