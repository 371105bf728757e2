"""``frontdoor programmes compare``: the same nomination judged by all programmes, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

import click

from backend.assessment import Assessed, NominationInvalid
from backend.assessment.side_by_side import side_by_side
from backend.command.assess import day_of, entries, nomination_of

FAILED = 2
_HEADINGS = ("programme", "verdict", "criteria that hold", "could still change it", "stream", "path", "added")

Row = Sequence[str]


@click.command()
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@click.option("--today", metavar="DATE", help="Judge as on this day (2026-11-22); else today in London.")
def compare(file: TextIO, today: str | None) -> None:
    """Judge each nomination in FILE ("-": standard input; as for assess) by every programme, a table each.

    The programme that a nomination names plays no part. One that cannot be judged makes the exit code 2.
    """
    day = day_of(today)
    failed = False
    for where, entry in entries(file.read()):
        try:
            judged = side_by_side(nomination_of(entry), day)
        except NominationInvalid as error:
            failed = True
            click.echo(f"{where}: {error}", err=True)
            continue
        reference = entry.get("reference")
        click.echo(f"{where}, {reference}" if isinstance(reference, str) else where)
        for line in _table([_HEADINGS, *(_row(assessed) for assessed in judged)]):
            click.echo(line)
        click.echo()
    if failed:
        raise SystemExit(FAILED)


def _row(assessed: Assessed) -> Row:
    met = [entry.criterion.code for entry in assessed.judgement.results if entry.met]
    return (
        assessed.programme.code,
        assessed.verdict,
        ", ".join(met) or "-",
        ", ".join(assessed.judgement.missing) or "-",
        assessed.route.stream or "-",
        assessed.route.path,
        ", ".join(support.code for support in assessed.route.added_support) or "-",
    )


def _table(rows: Sequence[Row]) -> Iterator[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("-" * width for width in widths)
