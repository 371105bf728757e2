"""``frontdoor converse PERSONA…``: play personas against a running Front Door."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import httpx

from backend.command.persona import Persona, PersonaError
from backend.command.play import CannotPlay, play


@click.command()
@click.argument("personas", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--url",
    default=lambda: f"http://127.0.0.1:{os.environ.get('FRONTDOOR_PORT', '8000')}",
    help="Where Front Door is. Default: this machine, FRONTDOOR_PORT.",
)
def converse(personas: tuple[Path, ...], url: str) -> None:
    """Play PERSONAS (YAML) as people would. Prints each transcript, then a line of JSON for each persona.

    Exits with 1 when something that a persona expects did not happen.
    """
    failed = False
    with httpx.Client(base_url=url, timeout=60, trust_env=False) as client:
        for path in personas:
            try:
                result = play(Persona.load(path), client, click.echo)
            except (PersonaError, CannotPlay) as error:
                raise click.ClickException(str(error)) from error
            except httpx.HTTPError as error:
                raise click.ClickException(
                    f"Front Door cannot be reached at {url} ({type(error).__name__})."
                ) from error
            click.echo(json.dumps(result, ensure_ascii=False))
            failed |= "failed" in result["expect"].values()
    if failed:
        raise click.exceptions.Exit(1)
