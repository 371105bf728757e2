"""``frontdoor assess``: nominations in a file, judged by their programme."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, TextIO, get_args
from zoneinfo import ZoneInfo

import click

from backend.assessment import Nomination, NominationInvalid
from backend.assessment import assess as judge
from backend.assessment.explanations import Reader
from backend.assessment.explanations import explain as in_words
from backend.programmes import Programme, ProgrammeInvalid, UnknownProgramme, load_programme

FAILED = 2
_LONDON = ZoneInfo("Europe/London")

Entry = tuple[str, Any]
"""Where a nomination stands in the file ("line 3") and its JSON, or why it is no JSON."""


@click.command()
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@click.option("--programme", metavar="CODE", help="Judge all by this programme (CODE or CODE@VERSION).")
@click.option("--today", metavar="DATE", help="Judge as on this day (2026-11-22); else today in London.")
@click.option("--explain", type=click.Choice(get_args(Reader)), help="Say it in words, as this reader hears it.")
def assess(file: TextIO, programme: str | None, today: str | None, explain: Reader | None) -> None:
    """Judge the nominations in FILE ("-": standard input): a JSON object, a JSON array or JSON Lines.

    Writes JSON Lines: each nomination with its programme, assessment and route added. One that cannot be judged is
    reported with its line; the others are still written and the exit code is 2. With --explain: plain text instead.
    """
    day = day_of(today)
    failed = False
    for where, entry in entries(file.read()):
        try:
            click.echo(_said(where, entry, programme, day, explain))
        except (NominationInvalid, UnknownProgramme, ProgrammeInvalid) as error:
            failed = True
            click.echo(f"{where}: {error}", err=True)
    if failed:
        raise SystemExit(FAILED)


def day_of(today: str | None) -> date:
    """The day meant by ``--today``; without it, today in London."""
    if today is None:
        return datetime.now(_LONDON).date()
    try:
        return date.fromisoformat(today)
    except ValueError as error:
        raise click.BadParameter("expected a date such as 2026-11-22", param_hint="--today") from error


def _said(where: str, entry: Any, code: str | None, today: date, reader: Reader | None) -> str:
    nomination = nomination_of(entry)
    programme = _programme(entry, code)
    assessed = judge(nomination, programme, today=today)
    if reader is not None:
        return "\n".join((f"{where}, {programme.code}", *in_words(assessed, reader).lines(), ""))
    named = {"programme": programme.code, "programme_version": programme.version}
    return json.dumps({**entry, **named, **assessed.to_json()}, ensure_ascii=False)


def nomination_of(entry: Any) -> Nomination:
    """The nomination of one of :func:`entries`. Raises :class:`NominationInvalid`, also where it is no JSON."""
    if isinstance(entry, json.JSONDecodeError):
        # The parser's own words name a place only, never what stands there.
        raise NominationInvalid(f"expected JSON: {entry.msg} at column {entry.colno}")
    return Nomination.from_json(entry)


def _programme(entry: Mapping[str, Any], code: str | None) -> Programme:
    """The programme asked for, else the one that the nomination names, in the version that it names."""
    if code is not None:
        name, _, asked = code.partition("@")
        return load_programme(name, asked or None)
    named, version = entry.get("programme"), entry.get("programme_version")
    if not isinstance(named, str):
        raise NominationInvalid("programme: expected a programme's code, or give --programme")
    if version is not None and not isinstance(version, str):
        raise NominationInvalid("programme_version: expected text or null")
    return load_programme(named, version)


def entries(text: str) -> Iterator[Entry]:
    """Each nomination of a file that is a JSON object, a JSON array or JSON Lines."""
    whole = _json(text)
    lines = [(f"line {n}", _json(line)) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if isinstance(whole, list):
        yield from ((f"entry {n}", entry) for n, entry in enumerate(whole, 1))
    elif not isinstance(whole, json.JSONDecodeError):
        yield "line 1", whole
    elif any(isinstance(entry, Mapping) for _, entry in lines):
        yield from lines
    elif lines:
        yield f"line {whole.lineno}", whole


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return error
