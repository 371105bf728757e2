"""Engines and sessions for SQLite and PostgreSQL, behaving alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from backend.database.turnstile import Turnstile
from backend.errors import FrontDoorError
from backend.keys.keyring import Keyring

BUSY_SECONDS = 30
"""How long a writer waits for the one before it; far longer than any transaction here takes."""
QUEUE_SECONDS = 10
"""How long a process waits for its turn among processes before it asks SQLite all the same."""
CONNECTIONS = 8
CONNECT_SECONDS = 5
"""How long a connection to PostgreSQL may take."""
LOOK_SECONDS = 2.0
"""How long a look at the database's health waits for SQLite's writer."""
_HAS_TURN = "has the turn to write"
_WAITS = "waits for the disk"

Sessions = sessionmaker[Session]
Begin = Callable[[], AbstractContextManager[Session]]


def make_engine(url: str) -> Engine:
    """An engine for ``sqlite:///…`` or ``postgresql://…`` (always through psycopg 3).

    Raises ValueError for any other database.
    """
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite":
            return _sqlite(address)
        case "postgresql":
            address = address.set(drivername="postgresql+psycopg")
            return create_engine(
                address,
                # Whatever the server's own setting: who waits for a lock must see what the one before has committed.
                isolation_level="READ COMMITTED",
                # A server that is gone without a word is noticed, and the person told, long before TCP gives up.
                connect_args={"connect_timeout": CONNECT_SECONDS, "tcp_user_timeout": 1000 * BUSY_SECONDS},
                pool_size=CONNECTIONS,
                max_overflow=CONNECTIONS,
                pool_pre_ping=True,
                hide_parameters=True,
            )
        case other:
            raise ValueError(f"Front Door keeps its records in SQLite or PostgreSQL, not in {other}")


def database_state(engine: Engine) -> str:
    """``ok``; ``busy`` where SQLite's file is held by somebody who does not let go; ``failed``."""
    try:
        with engine.connect().execution_options(reads_only=True) as connection:
            connection.execute(text("SELECT 1"))
    except Exception:
        return "failed"
    return "ok" if engine.dialect.name != "sqlite" or _may_write(engine) else "busy"


def _may_write(engine: Engine) -> bool:
    # On a connection of its own, which waits less long and takes nobody's turn.
    with closing(sqlite3.connect(engine.url.database or "", timeout=LOOK_SECONDS, isolation_level=None)) as looking:
        try:
            looking.execute("BEGIN IMMEDIATE")
            looking.execute("ROLLBACK")
        except sqlite3.OperationalError:
            return False
        return True


def _sqlite(address: URL) -> Engine:
    if address.database in (None, "", ":memory:"):
        raise ValueError("SQLite needs a file: a database in memory is lost between connections")
    engine = create_engine(
        address,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    turnstile = Turnstile(Path(address.database or ""))
    writers = _Writers(turnstile)
    event.listen(engine, "begin", writers.begin)
    event.listen(engine, "checkin", writers.give_back)
    event.listen(engine, "engine_disposed", lambda _: turnstile.close())
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver's own BEGIN comes late and deferred; ours follows in _Writers.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        # A destroyed key must not live on in a free page of the file.
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


class _Writers:
    """SQLite's one writer, taken in turn by the threads of this process, and by processes through the turnstile.

    A transaction that reads first and writes later cannot wait for another writer: SQLite fails it at once with
    "database is locked". Taking the writer's place at the beginning makes everybody queue instead. SQLite's own
    waiting wakes now and then and serves whoever looks first; a lock wakes the next one at once.
    """

    def __init__(self, turnstile: Turnstile) -> None:
        self._turn = Lock()
        self._turnstile = turnstile

    def begin(self, connection: Connection) -> None:
        """Begin a transaction: a writer's, unless the connection said that it ``reads_only``.

        One that is ``kept_soon`` does not wait for the disk.
        """
        options = connection.get_execution_options()
        if options.get("reads_only", False):
            connection.exec_driver_sql("BEGIN")
            return
        if not connection.info.get(_HAS_TURN):
            if not self._turn.acquire(timeout=BUSY_SECONDS):
                raise TimeoutError("no turn to write came: a transaction is open that does not end")
            connection.info[_HAS_TURN] = True
            self._turnstile.pass_through(QUEUE_SECONDS)
        _wait_for_disk(connection, wait=not options.get("kept_soon", False))
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def give_back(self, _connection: Any, record: ConnectionPoolEntry) -> None:
        """Let the next one write, when a connection is given back: its transaction has ended, however it did."""
        if record.info.pop(_HAS_TURN, False):
            self._turnstile.leave()
            self._turn.release()


def _wait_for_disk(connection: Connection, *, wait: bool) -> None:
    if connection.info.get(_WAITS, True) != wait:
        connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if wait else 'NORMAL'}")
        connection.info[_WAITS] = wait


def session_factory(engine: Engine, keyring: Keyring) -> Sessions:
    """Sessions that carry the keyring, so that what is sealed can be sealed and opened wherever a session is."""
    return sessionmaker(engine, expire_on_commit=False, info={"keyring": keyring})


def database(request: Request) -> Iterator[Session]:
    """A request's session: kept when the route succeeds, undone when it raises.

    An error that ``keeps_changes`` (a refused sign-in that must be counted) keeps what was written before it.
    """
    with _kept(request.app.state.sessions) as session:
        yield session


async def transactions(request: Request) -> Begin:
    """Begins transactions like :func:`database`'s from inside a route.

    The whole of such a route, with its commit, is done on one thread: a session from outside is made, handed over and
    kept on three.
    """
    return partial(_kept, request.app.state.sessions)


async def transactions_soon(request: Request) -> Begin:
    """Begins transactions like :func:`transactions`, kept at once, and on SQLite safe from a power cut a moment later.

    Their changes reach the disk with the next commit that waits for the disk, at the latest, and never without those
    before them. For what can be worked out again from what is on the disk, before anybody was told of it.
    """
    return partial(_kept, request.app.state.sessions, soon=True)


@contextmanager
def _kept(sessions: Sessions, *, soon: bool = False) -> Iterator[Session]:
    with sessions() as session:
        if soon:
            session.connection(execution_options={"kept_soon": True})
        try:
            yield session
        except FrontDoorError as error:
            if error.keeps_changes:
                session.commit()
            raise
        session.commit()


Database = Annotated[Session, Depends(database, scope="function")]
"""The session of a route. Its scope is the route's function: nobody is told of success before it is kept."""
Transactions = Annotated[Begin, Depends(transactions)]
"""Begins the transactions of a route that is asked in each turn of a talk."""
TransactionsSoon = Annotated[Begin, Depends(transactions_soon)]
"""Of one whose changes may reach the disk with a later route's."""
