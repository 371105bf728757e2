"""Fixtures: a backend served for the tests of a module, with the demonstration's accounts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from tests.backend.serving import backend_in

__all__ = ["_served", "application", "folder", "origin"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where everything of the backend is written."""
    return tmp_path_factory.mktemp("backend")


@pytest.fixture(scope="module")
def _served(folder: Path) -> Iterator[tuple[str, FastAPI]]:
    with backend_in(folder) as served:
        yield served


@pytest.fixture
def origin(_served: tuple[str, FastAPI]) -> str:
    """The address of the backend."""
    return _served[0]


@pytest.fixture
def application(_served: tuple[str, FastAPI]) -> FastAPI:
    """The application behind the address, to look into its database."""
    return _served[1]
