"""A copy as a file to be handed over: a zip with a page to read and the same as JSON. It is made and kept nowhere."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backend.nominations.due import LONDON
from backend.programmes import load_programme
from backend.rights.copies import Copy, Entry
from backend.rights.kept import wording


def packed(copy: Copy, released: Iterable[str] = ()) -> bytes:
    """The zip. ``released`` are ids of entries that were held back, looked at and are given."""
    given = copy.given(released)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("copy.html", _page(copy, given))
        file.writestr("copy.json", json.dumps(_plain(copy, given), ensure_ascii=False, indent=2))
    return made.getvalue()


def file_name(copy: Copy) -> str:
    """A name that says nothing of whom it is about."""
    return f"{copy.reference}-copy-{copy.number}.zip"


def _page(copy: Copy, given: list[Entry]) -> str:
    sections = [(name, list(entries)) for name, entries in groupby(given, key=lambda entry: entry.section)]
    words = wording()["copy"]
    told = [words["held"], words["own"], words["complain"]]
    page: str = _template().render(copy=copy, intro=_intro(copy), sections=sections, told=told)
    return page


def _plain(copy: Copy, given: list[Entry]) -> dict[str, Any]:
    return {
        "reference": copy.reference,
        "programme": copy.programme,
        "person": copy.name,
        "made_at": copy.at.isoformat(),
        "entries": [{"section": entry.section, "label": entry.label, "text": entry.text} for entry in given],
        "told": [wording()["copy"][key] for key in ("held", "own", "complain")],
    }


def _intro(copy: Copy) -> str:
    day = copy.at.astimezone(LONDON)
    programme = load_programme(copy.programme).name
    words: str = wording()["copy"]["intro"]
    return words.format(name=copy.name, reference=copy.reference, programme=programme, day=f"{day.day} {day:%B %Y}")


@cache
def _template() -> Any:
    loader = FileSystemLoader(Path(__file__).with_name("templates"))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("copy.html")
