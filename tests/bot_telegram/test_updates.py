"""Every kind of update, through the running process: who is answered and how; then the same spoiled at random."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.telegram.wording import say
from tests.bot_telegram.fuzz import FIRST, fuzz
from tests.bot_telegram.house import Running, process_between
from tests.bot_telegram.recorded import GROUPS, PERSON, Recorded, moved_to, recorded
from tests.telegram_server import Phone


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with process_between(tmp_path) as started:
        yield started


def test_each_recorded_update_is_answered_as_it_should_be(running: Running) -> None:
    album, chats = PERSON + 1000, {}
    for extra, each in enumerate(recorded()):
        # A chat each, so that none waits for another; photos of an album come in one.
        chats[each] = album if each.name in ("photo-of-album-1", "photo-of-album-2") else PERSON + extra
        running.api.add({k: v for k, v in moved_to(each.update, chats[each]).items() if k != "update_id"})
    running.wait_for(lambda: len(running.house.done) == len(chats))
    for each, chat in chats.items():
        said = [str(message["text"]) for message in Phone(running.api, chat).received()]
        assert _is_right(each, said), f"{each.name}: {said}"
    for group in GROUPS:
        assert [message["text"] for message in Phone(running.api, group).received()] == [say("group")]
        assert group in running.api.left
    assert sorted(state for _, state in running.house.states) == ["blocked", "open", "quiet"]
    assert running.process.alive


def _is_right(each: Recorded, said: list[str]) -> bool:
    match each.told:
        case None | "group":  # to whoever wrote there
            return not said or each.name == "photo-of-album-2"
        case "words":
            return any(text.startswith("You said") and text.endswith(each.text[-40:]) for text in said)
        case "edited":
            return said[0] == say("edited") and any(each.text in text for text in said)
        case "command":
            return bool(said)
        case key:
            return said == [say(str(key))]


def test_spoiled_updates_end_nothing_and_leave_no_words_unanswered(running: Running) -> None:
    found = fuzz(running, 200, seed=11)
    assert found.unanswered == []
    assert found.words > 30
    assert running.process.alive
    assert Phone(running.api, FIRST - 1).say("message 0")
