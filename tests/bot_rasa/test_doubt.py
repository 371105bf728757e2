"""In doubt a message is an answer: the more so where people tell freely, and the more it names."""

from __future__ import annotations

import pytest

from bot.rasa.doubt import in_doubt
from bot.rasa.features import share_unknown

MARGINS = {"else": 0.1, "hopes": 0.4, "unknown": 0.5}


def scores(command: float, answer: float) -> dict[str, float]:
    return {"hand_over": command, "greet": -1.0, "inform": answer, "deny": -1.0}


def test_a_plain_command_is_one() -> None:
    assert not in_doubt(scores(0.6, -0.5), "address", 0.0, MARGINS)


def test_a_close_call_is_an_answer() -> None:
    assert in_doubt(scores(0.05, 0.0), "address", 0.0, MARGINS)


def test_where_people_tell_freely_a_command_must_be_plainer() -> None:
    assert not in_doubt(scores(0.3, 0.0), "address", 0.0, MARGINS)
    assert in_doubt(scores(0.3, 0.0), "hopes", 0.0, MARGINS)


def test_names_and_figures_tell_something() -> None:
    assert in_doubt(scores(0.3, 0.0), "address", 0.5, MARGINS)


def test_nothing_is_in_doubt_about_an_answer() -> None:
    assert not in_doubt(scores(-0.2, 0.1), "hopes", 1.0, MARGINS)


@pytest.mark.parametrize(
    ("masked", "share"), [("go back", 0.0), ("_ _ is 00", 0.75), ("stop _", 0.5), ("00 _", 1.0), ("?", 1.0)]
)
def test_how_much_is_unknown(masked: str, share: float) -> None:
    assert share_unknown(masked) == share
