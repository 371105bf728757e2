"""A house for each file: the real backend behind the real door, and people of other programmes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from backend.access.actor import ROLES, Role
from backend.accounts.accounts import create_account
from tests.backend.serving import backend_in
from tests.browser.house import House, house_in

PASSWORD = "a password that nobody has used before"


@dataclass
class Backend:
    """A served backend in which anybody can be made."""

    origin: str
    application: FastAPI

    def account(self, email: str, *roles: tuple[str, Role], name: str = "Somebody Else") -> str:
        """A new account with these roles; gives its id."""
        with self.application.state.sessions.begin() as db:
            return create_account(db, email=email, display_name=name, password=PASSWORD, roles=list(roles)).id

    def bearer(self, email: str) -> dict[str, str]:
        """The header of an account made here."""
        answer = httpx.post(f"{self.origin}/api/token", data={"username": email, "password": PASSWORD})
        return {"Authorization": f"Bearer {answer.raise_for_status().json()['access_token']}"}

    @contextmanager
    def browser(self, email: str, password: str = PASSWORD) -> Iterator[httpx.Client]:
        """A browser in which the account is signed in by the form."""
        with httpx.Client(base_url=self.origin, headers={"Accept": "text/html"}) as browser:
            form = {"username": email, "password": password, "csrf": csrf_in(browser.get("/sign-in").text)}
            assert browser.post("/sign-in", data=form).status_code == 303
            yield browser


def csrf_in(page: str) -> str:
    """The token in the first form of a page."""
    return page.split('name="csrf" value="', 1)[1].split('"', 1)[0]


def every_role(programme: str) -> list[tuple[str, Role]]:
    """All that one can be in a programme, so that only its rows keep anybody out."""
    return [(programme, role) for role in ROLES]


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    with backend_in(tmp_path_factory.mktemp("backend")) as (origin, application):
        yield Backend(origin, application)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("house")
    with house_in(folder) as running:
        yield running
