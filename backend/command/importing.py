"""``frontdoor import``: nominations that a council kept in a list so far, taken in from a file."""

from __future__ import annotations

from collections import Counter
from json import JSONDecodeError
from typing import Any, TextIO

import click
from sqlalchemy.orm import Session

from backend.accounts.accounts import holders
from backend.command.assess import FAILED, entries
from backend.command.database import open_session
from backend.database.base import new_id, utc_now
from backend.errors import Invalid
from backend.nominations.importing import take_in
from backend.outbox.service import post
from backend.programmes import load_programmes
from nlu.reader import Reader

_ALARMING = ("urgent", "immediate")


@click.command("import")
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@click.option("--programme", required=True, metavar="CODE", help="The programme they are nominations of.")
def import_(file: TextIO, programme: str) -> None:
    """Take in the nominations of FILE ("-": standard input): a JSON object, a JSON array or JSON Lines.

    Each is judged anew and waits in the queue. Writes a line for each that is kept, with its reference. What cannot be
    kept is reported with its line; the others are kept and the exit code is 2. Families that have not agreed are
    candidates and are not taken in.
    """
    if programme not in load_programmes():
        raise click.BadParameter(f"there are: {', '.join(sorted(load_programmes()))}", param_hint="--programme")
    reader = Reader()

    def danger(story: str) -> str:
        return str(reader.read(story).safety.level)

    counted: Counter[str] = Counter()
    with open_session() as db:
        for where, entry in entries(file.read()):
            try:
                with db.begin_nested():
                    taken = _take_in(db, programme, entry, danger)
            except Invalid as problem:
                counted["not kept"] += 1
                click.echo(f"{where}: not kept: {problem.message}{_alarm(entry, danger)}", err=True)
            else:
                counted["kept" if taken.new else "there before"] += 1
                click.echo(f"{where}: {taken.reference}{'' if taken.new else ' (there before)'}")
        if counted["kept"]:
            # One mail for the whole file, not one for each family.
            post(db, holders(db, "coordinator", programme), "nomination-waiting", f"import:{new_id()}", programme)
    click.echo(", ".join(f"{counted[outcome]} {outcome}" for outcome in ("kept", "there before", "not kept")), err=True)
    if counted["not kept"]:
        raise SystemExit(FAILED)


def _take_in(db: Session, programme: str, entry: Any, danger: Any) -> Any:
    if isinstance(entry, JSONDecodeError):
        raise Invalid(f"expected JSON: {entry.msg} at column {entry.colno}")
    return take_in(db, programme, entry, utc_now(), danger)


def _alarm(entry: Any, danger: Any) -> str:
    """What whoever runs the command must see of an entry that is not kept: danger is never swallowed."""
    told = entry.doc if isinstance(entry, JSONDecodeError) else str(entry)
    if danger(told) not in _ALARMING:
        return ""
    return " It reads as if somebody were in danger: look at it now, and call 999 if somebody is."
