"""``frontdoor programmes try``: what a changed file would change, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import click

from backend.assessment import Assessed, NominationInvalid, assess
from backend.assessment.changes import changes, rule_changes
from backend.assessment.examples import load_examples
from backend.command.assess import day_of, entries, nomination_of
from backend.programmes import Programme, ProgrammeInvalid, UnknownProgramme, load_programme, read_programme

FAILED = 2

Pair = tuple[str, Assessed, Assessed]
"""Which family (a reference, a line or an example), judged as the programme is and as it would be."""


@click.command("try")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--against", type=click.File(encoding="utf-8-sig"), help="Nominations as for assess; else the examples.")
@click.option("--today", metavar="DATE", help="Judge as on this day (2026-11-22); else today in London.")
def try_file(file: Path, against: TextIO | None, today: str | None) -> None:
    """Judge nominations by the changed programme FILE and by the one in use, and say what differs and why.

    FILE may have any name; its code says which programme it is compared with, always the newest version in use.
    Nothing is stored. People's names are never printed. One that cannot be judged makes the exit code 2.
    """
    draft, in_use = _programmes(file)
    for line in rule_changes(in_use, draft) or ("The rules on eligibility are the same.",):
        click.echo(f"rule    {line}")
    if against is None:
        _report(_of_examples(draft, in_use))
        return
    refused: list[str] = []
    _report(_of_nominations(against, draft, in_use, today, refused))
    for line in refused:
        click.echo(line, err=True)
    if refused:
        raise SystemExit(FAILED)


def _programmes(file: Path) -> tuple[Programme, Programme]:
    try:
        draft = read_programme(file, under_any_name=True)
        return draft, load_programme(draft.code)
    except ProgrammeInvalid as error:
        click.echo(str(error), err=True)
    except UnknownProgramme as error:
        click.echo(f"{file}: code: expected a programme that is in use. {error}", err=True)
    raise SystemExit(FAILED)


def _of_examples(draft: Programme, in_use: Programme) -> Iterator[Pair]:
    for example in load_examples():
        if example.code == draft.code:
            yield example.name, example.judged_by(in_use), example.judged_by(draft)


def _of_nominations(
    file: TextIO, draft: Programme, in_use: Programme, today: str | None, refused: list[str]
) -> Iterator[Pair]:
    day = day_of(today)
    for where, entry in entries(file.read()):
        try:
            nomination = nomination_of(entry)
        except NominationInvalid as error:
            refused.append(f"{where}: {error}")
            continue
        reference = entry.get("reference")
        name = f"{where}, {reference}" if isinstance(reference, str) else where
        yield name, assess(nomination, in_use, today=day), assess(nomination, draft, today=day)


def _report(pairs: Iterable[Pair]) -> None:
    judged = changed = 0
    for name, before, after in pairs:
        judged += 1
        different = changes(before, after)
        if not different:
            continue
        changed += 1
        click.echo(f"\n{name}")
        for line in different:
            click.echo(f"    {line}")
    click.echo(f"\n{changed} of {judged} would change.")
