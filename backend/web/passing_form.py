"""The form by which a nomination is passed on to another programme: what was typed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Form

from backend.nominations.passing_shapes import Agreed, PassOn
from backend.web.choices import options

_LONGEST = 200
_WAYS: dict[str, str] = {
    "in person": "Face to face",
    "phone": "By phone",
    "video": "By video call",
    "e-mail": "By e-mail",
    "text message": "By text message",
    "in writing": "In writing",
}
"""The ways in which a family can have been asked, and what the form calls them."""


@dataclass(frozen=True, slots=True)
class TypedPassing:
    """What came in the form, as it was typed."""

    programme: str = ""
    by: str = ""
    asked_by: str = ""
    date: str = ""
    method: str = ""
    agreed: str = ""
    version: int = 0
    """Of the nomination, as the page showed it when it was opened."""

    @property
    def wanted(self) -> PassOn:
        """What is wanted; only for a form in which :func:`problems` finds nothing."""
        consent = Agreed.model_validate(
            {
                "by": self.by,
                "date": self.date.strip(),
                "method": self.method,
                "asked_by": self.asked_by.strip() or None,
            }
        )
        return PassOn(programme=self.programme, consent=consent, version=self.version)


def passing_form(  # noqa: PLR0917 - a form, each part has a name
    version: Annotated[int, Form()],
    programme: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
    asked_by: Annotated[str, Form()] = "",
    date: Annotated[str, Form()] = "",
    method: Annotated[str, Form()] = "",
    agreed: Annotated[str, Form()] = "",
) -> TypedPassing:
    """The form as it came; names and ways that are longer than anybody's are cut."""
    by, asked_by = by.strip()[:_LONGEST], asked_by.strip()[:_LONGEST]
    return TypedPassing(programme, by, asked_by, date, method, agreed, version)


def ways(typed: TypedPassing | None) -> list[dict[str, Any]]:
    """The ways to choose from, the one that was chosen marked."""
    return options([("", "Choose one"), *_WAYS.items()], typed.method if typed else None)


def problems(typed: TypedPassing, nomination: Mapping[str, Any], today: date) -> dict[str, str]:
    """What must be put right, by field; empty when it can be passed on."""
    wrong: dict[str, str] = {}
    if typed.programme not in {door["programme"] for door in nomination["may_pass_on_to"]}:
        wrong["programme"] = "Choose where to pass it on to"
    if not typed.by.strip():
        wrong["by"] = "Enter who in the family agreed"
    day = _day(typed.date)
    if day is None:
        wrong["date"] = "Enter the day on which they agreed"
    elif day > today:
        wrong["date"] = "The day on which they agreed must be today or in the past"
    if typed.method not in _WAYS:
        wrong["method"] = "Choose how they were asked"
    if typed.agreed != "yes":
        wrong["agreed"] = "Nothing is passed on unless the family has agreed"
    return wrong


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
