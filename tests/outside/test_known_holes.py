"""No locked version has a hole that is on our list, unless it is said why that does not bite here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.version import Version

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
LIST: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("known_holes.yml").read_text(encoding="utf-8")
)
LOCKS = sorted(path.stem for path in REQUIREMENTS.glob("*.txt"))


def locked(lock: str) -> list[tuple[str, Version]]:
    """The packages of a lock; one may be there in two versions, for different Pythons."""
    lines = re.findall(
        r"^([a-z0-9][\w.-]*)==([^\s;\\]+)", (REQUIREMENTS / f"{lock}.txt").read_text("utf-8"), re.MULTILINE
    )
    return [(name, Version(version)) for name, version in lines]


def holes_of(lock: str) -> set[str]:
    """The packages of a lock that have a hole of the list."""
    return {
        name
        for name, version in locked(lock)
        for hole in LIST["holes"]
        if hole["package"] == name and (hole["fixed"] is None or version < Version(str(hole["fixed"])))
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_no_locked_version_has_a_known_hole_that_nobody_explained(lock: str) -> None:
    borne = {entry["package"] for entry in LIST["borne"] if entry["lock"] == lock}
    assert holes_of(lock) == borne


def test_what_serves_people_has_none() -> None:
    assert holes_of("app") == set()


def test_a_version_below_the_mended_one_is_found() -> None:
    mended = {hole["package"]: hole["fixed"] for hole in LIST["holes"]}
    assert Version(str(mended["aiohttp"])) > Version("3.9.5")
    assert "keras" in holes_of("rasa")


def test_each_entry_says_what_and_why() -> None:
    assert all(hole["id"] and hole["about"] for hole in LIST["holes"])
    assert all(len(entry["why"]) > 40 for entry in LIST["borne"])
    assert LOCKS == ["app", "audit", "bootstrap", "rasa"]
