"""Error pages: each says what it means and what to do, repeats nothing that was sent, and has 999 on it."""

from __future__ import annotations

import pytest
from fastapi import Request

from backend.web.errors import error_page


@pytest.fixture
def request_of_somebody() -> Request:
    return Request({"type": "http", "method": "GET", "path": "/queue", "query_string": b"", "headers": [], "state": {}})


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        (400, "Sorry, we could not read that"),
        (401, "Sign in to continue"),
        (403, "You cannot open this page"),
        (404, "Page not found"),
        (409, "This has changed since you opened it"),
        (410, "This information has been erased"),
        (413, "That is too much at once"),
        (418, "Sorry, we could not read that"),
        (422, "Sorry, we could not read that"),
        (429, "Too many tries"),
        (500, "Sorry, there is a problem with the service"),
        (502, "Sorry, there is a problem with the service"),
        (503, "Sorry, the service is not available"),
    ],
)
def test_page_of_a_status(request_of_somebody: Request, status: int, heading: str) -> None:
    answer = error_page(request_of_somebody, status, "A plain message.")
    html = bytes(answer.body).decode()
    assert answer.status_code == status
    assert f'<h1 class="govuk-heading-l">{heading}</h1>' in html
    assert 'href="tel:999"' in html
    assert answer.headers["cache-control"] == "no-store"


def test_only_what_the_person_can_put_right_is_repeated(request_of_somebody: Request) -> None:
    def said(status: int) -> bool:
        return (
            "Missing: reason &lt;b&gt;"
            in bytes(error_page(request_of_somebody, status, "Missing: reason <b>").body).decode()
        )

    assert [status for status in (403, 404, 409, 422, 429, 500, 503) if said(status)] == [409, 422, 429]
