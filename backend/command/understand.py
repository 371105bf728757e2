"""``frontdoor understand``: what is read in a text, or how well labelled texts are read."""

from __future__ import annotations

import json
from pathlib import Path

import click

from nlu.measure import judge, load_cases, measure
from nlu.reader import Reader


@click.command()
@click.argument("text", required=False)
@click.option(
    "--cases", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Labelled cases, JSON Lines."
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write one prediction a line (with --cases).",
)
def understand(text: str | None, cases: Path | None, out: Path | None) -> None:
    """Show what is read in TEXT, or read labelled cases and print metrics as JSON on the last line."""
    if (text is None) == (cases is None):
        raise click.UsageError("Give either a TEXT or --cases FILE.")
    if text is not None:
        if out is not None:
            raise click.UsageError("--out needs --cases.")
        _show(text)
    elif cases is not None:
        _measure(cases, out)


def _show(text: str) -> None:
    reading = Reader().read(text)
    shown = {key: value for key, value in reading.to_json().items() if value not in (None, False, (), [])}
    click.echo(json.dumps({"needs": reading.needs, **shown}, indent=2, ensure_ascii=False))


def _measure(path: Path, out: Path | None) -> None:
    try:
        cases = load_cases(path)
    except json.JSONDecodeError as error:
        # The line's place, not its words: cases may hold what families said.
        raise click.ClickException(f"{path} is not JSON Lines: {error.msg} at column {error.colno}") from None
    judged = judge(Reader(), cases)
    if out is not None:
        lines = "".join(json.dumps(item.prediction(), ensure_ascii=False) + "\n" for item in judged)
        out.write_text(lines, encoding="utf-8")
    click.echo(json.dumps(measure(judged)))
