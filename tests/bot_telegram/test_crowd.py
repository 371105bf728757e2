"""A few chats at once with the whole product, and each process killed while families ask for help (``crowd.py``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot_telegram.crowd import VICTIMS, killed, product, writing

pytestmark = [pytest.mark.system, pytest.mark.timeout(900)]


def test_many_chats_lose_nothing_and_whoever_is_killed_all_get_one_number(tmp_path: Path) -> None:
    with product(tmp_path) as (door, api):
        found = writing(door, api, chats=12, seconds=20)
        assert found.is_right, found
        assert found.messages == 24
        asked = killed(door, api, chats=4, at_once=4)
        assert asked.unfinished == []
        assert len(set(asked.references)) == 4 == asked.kept
        assert sorted(asked.killed) == sorted(VICTIMS)
