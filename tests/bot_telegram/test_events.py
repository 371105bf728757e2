"""What Telegram's updates mean for us: recorded kinds one by one, and anything at all without a fall."""

from __future__ import annotations

import random

import pytest

from bot.telegram.events import Event, event_of
from tests.bot_telegram.recorded import Recorded, must_be_answered, recorded, spoiled

ALL = {each.name: each for each in recorded()}


@pytest.mark.parametrize("each", ALL.values(), ids=ALL)
def test_each_kind_of_update_means_what_it_should(each: Recorded) -> None:
    event = event_of(each.update)
    assert event is not None
    assert (event.kind, event.text) == (each.kind, each.text)
    if event.kind not in ("nothing", "group", "leave"):
        assert event.chat == "4801"
        assert event.private


def test_a_button_has_one_name_however_often_it_is_pressed() -> None:
    pressed = ALL["press"].update
    first, again = event_of(pressed), event_of(pressed | {"update_id": 10})
    assert first is not None
    assert again is not None
    assert first.name == again.name
    assert first.text not in first.name, "the ledger must not hold what a button stands for"
    assert len(first.name) <= 100


def test_photos_of_an_album_have_one_name_but_for_those_with_words() -> None:
    first, second, told = (event_of(ALL[f"photo-of-album-{which}"].update) for which in ("1", "2", "with-caption"))
    assert first is not None
    assert second is not None
    assert told is not None
    assert first.name == second.name != told.name
    assert "4801" not in first.name


def test_an_event_shows_neither_chat_nor_words_when_it_is_printed() -> None:
    event = Event(1, "text", "4801", "Ned was excluded")
    assert "4801" not in repr(event)
    assert "Ned" not in repr(event)


def test_anything_at_all_is_taken_without_a_fall_and_no_text_in_a_chat_of_two_is_missed() -> None:
    chance = random.Random(7)  # noqa: S311 - the same each time
    texts = 0
    for _ in range(10_000):
        update = spoiled(chance.choice(list(ALL.values())).update, chance)
        update = update if isinstance(update, dict) else {"odd": update}
        event = event_of(update | {"update_id": 9})
        assert event is not None
        assert isinstance(event.name, str)
        if must_be_answered(update):
            texts += 1
            assert event.kind not in ("nothing", "group", "leave", "blocked", "unblocked"), update
    assert texts > 1000


def test_what_has_no_number_cannot_be_confirmed_and_means_nothing() -> None:
    odds: list[object] = [None, 7, [], "x", {}, {"update_id": "9"}, {"update_id": True}]
    for odd in odds:
        assert event_of(odd) is None
