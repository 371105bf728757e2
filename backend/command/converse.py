"""``frontdoor converse PERSONA…``: play personas against a running Front Door."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import httpx

from backend.command.bot_api import BotApi
from backend.command.bot_api import bot_api as bot_api_at
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
@click.option(
    "--bot-api",
    default=lambda: os.environ.get("TELEGRAM_API_BASE", "http://127.0.0.1:18081"),
    help="Where personas of the channel telegram talk: a Bot API server is opened there while they do. Front Door must"
    " run with TELEGRAM_BOT_TOKEN (any will do) and with TELEGRAM_API_BASE at this address. Default: TELEGRAM_API_BASE,"
    " or http://127.0.0.1:18081.",
)
@click.option("--careless", type=int, metavar="SEED", help="Let a careless typist type: other slips for each seed.")
@click.option(
    "--wait", type=float, default=0, metavar="SECONDS", help="How long to wait for a person who was asked for."
)
@click.option("--quiet", is_flag=True, help="Leave the transcripts out.")
def converse(
    *, personas: tuple[Path, ...], url: str, bot_api: str, careless: int | None, wait: float, quiet: bool
) -> None:
    """Play PERSONAS (YAML) as people would. Prints each transcript, then a line of JSON for each persona.

    After several, a last line says what they came to together: "Totals:" and JSON, each goal's share with its counts.
    Exits with 1 when something that a persona expects did not happen.
    """
    cast = _loaded(personas)
    played: list[Played] = []
    with httpx.Client(base_url=url, timeout=60, trust_env=False) as client, _telegram(cast, bot_api) as api:
        for persona in cast:
            try:
                played.append(play(persona, client, _ignore if quiet else click.echo, careless, wait, api=api))
            except CannotPlay as error:
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


def _loaded(personas: tuple[Path, ...]) -> list[Persona]:
    try:
        return [Persona.load(path) for path in personas]
    except PersonaError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _telegram(cast: list[Persona], origin: str) -> Iterator[BotApi | None]:
    """A Bot API server, where one of the personas needs it."""
    if all(persona.channel == "web" for persona in cast):
        yield None
        return
    try:
        opened = bot_api_at(origin)
        with opened as api:
            yield api
    except OSError as error:
        raise click.ClickException(f"No Bot API server can be opened at {origin} ({error.strerror}).") from error


def _ignore(_: str) -> None:
    """A line of a transcript that nobody wants to see."""
