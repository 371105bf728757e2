"""A nomination from hello to sent: which question follows which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.interview import Assessment, Message, Open
from nlu.reading import Consent, Contact, LeadProfessional, Reading
from tests.actions.interview.talk import KINGSTON, SEVENOAKS, Talk, agreed, begun, mention, person

FULL: tuple[tuple[str, Reading, str], ...] = (
    # what a school says, what is read in it, what is asked next
    ("I want to nominate a family", Reading(), "danger"),
    ("No, everybody is safe", Reading(), "consent"),
    ("Mum agreed. I asked her on the phone yesterday.", Reading(consent=Consent("given", by="mum")), "story"),
    (
        "The boy was excluded twice and nobody works. Mum would like Jack back at school.",
        Reading(
            mentions=(
                mention("fixed_term_exclusion", "education", person="boy"),
                mention("nobody_working", "worklessness"),
            )
        ),
        "household",
    ),
    (
        "Kelly Smith and her son Jack, 14",
        Reading(people=(person("mum", name="Kelly Smith"), person("son", name="Jack", age=14))),
        "address",
    ),
    ("14 High Street, TN13 1AB", Reading(address="14 High Street", postcode="TN13 1AB"), "contact"),
    ("Text Kelly on 07700 900123 in the morning", Reading(contacts=(Contact("phone", "07700 900123"),)), "agencies"),
    ("CAMHS and the police", Reading(agencies=("CAMHS", "police")), "lead_professional"),
    (
        "Yes, Sam Hill from early help",
        Reading(lead_professional=LeadProfessional("yes", "Sam Hill")),
        "assessment",
    ),
    ("No", Reading(), "turnaround"),
    ("likely", Reading(), "language"),
    ("none", Reading(), "summary"),
    ("Yes, send it", Reading(), "done"),
)


def test_a_school_is_led_from_hello_to_sent() -> None:
    talk = Talk()
    assert [talk.say(text, reading) for text, reading, _ in FULL] == [asked for _, _, asked in FULL]
    content = talk.content
    assert content["consent"]["state"] == "given"
    assert content["consent"]["events"] == [
        {
            "purpose": purpose,
            "state": "given",
            "by": "mum",
            "asked_by": "Pat Lee",
            "date": "2026-11-19",
            "method": "phone",
            "wording_version": "sevenoaks-1",
        }
        for purpose in ("nomination", "sharing")
    ]
    assert [(entry["code"], entry["said_by"]) for entry in content["indicators"]] == [
        ("fixed_term_exclusion", "professional"),
        ("nobody_working", "professional"),
    ]
    assert [(somebody["name"], somebody["age"]) for somebody in content["people"]] == [
        ("Kelly Smith", None),
        ("Jack", 14),
    ]
    assert content["postcode"] == "TN13 1AB"
    assert content["contact"]["phone"] == "07700 900123"
    assert content["agencies"] == ["CAMHS", "Police"]
    assert content["assessment_in_place"] is False
    assert content["lead_professional"] == {"state": "yes", "name": "Sam Hill"}
    assert content["hopes"] == "Mum would like Jack back at school."
    assert content["turnaround"] == "likely"
    assert content["language"] is None
    assert content["danger"] == "no"


def test_a_message_that_answers_everything_leaves_little_to_ask() -> None:
    talk = begun()
    talk.say(
        "No. Mum agreed, I asked her at school on 18 November. Kelly, 36, and Jack, 14, live at 14 High Street "
        "TN13 1AB. CAMHS and early help are involved, there is a CAF, Sam Hill is the lead. They speak Polish.",
        Reading(
            consent=Consent("given", by="mum", asked_by="me", date="2026-11-18", method="in person"),
            people=(person("mum", name="Kelly", age=36), person("son", name="Jack", age=14)),
            address="14 High Street",
            postcode="TN13 1AB",
            agencies=("CAMHS", "early help"),
            assessment_in_place=True,
            lead_professional=LeadProfessional("yes", "Sam Hill"),
            language="Polish",
        ),
    )
    asked = [talk.asked]
    for answer in (
        "He has been excluded from school twice now",
        "text her mobile in the mornings only",
        "likely",
    ):
        asked.append(talk.say(answer))
    assert asked == ["story", "contact", "turnaround", "summary"]


def test_two_who_were_named_in_passing_are_not_the_whole_household() -> None:
    talk = begun()
    assert talk.tell("No") == "consent"
    assert talk.tell("His mum, Ros Calloway, agreed on 10 November when I asked her in school.") == "story"
    assert talk.tell("Eddie Calloway is 12 and was excluded twice. Mum lost her job.") == "household"
    talk.tell("Ros Calloway, 35. Eddie Calloway, 12. Mia Calloway, 4.")
    assert {(one["name"], one["age"]) for one in talk.content["people"]} == {
        ("Ros Calloway", 35),
        ("Eddie Calloway", 12),
        ("Mia Calloway", 4),
    }


@pytest.mark.parametrize(
    ("answer", "then"),
    [("TN14 5AB", "sevenoaks"), ("They live in Richmond", "kingston-richmond"), ("Sevenoaks", "sevenoaks")],
)
def test_the_district_is_asked_where_several_programmes_are_possible(answer: str, then: str) -> None:
    talk = begun(programme=None)
    assert talk.say("no") == "district"
    postcode = answer if answer.startswith("TN") else None
    assert talk.say(answer, Reading(postcode=postcode)) == "consent"
    assert talk.content["programme"] == then


def test_a_district_that_no_programme_covers_is_asked_again() -> None:
    talk = begun(programme=None)
    talk.say("no")
    assert talk.say("Leeds") == "district"
    assert talk.say("Manchester") == "district"
    assert talk.press("kingston-richmond") == "consent"
    assert talk.content["programme"] == "kingston-richmond"


def test_an_area_named_at_the_start_needs_no_question_about_the_district() -> None:
    talk = Talk(programme=None)
    talk.say("I want to nominate a family in Sevenoaks")
    assert talk.say("no") == "consent"


def test_one_possible_programme_needs_no_question() -> None:
    talk = begun(programme=None, programmes=(KINGSTON,))
    assert talk.say("no") == "consent"
    assert talk.content["programme"] == "kingston-richmond"


def test_who_nominates_is_asked_only_where_the_account_does_not_say() -> None:
    talk = begun(nominator={"kind": "professional", "name": "Pat Lee", "role": None, "agency": None})
    assert talk.say("no") == "role"
    assert talk.say("health visitor at the Vine surgery") == "consent"
    assert talk.content["nominator"] == {"role": "health visitor", "agency": "Vine surgery"}
    assert talk.content["story"] is None


def test_families_are_not_asked_how_likely_change_is() -> None:
    talk = agreed("family", nominator={"kind": "family", "name": "Kelly"})
    asked = [talk.asked]
    for answer in (
        "My son will not go to school and it is hard",
        "skip",
        "skip",
        "skip",
        "nobody",
        "no",
        "no",
        "no",
    ):
        asked.append(talk.say(answer))
    assert "turnaround" not in asked
    assert asked[-1] == "summary"


def test_an_answer_that_is_not_understood_is_asked_twice_more_then_left_unknown() -> None:
    talk = agreed()
    talk.say("He has been excluded from school twice now")
    talk.say("skip")
    talk.say("skip")
    talk.say("skip")
    talk.say("nobody")
    assert talk.say("no") == "assessment"
    assert talk.say("blue") == "assessment"
    assert talk.say("still blue") == "assessment"
    assert talk.say("blue as ever") == "turnaround"
    assert talk.content["assessment_in_place"] is None


def test_other_news_in_between_is_kept_and_does_not_count_as_not_understood() -> None:
    talk = agreed()
    talk.say("He has been excluded from school twice now")
    news = Reading(mentions=(mention("rent_arrears", "housing"),))
    assert talk.say("Oh, and they are behind with the rent", news) == "household"
    assert talk.draft.misses["household"] == 0
    assert [entry["code"] for entry in talk.content["indicators"]] == ["rent_arrears"]
    assert talk.say("Oh, and they are behind with the rent", news) == "household"
    assert talk.draft.misses["household"] == 1


def test_childrens_ages_are_asked_for_once() -> None:
    talk = agreed()
    talk.say("He has been excluded from school twice now")
    assert talk.say("Mum and two boys", Reading(people=(person("mum"), person("son"), person("son")))) == "household"
    assert talk.response == "utter_ask_household_ages"
    assert talk.say("14 and 9") == "address"
    assert [(p["relation"], p["age"]) for p in talk.content["people"]] == [("mum", None), ("son", 14), ("son", 9)]


def test_a_message_that_came_while_a_part_was_down_is_heard_in_its_turn() -> None:
    talk = begun()
    open_danger = Open("danger")
    talk.messages += [
        Message(2, "No", Reading(), open_danger, at="2026-11-20"),
        Message(3, "hello? nobody is in danger", Reading(), open_danger, at="2026-11-20"),
    ]
    assert talk.asked == "consent"


def test_no_clarifying_before_the_backend_has_assessed() -> None:
    talk = agreed()
    for answer in ("He has been excluded from school twice now", "skip", "skip", "skip", "nobody"):
        talk.say(answer)
    talk.assessment = Assessment("needs_information", ("crime",))
    assert talk.say("no") == "clarify"
    talk = replace(talk, programmes=(replace(SEVENOAKS, criteria=()),))
    assert talk.asked == "assessment"


@pytest.mark.parametrize(
    ("said", "chance"),
    [
        ("Very likely, it could be done", "likely"),
        ("unlikely", "unlikely"),
        ("possible", "possible"),
        ("Maybe", "possible"),
    ],
)
def test_the_chance_of_change_is_what_was_said(said: str, chance: str) -> None:
    talk = at_turnaround()
    assert talk.tell(said) == "language"
    assert talk.content["turnaround"] == chance


def test_that_they_could_is_not_taken_for_possible() -> None:
    talk = at_turnaround()
    assert talk.tell("I think they could turn it around") == "turnaround"
    assert talk.press("skip") == "language"
    assert talk.content["turnaround"] is None


def at_turnaround() -> Talk:
    talk = agreed()
    talk.tell("He was excluded twice this term and nobody works")
    while talk.asked != "turnaround":
        talk.say("skip")
    return talk
