"""A whole Front Door for conversations: on SQLite, and where it matters on PostgreSQL too."""

from __future__ import annotations

import pytest

from tests.system import FrontDoor, front_door_on_postgresql, front_door_on_sqlite

__all__ = ["front_door_on_postgresql", "front_door_on_sqlite"]


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def either_front_door(request: pytest.FixtureRequest) -> FrontDoor:
    """Front Door on each kind of database in turn."""
    running: FrontDoor = request.getfixturevalue(f"front_door_on_{request.param}")
    return running


@pytest.fixture
def door(front_door_on_sqlite: FrontDoor) -> FrontDoor:
    """The shared Front Door, whole again whatever the test before did to it."""
    front_door_on_sqlite.wait_until_ready()
    return front_door_on_sqlite
