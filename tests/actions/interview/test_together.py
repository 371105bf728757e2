"""One message answers many questions: what belongs together is asked together, what changes nothing is not asked."""

from __future__ import annotations

import pytest

from actions.interview import Ask, Assessment, View
from actions.interview.asking import asked_with
from actions.interview.noted import in_a_row, noted
from tests.actions.interview.talk import Talk, agreed

NOTHING_OPEN = Assessment("eligible", deciding=frozenset())
STORY = "He has been excluded from school twice now and nobody at home has a job."
HOUSEHOLD = "Kelly Marsh, 34, mum. Jake Marsh, 14, son."


def at(question: str, assessment: Assessment = NOTHING_OPEN, audience: str = "professional") -> Talk:
    """A talk up to a question; whatever comes before is told."""
    talk = agreed(audience, assessment=assessment)  # type: ignore[arg-type]
    told = {
        "story": STORY,
        "household": HOUSEHOLD,
        "address": "22 Otter Lane, Sevenoaks, TN13 1AA",
        "contact": "Ring Kelly on 07700 900123 before 2pm.",
        "agencies": "CAMHS and the school nurse",
        "lead_professional": "Not sure",
    }
    while talk.asked != question:
        talk.tell(told[talk.asked])
    return talk


def with_it(talk: Talk) -> tuple[str, ...]:
    """The questions that go into the same message as the one that is asked next."""
    step, draft = talk.step, talk.draft
    assert isinstance(step, Ask)
    programme = next(each for each in talk.programmes if each.code == draft.programme)
    return asked_with(step, View(talk.thread, draft, programme, talk.assessment))


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("story", ("hopes",)),
        ("household", ()),
        ("address", ("contact",)),
        ("contact", ("language",)),
        ("agencies", ("lead_professional",)),
        ("lead_professional", ()),
    ],
)
def test_what_belongs_together_is_asked_in_one_message(question: str, others: tuple[str, ...]) -> None:
    assert with_it(at(question)) == others


def test_an_assessment_is_asked_for_beside_the_services_where_it_matters() -> None:
    talk = at("agencies", Assessment("eligible", deciding=frozenset({"assessment"})))
    assert with_it(talk) == ("lead_professional", "assessment")
    assert talk.tell("CAMHS") == "lead_professional"
    assert talk.tell("no") == "assessment"
    assert talk.tell("yes") == "summary"
    assert talk.content["assessment_in_place"] is True


def test_a_question_that_is_asked_again_is_asked_alone() -> None:
    talk = at("address")
    assert talk.tell("purple monkey") == "address"
    assert with_it(talk) == ()


def test_what_could_change_nothing_is_not_asked() -> None:
    talk = at("lead_professional")
    assert talk.tell("no") == "summary"
    assert talk.content["assessment_in_place"] is None, "never asked is never denied"
    assert talk.content["turnaround"] is None


def test_what_breaks_ties_is_asked_of_professionals_alone() -> None:
    deciding = Assessment("eligible", deciding=frozenset({"turnaround"}))
    assert at("lead_professional", deciding).tell("no") == "turnaround"
    assert at("lead_professional", deciding, "family").tell("no") == "language"


def test_the_language_is_asked_where_anything_hints_at_another() -> None:
    talk = at("household")
    talk.tell("Zuzana Horvathova, 34, mum. Marek Horvath, 14, son. Mum has little English.")
    for answer in ("22 Otter Lane, Sevenoaks, TN13 1AA", "Ring mum on 07700 900123 before 2pm.", "CAMHS"):
        talk.tell(answer)
    assert talk.tell("no") == "language"
    assert talk.tell("They speak Romani") == "summary"
    assert talk.content["language"] == "Romani"


def test_where_nothing_was_worked_out_everything_is_asked() -> None:
    talk = at("lead_professional", Assessment("eligible"))
    assert [talk.tell(answer) for answer in ("no", "no", "likely", "English")] == [
        "assessment",
        "turnaround",
        "language",
        "summary",
    ]


@pytest.mark.parametrize(
    ("said", "phone", "note"),
    [
        ("22 Otter Lane, Sevenoaks TN13 1AA. Ring mum on 07700 900123 after three, he reads her texts.", True, "three"),
        ("22 Otter Lane, Sevenoaks TN13 1AA. 07700 900123", True, None),
        ("22 Otter Lane, Sevenoaks TN13 1AA, ask for Kelly on 07700 900123", True, "Kelly"),
    ],
)
def test_the_way_to_reach_them_is_taken_with_the_address(said: str, phone: bool, note: str | None) -> None:
    talk = at("address")
    assert talk.tell(said) == "agencies"
    content = talk.content
    assert content["postcode"] == "TN13 1AA"
    assert (content["contact"]["phone"] == "07700 900123") is phone
    assert (note in content["contact"]["note"]) if note else (content["contact"]["note"] is None)


def test_an_address_alone_leaves_the_way_to_reach_them_to_be_asked() -> None:
    talk = at("address")
    assert talk.tell("22 Otter Lane, Sevenoaks TN13 1AA") == "contact"
    assert talk.content["contact"] is None


@pytest.mark.parametrize(
    ("said", "lead", "assessment"),
    [
        ("CAMHS and the school nurse. Nobody leads. There is no CAF.", "no", False),
        ("CAMHS and the school nurse. No. Yes.", "no", True),
        ("CAMHS and the school nurse. Not sure. No", "unknown", False),
        (
            "CAMHS and the school nurse. The lead professional is Sam Hill. There is an early help assessment.",
            "yes",
            True,
        ),
    ],
)
def test_services_who_leads_and_the_assessment_are_heard_in_one_answer(said: str, lead: str, assessment: bool) -> None:
    talk = at("agencies", Assessment("eligible", deciding=frozenset({"assessment"})))
    assert talk.tell(said) == "summary"
    content = talk.content
    assert content["agencies"][0] == "CAMHS"
    assert content["lead_professional"]["state"] == lead
    assert content["assessment_in_place"] is assessment


def test_nobody_helps_says_nothing_of_a_lead_or_a_plan() -> None:
    talk = at("agencies", Assessment("eligible", deciding=frozenset({"assessment"})))
    assert talk.tell("nobody") == "lead_professional"
    assert talk.content["agencies"] == []
    assert talk.content["lead_professional"] is None
    assert talk.content["assessment_in_place"] is None


def test_nobody_else_helps_is_no_answer_to_who_leads() -> None:
    talk = at("agencies")
    assert talk.tell("CAMHS and the school nurse. Nobody else.") == "lead_professional"


def test_hopes_are_heard_in_the_story_and_no_need_is_denied_by_them() -> None:
    talk = agreed(assessment=NOTHING_OPEN)
    talk.tell(f"{STORY} Mum would like Jake to be back in school every day. She hopes that things calm down.")
    assert (
        talk.content["hopes"] == "Mum would like Jake to be back in school every day. She hopes that things calm down."
    )
    assert all(entry["status"] == "asserted" for entry in talk.content["indicators"])


@pytest.mark.parametrize(
    "said",
    [
        "I want to nominate a family because he is out of school and nobody works there.",
        "She would like you to ring her in the mornings, and he has been excluded.",
        "He does not want the police involved and has been excluded twice.",
        "He was excluded and he wants to kill himself.",
    ],
)
def test_other_wishes_are_no_hopes(said: str) -> None:
    talk = agreed(assessment=NOTHING_OPEN)
    talk.tell(said)
    assert talk.content["hopes"] is None


def test_why_somebody_writes_is_no_hope_yet() -> None:
    talk = Talk(audience="family")
    talk.tell("Hello, I would like some help for my family. I just want things to be better.")
    assert talk.content["hopes"] is None


def test_hopes_told_at_the_summary_are_summed_up_with_the_rest() -> None:
    talk = at("lead_professional")
    talk.tell("no")
    assert talk.tell("They want calm evenings.") == "summary"
    assert talk.content["hopes"] == "They want calm evenings."
    assert talk.press("yes") == "done"


PAGE = (
    "Jake has been excluded three times since September and nobody at home has had a job since March. Kelly Marsh is "
    "34 and lives with her son Jake Marsh, 14, at 22 Otter Lane, Sevenoaks TN13 1AA. CAMHS and the school nurse are "
    "involved. There is no lead professional and no early help assessment. Ring Kelly on 07700 900123, only before "
    "two. She would like Jake to be back in school."
)


def test_a_page_leaves_nothing_to_ask_and_what_it_told_is_named_once() -> None:
    talk = agreed(assessment=Assessment("eligible", deciding=frozenset({"assessment", "turnaround"})))
    assert talk.tell(PAGE) == "turnaround"
    names = noted(talk.draft, talk.thread, frozenset({len(talk.messages)}))
    assert in_a_row(names) == (
        "who is in the family, the address, how to reach them, who works with them, who leads, the assessment and what "
        "they hope for"
    )
    assert noted(talk.draft, talk.thread, frozenset({1})) == ()


def test_one_answer_more_needs_no_mention() -> None:
    talk = at("household")
    talk.tell("Kelly Marsh, 34, mum. Jake Marsh, 14, son. They want calm evenings.")
    assert noted(talk.draft, talk.thread, frozenset({len(talk.messages)})) == ()
