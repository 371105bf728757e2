"""A long list in pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

PER_PAGE = 25
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """The rows of one page, and links to the others."""

    rows: Sequence[Row]
    number: int
    of: int
    previous: str | None
    next: str | None
    links: list[dict[str, Any]]


def page_of(rows: Sequence[Row], number: int, path: str, query: Mapping[str, str]) -> Page[Row]:
    """Page ``number`` (from 1; one that does not exist becomes the nearest), its links keeping the query."""
    count = max(1, -(-len(rows) // PER_PAGE))
    number = min(max(number, 1), count)
    start = (number - 1) * PER_PAGE

    def link(other: int) -> str:
        return f"{path}?{urlencode({**query, 'page': other})}"

    return Page(
        rows=rows[start : start + PER_PAGE],
        number=number,
        of=count,
        previous=link(number - 1) if number > 1 else None,
        next=link(number + 1) if number < count else None,
        links=[{"number": other, "href": link(other), "current": other == number} for other in range(1, count + 1)],
    )
