"""What is sent fits what Telegram takes, and nothing of it is lost on the way."""

from __future__ import annotations

from typing import Any

from bot.telegram.said import LONGEST, Said, cut, from_replies, pieces, units
from bot.telegram.wording import wording


def test_a_long_message_is_cut_where_words_end_and_has_its_buttons_last() -> None:
    text = "\n\n".join(f"{n}. " + "It has been hard. " * 40 for n in range(20))
    parts = cut(Said(text, (("Yes", "token"),)))
    assert len(parts) > 2
    assert all(units(part.text) <= LONGEST for part in parts)
    assert " ".join(part.text for part in parts).split() == text.split()
    assert [bool(part.buttons) for part in parts] == [False] * (len(parts) - 1) + [True]


def test_what_has_no_end_is_cut_without_breaking_a_sign() -> None:
    parts = list(pieces("👩‍👧" * 3000, LONGEST))
    assert "".join(parts) == "👩‍👧" * 3000
    assert all(units(part) <= LONGEST for part in parts)


def test_what_fits_stays_whole_and_nothing_says_nothing() -> None:
    assert cut(Said("a" * LONGEST)) == [Said("a" * LONGEST)]
    assert cut(Said("  ")) == []


def test_buttons_without_words_go_with_what_was_said_before() -> None:
    replies: list[dict[str, Any]] = [
        {"text": "Is it so?"},
        {"buttons": [{"title": "Yes", "payload": "t"}]},
        {"custom": {"question": "x"}},
    ]
    assert from_replies(replies) == [Said("Is it so?", (("Yes", "t"),))]


def test_whoever_is_refused_anything_is_told_where_to_ring() -> None:
    told = {key: value for key, value in wording().items() if isinstance(value, str)}
    for key in ("start", "help", "stop", "waits", "group", "file", "voice", "other"):
        assert "999" in told[key], key
    assert all(units(value) <= LONGEST for value in told.values())
