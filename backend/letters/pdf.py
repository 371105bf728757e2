"""A letter as PDF: tagged and titled (PDF/UA-1), with its fonts in it. It is made when it is asked for, kept nowhere.

Typst sets it, in this process; the font comes with a package and nothing is fetched. Words are handed over as data, so
that no sign in them can be an order to the typesetter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from backend.letters.text import Text
from backend.nominations.due import LONDON

_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands on the paper beside the letter's own words."""

    to: Sequence[str]
    """Name and address, line by line."""
    date: datetime
    footer: str
    """Says which letter it is, and of nobody."""
    is_draft: bool


def as_pdf(text: Text, printed: Printed) -> bytes:
    """The PDF. ``ValueError`` where a sign has no picture in the fonts; :func:`unprintable` finds it before."""
    try:
        made = typst.compile(
            _template(),
            font_paths=_fonts(),
            sys_inputs={"letter": json.dumps(_data(text, printed))},
            format="pdf",
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as problem:
        # The typesetter's message quotes the letter, so it goes no further.
        raise ValueError(_sign(problem)) from None
    if not isinstance(made, bytes):
        raise TypeError("a letter is one document")
    return made


def unprintable(text: Text) -> str | None:
    """The first sign that the fonts have no picture for; None where the letter can be printed."""
    try:
        as_pdf(text, Printed(to=(), date=datetime(2000, 1, 1, tzinfo=LONDON), footer="", is_draft=False))
    except ValueError as problem:
        return str(problem)
    return None


def _sign(problem: typst.TypstError) -> str:
    found = _SIGN.search(problem.message)
    return found[1] if found else "a sign that no font has"


def _data(text: Text, printed: Printed) -> dict[str, Any]:
    day = printed.date.astimezone(LONDON)
    *_, council = text.ending.splitlines() or [""]
    return {
        "title": text.title,
        "sender": text.sender,
        "council": [council],
        "to": [line for line in printed.to if line],
        "date": f"{day.day} {day:%B %Y}",
        "draft": printed.is_draft,
        "greeting": text.greeting,
        "parts": [
            {"heading": part.heading, "paragraphs": [block.splitlines() for block in part.paragraphs]}
            for part in text.parts
        ],
        "ending": text.ending.splitlines(),
        "footer": printed.footer,
    }


@cache
def _template() -> bytes:
    return (Path(__file__).with_name("templates") / "letter.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(files("font_source_sans_pro").joinpath("files"))],
    )
