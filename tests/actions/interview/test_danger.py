"""Danger is asked first and until it is clear."""

from __future__ import annotations

import pytest

from nlu.reading import Reading, Safety
from tests.actions.interview.talk import agreed, begun, mention


@pytest.mark.parametrize(
    "answer",
    [
        "No",
        "nobody is in danger",
        "No, they are safe",
        "Everyone is safe.",
        "not that I know of",
        "no one is hurt",
        "nope",
    ],
)
def test_no_in_any_wording_goes_on(answer: str) -> None:
    talk = begun()
    assert talk.say(answer) == "consent"
    assert talk.content["danger"] == "no"


@pytest.mark.parametrize("answer", ["yes", "Yes, his ex is outside the house", "yeah"])
def test_yes_stops_for_danger_and_the_next_message_takes_the_talk_up_again(answer: str) -> None:
    talk = begun()
    assert talk.say(answer) == "danger"
    assert talk.draft.escalated_by == 2
    assert talk.content["danger"] == "yes"
    assert talk.say("The police came, they are safe now") == "consent"


@pytest.mark.parametrize("answer", ["I'm not sure", "maybe", "I don't know", "hard to say, he might be"])
def test_not_sure_goes_on_with_advice(answer: str) -> None:
    talk = begun()
    assert talk.say(answer) == "consent"
    assert talk.content["danger"] == "unsure"
    assert talk.draft.wavered_by == 2


@pytest.mark.parametrize("answer", ["what?", "Yes everyone is safe", "I am calling about the Smiths"])
def test_what_is_not_clear_is_asked_until_it_is(answer: str) -> None:
    talk = begun()
    for _ in range(3):
        assert talk.say(answer) == "danger"
        assert talk.content["danger"] is None
    assert talk.press("no") == "consent"


def test_words_of_danger_never_answer_another_question() -> None:
    talk = agreed()
    talk.say("He has been excluded from school twice now")
    danger = Reading(safety=Safety("immediate", ("threat",), ("kill",)))
    assert talk.say("He says he will kill her tonight", danger) == "household"
    assert talk.content["safety"] == "immediate"
    assert talk.draft.misses["household"] == 0


HALF_A_NO = "I am not sure, I don't think so. All was quiet when I called round on Monday"


@pytest.mark.parametrize(("then", "danger"), [("No", "no"), ("not sure", "unsure"), (HALF_A_NO, "unsure")])
def test_half_a_no_with_its_reason_is_asked_about_once_and_then_it_goes_on(then: str, danger: str) -> None:
    talk = begun()
    assert talk.tell(HALF_A_NO) == "danger"
    assert talk.draft.wavered_by is None
    assert talk.tell(then) == "consent"
    assert talk.draft.danger == danger
    assert (talk.draft.wavered_by == len(talk.messages)) == (danger == "unsure")


@pytest.mark.parametrize(
    "said",
    [
        "not sure",
        "I don't think so",
        "not sure, he has been shouting a lot",
        "I don't think so but she is scared of him",
    ],
)
def test_a_bare_doubt_and_one_with_a_worry_reach_a_person_at_once(said: str) -> None:
    talk = begun()
    assert talk.tell(said) == "consent"
    assert talk.draft.wavered_by == len(talk.messages)


DOUBTFUL = Safety("immediate", ("learned", "perhaps"), ("coming",))


def test_what_only_perhaps_tells_of_danger_is_asked_about_and_counts_besides() -> None:
    talk = agreed()
    arrears = Reading(mentions=(mention("rent_arrears", "housing"),), safety=DOUBTFUL)
    assert talk.say("They are behind with the rent and somebody is coming", arrears) == "danger"
    assert talk.content["safety"] == "concern"
    assert [fact["code"] for fact in talk.content["indicators"]] == ["rent_arrears"]
    assert talk.say("No, only the landlord") != "danger"


def test_a_doubt_about_the_very_answer_that_says_no_is_not_asked_about_again() -> None:
    assert begun().say("No, he is not back till six", Reading(answer="no", safety=DOUBTFUL)) == "consent"


def test_whoever_says_yes_to_a_doubt_is_told_to_ring() -> None:
    talk = agreed()
    talk.say("Somebody is coming", Reading(safety=DOUBTFUL))
    assert talk.say("Yes") == "danger"
    assert talk.draft.escalated_by == len(talk.messages)


@pytest.mark.parametrize("said", ["Not right now. He's out at work till gone six.", "No hes on the stairs"])
def test_a_no_in_which_the_models_are_sure_of_danger_is_asked_about_once_more(said: str) -> None:
    talk, alarming = begun(), Reading(safety=Safety("immediate", ("learned",), (said,)))
    assert talk.say(said, alarming) == "danger"
    assert talk.draft.danger is None
    assert talk.say(said, alarming) == "consent"


@pytest.mark.parametrize("said", ["dont think so no", "No full stop"])
def test_a_no_as_it_is_typed_or_dictated(said: str) -> None:
    assert begun().say(said) == "consent"
