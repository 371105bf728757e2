"""The story holds what was told about the family, in the order in which it was told, and once."""

from __future__ import annotations

import pytest

from actions.interview import Open
from tests.actions.interview.talk import Talk, agreed, begun

EXCLUDED = "Yusuf has been excluded twice this term and his dad has been out of work since March."
POLICE = "By the way, the police came round in May because Yusuf was arrested for shoplifting"
THREAT = "He has a knife and says that he will kill her tonight"


def test_greetings_and_answers_are_no_part_of_the_story() -> None:
    talk = Talk()
    talk.tell("Hello, I would like to nominate a family.")
    talk.tell("not that I know of")
    assert talk.tell("Yes, mum agreed, I asked her on 18 November at the school gate") == "story"
    talk.tell(EXCLUDED)
    talk.tell("Mum Sara Hussain 38, Yusuf 13")
    talk.tell("12 High Street, Sevenoaks TN13 1AB")
    talk.tell("She signed it herself")
    talk.tell("no")
    assert talk.content["story"] == EXCLUDED


def test_facts_told_under_another_question_come_in_their_order_and_once() -> None:
    talk = agreed()
    talk.tell(EXCLUDED)
    assert talk.asked == "household"
    for _ in range(2):
        talk.tell(POLICE)
    assert talk.content["story"] == f"{EXCLUDED}\n{POLICE}"


def test_words_about_danger_are_in_the_story_though_the_door_answered_them() -> None:
    talk = agreed()
    talk.tell(EXCLUDED)
    asked = talk.asked
    assert talk.tell(THREAT) == asked
    assert talk.content["story"] == f"{EXCLUDED}\n{THREAT}"


def test_a_first_message_that_tells_the_story_is_kept() -> None:
    talk = Talk()
    talk.tell(EXCLUDED)
    assert talk.content["story"] == EXCLUDED


def test_a_long_message_that_answers_nothing_is_not_lost() -> None:
    talk = begun()
    words = "They moved here in June to be near her sister, and since then nothing at all has gone as they planned it"
    talk.tell(words)
    assert talk.content["story"] == words


def test_a_story_told_before_it_is_asked_for_is_not_asked_for_as_if_it_had_not_been_told() -> None:
    talk = begun()
    talk.tell("no")
    talk.tell("Yusuf was excluded twice this term")
    assert talk.tell("Mum agreed, I asked her on 18 November by phone") == "story"
    assert talk.response == "utter_ask_story_more"
    assert talk.press("no", "That is all") == "household"


@pytest.mark.parametrize(
    "named",
    ["CAMHS and the police, and the drug and alcohol service", "the mental health team, probation and youth offending"],
)
def test_the_names_of_services_are_not_facts_about_the_family(named: str) -> None:
    talk = agreed()
    talk.tell(EXCLUDED)
    before = talk.content["indicators"]
    while talk.asked != "agencies":
        talk.say("skip")
    assert talk.step.open == Open("agencies")  # type: ignore[union-attr]
    talk.tell(named)
    assert talk.content["agencies"]
    assert talk.content["indicators"] == before
    assert talk.content["story"] == EXCLUDED


def test_a_fact_beside_the_names_of_services_counts() -> None:
    talk = agreed()
    talk.tell(EXCLUDED)
    while talk.asked != "agencies":
        talk.say("skip")
    talk.tell("CAMHS. Mum has been on antidepressants since the summer.")
    assert "parent_mental_health" in [entry["code"] for entry in talk.content["indicators"]]
    assert "antidepressants" in talk.content["story"]
