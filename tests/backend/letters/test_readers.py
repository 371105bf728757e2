"""Who is written to and by which way: a named adult, never a child, never whoever must not know, never unsafely."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from backend.errors import Invalid
from backend.letters.safe import Told
from tests.backend.letters.writing import MOTHER, Case
from tests.backend.threads.talking import CONSENT, CONTENT

NED = {"name": "Ned Quillfeather", "age": 12, "date_of_birth": "2014-05-06", "relation": "son"}
DELLA = {"name": MOTHER, "age": 34, "relation": "mother"}
GARETH = {"name": "Gareth Stoat", "age": 41, "relation": "partner"}
HIT = {"code": "domestic_abuse_victim", "status": "asserted", "words": "somebody hits her", "said_by": "professional"}


def refused(case: Case) -> dict[str, str]:
    """Names of who is not written to, with the reason."""
    return {str(each.name): each.why_not for each in case.desk().readers if each.why_not}


def test_whoever_nominated_and_each_named_adult_can_be_written_to_and_no_child(db: Session) -> None:
    case = Case(db, people=[DELLA, NED, {**GARETH, "age": 17}])
    assert [each.name for each in case.desk().readers if not each.why_not] == [case.nominator.display_name, MOTHER]
    assert set(refused(case)) == {"Ned Quillfeather", "Gareth Stoat"}
    for code in ("person-2", "person-3"):
        with pytest.raises(Invalid, match="under 18"):
            case.begin(code)
    with pytest.raises(Invalid, match="Choose who"):
        case.begin("the family")


@pytest.mark.parametrize(
    ("person", "why"),
    [
        ({"relation": "mother", "age": 30}, "no name"),
        ({"name": "Rudi"}, "grown up"),
        ({"name": "Rudi", "relation": "son"}, "grown up"),
    ],
)
def test_nobody_without_a_name_and_nobody_who_may_be_a_child(db: Session, person: dict[str, Any], why: str) -> None:
    case = Case(db, people=[DELLA, person])
    assert why in str(case.reader("person-2").why_not)
    with pytest.raises(Invalid):
        case.begin("person-2")


def test_an_adult_of_unknown_age_is_known_by_the_relation(db: Session) -> None:
    assert Case(db, people=[{"name": MOTHER, "relation": "mum"}]).reader("person-1").why_not is None


@pytest.mark.parametrize(
    "words",
    [
        "please do not tell Gareth",
        "don't let her partner know",
        "her boyfriend must not find out",
        "only without Gareth knowing",
        "only if Gareth does not know",
        "keep it from her partner",
        "Gareth doesn't know about this",
    ],
)
def test_words_that_say_who_must_not_know_are_found_and_only_of_them(words: str) -> None:
    assert told(words).secret_from(GARETH) == words
    assert told(words).secret_from(DELLA) is None
    assert told(words).feared(DELLA) is None


@pytest.mark.parametrize(
    "words",
    [
        "Della is scared of Gareth and wants help",
        "Gareth Stoat was violent last year",
        "Della says Gareth hits her",
        "she was threatened by her partner",
        "Gareth has hit her",
    ],
)
def test_words_that_say_who_is_feared_are_found_and_only_of_them(words: str) -> None:
    assert told(words).feared(GARETH) == words
    assert told(words).feared(DELLA) is None


@pytest.mark.parametrize(
    "words",
    [
        "mum doesn't know what to do",
        "Ned does not let mum sleep",
        "they don't tell mum where they go",
        "Ned is scared of mum's boyfriend",
        "mum was hit by a car",
        "mum is very tired",
    ],
)
def test_what_is_said_of_somebody_otherwise_leaves_nobody_out(words: str) -> None:
    mum = {"name": "Iris", "age": 40, "relation": "mum"}
    assert (told(words).secret_from(mum), told(words).feared(mum)) == (None, None)


def test_who_must_not_know_is_never_written_to_wherever_it_was_said(db: Session) -> None:
    condition = {"words": "only without Gareth knowing", "message": 1}
    for changes in (
        {"contact": {"phone": "07700 900123", "note": "please do not tell Gareth"}},
        {"story": "No one works. Her partner must not find out."},
        {"consent": CONSENT | {"conditions": [condition]}},
    ):
        case = Case(db, people=[DELLA, NED, GARETH], **changes)
        assert "must not know" in str(case.reader("person-3").why_not)
        assert case.reader("person-1").why_not is None
        with pytest.raises(Invalid, match="must not know"):
            case.begin("person-3")


def test_where_abuse_was_told_of_only_whoever_agreed_is_offered(db: Session) -> None:
    gran = {"name": "Iris Quillfeather", "age": 66, "relation": "grandmother"}
    case = Case(db, people=[DELLA, NED, GARETH, gran], indicators=[*CONTENT["indicators"], HIT])
    assert case.reader("person-1").why_not is None
    assert "abuse" in str(case.reader("person-3").why_not)
    assert "abuse" in str(case.reader("person-4").why_not)


def test_who_is_said_to_hurt_the_others_is_not_written_to_although_he_agreed(db: Session) -> None:
    hits = HIT | {"code": "domestic_abuse_perpetrator", "person": "mum"}
    case = Case(db, people=[DELLA, NED], indicators=[*CONTENT["indicators"], hits])
    assert "not safe" in str(case.reader("person-1").why_not)


def test_who_asked_for_help_and_is_under_16_is_not_written_to(db: Session) -> None:
    child = {"name": "Robin", "age": 15, "relation": "self"}
    case = Case(db, role="family", people=[child, DELLA])
    assert "under 16" in str(case.reader("nominator").why_not)


@pytest.mark.parametrize(
    "note",
    [
        "no letters please",
        "please don't write to the house",
        "he opens the post",
        "post is not safe",
        "never send anything by post",
        "her letters are opened",
    ],
)
def test_words_that_call_post_unsafe_are_found(note: str) -> None:
    assert told(note).unsafe("post") == note


@pytest.mark.parametrize("note", ["he reads her e-mails", "do not e-mail", "her email is not safe", "he has her phone"])
def test_words_that_call_e_mail_unsafe_are_found(note: str) -> None:
    assert told(note).unsafe("email") == note


@pytest.mark.parametrize("note", ["text only", "only ring", "please only by phone", "face to face only"])
def test_words_that_name_another_way_as_the_only_one_are_found(note: str) -> None:
    assert told(note).only() == note


@pytest.mark.parametrize(
    "note", ["mornings only", "ring after nine", "ask for Della", "not after five", "letters are fine", "post is ok"]
)
def test_what_says_nothing_against_it_closes_nothing(note: str) -> None:
    said = told(note)
    assert (said.unsafe("post"), said.unsafe("email"), said.only(), said.is_careful()) == (None, None, None, False)


def told(note: str) -> Told:
    return Told(CONTENT | {"contact": {"phone": "07700 900123", "email": "della@mail.example", "note": note}})


def test_a_letter_is_refused_by_the_ways_that_the_record_calls_unsafe(db: Session) -> None:
    contact = {
        "phone": "07700 900123",
        "email": "della@mail.example",
        "note": "no letters please; he reads her e-mails",
    }
    case = Case(db, contact=contact)
    letter = case.begin("person-1")
    case.write(letter, reason="School and work.", ask="Ring 01632 960111.")
    for way, why in (("post", "no letters please"), ("email", "he reads her e-mails")):
        with pytest.raises(Invalid, match=why):
            case.send(letter, way)
    assert case.opened(letter).letter.sent_at is None
    case.send(letter, "hand")


def test_where_nothing_is_said_against_it_every_way_but_the_chat_is_open(db: Session) -> None:
    case = Case(db, contact={"phone": "07700 900123", "email": "della@mail.example", "note": "mornings only"})
    ways = case.why_not(case.begin("person-1"))
    assert ways == {"chat": ways["chat"], "hand": None, "post": None, "email": None}


def test_abuse_closes_post_unless_post_was_said_to_be_safe(db: Session) -> None:
    closed = Case(db, indicators=[*CONTENT["indicators"], HIT])
    assert "abuse" in str(closed.why_not(closed.begin("person-1"))["post"])
    said = Case(
        db,
        indicators=[*CONTENT["indicators"], HIT],
        contact={"phone": "07700 900123", "note": "letters are fine, he has moved out"},
    )
    assert said.why_not(said.begin("person-1"))["post"] is None


def test_without_an_address_there_is_no_e_mail_and_no_post(db: Session) -> None:
    case = Case(db, address=None)
    ways = case.why_not(case.begin("person-1"))
    assert "no e-mail address" in str(ways["email"])
    assert "no address" in str(ways["post"])


def test_nobody_of_the_household_is_written_to_in_the_conversation_of_whoever_nominated(db: Session) -> None:
    case = Case(db)
    letter = case.begin("person-1")
    case.write(letter, reason="School and work.", ask="Ring 01632 960111.")
    with pytest.raises(Invalid, match="no conversation"):
        case.send(letter, "chat")
    assert case.said() == []
