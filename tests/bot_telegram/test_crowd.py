"""A few chats at once with the whole product: writing, while processes are killed, and while Telegram is away.

``crowd.py`` does the same with hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot_telegram.away import away
from tests.bot_telegram.crowd import writing
from tests.bot_telegram.figures import percentile
from tests.bot_telegram.killing import VICTIMS, killed
from tests.bot_telegram.whole import product
from tests.system import FrontDoor
from tests.telegram_server import BotApi

pytestmark = [pytest.mark.system, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FrontDoor, BotApi]]:
    with product(tmp_path_factory.mktemp("crowd")) as whole:
        yield whole


def test_many_chats_at_once_lose_double_and_reorder_nothing(running: tuple[FrontDoor, BotApi]) -> None:
    found = writing(*running, chats=12, seconds=20)
    assert found.is_right, found
    assert found.messages == 24
    assert len(found.figures.times) == 24
    assert percentile(found.figures.times, 50) < 10


def test_while_telegram_is_away_all_waits_and_then_comes_once_in_order_in_safe_times(
    running: tuple[FrontDoor, BotApi],
) -> None:
    found = away(*running, chats=2, seconds=6)
    assert found.is_right, found
    assert found.messages >= 2 * 3 + 2 * 2


def test_families_ask_for_help_while_each_process_is_killed_and_each_is_kept_once(tmp_path: Path) -> None:
    with product(tmp_path) as whole:
        asked = killed(*whole, chats=4)
    assert asked.is_right, asked
    assert asked.killed == dict.fromkeys(VICTIMS, 1)
