"""A database with its tables and sessions that can seal, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring, prepare_keys


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: the test runs once with each kind."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    return f"sqlite:///{tmp_path / 'frontdoor.sqlite'}"


@pytest.fixture
def sessions(database_url: str) -> Iterator[Sessions]:
    """Sessions on a database with all tables and a master key of its own."""
    engine = make_engine(database_url)
    upgrade(engine)
    sessions = session_factory(engine, Keyring.of(os.urandom(32)))
    prepare_keys(sessions)
    yield sessions
    engine.dispose()


@pytest.fixture
def db(sessions: Sessions) -> Iterator[Session]:
    """One open session; a test commits what it wants kept."""
    with sessions() as session:
        yield session
