"""A programme file against ``schema.json``, and what is said about what does not fit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from backend.programmes.problems import Problem

SCHEMA = Path(__file__).parent / "schema.json"

_TYPES = {
    "object": "keys with values",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker(["date"]))


def wrong_shape(data: Any) -> list[Problem]:
    """What in a file's data does not fit the schema, in the order of the file."""
    errors = sorted(_validator().iter_errors(_as_json(data)), key=lambda error: [str(step) for step in error.path])
    return [Problem(key_path(error.absolute_path), _expected(error)) for error in errors]


def key_path(steps: Iterable[str | int]) -> str:
    """``criteria[0].scope`` for the steps ``criteria, 0, scope``; the whole file where there are none."""
    path = ""
    for step in steps:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    return path.removeprefix(".") or "file"


def _as_json(value: Any) -> Any:
    """YAML reads dates as dates; the schema knows them as text."""
    if isinstance(value, Mapping):
        return {str(key): _as_json(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_as_json(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def _expected(error: Any) -> str:
    said = _SAID.get(str(error.validator))
    return said(error) if said else error.message


def _found(value: Any) -> str:
    if isinstance(value, Mapping):
        return "keys with values"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if value is None:
        return "nothing"
    return json.dumps(value, ensure_ascii=False)


def _type(error: Any) -> str:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    return f"expected {' or '.join(_TYPES[str(kind)] for kind in wanted)}, found {_found(error.instance)}"


def _enum(error: Any) -> str:
    choices = ", ".join(str(choice).lower() if choice is True else str(choice) for choice in error.validator_value)
    one_of = "one of " if len(error.validator_value) > 1 else ""
    return f"expected {one_of}{choices}, found {_found(error.instance)}"


def _required(error: Any) -> str:
    missing = [key for key in error.validator_value if key not in error.instance]
    # One error a missing key: the message names its own.
    return f"expected the key {next(key for key in missing if repr(key) in error.message)}, which is missing"


def _unknown_key(error: Any) -> str:
    known = error.schema["properties"]
    unknown = ", ".join(key for key in error.instance if key not in known)
    return f"expected only the keys {', '.join(known)}; found {unknown}"


def _pattern(error: Any) -> str:
    return f"expected {error.schema.get('description', 'another form')}, found {_found(error.instance)}"


def _bound(word: str) -> Callable[[Any], str]:
    return lambda error: f"expected {word} {error.validator_value}, found {_found(error.instance)}"


_SAID: Mapping[str, Callable[[Any], str]] = {
    "type": _type,
    "enum": _enum,
    "required": _required,
    "additionalProperties": _unknown_key,
    "pattern": _pattern,
    "format": _pattern,
    "minimum": _bound("at least"),
    "maximum": _bound("at most"),
    "minLength": lambda _: "expected some text, found none",
    "minItems": lambda _: "expected at least one entry, found an empty list",
    "minProperties": lambda _: "expected one operator, found none",
    "maxProperties": lambda error: f"expected one operator, found {', '.join(error.instance)}",
}
