"""``frontdoor programmes``: which programmes there are, what one says, and what a file would change."""

from __future__ import annotations

from pathlib import Path

import click
import yaml

from backend.command.programmes_compare import compare
from backend.command.programmes_try import try_file
from backend.programmes import Programme, ProgrammeInvalid, UnknownProgramme, load_programme, read_programme
from backend.programmes.loader import FILES
from backend.routing import places

FAILED = 2


class Refused(click.ClickException):
    """A programme that cannot be shown, said in plain lines."""

    exit_code = FAILED


@click.group()
def programmes() -> None:
    """List, show, check, try and compare the programme files."""


programmes.add_command(compare)
programmes.add_command(try_file)


@programmes.command("list")
def list_programmes() -> None:
    """Every version of every programme, one a line: code@version, years, name."""
    for path in sorted(FILES.glob("*.yml")):
        programme = _read(path)
        years = f"{programme.effective_from.year}-{programme.effective_to.year}"
        click.echo(f"{programme.code}@{programme.version}\t{years}\t{programme.name}")


@programmes.command()
@click.argument("code")
@click.option("--source", is_flag=True, help="Print the file itself, every figure with its source.")
def show(code: str, source: bool) -> None:
    """What a programme says. CODE, or CODE@VERSION for a version that is not the newest."""
    name, _, version = code.partition("@")
    try:
        programme = load_programme(name, version or None)
    except (UnknownProgramme, ProgrammeInvalid) as error:
        raise Refused(str(error)) from error
    if source:
        click.echo(yaml.safe_dump(dict(programme.data), sort_keys=False, allow_unicode=True, width=120), nl=False)
        return
    for line in _summary(programme):
        click.echo(line)


@programmes.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check programme FILES (without any: those in use). Says what is wrong, where, and what was expected."""
    wrong = False
    for path in files or sorted(FILES.glob("*.yml")):
        try:
            programme = read_programme(path)
        except ProgrammeInvalid as error:
            wrong = True
            click.echo(str(error), err=True)
        else:
            click.echo(f"{path}: {programme.code}@{programme.version} may be used")
    if wrong:
        raise SystemExit(FAILED)


def _read(path: Path) -> Programme:
    try:
        return read_programme(path)
    except ProgrammeInvalid as error:
        raise Refused(str(error)) from error


def _summary(programme: Programme) -> list[str]:
    least = ", ".join(f"at least {number} {scope}" for scope, number in programme.thresholds.items())
    return [
        f"{programme.name} ({programme.code}@{programme.version})",
        f"  families hear: {programme.family_name}",
        f"  {programme.effective_from} to {programme.effective_to}; {programme.area.name}",
        f"  eligible: {least}",
        "  criteria:",
        *(f"    {entry.scope:13} {entry.code:30} {entry.name}" for entry in programme.criteria),
        "  streams:",
        *(f"    {entry.code:22} {entry.name}{_places(places(entry))}" for entry in programme.streams),
        f"  allocation: {programme.allocation_total or 'not limited'}",
    ]


def _places(number: int | None) -> str:
    return "" if number is None else f" ({number} places)"
