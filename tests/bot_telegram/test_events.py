"""What Telegram's updates mean for us: recorded kinds one by one, and anything at all without a fall."""

from __future__ import annotations

import random
from typing import Any

import pytest

from bot.telegram.events import Event, event_of

PRIVATE = {"id": 4801, "type": "private", "first_name": "Wilhelmina"}
GROUP = {"id": -1007, "type": "supergroup", "title": "Neighbours"}
PERSON = {"id": 4801, "is_bot": False, "first_name": "Wilhelmina", "language_code": "en"}
FILE = {"file_id": "AgAC", "file_unique_id": "AQAD"}


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    return {"message_id": 12, "from": PERSON, "chat": chat, "date": 1_795_406_400, **content}


def press(data: str, message: Any) -> dict[str, Any]:
    return {"id": "771", "from": PERSON, "chat_instance": "-1", "data": data, "message": message}


def member(chat: dict[str, Any], status: str) -> dict[str, Any]:
    bot = {"id": 77001, "is_bot": True, "first_name": "Door"}
    old, new = {"user": bot, "status": "left"}, {"user": bot, "status": status}
    return {"chat": chat, "from": PERSON, "date": 1, "old_chat_member": old, "new_chat_member": new}


RECORDED: list[tuple[dict[str, Any], str, str]] = [
    ({"message": message(text="I need help")}, "text", "I need help"),
    ({"message": message(text="/start")}, "command", ""),
    ({"message": message(text="/start@frontdoor_bot abc")}, "command", "abc"),
    ({"message": message(text="/help he has a knife")}, "command", "he has a knife"),
    ({"message": message(text="/etc/passwd")}, "text", "/etc/passwd"),
    ({"edited_message": message(text="my son is 8", edit_date=2)}, "text", "my son is 8"),
    ({"edited_message": message(text="/forget", edit_date=2)}, "text", "/forget"),
    ({"message": message(photo=[FILE], caption="look at this")}, "file", "look at this"),
    ({"message": message(document=FILE)}, "file", ""),
    ({"message": message(video=FILE)}, "file", ""),
    ({"message": message(animation=FILE, document=FILE)}, "file", ""),
    ({"message": message(voice=FILE)}, "voice", ""),
    ({"message": message(video_note=FILE)}, "voice", ""),
    ({"message": message(sticker=FILE)}, "sticker", ""),
    ({"message": message(dice={"emoji": "🎲", "value": 3})}, "sticker", ""),
    ({"message": message(contact={"phone_number": "07700900123", "first_name": "Ned"})}, "contact", ""),
    ({"message": message(location={"latitude": 51.3, "longitude": 0.2})}, "location", ""),
    ({"message": message(venue={"title": "Home"}, location={"latitude": 1, "longitude": 2})}, "location", ""),
    ({"message": message(poll={"id": "1", "question": "?"})}, "other", ""),
    ({"message": message(GROUP, text="hello")}, "group", "hello"),
    ({"message": message(GROUP, new_chat_members=[PERSON])}, "nothing", ""),
    ({"message": message(GROUP, migrate_to_chat_id=-100)}, "nothing", ""),
    ({"message": message(pinned_message=message(text="x"))}, "nothing", ""),
    ({"message": message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})}, "nothing", ""),
    ({"message": {**message(text="beep"), "from": {"id": 5, "is_bot": True}}}, "nothing", ""),
    ({"my_chat_member": member(PRIVATE, "kicked")}, "blocked", ""),
    ({"my_chat_member": member(PRIVATE, "member")}, "nothing", ""),
    ({"my_chat_member": member(GROUP, "member")}, "group", ""),
    ({"my_chat_member": member(GROUP, "left")}, "nothing", ""),
    ({"callback_query": press("AbCdEfGhIjKlMnOpQrStUv", message(text="?"))}, "press", "AbCdEfGhIjKlMnOpQrStUv"),
    ({"callback_query": press("/forget yes", message(text="?"))}, "command", "yes"),
    ({"callback_query": press("token", {"message_id": 3, "chat": PRIVATE, "date": 0})}, "press", "token"),
    ({"callback_query": press("token", None)}, "press", "token"),
    ({"callback_query": press("token", message(GROUP, text="?"))}, "nothing", ""),
    ({"callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "game_short_name": "x"}}, "nothing", ""),
    ({"channel_post": message(text="news")}, "nothing", ""),
    ({"message_reaction": {"chat": PRIVATE}}, "nothing", ""),
    ({"inline_query": {"id": "1", "query": "x"}}, "nothing", ""),
]


@pytest.mark.parametrize(("update", "kind", "text"), RECORDED, ids=[f"{n} {row[1]}" for n, row in enumerate(RECORDED)])
def test_each_kind_of_update_means_what_it_should(update: dict[str, Any], kind: str, text: str) -> None:
    event = event_of({"update_id": 9, **update})
    assert event is not None
    assert (event.kind, event.text) == (kind, text)
    if kind not in ("nothing", "group"):
        assert event.chat == "4801"


def test_a_button_has_one_name_however_often_it_is_pressed() -> None:
    first, again = (
        event_of({"update_id": number, "callback_query": press("token", message(text="?"))}) for number in (9, 10)
    )
    assert first is not None
    assert again is not None
    assert first.name == again.name
    assert "token" not in first.name, "the ledger must not hold what a button stands for"
    assert len(first.name) <= 100


def test_an_event_shows_neither_chat_nor_words_when_it_is_printed() -> None:
    event = Event(1, "text", "4801", "Ned was excluded")
    assert "4801" not in repr(event)
    assert "Ned" not in repr(event)


def test_anything_at_all_is_taken_without_a_fall_and_no_text_in_a_chat_of_two_is_missed() -> None:
    chance = random.Random(7)  # noqa: S311 - the same each time
    for _ in range(10_000):
        update = {"update_id": 9, **chance.choice(RECORDED)[0]}
        event = event_of(_spoiled(update, chance))
        assert event is None or isinstance(event.name, str)
        whole = event_of({"update_id": 9, "message": message(text="help", **{chance.choice("abc"): _any(chance)})})
        assert whole is not None
        assert (whole.kind, whole.text) == ("text", "help")


def _spoiled(part: Any, chance: random.Random) -> Any:
    """A copy in which some values are gone or something else."""
    if chance.random() < 0.05:
        return _any(chance)
    if isinstance(part, dict):
        return {key: _spoiled(value, chance) for key, value in part.items() if chance.random() > 0.05}
    return [_spoiled(value, chance) for value in part] if isinstance(part, list) else part


def _any(chance: random.Random) -> Any:
    return chance.choice([None, True, -1, 2**70, 1.5, "", "x" * 5000, "\ud800", [], {}, [{}], {"id": "x"}])
