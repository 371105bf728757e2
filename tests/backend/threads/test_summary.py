"""The summary before anything is sent: plain dates, who agreed, and what was understood, each thing with its words."""

from __future__ import annotations

from typing import Any

import pytest

from backend.threads.summary import plain_date, summary


def lines(content: dict[str, Any], audience: str = "professional") -> dict[str, str]:
    said, _, _ = summary(content, audience, "Priya Shah").partition("\nWhat we understood:")
    return dict(line.removeprefix("- ").split(": ", 1) for line in said.splitlines())


def understood(content: dict[str, Any], audience: str = "professional") -> list[str]:
    _, _, said = summary(content, audience).partition("\nWhat we understood:\n")
    return [line.removeprefix("- ") for line in said.splitlines()]


def consent(**event: str) -> dict[str, Any]:
    return {"consent": {"state": "given", "events": [{"purpose": "nomination", "state": "given", **event}]}}


def said(code: str, status: str, **more: str) -> dict[str, str]:
    return {"code": code, "status": status, **more}


def test_consent_says_who_agreed_who_asked_when_and_how() -> None:
    told = consent(by="Mr Hussain", asked_by="Priya Shah", date="2026-11-03", method="phone")
    assert lines(told)["Consent"] == "given, by Mr Hussain, asked by you, 3 November 2026, by phone"


def test_what_was_not_read_about_consent_is_not_filled_in() -> None:
    assert lines(consent())["Consent"] == "given"
    assert lines(consent(asked_by="health visitor"))["Consent"] == "given, asked by health visitor"


def test_one_parents_no_is_shown_beside_the_others_yes() -> None:
    told = consent(by="Paul")
    told["consent"]["events"].insert(0, {"purpose": "nomination", "state": "refused", "by": "mum"})
    assert lines(told)["Consent"] == "given, by Paul, but mum said no"


@pytest.mark.parametrize(
    ("iso", "plain"),
    [("2026-11-03", "3 November 2026"), ("2026-03", "March 2026"), ("2015", "2015"), ("last week", "last week")],
)
def test_dates_are_written_as_people_write_them(iso: str, plain: str) -> None:
    assert plain_date(iso) == plain


def test_a_date_of_birth_is_written_plainly() -> None:
    assert "born 6 May 2014" in lines({"people": [{"name": "Ned", "date_of_birth": "2014-05-06"}]})["Household"]


def test_each_thing_understood_has_a_line_that_says_how_it_was_taken_by_which_words_and_about_whom() -> None:
    indicators = [
        said("rent_arrears", "historical"),
        said("parent_mental_health", "uncertain", person="mum"),
        said("fixed_term_exclusion", "asserted", person="Kit", words="sent  home\ntwice"),
        said("crime_asb", "negated"),
    ]
    assert understood({"indicators": indicators}) == [
        "Fixed-term exclusion (Kit), so now: “sent home twice”",
        "Crime or anti-social behaviour, not so",
        "Parent's mental health (mum), perhaps",
        "Rent arrears, in the past",
    ]


def test_a_family_reads_it_in_plain_words() -> None:
    assert understood({"indicators": [said("fixed_term_exclusion", "asserted")]}, "family") == [
        "Being sent home from school for some days, so now"
    ]


def test_that_nothing_was_understood_is_said() -> None:
    assert lines({}, "family")["What we understood"] == "nothing"


def test_long_words_are_cut_in_a_line() -> None:
    line = understood({"indicators": [said("rent_arrears", "asserted", words="behind with the rent " * 20)]})[0]
    assert len(line) < 160
    assert line.endswith("…”")


def test_the_chance_of_change_is_only_what_was_said() -> None:
    assert lines({"turnaround": "likely"})["Chance of change"] == "likely"
    assert "Chance of change" not in lines({"turnaround": None})


def test_a_young_person_sees_what_they_said_about_asking_a_parent() -> None:
    told = consent(by="Sam")
    told["consent"]["events"].append({"purpose": "asking_a_parent", "state": "refused", "by": "Sam"})
    assert lines(told, "family")["Asking a parent too"] == "no, please do not"


def test_a_number_that_the_note_repeats_is_shown_once() -> None:
    contact = {"person": "mum", "phone": "07700 900123", "note": "Ring mum on 07700 900123 after three"}
    assert lines({"contact": contact})["Safe contact"] == "Ring mum on 07700 900123 after three"


def test_what_was_told_in_several_messages_reads_as_sentences() -> None:
    assert (
        lines({"story": "He was excluded\nThe rent is late."})["What you told us"]
        == "He was excluded. The rent is late."
    )
