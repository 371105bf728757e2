"""Which area's programme it is: from a postcode, from words, and from words that correct."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.interview import Programme, fold
from actions.interview.place import programme_for_postcode, programme_named
from tests.actions.interview.talk import KINGSTON, SEVENOAKS, Talk, agreed

TONBRIDGE = replace(SEVENOAKS, code="tonbridge-malling", area="Tonbridge", districts=("TN11", "TN9"), shared=("TN15",))


@pytest.mark.parametrize(
    ("postcode", "programme"),
    [("TN13 1AB", "sevenoaks"), ("TN11 9AA", "sevenoaks"), ("KT2 6AA", "kingston-richmond"), ("LS1 4AB", None)],
)
def test_a_postcode_points_to_the_programme_that_has_or_shares_its_district(postcode: str, programme: str) -> None:
    assert programme_for_postcode(postcode, (SEVENOAKS, KINGSTON)) == programme


def test_who_has_a_district_whole_goes_before_who_shares_it() -> None:
    assert programme_for_postcode("TN11 9AA", (SEVENOAKS, TONBRIDGE)) == "tonbridge-malling"
    assert programme_for_postcode("TN15 6XX", (SEVENOAKS, TONBRIDGE)) == "sevenoaks"


@pytest.mark.parametrize(
    "said",
    [
        "Sorry, they live in Kingston",
        "Actually it is Kingston, not Sevenoaks",
        "I meant Kingston, sorry",
        "sorry wrong area, should be Richmond",
    ],
)
def test_the_area_is_put_right_in_words_and_consent_is_asked_for_that_programme(said: str) -> None:
    talk = agreed()
    assert talk.content["programme"] == "sevenoaks"
    assert talk.tell(said) == "consent"
    assert talk.content["programme"] == "kingston-richmond"
    assert talk.content["consent"] == {"state": None, "events": [], "conditions": []}
    assert talk.draft.corrected_by == len(talk.messages)
    talk.programme = KINGSTON
    talk.tell("Mum agreed to that as well, I asked her today by phone")
    assert talk.content["consent"]["events"][0]["wording_version"] == "kr-1"


@pytest.mark.parametrize("said", ["Actually his dad works in Kingston", "They used to live in Kingston"])
def test_a_place_in_passing_moves_nobody(said: str) -> None:
    talk = agreed()
    talk.tell(said)
    assert talk.content["programme"] == "sevenoaks"
    assert talk.content["consent"]["state"] == "given"


def test_what_was_put_right_stays_right_when_the_record_knows_the_new_programme() -> None:
    talk = agreed()
    talk.tell("Sorry, they live in Kingston")
    talk.tell("Mum agreed to that as well, I asked her today by phone")
    kept = replace(talk.thread, programme=KINGSTON, content=talk.content)
    again = fold(talk.messages, kept).to_json()
    assert (again["programme"], again["consent"]["state"]) == ("kingston-richmond", "given")


def test_words_that_any_area_may_have_name_none() -> None:
    example = Programme("supporting-families", "Supporting Families", "Exampleshire (area to be configured)")
    programmes = (SEVENOAKS, KINGSTON, example)
    assert programme_named("wrong area, should be Richmond", programmes) == "kingston-richmond"
    assert programme_named("which area or district do you mean?", programmes) is None
    malling = Programme("tonbridge-malling", "Early Help in Tonbridge and Malling", "Tonbridge and Malling")
    assert programme_named("I need early help for my family", (*programmes, malling)) is None
    assert programme_named("I need early help, we are in Malling", (*programmes, malling)) == "tonbridge-malling"


def test_who_may_nominate_in_one_programme_only_stays_there() -> None:
    talk = Talk(programmes=(SEVENOAKS,))
    talk.tell("Hello")
    talk.tell("Sorry, they live in Kingston")
    assert talk.content["programme"] == "sevenoaks"
