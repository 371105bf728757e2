"""``frontdoor rights``: a copy of what is held about somebody, and what people asked for."""

from __future__ import annotations

import os
from pathlib import Path

import click
from sqlalchemy import select

from backend.audit import record
from backend.command.database import open_session
from backend.database.base import utc_now
from backend.errors import FrontDoorError
from backend.nominations.models import Nomination
from backend.rights.copies import copy_for, note_given
from backend.rights.kept import wording
from backend.rights.models import RightsRequest
from backend.rights.package import file_name, packed


@click.group()
def rights() -> None:
    """Answer what people ask about their data."""


@rights.command()
@click.argument("reference")
@click.option("--person", required=True, help="Number or whole name of the person whom the nomination names.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the file; here if left out.")
@click.option("--release", multiple=True, help="Id of something held back that you looked at and give. Repeat it.")
@click.option("--held", is_flag=True, help="List what is held back, to look at first; write nothing.")
def export(reference: str, person: str, out: Path | None, release: tuple[str, ...], held: bool) -> None:
    """Write a copy of what is held about a person, without other people and their words.

    Look first (--held), then release what may be given. Hand the file over in person or by a way you know to be safe,
    never by an e-mail somebody else reads, and delete it: nothing of it is kept here but that it was made.
    """
    with open_session() as db:
        try:
            copy = copy_for(db, None, reference, person, utc_now())
        except FrontDoorError as problem:
            raise click.ClickException(problem.message) from None
        unknown = set(release) - {entry.id for entry in copy.held()}
        if unknown:
            raise click.ClickException(f"Nothing is held back under: {', '.join(sorted(unknown))}")
        if held:
            why = wording()["why_held"]
            for entry in copy.held():
                click.echo(f"{entry.id}: {entry.label}: {entry.text} [{why[str(entry.held)]}]")
            return
        content = packed(copy, release)
        note_given(db, None, copy, release)
    written = (out or Path()) / file_name(copy)
    _write(written, content)
    click.echo(f"Written: {written}. Hand it over in a way that is safe, then delete it.")


@rights.command("list")
def list_command() -> None:
    """What people asked for and nobody has answered yet: reference, right and the day by which to answer."""
    with open_session() as db:
        waiting = select(RightsRequest).where(RightsRequest.outcome.is_(None)).order_by(RightsRequest.due_on)
        found = [(db.get_one(Nomination, each.nomination_id).reference, each) for each in db.scalars(waiting)]
        record(db, None, "listed", "requests", "open", None, by="command", count=len(found))
    for reference, each in found:
        click.echo(f"{reference} ({each.programme}): {each.kind}, answer by {each.due_on.isoformat()}")
    if not found:
        click.echo("Nothing waits for an answer.")


def _write(path: Path, content: bytes) -> None:
    # For this account of the machine alone, from the first byte.
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
