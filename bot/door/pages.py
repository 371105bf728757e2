"""The door's own pages: whole in themselves, for when the backend is away or a message was not taken."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.door.message import Refusal, Reply
from bot.door.wording import Wording

TEMPLATES = Path(__file__).with_name("templates")
STYLE = (TEMPLATES / "door.css").read_text(encoding="utf-8").strip()
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a person wrote, with what its form needs to be sent again as the same message."""

    text: str = field(default="", repr=False)
    csrf: str | None = field(default=None, repr=False)
    delivery: str | None = None


class Pages:
    """Renders the door's pages. ``fragment`` is for a page that asked without reloading (htmx)."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )

    def away(self, numbers: Sequence[str], *, sending: bool) -> HTMLResponse:
        """The backend cannot be reached; ``sending`` where something was sent to it, of which nobody knows now."""
        explained = self._wording.pages["away_sending" if sending else "away"]
        return self._page("away.html", 503, numbers, headers={"Retry-After": "30"}, explained=explained)

    def danger(self, numbers: Sequence[str]) -> HTMLResponse:
        """Where danger can be told while the backend is away."""
        return self._page("danger.html", 200, numbers)

    def safety(self, reply: Reply, *, fragment: bool, afterwards: str | None = None) -> HTMLResponse:
        """The safety reply, as the whole answer; ``afterwards`` in place of the way back to the conversation."""
        if fragment:
            return self._fragment(reply["text"], 200)
        return self._page("safety.html", 200, [], paragraphs=_paragraphs(reply["text"]), afterwards=afterwards)

    def kept(self, message: str, numbers: Sequence[str], *, fragment: bool) -> HTMLResponse:
        """A message that is kept and cannot be answered now."""
        if fragment:
            return self._fragment(message, 200)
        return self._page("kept.html", 200, numbers, message=message)

    def refused(self, refusal: Refusal, numbers: Sequence[str]) -> HTMLResponse:
        """What was asked for is too much; nothing that was written is in it."""
        wait = {} if refusal.retry_after is None else {"Retry-After": str(refusal.retry_after)}
        return self._page("too-much.html", refusal.status, numbers, headers=wait, message=refusal.message)

    def not_taken(
        self, status: int, message: str, written: Written, numbers: Sequence[str], *, fragment: bool
    ) -> HTMLResponse:
        """A message that was not taken, with its words, so that nothing is lost."""
        if fragment:
            return self._fragment(message, status)
        return self._page("not-taken.html", status, numbers, message=message, written=written)

    def _page(
        self, name: str, status: int, numbers: Sequence[str], headers: dict[str, str] | None = None, **values: object
    ) -> HTMLResponse:
        template = self._templates.get_template(name)
        html = template.render(
            say=self._wording.pages, first=self._wording.immediate.first, numbers=numbers, style=STYLE, **values
        )
        return HTMLResponse(html, status, {**HEADERS, **(headers or {})})

    def _fragment(self, text: str, status: int) -> HTMLResponse:
        html = self._templates.get_template("trouble.html").render(paragraphs=_paragraphs(text))
        return HTMLResponse(html, status, {**HEADERS, "HX-Retarget": "#trouble", "HX-Reswap": "innerHTML"})


def _paragraphs(text: str) -> list[list[str]]:
    """Paragraphs, each as its lines."""
    return [paragraph.splitlines() for paragraph in text.split("\n\n")]
