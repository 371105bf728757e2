"""Whoever waits for a person and would rather go on says so in their own words; anything else waits with them."""

from __future__ import annotations

import pytest

from backend.handovers.wording import goes_on


@pytest.mark.parametrize(
    "text",
    [
        "Go on without a person",
        "never mind, I'll do it here with you",
        "oh leave that, let's just carry on",
        "I can’t wait for a person. Can we go on?",
        "ok, i'll keep going on here, it's easier",
        "Actually I don't need a person after all, thanks",
        "continue please",
    ],
)
def test_words_that_go_on_end_the_waiting(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "he won't leave it, I'm scared",
        "my son cannot go on like this",
        "no leave him, he hit me",
        "thanks",
        "it's fine",
        "",
    ],
)
def test_words_about_the_family_wait_for_the_person(text: str) -> None:
    assert not goes_on(text)
