"""``frontdoor retention``: what is due, erased and proved, for whoever runs the service."""

from __future__ import annotations

from collections.abc import Iterator

import click

from backend.command.database import opened
from backend.database.base import utc_now
from backend.keys.remains import Remains
from backend.retention import job
from backend.retention.check import still_readable
from backend.retention.report import Report


@click.group()
def retention() -> None:
    """Erase what was kept as long as it may be, and prove it."""


@retention.command("run")
@click.option("--dry-run", is_flag=True, help="Only say what is due; erase nothing.")
def run_command(dry_run: bool) -> None:
    """Erase what is due and say how much of each kind; ends with 1 if any of it can still be read.

    The worker does the same once a day. After a pause of a month, or when the clock jumped, it waits for this command.
    """
    with opened() as (settings, engine, sessions):
        if dry_run:
            with sessions() as db:
                report = job.look(db, utc_now(), settings.data)
        else:
            report = job.run(sessions, utc_now(), settings.data)
            Remains(engine).wipe()
    for line in _lines(report, dry_run=dry_run):
        click.echo(line)
    if report.readable:
        raise click.ClickException(f"{report.readable} can still be read. Run: frontdoor retention check")


@retention.command()
def check() -> None:
    """Try to read all that should be gone; ends with 1 and names each thing that can still be read."""
    with opened() as (settings, _, sessions), sessions() as db:
        found = still_readable(db, utc_now(), settings.data)
    if found:
        told = "\n".join(f"  - {each.kind}: {each.name}" for each in found)
        raise click.ClickException(f"This is due, or ended, and can still be read:\n{told}")
    click.echo("Nothing that is due can be read.")


def _lines(report: Report, *, dry_run: bool) -> Iterator[str]:
    for row in report.to_json():
        parts = [f"{row['due']} due"]
        parts += [] if dry_run else [f"{row['erased']} erased"]
        parts += [f"{count} held ({why})" for why, count in row["held"].items()]
        yield f"{row['kind']} ({row['programme'] or 'service'}): {', '.join(parts)}"
    if not report.rows:
        yield "Nothing is due."
