"""What is unclear is asked about in groups, each need once, and short answers count for all of it."""

from __future__ import annotations

import pytest

from actions.interview import Assessment, Draft
from actions.interview.clarify import unclear
from actions.interview.needs import need_of
from actions.interview.thread import Criterion, Programme
from nlu.reading import Reading
from tests.actions.interview.talk import SEVENOAKS, Talk, agreed, mention

OPEN = Assessment("needs_information", ("education", "crime"))


def at_clarify(assessment: Assessment = OPEN, story: Reading | None = None) -> Talk:
    talk = agreed(assessment=assessment)
    for answer in ("Nobody in the house has a job", "skip", "skip", "skip", "nobody", "no"):
        talk.say(answer, story if answer.startswith("Nobody in") else None)
    assert talk.asked == "clarify"
    return talk


def said(talk: Talk) -> list[tuple[str, str]]:
    return [(entry["code"], entry["status"]) for entry in talk.content["indicators"]]


def test_the_criteria_that_could_change_the_outcome_are_asked_about_together() -> None:
    assert at_clarify().about == ("education", "crime_asb")


@pytest.mark.parametrize(
    ("answer", "status"), [("No", "negated"), ("No, none of those", "negated"), ("I don't know", "uncertain")]
)
def test_a_short_answer_counts_for_every_need(answer: str, status: str) -> None:
    talk = at_clarify()
    assert talk.say(answer) == "assessment"
    assert said(talk) == [("education", status), ("crime_asb", status)]
    assert {"clarify:education", "clarify:crime_asb"} <= set(talk.content["answered"])


def test_a_fact_counts_and_the_rest_of_a_no_denies_the_rest() -> None:
    talk = at_clarify()
    talk.say("No exclusions. No.", Reading(mentions=(mention("fixed_term_exclusion", "education", "negated"),)))
    assert said(talk) == [("fixed_term_exclusion", "negated"), ("crime_asb", "negated")]


def test_a_need_that_the_answer_leaves_out_is_asked_once_more_and_stays_unknown() -> None:
    talk = at_clarify()
    truancy = mention("persistent_absence", "education")
    assert talk.say("He is hardly ever in school", Reading(mentions=(truancy,))) == "clarify"
    assert talk.about == ("crime_asb",)
    assert talk.say("She lost her phone", Reading()) == "clarify"
    assert talk.say("I told you", Reading()) == "assessment"
    assert ("persistent_absence", "asserted") in said(talk)
    assert "negated" not in dict(said(talk)).values()


@pytest.mark.parametrize(
    ("text", "status", "left"),
    [
        ("No trouble with the police, not sure about school", {"crime_asb": "negated", "education": "uncertain"}, ()),
        ("School is fine", {"education": "negated"}, ("crime_asb",)),
    ],
)
def test_each_topic_that_a_sentence_names_is_settled(text: str, status: dict[str, str], left: tuple[str, ...]) -> None:
    talk = at_clarify()
    talk.tell(text)
    known = {need_of(code): state for code, state in said(talk)}
    assert known == status
    assert talk.asked == ("clarify" if left else "assessment")
    assert not left or talk.about == left


def test_answers_in_the_order_of_the_questions() -> None:
    talk = at_clarify()
    talk.say("No.\nNot sure.")
    assert said(talk) == [("education", "negated"), ("crime_asb", "uncertain")]


def test_yes_to_several_is_asked_again_and_yes_to_one_counts() -> None:
    talk = at_clarify()
    assert talk.say("yes") == "clarify"
    assert talk.say("yes") == "assessment"
    assert said(talk) == [("education", "uncertain"), ("crime_asb", "uncertain")]
    one = at_clarify(Assessment("needs_information", ("crime",)))
    assert one.say("Yes") == "assessment"
    assert said(one) == [("antisocial_behaviour", "asserted")]


@pytest.mark.parametrize(
    ("answer", "code", "status"),
    [
        ("No plan in place", "crime_asb", "negated"),
        ("Yes, last week again", "antisocial_behaviour", "asserted"),
        ("I am not sure about that", "crime_asb", "uncertain"),
    ],
)
def test_one_need_is_settled_by_how_the_answer_begins(answer: str, code: str, status: str) -> None:
    talk = at_clarify(Assessment("needs_information", ("crime",)))
    assert talk.say(answer) == "assessment"
    assert said(talk) == [(code, status)]


def test_a_doubt_from_the_story_is_settled_by_the_answer() -> None:
    doubt = Reading(mentions=(mention("domestic_abuse_victim", "domestic_abuse", "uncertain", person="mum"),))
    talk = at_clarify(Assessment("eligible", (), {"abuse": "uncertain"}), doubt)
    assert talk.about == ("domestic_abuse",)
    talk.say("no")
    assert said(talk) == [("domestic_abuse_victim", "negated"), ("domestic_abuse", "negated")]


def test_a_no_about_exclusion_does_not_take_back_the_absence_that_stands() -> None:
    absent = Reading(mentions=(mention("persistent_absence", "education"),))
    talk = at_clarify(Assessment("needs_information", ("education",)), absent)
    talk.say("no")
    assert said(talk) == [("persistent_absence", "asserted"), ("fixed_term_exclusion", "negated")]


def test_what_was_left_out_joins_the_second_and_last_round() -> None:
    talk = at_clarify()
    talk.say("He is hardly ever in school", Reading(mentions=(mention("persistent_absence", "education"),)))
    talk.assessment = Assessment("needs_information", ("crime", "work"))
    assert talk.about == ("crime_asb", "worklessness")
    talk.say("no")
    talk.assessment = Assessment("needs_information", ("abuse",))
    assert talk.asked == "assessment"


def test_a_long_list_is_cut_with_the_national_criteria_first() -> None:
    criteria = tuple(Criterion(f"l{n}", "", "local", (f"local_{n}",)) for n in range(4)) + tuple(
        Criterion(f"n{n}", "", "national", (f"national_{n}",)) for n in range(3)
    )
    programme = Programme("x", "X", "X", criteria=criteria)
    missing = Assessment("needs_information", tuple(criterion.code for criterion in criteria))
    asked = unclear(Draft(), programme, missing)
    assert asked == ("national_0", "national_1", "national_2", "local_0", "local_1")


def test_topics_are_worded_for_the_audience() -> None:
    talk = at_clarify()
    assert getattr(talk.step, "topics", ()) == ("School?", "Police?")
    assert SEVENOAKS.topics["education"]["family"] == "How is school?"


@pytest.mark.parametrize(
    "answer", ["not that I know of", "No, not as far as I know", "I don't think so", "not to my knowledge"]
)
def test_who_does_not_know_of_it_has_not_denied_it(answer: str) -> None:
    talk = at_clarify()
    assert talk.tell(answer) == "assessment"
    assert said(talk) == [("education", "uncertain"), ("crime_asb", "uncertain")]


def test_not_knowing_more_leaves_what_was_told_as_it_was_told() -> None:
    past = Reading(mentions=(mention("youth_offence", "crime_asb", "historical"),))
    talk = at_clarify(Assessment("needs_information", ("crime",)), past)
    before = talk.content["indicators"]
    assert talk.say("dont know") == "assessment"
    assert talk.content["indicators"] == before


def test_a_bare_no_to_a_need_leaves_what_was_told_to_be_over() -> None:
    talk = agreed()
    talk.assessment = Assessment("needs_information", missing=("crime",), states={"crime": "uncertain"})
    talk.tell("Nobody works. Tom was arrested two years ago.")
    while talk.asked != "clarify":
        talk.say("skip")
    assert "crime_asb" in talk.about
    talk.say("no")
    said = {entry["code"]: entry["status"] for entry in talk.content["indicators"]}
    assert said["adult_offence"] == "historical"
    assert said["crime_asb"] == "negated"
