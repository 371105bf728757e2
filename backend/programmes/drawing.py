"""Draws the paths of every programme into docs/paths.md: ``python -m backend.programmes.drawing``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from backend.programmes.loader import load_programmes
from backend.programmes.model import Programme
from backend.programmes.paths import Paths, Stage

PAGE = Path(__file__).parents[2] / "docs" / "paths.md"
_ANYWHERE = "any_stage"
_ASKED = {
    "told": "who was told",
    "told_on": "when",
    "consent": "with the family's agreement or without",
    "where": "where to",
}

_HEAD = """\
# Paths: what follows when a nomination is accepted

Drawn from the programmes' files (`paths` in `backend/programmes/files/`) by `python -m backend.programmes.drawing`; a
test fails when this page is old. A stage follows only where an arrow leads: nobody can skip one. From every stage that
does not end a family can come to those below "any stage"; a concern can be passed on from everywhere. What has ended
is taken up again by the arrow that leaves the end, with a reason. Days are working days.
"""


def drawing() -> str:
    """The page as it should be."""
    return "\n".join([_HEAD, *(_programme(programme) for _, programme in sorted(load_programmes().items()))])


def _programme(programme: Programme) -> str:
    diagram = "\n".join(_diagram(programme.paths))
    rows = "\n".join(_row(stage) for stage in programme.paths.stages)
    return (
        f"## {programme.name}\n\n```mermaid\n{diagram}\n```\n\n"
        f"| stage | within | moved on by | written down | for the family |\n|---|---|---|---|---|\n{rows}\n"
    )


def _diagram(paths: Paths) -> Iterator[str]:
    yield "stateDiagram-v2"
    for stage in paths.stages:
        yield f'    state "{stage.name}" as {_id(stage.code)}'
    yield f'    state "any stage" as {_ANYWHERE}'
    for first, ways in _begins(paths).items():
        yield f"    [*] --> {_id(first)}: {', '.join(ways)}"
    for stage in paths.stages:
        yield from (f"    {_id(stage.code)} --> {_id(code)}" for code in stage.next)
        if stage.anywhere:
            yield f"    {_ANYWHERE} --> {_id(stage.code)}"
        if stage.goes_back:
            yield f"    {_id(stage.code)} --> {_ANYWHERE}: back to where it was"
        if stage.ends:
            yield f"    {_id(stage.code)} --> [*]: {stage.ends}"


def _begins(paths: Paths) -> dict[str, list[str]]:
    """The ways of the routing by the stage at which they begin."""
    firsts: dict[str, list[str]] = {}
    for way, first in paths.begins.items():
        firsts.setdefault(first, []).append(way)
    return firsts


def _row(stage: Stage) -> str:
    written = [*(["a reason"] if stage.reason else []), *(_ASKED[each] for each in stage.asks)]
    told = "said by a person, where it is safe" if stage.quiet else stage.family
    cells = (
        f"{stage.name} (`{stage.code}`)" + (", waits for a place" if stage.waits else ""),
        f"{stage.within} days" if stage.within else "–",
        ", ".join(sorted(stage.moved_by)),
        ", ".join(written) or "–",
        told,
    )
    return f"| {' | '.join(cells)} |"


def _id(code: str) -> str:
    return code.replace("-", "_")


if __name__ == "__main__":
    PAGE.write_text(drawing(), encoding="utf-8")
