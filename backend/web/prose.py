"""Plain text as paragraphs and lists: what the assistant says has line breaks and dashes, never markup."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_BULLET = re.compile(r"^\s*[-•*]\s+")
_PHONE = re.compile(r"(?<![\w-])(999|0\d{2}(?: ?\d){5,8})(?![\w-])")


def prose(text: str | None, *, phones: bool = False) -> Markup:
    """``text`` as safe HTML: a blank line ends a paragraph, lines that begin with a dash become a list.

    ``phones`` makes telephone numbers links, for whoever is in danger should only have to touch one.
    """
    blocks: list[Markup] = []
    for block in re.split(r"\n\s*\n", (text or "").strip()):
        lines = [_with_phones(line) if phones else escape(line) for line in block.splitlines()]
        blocks.extend(_block(lines))
    return Markup("\n").join(blocks)


def _with_phones(line: str) -> Markup:
    pieces = _PHONE.split(line)
    numbers = [
        Markup('<a class="govuk-link fd-together" href="tel:{}">{}</a>').format(piece.replace(" ", ""), piece)
        if index % 2
        else escape(piece)
        for index, piece in enumerate(pieces)
    ]
    return Markup("").join(numbers)


def _block(lines: list[Markup]) -> list[Markup]:
    pieces: list[Markup] = []
    run: list[Markup] = []
    bullets = False
    for line in [*lines, None]:
        is_bullet = bool(line is not None and _BULLET.match(line))
        if run and (line is None or is_bullet != bullets):
            pieces.append(_list(run) if bullets else _paragraph(run))
            run = []
        if line is not None:
            bullets = is_bullet
            run.append(Markup(_BULLET.sub("", line)) if is_bullet else line)  # noqa: S704 (escaped above)  # nosec B704
    return pieces


def _paragraph(lines: list[Markup]) -> Markup:
    return Markup('<p class="govuk-body">{}</p>').format(Markup("<br>").join(lines))


def _list(items: list[Markup]) -> Markup:
    entries = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup('<ul class="govuk-list govuk-list--bullet">{}</ul>').format(entries)
