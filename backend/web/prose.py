"""Plain text as paragraphs and lists: what the assistant says has line breaks and dashes, never markup."""

from __future__ import annotations

import re

from markupsafe import Markup

_BULLET = re.compile(r"^\s*[-•*]\s+")


def prose(text: str | None) -> Markup:
    """``text`` as safe HTML: a blank line ends a paragraph, lines that begin with a dash become a list."""
    blocks: list[Markup] = []
    for block in re.split(r"\n\s*\n", (text or "").strip()):
        blocks.extend(_block(block.splitlines()))
    return Markup("\n").join(blocks)


def _block(lines: list[str]) -> list[Markup]:
    pieces: list[Markup] = []
    run: list[str] = []
    bullets = False
    for line in [*lines, None]:
        is_bullet = bool(line is not None and _BULLET.match(line))
        if run and (line is None or is_bullet != bullets):
            pieces.append(_list(run) if bullets else _paragraph(run))
            run = []
        if line is not None:
            bullets = is_bullet
            run.append(_BULLET.sub("", line) if is_bullet else line)
    return pieces


def _paragraph(lines: list[str]) -> Markup:
    return Markup('<p class="govuk-body">{}</p>').format(Markup("<br>").join(lines))


def _list(items: list[str]) -> Markup:
    entries = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup('<ul class="govuk-list govuk-list--bullet">{}</ul>').format(entries)
