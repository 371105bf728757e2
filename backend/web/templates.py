"""Rendering a page: one environment, everything escaped, GOV.UK's macros beside our own templates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

from backend.web import dates, navigation
from backend.web.highlighting import label
from backend.web.prose import prose
from backend.web.words import word

_LEVELS = ("none", "concern", "urgent", "immediate")

_FOLDER = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """The templates. GOV.UK's macros read parameters that were not given, hence the forgiving undefined."""
    made = Environment(
        loader=ChoiceLoader(
            [
                FileSystemLoader(_FOLDER),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            ]
        ),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        word=word,
        prose=prose,
        clock=dates.clock,
        day=dates.day,
        short_day=dates.short_day,
        age=dates.age,
        due=dates.due,
        still=dates.still,
        in_minutes=dates.in_minutes,
        read_as=label,
        worst=_worst,
    )
    made.globals.update(is_overdue=dates.is_overdue)
    return made


def _worst(levels: Iterable[str | None]) -> str:
    """The most dangerous of some levels of safety."""
    return max((level for level in levels if level in _LEVELS), key=_LEVELS.index, default="none")


def render(request: Request, name: str, *, status_code: int = 200, **context: Any) -> HTMLResponse:
    """The template ``name`` as a response, with who is signed in, the navigation and the emergency advice.

    ``context`` may give ``actor``, ``csrf``, ``emergency`` (a list of ``{"name", "number", "when"}``).
    """
    page = environment().get_template(name)
    shared = {
        "path": request.url.path,
        "actor": getattr(request.state, "actor", None),
        "csrf": getattr(request.state, "csrf", ""),
    }
    merged = {**shared, **context}
    merged.setdefault("navigation", navigation.items(merged["actor"], request.url.path))
    # Nothing of a family may stay in a browser's cache, where the next person at the screen finds it.
    return HTMLResponse(page.render(merged), status_code=status_code, headers={"Cache-Control": "no-store"})
