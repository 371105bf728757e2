"""The small functions behind the pages: marks in a story, paragraphs, ages and dates in words, pages of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backend.web import dates
from backend.web.highlighting import Mark, highlight, locate
from backend.web.pages import PER_PAGE, page_of
from backend.web.prose import prose
from backend.web.words import word

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


def fact(words: str, code: str = "nobody_working", **more: Any) -> dict[str, Any]:
    return {"code": code, "words": words, "status": "asserted", **more}


def marked(text: str, *facts: dict[str, Any], parts: Sequence[dict[str, Any]] = ()) -> str:
    return "\n".join(highlight(text, facts, locate(text, facts, parts)))


def test_marks_escape_what_they_mark() -> None:
    html = marked("so <b>poor</b> & sad", fact("<b>poor</b>", person="<i>mum</i>"))
    assert html == (
        'so <mark class="fd-read fd-read--asserted" id="words-0">&lt;b&gt;poor&lt;/b&gt;</mark>'
        '<span class="fd-read__as"> [read as: Nobody in the household works (&lt;i&gt;mum&lt;/i&gt;): so now'
        '<span class="govuk-visually-hidden">; Work, benefits and income</span>]</span> &amp; sad'
    )


def test_marks_that_overlap_become_one_with_both_meanings() -> None:
    html = marked("excluded and out of work", fact("excluded and out"), fact("out of work", "rent_arrears"))
    assert html.count("<mark") == 1
    assert "Nobody in the household works: so now; Rent arrears: so now" in html


def test_words_that_were_taken_in_several_ways_are_marked_as_such() -> None:
    facts = fact("on the dole", status="historical"), fact("dole", "out_of_work_benefits", status="uncertain")
    html = marked("was on the dole once", *facts)
    assert 'class="fd-read fd-read--several"' in html
    assert "works: in the past; Adult on out-of-work benefits: perhaps" in html


def test_words_are_found_whatever_their_case_and_line_breaks() -> None:
    html = marked("NOBODY\n works", fact("nobody works"))
    assert html.count("<mark") == 2, "a mark does not go over the end of a line"
    assert html.count("id=") == 1
    assert html.count("[read as") == 1


@pytest.mark.parametrize("words", ["", "not in the story", "a.b", "mor"])
def test_words_that_are_not_there_mark_nothing(words: str) -> None:
    assert "<mark" not in marked("axb, and more", fact(words))


PARTS = (
    {"message": 3, "start": 0, "end": 16, "from": 2},
    {"message": 5, "start": 17, "end": 35, "from": 0},
)
"""Of "He was excluded.", written after two blanks, and a second message that says it of his brother."""
TWICE = "He was excluded.\nSo was excluded he"


def test_of_the_same_words_said_twice_those_are_marked_that_were_read() -> None:
    said = fact("excluded", "fixed_term_exclusion", message=5, start=7, end=15)
    assert locate(TWICE, [said], PARTS) == [Mark(24, 32, (0,))]
    assert locate(TWICE, [said | {"message": 3, "start": 9, "end": 17}], PARTS) == [Mark(7, 15, (0,))]


def test_offsets_that_no_longer_fit_give_way_to_the_words_of_that_message() -> None:
    moved = fact("excluded", message=5, start=2, end=10)
    assert locate(TWICE, [moved], PARTS) == [Mark(24, 32, (0,))]
    assert locate(TWICE, [moved | {"words": "expelled"}], PARTS) == []


def test_a_mere_yes_and_words_of_a_message_that_is_no_story_mark_nothing() -> None:
    assert locate("No, he said. Yes", [fact("Yes", message=7, start=None, end=None)], PARTS) == []
    assert locate(TWICE, [fact("excluded", message=9, start=0, end=8)], PARTS) == []


def test_prose_makes_paragraphs_and_lists() -> None:
    assert prose("One\ntwo\n\nYou need:\n- a <b>\n- c") == (
        '<p class="govuk-body">One<br>two</p>\n'
        '<p class="govuk-body">You need:</p>\n'
        '<ul class="govuk-list govuk-list--bullet"><li>a &lt;b&gt;</li><li>c</li></ul>'
    )


def test_telephone_numbers_can_be_touched() -> None:
    html = prose("Ring 999, or the hub (MASH): 020 7946 0101. Not FD-20794601 nor 2015-03.", phones=True)
    assert html.count("<a ") == 2
    assert 'href="tel:999">999</a>, or' in html
    assert 'href="tel:02079460101">020 7946 0101</a>.' in html
    assert "<a " not in prose("Ring 999")
    assert "<a " not in prose("Born 06 05 2003, house 99, case 0123", phones=True)


@pytest.mark.parametrize("number", ["01632 960101", "020 7946 0102", "0300 123 4567", "07700900123", "0800 1111"])
def test_kinds_of_british_numbers(number: str) -> None:
    assert f">{number}</a>" in prose(f"Ring {number}!", phones=True)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=20), "less than a minute ago"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=5, minutes=59), "5 hours ago"),
        (timedelta(days=2, hours=3), "2 days ago"),
    ],
)
def test_age_in_words(ago: timedelta, said: str) -> None:
    assert dates.age(NOW - ago, NOW) == said


def test_due_in_words() -> None:
    friday_at_five = datetime(2026, 12, 18, 17, tzinfo=UTC)
    for now, words in {
        datetime(2026, 12, 14, 9, tzinfo=UTC): "Due on Friday by 5pm",
        datetime(2026, 12, 1, 9, tzinfo=UTC): "Due on 18 December by 5pm",
        datetime(2026, 12, 17, 9, tzinfo=UTC): "Due tomorrow by 5pm",
        datetime(2026, 12, 18, 9, tzinfo=UTC): "Due today by 5pm",
        datetime(2026, 12, 20, 9, tzinfo=UTC): "Overdue since 5pm",
        datetime(2026, 12, 21, 9, tzinfo=UTC): "Overdue by 1 working day",
        datetime(2026, 12, 29, 9, tzinfo=UTC): "Overdue by 5 working days",  # Christmas and its substitute day between
    }.items():
        assert dates.due(friday_at_five, now) == words


def test_times_are_british_and_part_dates_stay_as_given() -> None:
    assert dates.clock("2026-07-01T12:05:00+00:00") == "1 July 2026, 1:05pm"
    assert dates.clock("2026-12-01T00:05:00+00:00") == "1 December 2026, 12:05am"
    assert dates.day("2015-03") == "2015-03"
    assert dates.day("last spring") == "last spring"


def test_long_list_in_pages() -> None:
    rows = list(range(2 * PER_PAGE + 1))
    middle = page_of(rows, 2, "/queue", {"status": "received"})
    assert list(middle.rows) == rows[PER_PAGE : 2 * PER_PAGE]
    assert (middle.previous, middle.next) == ("/queue?status=received&page=1", "/queue?status=received&page=3")
    assert page_of(rows, 99, "/queue", {}).number == 3
    assert page_of([], 1, "/queue", {}).of == 1


def test_code_without_words_is_shown_not_hidden() -> None:
    assert word("some_new-code", "status") == "Some new code"
    assert word(None, "status") == "Not known"
