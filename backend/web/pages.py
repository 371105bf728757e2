"""A long list in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
    shown = page_at(rows, len(rows), number, path, query)
    start = (shown.number - 1) * PER_PAGE
    return replace(shown, rows=rows[start : start + PER_PAGE])


def page_at(rows: Sequence[Row], total: int, number: int, path: str, query: Mapping[str, str]) -> Page[Row]:
    """The same of rows that were looked up for this page alone, out of ``total``.

    Of many pages the first, the last and those around the open one are linked.
    """
    count = max(1, -(-total // PER_PAGE))
    number = min(max(number, 1), count)

    def link(other: int) -> str:
        return f"{path}?{urlencode({**query, 'page': other})}"

    return Page(
        rows=rows,
        number=number,
        of=count,
        previous=link(number - 1) if number > 1 else None,
        next=link(number + 1) if number < count else None,
        links=list(_links(number, count, link)),
    )


def _links(number: int, count: int, link: Callable[[int], str]) -> Iterator[dict[str, Any]]:
    around = {1, count, *range(max(number - 2, 1), min(number + 2, count) + 1)}
    near = list(range(1, count + 1)) if count <= 7 else sorted(around)
    for before, other in zip([0, *near[:-1]], near, strict=True):
        if other > before + 1:
            yield {"ellipsis": True}
        yield {"number": other, "href": link(other), "current": other == number}
