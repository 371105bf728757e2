"""The summary before anything is sent: plain dates, who agreed, and what was understood as so, unsure and not so."""

from __future__ import annotations

from typing import Any

import pytest

from backend.threads.summary import plain_date, summary


def lines(content: dict[str, Any], audience: str = "professional") -> dict[str, str]:
    shown = summary(content, audience, "Priya Shah").splitlines()
    return dict(line.removeprefix("- ").split(": ", 1) for line in shown)


def consent(**event: str) -> dict[str, Any]:
    return {"consent": {"state": "given", "events": [{"purpose": "nomination", "state": "given", **event}]}}


def said(code: str, status: str) -> dict[str, str]:
    return {"code": code, "status": status}


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


def test_so_not_sure_and_not_so_each_have_their_line() -> None:
    indicators = [
        said("fixed_term_exclusion", "asserted"),
        said("crime_asb", "negated"),
        said("parent_mental_health", "uncertain"),
        said("fixed_term_exclusion", "asserted"),
    ]
    shown = lines({"indicators": indicators})
    assert shown["What we understood as so"] == "Fixed-term exclusion"
    assert shown["Not certain"]
    assert shown["Not so"] == "Crime or anti-social behaviour"
    assert "In the past" not in shown


def test_a_need_is_not_named_beside_its_own_facts() -> None:
    indicators = [said("parent_substance_misuse", "negated"), said("substance_misuse", "negated")]
    assert ";" not in lines({"indicators": indicators})["Not so"]


def test_a_line_with_nothing_in_it_says_so() -> None:
    shown = lines({}, "family")
    assert [shown[name] for name in ("What we understood as so", "What is not sure", "What is not so")] == [
        "nothing"
    ] * 3


def test_what_is_over_is_said_apart() -> None:
    assert lines({"indicators": [said("rent_arrears", "historical")]})["In the past"] == "Rent arrears"


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
