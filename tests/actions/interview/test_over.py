"""What was told and is over, or never was so, is put right in words and stays on record as past or denied."""

from __future__ import annotations

import pytest

from tests.actions.interview.talk import Talk, agreed, begun

TOLD = {
    "danger": "No",
    "consent": "Yes, mum agreed. I asked her on 12 November 2026, face to face at school.",
    "story": "Kit is hardly ever in school. Dad has been out of work since March. Mum drinks heavily. "
    "The rent is in arrears.",
    "household": "Ada Okoye, 36, mum. Ben Okoye, 38, dad. Kit Okoye, 14, son.",
    "address": "14 Mill Road, Sevenoaks, TN13 1AB",
    "contact": "Ring Ada on 07700 900123 before 3pm.",
    "agencies": "The school nurse",
    "assessment": "No",
    "lead_professional": "No",
    "hopes": "To be happy.",
    "turnaround": "Possible",
    "language": "English",
    "clarify": "No",
}


def at(question: str) -> Talk:
    talk = begun()
    while talk.asked != question:
        talk.tell(TOLD[talk.asked])
    return talk


def holds(talk: Talk) -> set[str]:
    return {entry["code"] for entry in talk.content["indicators"] if entry["status"] == "asserted"}


@pytest.mark.parametrize(
    ("question", "said", "gone"),
    [
        ("contact", "The arrears have been cleared", "rent_arrears"),
        ("summary", "he started at the warehouse last week", "nobody_working"),
        ("agencies", "attendance is actually fine now", "persistent_absence"),
        ("contact", "mum has stopped drinking", "parent_substance_misuse"),
        ("summary", "The drinking was never confirmed", "parent_substance_misuse"),
        ("contact", "I've checked the register and Kit's attendance is fine", "persistent_absence"),
    ],
)
def test_what_is_over_holds_no_longer_and_the_question_stays(question: str, said: str, gone: str) -> None:
    talk = at(question)
    before = holds(talk)
    assert gone in before
    assert talk.tell(said) == question
    assert holds(talk) == before - {gone}
    assert gone in {entry["code"] for entry in talk.content["indicators"]}
    assert talk.draft.corrected_by == len(talk.messages)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("lead_professional", "We want the arrears paid off and mum sober"),
        ("contact", "Mum is still drinking"),
        ("agencies", "CAMHS are no longer involved with the drinking"),
    ],
)
def test_what_is_wished_for_or_goes_on_is_not_over(question: str, said: str) -> None:
    talk = at(question)
    before = holds(talk)
    talk.tell(said)
    assert holds(talk) >= before


@pytest.mark.parametrize(
    ("question", "said", "field", "value"),
    [
        ("summary", "Safe contact is email only: ada@example.org. Not the mobile.", "phone", None),
        ("agencies", "not in the evening please, calling is better before 11", "phone", "07700 900123"),
    ],
)
def test_a_way_that_is_no_longer_safe_is_not_used(question: str, said: str, field: str, value: str | None) -> None:
    talk = at(question)
    assert talk.tell(said) == question
    assert talk.content["contact"][field] == value
    assert said.rsplit(maxsplit=1)[-1].strip(".") in talk.content["contact"]["note"]


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("you can add probation", ["School nurse", "probation"]),
        ("the nurse doesn't see them any more", []),
    ],
)
def test_a_service_comes_and_goes_in_words(said: str, services: list[str]) -> None:
    talk = at("summary")
    assert talk.tell(said) == "summary"
    assert [name.casefold() for name in talk.content["agencies"]] == [name.casefold() for name in services]


NOBODY_WORKS = "Neither parent works. Mother drinks a lot and a parent uses drugs."


def in_household(question: str) -> Talk:
    talk = agreed()
    talk.tell(NOBODY_WORKS)
    if question != "household":
        talk.tell("Tracey Fenn 29, Ivor Fenn 31 and Pia 8")
    while talk.asked != question:
        talk.say("skip")
    return talk


@pytest.mark.parametrize("question", ["household", "address", "agencies", "summary"])
def test_who_works_takes_it_back_that_nobody_does_whoever_it_was_told_of(question: str) -> None:
    talk = in_household(question)
    talk.tell("Actually I was told this morning that Ivor does work, he started at the garage last week.")
    said = [entry["status"] for entry in talk.content["indicators"] if entry["code"] == "nobody_working"]
    assert said == ["negated"]
    assert talk.draft.corrected_by == len(talk.messages)


@pytest.mark.parametrize("question", ["household", "address", "summary"])
def test_a_denial_about_one_of_two_parents_leaves_the_other_and_is_not_said_to_be_put_right(question: str) -> None:
    talk = in_household(question)
    before = [entry for entry in talk.content["indicators"] if entry["status"] == "asserted"]
    talk.tell("Tracey doesn't drink")
    assert [entry for entry in talk.content["indicators"] if entry["status"] == "asserted"] == before
    assert talk.draft.corrected_by is None


@pytest.mark.parametrize(
    "said", ["No fixed address.", "No settled home yet", "no fixed address, with friends in Sevenoaks"]
)
def test_no_fixed_address_is_no_end_of_being_homeless(said: str) -> None:
    talk = agreed()
    talk.tell("They were evicted in May and are homeless. Tom has missed lots of school.")
    while talk.asked != "address":
        talk.say("skip")
    talk.tell(said)
    status = {entry["status"] for entry in talk.content["indicators"] if entry["code"] == "eviction_or_homelessness"}
    assert status == {"asserted"}


@pytest.mark.parametrize("said", ["Us and the school. Nobody else bothers.", "The school. Nobody else is bothered."])
def test_that_nobody_else_helps_denies_nothing_that_is_the_matter(said: str) -> None:
    talk = agreed()
    talk.tell("Tom has missed lots of school and he is rude to his teachers.")
    before = talk.content["indicators"]
    while talk.asked != "agencies":
        talk.say("skip")
    talk.tell(said)
    assert talk.content["indicators"][: len(before)] == before
