"""When it is safe to ring or write, as people say it: read narrow rather than wide."""

from __future__ import annotations

import pytest

from nlu.people.safe_times import NEVER, Window, safe_times, voicemail

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WORKING_WEEK = (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("said", "days", "begins", "ends"),
    [
        ("My phone is 07700 900456, mornings are best", EVERY_DAY, "08:00", "12:00"),
        ("only between 9 and 3 on weekdays", WORKING_WEEK, "09:00", "15:00"),
        ("text me after 9, never after 5, he reads my texts", EVERY_DAY, "09:00", "17:00"),
        ("not at weekends", WORKING_WEEK, "08:00", "21:00"),
        ("he gets home at five so not after 5", EVERY_DAY, "08:00", "17:00"),
        ("when the boys are at school", WORKING_WEEK, "09:15", "14:45"),
        ("He is out from 8 to 5", EVERY_DAY, "08:00", "17:00"),
        ("Only text, weekdays, he is home after 6", WORKING_WEEK, "08:00", "18:00"),
        ("call after six pm please, I work until 5.30", EVERY_DAY, "18:00", "21:00"),
        ("Tuesdays and Thursdays 10-12", (1, 3), "10:00", "12:00"),
        ("píšte ráno, nie večer", EVERY_DAY, "08:00", "12:00"),
        ("proszę dzwonić tylko po południu", EVERY_DAY, "12:00", "17:00"),
        ("numai când copiii sunt la școală", WORKING_WEEK, "09:15", "14:45"),
    ],
)
def test_times_are_read_from_words(said: str, days: tuple[int, ...], begins: str, ends: str) -> None:
    assert safe_times(said) == (Window(days, begins, ends),)


@pytest.mark.parametrize("said", ["", "07700 900456", "Ring any time", "email only", "0808 2000 247"])
def test_who_names_no_time_has_none(said: str) -> None:
    assert safe_times(said) == ()


def test_words_that_leave_no_time_leave_none_and_not_any() -> None:
    assert safe_times("in the mornings. never in the mornings") == (NEVER,)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("please ring between ten and two. No voicemail, he listens to them", "never"),
        ("don't leave a voicemail", "never"),
        ("leave a voicemail but don't mention the council", "careful"),
        ("mornings are best", None),
    ],
)
def test_what_may_be_left_on_an_answering_machine(said: str, left: str | None) -> None:
    assert voicemail(said) == left
