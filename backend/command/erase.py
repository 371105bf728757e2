"""``frontdoor erase``: what identifies a nominated family, destroyed by whoever runs the service."""

from __future__ import annotations

from typing import cast, get_args

import click

from backend.command.backup import carry_into_backups
from backend.command.database import open_session
from backend.errors import Conflict, NotFound
from backend.nominations.erasing import Why, erase_family
from backend.nominations.record import find_nomination

REASONS = [why for why in get_args(Why) if why != "erased-before"]


@click.command()
@click.argument("reference")
@click.option("--reason", type=click.Choice(REASONS), required=True, help="Kept in the audit, as this code.")
def erase(reference: str, reason: str) -> None:
    """Erase all that identifies the family of a nomination; nobody can read it again.

    For example: frontdoor erase FD-7KXM2PQ4 --reason asked-for
    """
    with open_session() as db:
        try:
            nomination = find_nomination(db, reference, lock=True)
        except NotFound:
            raise click.ClickException("There is no nomination with this reference.") from None
        try:
            erased = erase_family(db, nomination, cast(Why, reason), None)
        except Conflict as held:
            raise click.ClickException(held.message) from None
        written = nomination.reference
    carry_into_backups()
    click.echo(f"{written} is erased." if erased else f"{written} was erased before.")
