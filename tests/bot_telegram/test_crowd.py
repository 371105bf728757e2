"""A few chats at once with the whole product (``crowd.py``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot_telegram.crowd import product, writing

pytestmark = [pytest.mark.system, pytest.mark.timeout(600)]


def test_many_chats_at_once_lose_double_and_reorder_nothing(tmp_path: Path) -> None:
    with product(tmp_path) as (door, api):
        found = writing(door, api, chats=12, seconds=20)
        assert found.is_right, found
        assert found.messages == 24
