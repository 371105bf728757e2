"""A door for each test, with programme files of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.door.stubs import Product, product

HUB = "01632 960001"
OTHER_HUB = "01632 960002"


@pytest.fixture
def programmes(tmp_path: Path) -> Path:
    """Two areas with a hub each."""
    folder = tmp_path / "programmes"
    folder.mkdir()
    for code, number in (("here", HUB), ("there", OTHER_HUB)):
        (folder / f"{code}@1.yml").write_text(
            f"code: {code}\nemergency:\n"
            f"  immediate: {{name: Emergency services, number: '999'}}\n"
            f"  safeguarding_hub: {{name: 'Hub of {code}', number: '{number}', hours: '9am to 5pm'}}\n"
        )
    return folder


@pytest.fixture
def door(tmp_path: Path, programmes: Path) -> Iterator[Product]:
    with product(tmp_path / "data", programmes) as running:
        yield running
