"""A served backend in which a second factor is demanded, and browsers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI

from backend.application import create_application
from tests.backend.serving import served, settings_for


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, FastAPI]]:
    """Origin and application of a backend that demands second factors, as production does."""
    settings = replace(settings_for(tmp_path_factory.mktemp("strict")), second_factor_demanded=True)
    application = create_application(settings)
    with served(application) as origin:
        yield origin, application


@pytest.fixture
def application(strict: tuple[str, FastAPI]) -> FastAPI:
    """The strict backend's application."""
    return strict[1]


@pytest.fixture
def browser(strict: tuple[str, FastAPI]) -> Iterator[httpx.Client]:
    """A browser without cookies at the strict backend."""
    with httpx.Client(base_url=strict[0], headers={"Accept": "text/html,*/*", "User-Agent": "Firefox/140"}) as client:
        yield client


@pytest.fixture
def other(strict: tuple[str, FastAPI]) -> Iterator[httpx.Client]:
    """Another browser."""
    with httpx.Client(base_url=strict[0], headers={"Accept": "text/html,*/*"}) as client:
        yield client
