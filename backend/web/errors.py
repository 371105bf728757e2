"""The error pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from fastapi import Request
from fastapi.responses import HTMLResponse

from backend.errors import CannotOpen
from backend.web.templates import render

_FILE = Path(__file__).with_name("errors.yml")
_TOKENS = ("csrf",)
_SECRET = ("password", "code", "secret")


@cache
def _pages() -> dict[str, dict[str, Any]]:
    pages: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return pages


def typed_again(request: Request) -> list[tuple[str, str, bool]]:
    """What was typed in a form that was not taken: name, value, and whether it is long enough to be shown.

    Nothing secret is given back.
    """
    form = getattr(request.state, "typed", None) or {}
    return [
        (name, value, name not in _TOKENS and (len(value) > 60 or "\n" in value))
        for name, value in getattr(form, "multi_items", list)()
        if isinstance(value, str) and not any(secret in name for secret in _SECRET)
    ]


def error_page(request: Request, status: int, message: str) -> HTMLResponse:
    """The page for an HTTP status; ``message`` is plain, holds nothing personal, and is said for 4xx where we have it.

    Statuses without a page of their own are told as 400 or 500 are.
    """
    pages = _pages()
    if message == CannotOpen.wording:
        page = pages["damaged"]
        paragraphs = [message, *page["paragraphs"]]
        return render(request, "error.html", status_code=status, heading=page["heading"], paragraphs=paragraphs)
    page = pages.get(str(status)) or pages["400" if status < 500 else "500"]
    paragraphs = list(page["paragraphs"])
    if status == 429 and (typed := typed_again(request)):
        return render(request, "too-many.html", status_code=429, message=message, fields=typed)
    if status in (400, 409, 415, 422, 429) and message and message not in paragraphs:
        paragraphs.insert(0, message)
    return render(request, "error.html", status_code=status, heading=page["heading"], paragraphs=paragraphs)
