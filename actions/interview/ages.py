"""Whose fact it is once the household's ages are known: a child's, though it was read as a grown-up's before.

"Ada has been arrested" says nothing of Ada's age. What the message alone could not know is put right when the household
is told, whichever comes first.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from actions.interview import household
from actions.interview.draft import Draft, Entry
from actions.interview.indicators import repeats


def fit(draft: Draft) -> None:
    """Give each fact that is told of a child by name the child's indicator; what it then only repeats goes."""
    children = {name for person in draft.people if household.is_child(person) and (name := _first(person["name"]))}
    grown_up = {name for person in draft.people if not household.is_child(person) and (name := _first(person["name"]))}
    fitted: list[Entry] = []
    for entry in draft.indicators:
        told = draft.told_as.get(_place(entry), str(entry["code"]))
        code = child_s(told) if _first(entry["person"]) in children - grown_up else told
        new = entry if code == entry["code"] else entry | {"code": code}
        if code != told:
            draft.told_as[_place(new)] = told
        if new is entry or not any(repeats(old, new) for old in (*draft.indicators, *fitted)):
            fitted.append(new)
    draft.indicators = fitted


def _place(entry: Entry) -> tuple[str, ...]:
    """Where a fact was told, and of whom."""
    return tuple(str(entry[key]) for key in ("message", "start", "words", "person"))


def child_s(code: str) -> str:
    """The indicator that says of a child what this one says of a grown-up; the same where it says it of anybody."""
    return _counterparts().get(code, code)


def _first(name: str | None) -> str | None:
    return name.split()[0].casefold() if name and name.split() else None


@cache
def _counterparts() -> dict[str, str]:
    table: dict[str, str] = yaml.safe_load(Path(__file__).with_name("counterparts.yml").read_text(encoding="utf-8"))
    return table
