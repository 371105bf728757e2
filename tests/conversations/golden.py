"""Golden transcripts: talks that somebody has read and found good, and how to write them anew.

``.venv/bin/python -m tests.conversations.golden`` plays every golden persona on a new Front Door and writes what was
said to ``tests/conversations/golden/``; the change is then read as a diff before it is committed.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from backend.command.persona import Persona
from backend.command.play import play
from tests.conversations.families import PERSONAS
from tests.system import FrontDoor, front_door

FOLDER = Path(__file__).with_name("golden")
NAMES = (
    "case-one-sevenoaks",
    "sevenoaks-volunteer-not-eligible",
    "sevenoaks-housing-not-sure",
    "maidstone-attendance-then-exclusion",
    "maidstone-social-worker-asks-back",
    "kingston-sendco-plan-in-force",
    "kingston-danger-yes",
    "rotherham-health-visitor-protection-plan",
    "rotherham-refused",
    "malling-head-four-criteria",
    "snodland-father-frightened",
    "exampleshire-dad-goes-back",
)
"""In the order in which they are played: places taken by one are no longer free for the next."""
_REFERENCE = re.compile(r"\bFD-[0-9A-Z]{8}\b")
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2} ?(?:am|pm)\b|\b\d{2}:\d{2}\b")
_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
)


def transcript(door: FrontDoor, name: str) -> tuple[str, dict[str, Any]]:
    """What was said, masked and with how it ended as the last line; and the persona's line of results."""
    persona = Persona.load(PERSONAS / f"{name}.yml")
    said: list[str] = []
    with httpx.Client(base_url=door.url, timeout=60, trust_env=False) as client:
        line = play(persona, client, said.append).line
    route = line["route"] or {}
    ended = " · ".join(str(part) for part in (line["outcome"], line["verdict"], route.get("stream"), route.get("path")))
    return masked("\n".join([*said, f"= {ended}", ""]), persona), line


def masked(text: str, persona: Persona) -> str:
    """A transcript without what differs from day to day: references, times, and dates that the persona did not say."""
    own = " ".join(persona.texts())
    for pattern, instead in ((_REFERENCE, "FD-********"), (_TIME, "**:**"), (_DATE, "** ** ****")):
        for found in {match[0] for match in pattern.finditer(text)} - {match[0] for match in pattern.finditer(own)}:
            text = text.replace(found, instead)
    return "\n".join(line.rstrip() for line in text.split("\n"))


@contextmanager
def new_front_door() -> Iterator[FrontDoor]:
    """A Front Door in which nobody has been nominated yet but the demonstration's families."""
    with tempfile.TemporaryDirectory() as folder, front_door(Path(folder)) as door:
        yield door


def write() -> None:
    """Play the golden personas and write their transcripts."""
    FOLDER.mkdir(exist_ok=True)
    with new_front_door() as door:
        for name in NAMES:
            text, line = transcript(door, name)
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")
            wrong = [check for check, state in line["expect"].items() if state != "ok"]
            print(name, f"not as expected: {', '.join(wrong)}" if wrong else "as expected")


if __name__ == "__main__":
    write()
