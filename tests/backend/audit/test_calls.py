"""Every place in the program that adds to the audit: what was done to what kind of thing is written there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import backend

FOLDER = Path(backend.__file__).parent


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Where ``record`` or ``audit.record`` is called, with file and line."""
    for file in sorted(FOLDER.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if "backend.audit" not in text and "import audit" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and _is_record(node.func) and len(node.args) == 6:
                yield f"{file.relative_to(FOLDER)}:{node.lineno}", node


def _is_record(func: ast.expr) -> bool:
    named = isinstance(func, ast.Name) and func.id == "record"
    return named or (isinstance(func, ast.Attribute) and ast.unparse(func) == "audit.record")


def test_actions_and_kinds_are_written_in_the_program() -> None:
    found = list(calls())
    assert len(found) > 15, "the calls were not found"
    written = [place for place, call in found if not all(_is_written(part) for part in call.args[2:4])]
    assert written == []


def _is_written(part: ast.expr) -> bool:
    if isinstance(part, ast.IfExp):
        return _is_written(part.body) and _is_written(part.orelse)
    return isinstance(part, ast.Constant) and isinstance(part.value, str)
