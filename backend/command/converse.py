"""``frontdoor converse PERSONA…``: play personas against a running Front Door."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import httpx

from backend.command.persona import Persona, PersonaError
from backend.command.play import CannotPlay, Played, play
from backend.command.totals import totals


@click.command()
@click.argument("personas", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--url",
    default=lambda: f"http://127.0.0.1:{os.environ.get('FRONTDOOR_PORT', '8000')}",
    help="Where Front Door is. Default: this machine, FRONTDOOR_PORT.",
)
@click.option("--careless", type=int, metavar="SEED", help="Let a careless typist type: other slips for each seed.")
@click.option(
    "--wait", type=float, default=0, metavar="SECONDS", help="How long to wait for a person who was asked for."
)
@click.option("--quiet", is_flag=True, help="Leave the transcripts out.")
def converse(personas: tuple[Path, ...], url: str, careless: int | None, wait: float, quiet: bool) -> None:
    """Play PERSONAS (YAML) as people would. Prints each transcript, then a line of JSON for each persona.

    After several, a last line says what they came to together: "Totals:" and JSON, each goal's share with its counts.
    Exits with 1 when something that a persona expects did not happen.
    """
    played: list[Played] = []
    with httpx.Client(base_url=url, timeout=60, trust_env=False) as client:
        for path in personas:
            try:
                played.append(play(Persona.load(path), client, _ignore if quiet else click.echo, careless, wait))
            except (PersonaError, CannotPlay) as error:
                raise click.ClickException(str(error)) from error
            except httpx.HTTPError as error:
                raise click.ClickException(
                    f"Front Door cannot be reached at {url} ({type(error).__name__})."
                ) from error
            click.echo(json.dumps(played[-1].line, ensure_ascii=False))
    lines = [one.line for one in played]
    if len(lines) > 1:
        together = totals(lines, [turn for one in played for turn in one.milliseconds])
        click.echo(f"Totals: {json.dumps(together)}")
    if any("failed" in line["expect"].values() for line in lines):
        raise click.exceptions.Exit(1)


def _ignore(_: str) -> None:
    """A line of a transcript that nobody wants to see."""
