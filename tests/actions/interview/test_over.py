"""What was told and is over, or never was so, is put right in words and stays on record as past or denied."""

from __future__ import annotations

import pytest

from tests.actions.interview.talk import Talk, begun

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
