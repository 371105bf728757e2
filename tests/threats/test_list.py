"""The list of threats names checks that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_each_check_that_the_list_names_is_there() -> None:
    listed = set(re.findall(r"`(test_\w+(?:\.py)?)`", (ROOT / "docs" / "threats.md").read_text("utf-8")))
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if "held_out" not in path.parts]
    there = {path.name for path in files}
    for path in files:
        there |= set(re.findall(r"^(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE))
    assert len(listed) > 50
    assert sorted(listed - there) == []
