"""A reply on Telegram has words alone; personas read from them what was asked."""

from __future__ import annotations

import pytest

from backend.command.persona import Persona
from backend.command.recognise import QUESTIONS, custom_of
from bot.door.wording import Wording
from tests.conversations.families import PERSONAS

TELEGRAM = sorted(PERSONAS.glob("telegram-*.yml"))


@pytest.mark.parametrize(
    ("text", "custom"),
    [
        ("Is anyone in the family in danger right now?\nIf so, please ring 999 now.", {"question": "danger"}),
        ("Thank you. I have changed that.\nWhich area do you live in?", {"question": "district"}),
        ("How old are the children?\nI ask because some help is only for some ages.", {"question": "household"}),
        (
            "Thank you for asking for help. We have it now. Your number is FD-28F6F9TF.\nThe coordinator looks at it.",
            {"outcome": "submitted", "reference": "FD-28F6F9TF"},
        ),
        ("That is fine. I have stopped here, and I have not kept what you told me.", {"outcome": "stopped_no_consent"}),
        ("V ktorej oblasti bývate?", {"question": "district"}),
        ("You have already tapped that button.", {}),
    ],
)
def test_what_is_asked_is_read_from_the_words(text: str, custom: dict[str, object]) -> None:
    assert {key: value for key, value in custom_of(text).items() if value is not None} == custom


def test_danger_is_recognised_in_every_language_that_it_is_worded_in() -> None:
    wording = Wording.load()
    worded = [wording.immediate, *(own.immediate for own in wording.languages.values() if own.immediate)]
    assert len(worded) == 5
    for words in worded:
        assert custom_of(f"{words.first}\n\n{words.quiet}")["outcome"] == "escalated_danger"


def test_personas_over_telegram_answer_what_can_be_recognised() -> None:
    personas = [Persona.load(path) for path in TELEGRAM]
    assert len(personas) >= 10
    for persona in personas:
        assert persona.channel == "telegram"
        assert {name.split(":")[0] for name in persona.answers} <= {*QUESTIONS, "start"}, persona.name
