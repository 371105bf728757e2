"""``frontdoor audit``: whether the record of who did and read what still holds, and anchors to hold it against."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy.orm import Session

from backend.audit import record
from backend.audit.anchors import Anchor, AnchorUnreadable, anchor_at, append_to, read_from
from backend.audit.checks import check
from backend.audit.restores import in_words as restores_in_words
from backend.audit.restores import restores
from backend.audit.verifying import Verdict, in_words
from backend.command.database import open_session
from backend.settings import Settings

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def audit() -> None:
    """Check the record of who did and read what, and anchor it outside the database."""


@audit.command()
@click.option("--anchor", "files", multiple=True, type=FILE, metavar="FILE", help="Anchors to hold it against as well.")
def verify(files: tuple[Path, ...]) -> None:
    """Read every entry and say whether each is as it was written; ends with 1, and names the first that is not.

    The anchors of FRONTDOOR_AUDIT_ANCHORS and the checks made before are held against it too. The outcome is kept.
    """
    anchors = _anchors(files)
    with open_session() as db:
        verdict, told = _verified(db, anchors), [*restores_in_words(restores(db), anchors)]
        record(db, None, "verified", "audit", "all", None, by="command", entries=verdict.entries)
    for line in in_words(verdict):
        click.echo(line)
    click.echo(_held_against(anchors))
    for line in told:
        click.echo(line)
    if verdict.finding is not None:
        raise SystemExit(1)


@audit.command()
@click.option("--out", "file", type=FILE, required=True, help="The file to add the anchor to, a line of JSON.")
def anchor(file: Path) -> None:
    """Verify the audit, and write down what its last entry is, signed. Keep the file away from the database.

    For example: frontdoor audit anchor --out /mnt/elsewhere/anchors.jsonl
    """
    with open_session() as db:
        verdict = _verified(db, _anchors((file,) if file.exists() else ()))
        if verdict.finding is not None:
            click.echo(verdict.finding.sentence)
            raise click.ClickException("Nothing was anchored: an anchor would vouch for an audit that is broken.")
        made = anchor_at(db, verdict.entries, verdict.hash)
        try:
            append_to(file, made)
        except OSError as problem:
            raise click.ClickException(f"{file} cannot be written ({problem.strerror}).") from None
        record(db, None, "anchored", "audit", "all", None, by="command", entries=made.entries)
    click.echo(f"Anchored {made.entries:,} entries in {file}.")


def _verified(db: Session, anchors: list[Anchor]) -> Verdict:
    verdict = check(db, anchors)
    assert verdict is not None  # noqa: S101 - nothing stops it here
    return verdict


def _anchors(files: tuple[Path, ...]) -> list[Anchor]:
    own = Settings.from_environment().audit_anchors
    every = [*files, *([own] if own is not None and own.exists() and own not in files else [])]
    try:
        return [each for file in every for each in read_from(file)]
    except AnchorUnreadable as problem:
        raise click.ClickException(f"{problem}.") from None
    except OSError as problem:
        raise click.ClickException(f"{problem.filename} cannot be read ({problem.strerror}).") from None


def _held_against(anchors: list[Anchor]) -> str:
    if not anchors:
        return (
            "No anchor was given: whoever can write the whole database could have written the audit anew"
            " (frontdoor audit anchor)."
        )
    newest = max(anchors, key=lambda each: each.at)
    when = f"{newest.at:%Y-%m-%d %H:%M} UTC"
    return f"Held against {len(anchors)} anchors, the newest of {when} ({newest.entries:,} entries)."
