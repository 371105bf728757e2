"""The locked requirements: every package with a hash, no address of any registry."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

LOCKS = sorted((Path(__file__).parents[1] / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_by_hash_and_no_address_is_recorded(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert not re.search(r"^--(index|extra-index|find-links|trusted)", text, re.MULTILINE)
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    without = [block.split("\n")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block]
    assert without == []


def test_there_is_a_lock_for_each_environment() -> None:
    assert [lock.name for lock in LOCKS] == ["app.txt", "audit.txt", "bootstrap.txt", "rasa.txt"]


def test_what_node_needs_is_locked_by_hash_and_records_no_address() -> None:
    lock = json.loads((LOCKS[0].parent / "csp" / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert "://" not in json.dumps(lock)
