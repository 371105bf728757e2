"""The numbers that are always in sight: 999 stands in the layout, a programme's own come from its policy file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from backend.programmes import load_programmes

# What a person rings, in this order; the duty officer's own number is for those who work there.
_SHOWN = ("safeguarding_hub", "out_of_hours")


class Contact(TypedDict):
    """A number and when it is answered."""

    name: str
    number: str
    when: str


class AreaNumbers(TypedDict):
    """The numbers of one area."""

    name: str
    contacts: list[Contact]


def contacts_of(programme: str | None) -> list[Contact]:
    """The programme's numbers; none for a programme that is not known (999 is on every page all the same)."""
    known = load_programmes().get(programme or "")
    if known is None:
        return []
    numbers = known.data.get("emergency") or {}
    return [
        Contact(name=numbers[key]["name"], number=numbers[key]["number"], when=numbers[key].get("hours") or "")
        for key in _SHOWN
        if key in numbers
    ]


def contacts_for(programmes: Iterable[str]) -> list[Contact]:
    """The numbers for somebody in these programmes: only where there is one, as two areas' numbers would mislead."""
    codes = list(programmes)
    return contacts_of(codes[0]) if len(codes) == 1 else []


def areas() -> list[AreaNumbers]:
    """Every area's numbers, by name."""
    found = [
        AreaNumbers(name=programme.area.name, contacts=contacts_of(code))
        for code, programme in load_programmes().items()
    ]
    return sorted(found, key=lambda area: area["name"])
