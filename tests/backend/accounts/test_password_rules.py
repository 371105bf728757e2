"""Which passwords are taken."""

from __future__ import annotations

import pytest

from backend.accounts.password_rules import objection


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "kettle under violet rain",
        "zmfkpqoeuthv",
        "we saw 3 herons at dawn",
        "ein langer deutscher Satz",
        "这是一个很长的密码句子好吗",
    ],
)
def test_long_ones_that_nobody_else_has_are_taken_whatever_they_are_made_of(password: str) -> None:
    assert objection(password, "priya.shah@school.example") is None


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword", "Password123456!", "P@ssw0rd2026!!", "front-door-demo", "FrontDoor2026!", "123456789012",
        "aaaaaaaaaaaaaa", "abababababab", "qwertyuiop123", "Welcome2Council!", "letmeinletmein", "Summer2026Summer",
        "priyashah2026!", "PriyaSchool12345",
    ],
)  # fmt: skip
def test_what_everybody_tries_first_is_not(password: str) -> None:
    told = objection(password, "priya.shah@school.example")
    assert told is not None
    assert "Many people" in told


def test_length_is_what_counts() -> None:
    assert "at least 12" in (objection("vq8#Lm2!x") or "")
    assert "at most 128" in (objection("kettle under violet rain " * 10) or "")
