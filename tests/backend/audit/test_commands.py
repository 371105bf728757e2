"""Every command that shows or changes a stored record leaves an entry; a new command has to say whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from sqlalchemy import select

from backend.audit.models import AuditEntry
from backend.command.main import main
from backend.database.base import utc_now
from backend.database.engine import make_engine, session_factory
from backend.database.prepare import prepare
from backend.nominations.submission import submit
from backend.rights.requests import ask
from backend.settings import Settings
from tests.backend.threads.people import draft, somebody

NO_RECORD = {
    "run", "understand", "assess", "converse",
    "programmes check", "programmes compare", "programmes list", "programmes show", "programmes try",
    "database check", "database grants", "database upgrade",
    "telegram", "keys check", "keys forget", "keys new", "keys status", "retention check",
}  # fmt: skip
"""They read files, the shape of tables, or open sealed values to see that they open, and show nothing of a record."""
LEAVES_AN_ENTRY = {
    "accounts add", "accounts close", "accounts invite", "audit anchor", "audit verify", "backup", "erase", "import",
    "keys rotate", "restore", "retention run", "rights export", "rights list",
}  # fmt: skip


def every_command() -> Iterator[str]:
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if isinstance(command, click.Group):
            yield from (f"{name} {below}" for below in command.list_commands(context))
        else:
            yield name


def test_every_command_says_whether_it_reads_records() -> None:
    assert set(every_command()) == NO_RECORD | LEAVES_AN_ENTRY


def test_commands_that_show_a_record_leave_an_entry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", f"sqlite:///{tmp_path / 'frontdoor.sqlite'}")
    monkeypatch.setenv("FRONTDOOR_DATA", str(tmp_path))
    monkeypatch.setenv("FRONTDOOR_MASTER_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
    settings = Settings.from_environment()
    engine = make_engine(settings.database_url)
    sessions = session_factory(engine, settings.keyring)
    prepare(settings, engine, sessions)
    with sessions.begin() as db:
        nominator = somebody(db, "nominator", "sevenoaks")
        reference = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference
        ask(db, nominator, reference, kind="access", by="", how="page", words="to see it", now=utc_now())
    for arguments, left in (
        (("rights", "list"), ("listed", "requests")),
        (("rights", "export", reference, "--person", "1", "--held"), ("read", "nomination")),
        (("audit", "verify"), ("verified", "audit")),
        (("erase", reference, "--reason", "asked-for"), ("erased", "nomination")),
    ):
        told = CliRunner().invoke(main, arguments)
        assert told.exit_code == 0, told.output
        with sessions() as db:
            newest = db.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)).one()
        assert (newest.action, newest.object_kind, newest.actor_id) == (*left, None)
    engine.dispose()
