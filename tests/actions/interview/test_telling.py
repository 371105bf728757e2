"""A story told in several messages, households without ghosts, and answers that are none."""

from __future__ import annotations

import pytest

from tests.actions.interview.talk import Talk, agreed

HOUSEHOLD = "Mum is Ada Okoye, 36. Tom is 14 and Bea is 9."
STORY = (
    "I am worried about the Okoye family.",
    "Tom has been excluded twice this term.",
    "Dad left two years ago after a long row.",
)
EXCLUDED = "Tom has been excluded twice and mum is out of work since March."


def until(question: str) -> Talk:
    """A talk in which a question is open, all before it answered."""
    talk = agreed()
    answers = {
        "story": EXCLUDED,
        "household": HOUSEHOLD,
        "address": "9 Oak Road TN14 5AA",
        "contact": "07700 900123, before three",
        "agencies": "police",
        "assessment": "no",
        "lead_professional": "no",
    }
    while talk.asked != question:
        talk.tell(answers[talk.asked])
    return talk


def people(talk: Talk) -> list[tuple[str | None, int | None, str | None]]:
    return [(person["name"], person["age"], person["relation"]) for person in talk.content["people"]]


def test_a_story_may_come_in_several_messages() -> None:
    talk = agreed()
    for part in STORY:
        assert talk.tell(part) == "household"
        assert talk.draft.taken[len(talk.messages)] != "missed"
    assert talk.tell(HOUSEHOLD) == "address"
    assert talk.tell("The house is damp and there is mould everywhere, it is in a state") == "address"
    assert talk.content["address"] is None
    assert all(part in talk.content["story"] for part in STORY)


def test_children_who_were_only_counted_get_their_names() -> None:
    talk = agreed()
    talk.tell("Mum is a single mum with four children. The eldest has been excluded.")
    assert talk.asked == "household"
    talk.tell(HOUSEHOLD)
    told = people(talk)
    assert ("Ada Okoye", 36, "mum") in told
    assert sum(relation == "mum" for _, _, relation in told) == 1
    assert len(told) == 5


def test_a_relation_stays_with_whoever_has_it() -> None:
    talk = agreed()
    talk.tell("Tom was excluded. His dad Paul shouts. Mum cries a lot.")
    talk.tell("Ada Okoye 36, mum; Paul Okoye 40, dad; Tom 14; Bea 9")
    told = people(talk)
    assert sorted(told, key=str) == sorted(
        [("Ada Okoye", 36, "mum"), ("Paul Okoye", 40, "dad"), ("Tom", 14, None), ("Bea", 9, None)], key=str
    )


def test_a_corrected_first_name_keeps_the_surname() -> None:
    talk = agreed()
    talk.tell(EXCLUDED)
    talk.tell("Ada Okoye 36 is mum, Tom Okoye 14, Bea Okoye 9")
    talk.tell("sorry, it's Tim, not Tom")
    assert ("Tim Okoye", 14, None) in people(talk)


@pytest.mark.parametrize(
    "said", ["Ada, Tom, Bea", "I draw my pension", "will she get a letter?", "They moved in March 2019"]
)
def test_no_address_is_made_of_other_words(said: str) -> None:
    talk = until("address")
    assert talk.tell(said) == "address"
    assert talk.content["address"] is None


@pytest.mark.parametrize("said", ["14 High Street", "Flat 2", "The Old Barn", "9 Oak Road, TN14 5AA"])
def test_an_address_may_be_short(said: str) -> None:
    talk = until("address")
    before = talk.content["indicators"]
    assert talk.tell(said) == "contact"
    assert talk.content["address"]
    assert talk.content["indicators"] == before


@pytest.mark.parametrize("question", ["address", "contact", "agencies", "assessment", "lead_professional"])
def test_not_wanting_to_answer_is_a_skip_and_nothing_is_noted(question: str) -> None:
    talk = until(question)
    talk.tell("I don't want to answer this")
    assert talk.asked != question
    assert "want to answer" not in str(talk.content)


def test_a_number_alone_is_no_note() -> None:
    talk = until("contact")
    talk.tell("07700 900123")
    assert talk.content["contact"] == {"phone": "07700 900123", "email": None, "person": None, "note": None}


@pytest.mark.parametrize(
    ("said", "state", "name"),
    [
        ("There's no one like that", "no", None),
        ("Yes, her name is Jane Smith and she is great", "yes", "Jane Smith"),
        ("It's Jane Smith from Early Help", "yes", "Jane Smith"),
        ("I think it is Mrs Patel, the SENCO", "yes", "Mrs Patel"),
    ],
)
def test_who_leads_is_a_name(said: str, state: str, name: str | None) -> None:
    talk = until("lead_professional")
    talk.tell(said)
    assert talk.content["lead_professional"] == {"state": state, "name": name}


TOLD_AT_ONCE = (
    "The mother, Nadia Orr, is 36. Her children are Leon Orr, 13, and Amy Orr, 6. Leon's attendance stands at 71% this "
    "half-term. She has been out of work since 2022 and receives Universal Credit. {} "
    "Please telephone her on 07700 900912."
)


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("An assessment is in place, written by me in May.", True),
        ("The assessment was completed in spring.", True),
        ("No assessment has been done.", False),
        ("A speech assessment was completed in spring.", None),
    ],
)
def test_an_assessment_told_in_a_page_is_known(said: str, there: bool | None) -> None:
    talk = agreed()
    talk.tell(TOLD_AT_ONCE.format(said))
    assert talk.content["assessment_in_place"] is there


@pytest.mark.parametrize(
    "said", ["Ms Orr wishes to work again, mornings only, and for Leon to like school.", "She is keen to find a job."]
)
def test_a_wish_told_in_a_page_is_a_hope_and_denies_nothing(said: str) -> None:
    talk = agreed()
    talk.tell(TOLD_AT_ONCE.format(said))
    assert said in talk.content["hopes"]
    assert "negated" not in {entry["status"] for entry in talk.content["indicators"]}
