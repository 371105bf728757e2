"""The error pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from fastapi import Request
from fastapi.responses import HTMLResponse

from backend.web.templates import render

_FILE = Path(__file__).with_name("errors.yml")


@cache
def _pages() -> dict[str, dict[str, Any]]:
    pages: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return pages


def error_page(request: Request, status: int, message: str) -> HTMLResponse:
    """The page for an HTTP status; ``message`` is plain, holds nothing personal, and is said for 4xx where we have it.

    Statuses without a page of their own are told as 400 or 500 are.
    """
    pages = _pages()
    page = pages.get(str(status)) or pages["400" if status < 500 else "500"]
    paragraphs = list(page["paragraphs"])
    if status in (400, 409, 422, 429) and message and message not in paragraphs:
        paragraphs.insert(0, message)
    return render(request, "error.html", status_code=status, heading=page["heading"], paragraphs=paragraphs)
