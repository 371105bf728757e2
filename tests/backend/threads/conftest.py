"""A backend for these tests, with the demonstration's accounts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backend.serving import backend_in


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("backend")


@pytest.fixture(scope="module")
def origin(folder: Path) -> Iterator[str]:
    with backend_in(folder) as (address, _):
        yield address
