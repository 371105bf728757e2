"""docs/asvs.md: every requirement once, and nothing named that is not there."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
ROWS = re.findall(r"^\| (V[\d.]+) \| ([12]) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", TABLE, re.MULTILINE)
OF_EACH_CHAPTER = (27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7)
"""How many requirements of level 1 and 2 the standard has in V1 to V17."""


def test_every_requirement_of_level_1_and_2_is_there_once() -> None:
    numbers = [row[0] for row in ROWS]
    assert [number for number, count in Counter(numbers).items() if count > 1] == []
    chapters = Counter(int(number[1:].split(".")[0]) for number in numbers)
    assert tuple(chapters[chapter] for chapter in range(1, 18)) == OF_EACH_CHAPTER


def test_each_is_met_or_says_what_is_missing_or_why_it_does_not_apply() -> None:
    assert {row[3] for row in ROWS} <= {"met", "part", "not yet", "n/a"}
    assert [row[0] for row in ROWS if not row[4].strip() and not row[5].strip()] == []
    assert [row[0] for row in ROWS if row[3] != "met" and not row[4].strip()] == []


def test_the_sums_are_those_of_the_rows() -> None:
    for state in ("met", "part", "not yet", "n/a"):
        sums = tuple(sum(1 for row in ROWS if row[3] == state and row[1] == level) for level in "12")
        assert f"| {state} | {sums[0]} | {sums[1]} |" in TABLE


def test_every_test_and_file_that_is_named_exists() -> None:
    named = {name for row in ROWS for name in re.findall(r"`([^`]+)`", row[4] + row[5])}
    paths = {name for name in named if re.fullmatch(r"[\w./-]+/[\w.-]+\.\w+(::\w+)?", name)}
    assert len(paths) > 100
    assert sorted(name for name in paths if not _is_there(name)) == []


def _is_there(name: str) -> bool:
    path, _, test = name.partition("::")
    return (ROOT / path).is_file() and (not test or test in _tests(path))


@cache
def _tests(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
