"""Bringing a database's tables up to date, and telling whether they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from backend.database.models import Base

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x46_44_4D_49
"""PostgreSQL advisory lock: two processes that start together migrate one after the other."""


def configuration() -> Config:
    """Alembic's configuration; there is no ini file, for nothing in it would be ours to change."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to a revision: wholly, or, when anything fails, not at all."""
    with changing(engine) as connection:
        migrate(connection, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the tables back to a revision (``base`` is an empty database). What they held is gone."""
    with changing(engine) as connection:
        _run(connection, revision, up=False)


def migrate(connection: Connection, revision: str) -> None:
    """Bring the tables to a revision, in the transaction of :func:`changing`."""
    _run(connection, revision, up=True)


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """A transaction in which tables change, one process after the other; kept as a whole, or undone as a whole.

    SQLite remakes a table to change it, which would take what refers to it along. So foreign keys are off meanwhile,
    and looked at before anything is kept.
    """
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection
            return
        _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                yield connection
                if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                    raise RuntimeError(f"{len(broken)} rows would refer to something that is gone")
        finally:
            _foreign_keys(connection, on=True)


def is_current(engine: Engine) -> bool:
    """Whether the database stands at the newest revision."""
    with engine.connect() as connection:
        return revision_of(connection) == _scripts().get_current_head()


def is_known(revision: str) -> bool:
    """Whether this version has the migration; a newer one made what it has not."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def revision_of(connection: Connection) -> str | None:
    """The revision at which a database stands; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def differences(engine: Engine) -> list[str]:
    """What differs between the database's tables and the models, a line each."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return [str(difference) for difference in compare_metadata(context, Base.metadata)]


def _run(connection: Connection, revision: str, *, up: bool) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    (command.upgrade if up else command.downgrade)(config, revision)


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration())


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    # Not through SQLAlchemy, which would begin a transaction: SQLite takes no notice of this inside one.
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101
    driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
