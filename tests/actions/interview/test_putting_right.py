"""Whatever was said before is put right in words while something else is asked, and is no answer to that."""

from __future__ import annotations

import pytest

from tests.actions.interview.talk import Talk, begun

ANSWERS = {
    "danger": "No",
    "consent": "Yes, mum agreed. I asked her on 12 November 2026, face to face at school.",
    "story": "Jake has been excluded twice this term. The police were called to the house last month because of noise. "
    "Mum smokes cannabis most evenings.",
    "household": "Kelly Marsh, 34, mum. Darren Marsh, 38, dad. Jake Marsh, 14, son. Lily Marsh, 8, daughter.",
    "address": "22 Otter Lane, Sevenoaks, TN13 1AA",
    "contact": "Ring Kelly on 07700 900123 before 2pm.",
    "agencies": "CAMHS, the school nurse and West Kent Housing",
    "assessment": "Yes",
    "lead_professional": "Yes, Sue Holt, the class teacher",
    "turnaround": "Possible",
    "language": "English",
    "clarify": "No",
}


def at(question: str) -> Talk:
    """A talk with everything told up to a question."""
    talk = begun()
    while talk.asked != question:
        talk.tell(ANSWERS[talk.asked])
    return talk


def people(talk: Talk) -> list[tuple[str, int | None, str | None]]:
    return [(person["name"].split()[0], person["age"], person["relation"]) for person in talk.content["people"]]


KELLY, DARREN, JAKE, LILY = ("Kelly", 34, "mum"), ("Darren", 38, "dad"), ("Jake", 14, "son"), ("Lily", 8, "daughter")


@pytest.mark.parametrize(
    ("question", "said", "left"),
    [
        ("agencies", "Lily is 9, not 8", [KELLY, DARREN, JAKE, ("Lily", 9, "daughter")]),
        ("address", "it's Lilly with two l's", [KELLY, DARREN, JAKE, ("Lilly", 8, "daughter")]),
        ("turnaround", "sorry, the boy spells it Jaik, J-A-I-K", [KELLY, DARREN, ("Jaik", 14, "son"), LILY]),
        ("contact", "its leela not lily", [KELLY, DARREN, JAKE, ("Leela", 8, "daughter")]),
        ("contact", "dad isn't in the house any more", [KELLY, JAKE, LILY]),
        ("summary", "Darren moved out in August so he should come off the list", [KELLY, JAKE, LILY]),
        ("summary", "Jake isn't the son, he's the nephew", [KELLY, DARREN, ("Jake", 14, "nephew"), LILY]),
        ("agencies", "we forgot the baby, Noah Marsh, aged 1", [KELLY, DARREN, JAKE, LILY, ("Noah", 1, "baby")]),
    ],
)
def test_people_are_put_right(question: str, said: str, left: list[tuple[str, int, str]]) -> None:
    talk = at(question)
    assert talk.tell(said) == question
    assert people(talk) == left
    assert talk.draft.corrected_by == len(talk.messages)


def test_a_surname_is_put_right_for_all_who_have_it() -> None:
    talk = at("agencies")
    assert talk.tell("Surname is Marshe, with an e") == "agencies"
    assert {person["name"].split()[-1] for person in talk.content["people"]} == {"Marshe"}


def test_who_left_is_still_told_in_the_story() -> None:
    talk = at("contact")
    talk.tell("dad isn't in the house any more")
    assert "dad isn't in the house any more" in talk.content["story"]


@pytest.mark.parametrize(
    ("question", "said", "address", "postcode"),
    [
        ("contact", "wrong postcode, it's TN13 2AB", "22 Otter Lane, Sevenoaks", "TN13 2AB"),
        ("agencies", "hang on thats number 24 otter lane not 22", "24 Otter Lane, Sevenoaks", "TN13 1AA"),
        ("summary", "Otter Road not Otter Lane", "22 Otter Road, Sevenoaks", "TN13 1AA"),
    ],
)
def test_an_address_is_put_right(question: str, said: str, address: str, postcode: str) -> None:
    talk = at(question)
    assert talk.tell(said) == question
    assert (talk.content["address"], talk.content["postcode"]) == (address, postcode)


def test_another_number_takes_the_place_of_the_old_one_and_the_time_stays() -> None:
    talk = at("turnaround")
    assert talk.tell("The number I gave you was wrong. It ends 132, so 07700 900132.") == "turnaround"
    contact = talk.content["contact"]
    assert (contact["phone"], contact["note"]) == ("07700 900132", "Ring Kelly on 07700 900132 before 2pm.")
    assert talk.content["hopes"] is None


def test_services_the_lead_and_the_assessment_are_put_right() -> None:
    talk = at("turnaround")
    for said in (
        "the school nurse is lead, not the teacher",
        "CAMHS discharged them so please take CAMHS off",
        "I said there was an early help assessment, there isn't one",
    ):
        assert talk.tell(said) == "turnaround"
    assert talk.content["lead_professional"] == {"state": "yes", "name": "school nurse"}
    assert talk.content["agencies"] == ["School nurse", "West Kent Housing"]
    assert talk.content["assessment_in_place"] is False
    assert talk.content["hopes"] is None


def test_another_parent_agreed_and_the_yes_stays() -> None:
    talk = at("address")
    assert talk.tell("it was dad who agreed, not mum") == "address"
    consent = talk.content["consent"]
    assert (consent["state"], consent["events"][0]["by"]) == ("given", "dad")


@pytest.mark.parametrize("said", ["forget what I said about drugs", "Scratch the cannabis, that was hearsay"])
def test_what_was_said_about_something_is_forgotten_and_not_denied(said: str) -> None:
    talk = at("agencies")
    assert talk.tell(said) == "agencies"
    assert "parent_substance_misuse" not in [entry["code"] for entry in talk.content["indicators"]]


def test_a_fact_is_another_persons() -> None:
    talk = at("contact")
    assert talk.tell("Sorry, it isn't mum who smokes cannabis, it's dad.") == "contact"
    smokes = [entry for entry in talk.content["indicators"] if entry["code"] == "parent_substance_misuse"]
    assert [(entry["status"], entry["person"]) for entry in smokes] == [("asserted", "dad")]


def test_an_answer_beside_it_is_heard_too() -> None:
    talk = at("agencies")
    assert talk.tell("Lily is 9, not 8. The GP and Home-Start are helping.") == "lead_professional"
    assert ("Lily", 9, "daughter") in people(talk)
    assert talk.content["agencies"] == ["GP", "Home-Start"]


@pytest.mark.parametrize(
    ("question", "said", "asked"),
    [
        ("assessment", "Yes there's one from June. What's a TAF, is that something else?", "turnaround"),
        ("contact", "07700 900888 evenings only. how long before i hear something?", "agencies"),
    ],
)
def test_an_answer_with_a_question_beside_it_is_an_answer(question: str, said: str, asked: str) -> None:
    talk = at(question)
    before = talk.content["indicators"]
    assert talk.tell(said) == asked
    assert talk.content["indicators"] == before


def test_a_service_that_is_named_moves_nobody_to_another_area() -> None:
    talk = at("summary")
    assert talk.tell("Lead should be Priya Nair from Kingston early help instead of Sue Holt") == "summary"
    assert talk.content["programme"] == "sevenoaks"
    assert talk.content["lead_professional"]["name"].startswith("Priya Nair")


def test_what_somebody_else_withdrew_is_not_the_agreement() -> None:
    talk = at("agencies")
    assert talk.tell("Please remove the reference to the police, the neighbours withdrew it") == "agencies"
    assert talk.content["consent"]["state"] == "given"
    assert "police_callout" not in [entry["code"] for entry in talk.content["indicators"]]


def test_who_is_in_touch_with_whom_is_no_way_to_reach_them() -> None:
    talk = at("turnaround")
    before = talk.content["contact"]
    talk.tell("Visits with their father never happen before noon")
    talk.tell("Mum agreed when I rang her, it was not before Monday")
    assert talk.content["contact"] == before
    talk.tell("Please ring only in the mornings")
    assert "only in the mornings" in talk.content["contact"]["note"]
