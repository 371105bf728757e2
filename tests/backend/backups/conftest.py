"""Databases to back up and to restore into, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import Engine

from backend.backups.folder import KEY_FILE
from backend.backups.manifest import Manifest
from backend.backups.restore import Restored, restore
from backend.backups.take import keep_keys, take
from backend.database.base import utc_now
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring, prepare_keys
from backend.nominations.submission import submit
from tests.backend.threads.people import draft, somebody

Empty = Callable[[str], str]


@dataclass
class House:
    """A database with its keyring and its folder of backups."""

    engine: Engine
    ring: Keyring
    folder: Path

    @property
    def sessions(self) -> Sessions:
        return session_factory(self.engine, self.ring)

    def prepared(self) -> House:
        """With its tables and its keys."""
        upgrade(self.engine)
        prepare_keys(self.sessions)
        return self

    def nominate(self) -> str:
        """A family that was nominated; the reference."""
        with self.sessions.begin() as db:
            nominator = somebody(db, "nominator", "sevenoaks")
            return submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference

    def back_up(self) -> Manifest:
        return take(self.engine, self.ring, self.folder, utc_now())

    def keep(self) -> None:
        keep_keys(self.engine, self.ring, self.folder, utc_now())

    def restore(self, backup: Manifest, into: Engine, *, replace: bool = False) -> Restored:
        return restore(into, self.ring, self.folder / backup.name, self.folder / KEY_FILE, replace=replace)


@pytest.fixture
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Empty]:
    """Makes addresses of empty databases, ``sqlite`` or ``postgresql``."""
    made: list[str] = []

    def make(kind: str) -> str:
        name = f"test_{uuid4().hex}"
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / name}.sqlite"
        server = request.getfixturevalue("postgresql_server")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        made.append(name)
        return f"{server}/{name}"

    yield make
    for name in made:
        with psycopg.connect(f"{request.getfixturevalue('postgresql_server')}/postgres", autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    """A database with tables, on each kind."""
    engine = make_engine(database_url)
    yield House(engine, Keyring.of(os.urandom(32)), tmp_path / "backups").prepared()
    engine.dispose()


@pytest.fixture
def target(house: House, empty: Empty) -> Iterator[Engine]:
    """An empty database of the same kind."""
    engine = make_engine(empty(house.engine.dialect.name))
    yield engine
    engine.dispose()
