"""The programme files say what the council papers say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import textstat  # type: ignore[import-untyped]
import yaml

from backend.programmes import (
    Programme,
    UnknownProgramme,
    covers,
    indicators,
    interview_view,
    load_programme,
    load_programmes,
    needs,
    programme_for_postcode,
    topics,
)
from backend.programmes.area import postcode_district

VERSIONS = {
    "kingston-richmond": "2015",
    "maidstone": "2012",
    "rotherham": "2013",
    "sevenoaks": "2013",
    "supporting-families": "2022",
    "tonbridge-malling": "2016",
}
CODES = list(VERSIONS)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for entry in value.values():
            yield from texts(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from texts(entry)
    elif isinstance(value, str):
        yield value


def test_the_newest_version_of_each_programme_is_used() -> None:
    assert {code: programme.version for code, programme in load_programmes().items()} == VERSIONS
    assert load_programme("sevenoaks", "2013") is load_programme("sevenoaks")


@pytest.mark.parametrize(("code", "version"), [("nowhere", None), ("sevenoaks", "1999")])
def test_a_programme_there_is_not_is_answered_with_those_there_are(code: str, version: str | None) -> None:
    there_are = ", ".join(f"{known}@{year}" for known, year in VERSIONS.items())
    with pytest.raises(UnknownProgramme, match=f"There are: {there_are}"):
        load_programme(code, version)


def test_thresholds_and_criteria() -> None:
    sevenoaks, kingston = load_programme("sevenoaks"), load_programme("kingston-richmond")
    assert dict(sevenoaks.thresholds) == {"national": 2}
    assert dict(kingston.thresholds) == {"national": 2, "local": 1}
    scopes = [criterion.scope for criterion in kingston.criteria]
    assert (scopes.count("national"), scopes.count("local")) == (6, 7)
    assert [entry.code for entry in sevenoaks.criteria if entry.scope == "national"] == [
        "education",
        "crime_asb",
        "worklessness",
    ]


def test_figures_of_the_papers() -> None:
    sevenoaks, kingston = load_programme("sevenoaks"), load_programme("kingston-richmond")
    county = sevenoaks.data["allocation"]["county"]
    assert round(100 * (sevenoaks.allocation_total or 0) / county["families"]) == county["percent"]
    figures = {entry["code"]: entry["value"] for entry in kingston.data["figures"]}
    assert (figures["attachment_fee"], figures["result_payment"]) == (1000, 800)
    assert figures["families_kingston"] + figures["families_richmond"] == 1330


@pytest.mark.parametrize("code", CODES)
def test_every_indicator_of_the_programme_can_be_asked_about(code: str) -> None:
    view = interview_view(load_programme(code))
    for criterion in view["criteria"]:
        assert set(criterion["about"]) <= set(view["topics"])
    assert set(view) == {
        "code", "name", "family_name", "area", "consent", "criteria", "topics", "emergency", "not_a_referral",
        "districts", "out_of_area", "self_referral",
    }  # fmt: skip
    assert set(view["consent"]) == {"version", "purposes", "how_to_ask", "what_to_say"}


@pytest.mark.parametrize("code", CODES)
def test_only_999_is_real_and_the_other_numbers_are_fictional(code: str) -> None:
    view = interview_view(load_programme(code))
    numbers = view["emergency"]
    assert numbers["safeguarding_hub"]["number"] in view["not_a_referral"]
    assert "MASH" in view["not_a_referral"]
    assert numbers["immediate"]["number"] == "999"
    assert numbers["immediate"]["placeholder"] is False
    for name in ("safeguarding_hub", "out_of_hours", "duty"):
        # Ofcom keeps these ranges for drama: nobody answers them.
        assert re.fullmatch(r"01632 960\d{3}|020 7946 0\d{3}", numbers[name]["number"])
        assert numbers[name]["placeholder"] is True


@pytest.mark.parametrize("code", CODES)
def test_families_are_never_called_troubled(code: str) -> None:
    programme = load_programme(code)
    assert not [text for text in texts(programme.data) if "troubled" in text.casefold()]
    assert not [text for text in texts(dict(topics())) if "troubled" in text.casefold()]


def for_families(programme: Programme) -> Iterator[str]:
    """Everything in a programme's file that a family may read."""
    yield from (purpose["wording"] for purpose in programme.data["consent"]["purposes"])
    yield from texts([dict(programme.next_steps), dict(programme.verdicts), programme.data["signposting"]["text"]])
    yield from texts([entry["sentences"] for entry in programme.data["criteria"]])
    yield from (entry["question"]["family"] for entry in programme.data["criteria"] if "question" in entry)
    standing = programme.data["standing"]
    yield from (standing[key]["next_step"] for key in ("no_longer_meets", "step_down") if key in standing)
    yield from (stage.family for stage in programme.paths.stages)


@pytest.mark.parametrize("code", CODES)
def test_families_read_short_sentences(code: str) -> None:
    wordings = [*for_families(load_programme(code)), *(topic["family"] for topic in topics().values())]
    sentences = [sentence for wording in wordings for sentence in re.split(r"(?<=[.?!])\s+", wording)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 22] == []


@pytest.mark.parametrize("code", CODES)
def test_families_read_at_the_age_of_nine(code: str) -> None:
    """Grade 4 of the automated readability index: ages 9 to 10. (Measures by syllables need a word list to fetch.)"""
    wordings = list(for_families(load_programme(code)))
    assert textstat.automated_readability_index(" ".join(wordings)) <= 4
    assert [wording for wording in wordings if textstat.automated_readability_index(wording) > 8] == []


def test_the_questions_for_families_are_read_at_the_age_of_nine() -> None:
    assert textstat.automated_readability_index(" ".join(topic["family"] for topic in topics().values())) <= 4


def test_the_reader_and_the_programmes_share_one_list_of_indicators() -> None:
    reader = yaml.safe_load((Path(__file__).parents[3] / "nlu/needs/indicators.yml").read_text(encoding="utf-8"))
    assert {code: indicator.need for code, indicator in indicators().items()} == reader


def test_every_need_has_a_name_and_a_question_for_both_audiences() -> None:
    assert {indicator.need for indicator in indicators().values()} == set(needs()) == set(topics())
    for question in topics().values():
        assert question["professional"].endswith((".", "?"))
        assert question["family"] != question["professional"]


@pytest.mark.parametrize(
    ("postcode", "district"),
    [
        ("TN13 1AA", "TN13"),
        ("tn131aa", "TN13"),
        ("TN1 3AA", "TN1"),
        ("TN13", "TN13"),
        ("SW1A 1AA", "SW1A"),
        ("not a postcode", None),
        ("", None),
        (None, None),
    ],
)
def test_postcode_district(postcode: str | None, district: str | None) -> None:
    assert postcode_district(postcode) == district


@pytest.mark.parametrize(
    ("code", "postcode", "inside"),
    [
        ("sevenoaks", "TN14 5AA", True),
        ("sevenoaks", "TN1 4AA", False),
        ("sevenoaks", "DA4 9AA", None),
        ("sevenoaks", None, None),
        ("kingston-richmond", "TW10 6AA", True),
        ("kingston-richmond", "SW15 3AA", None),
        ("kingston-richmond", "TN13 1AA", False),
        ("rotherham", "S66 8AA", True),
        ("rotherham", "S26 1AA", None),
        ("maidstone", "ME19 4AA", False),
        ("tonbridge-malling", "TN11 9AA", None),
        # Districts that are still to be configured say nothing.
        ("supporting-families", "TN13 1AA", None),
    ],
)
def test_area(code: str, postcode: str | None, inside: bool | None) -> None:
    assert covers(load_programme(code), postcode) is inside


@pytest.mark.parametrize(
    ("postcode", "code"),
    [("TN13 1AA", "sevenoaks"), ("KT3 3AA", "kingston-richmond"), ("S60 1AA", "rotherham"),
     ("ME15 6AA", "maidstone"), ("TN9 1AA", "tonbridge-malling"), ("LS1 1AA", None),
     # Two programmes share the district, so the address has to say which.
     ("TN15 6AA", None)],
)  # fmt: skip
def test_the_right_door(postcode: str, code: str | None) -> None:
    found = programme_for_postcode(postcode)
    assert (found.code if found else None) == code
