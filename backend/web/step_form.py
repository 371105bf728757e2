"""The form by which a family goes on to its next stage: what may follow, what was typed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Form

from backend.paths.shapes import NewStep, NextRow, PathView

LONGEST_REASON = 4_000
_LONGEST = 200
_ASKED = {
    "told": "Enter who was told",
    "told_on": "Enter the day on which they were told",
    "consent": "Choose whether the family agreed",
    "where": "Enter where the family went",
}


@dataclass(frozen=True, slots=True)
class TypedStep:
    """What came in the form, as it was typed."""

    to: str = ""
    reason: str = ""
    told: str = ""
    told_on: str = ""
    consent: str = ""
    where: str = ""
    version: int = 0
    """Of the nomination, as the page showed it when it was opened."""

    @property
    def step(self) -> NewStep:
        """The step; only for a form in which :func:`problems` finds nothing."""
        written = {key: getattr(self, key).strip() or None for key in _ASKED}
        return NewStep.model_validate(
            {"to": self.to, "reason": self.reason.strip() or None, "written_down": written, "version": self.version}
        )


def step_form(  # noqa: PLR0917 - a form, each part has a name
    version: Annotated[int, Form()],
    to: Annotated[str, Form()] = "",
    step_reason: Annotated[str, Form()] = "",
    told: Annotated[str, Form()] = "",
    told_on: Annotated[str, Form()] = "",
    step_consent: Annotated[str, Form()] = "",
    where: Annotated[str, Form()] = "",
) -> TypedStep:
    """The form as it came; names that are longer than anybody's are cut."""
    return TypedStep(to, step_reason, told[:_LONGEST], told_on, step_consent, where[:_LONGEST], version)


def problems(typed: TypedStep, path: PathView, today: date) -> dict[str, str]:
    """What must be put right, by field; empty when the step can be made."""
    wrong: dict[str, str] = {}
    target = next((each for each in path.next if each.code == typed.to), None)
    if target is None:
        return {"to": "Choose what follows"}
    taken_up = path.stage is not None and path.stage.ends is not None
    if not typed.reason.strip() and (target.reason or taken_up):
        wrong["step-reason"] = "Enter your reason"
    elif len(typed.reason.strip()) > LONGEST_REASON:
        wrong["step-reason"] = f"Your reason must be {LONGEST_REASON:,} characters or fewer"
    for asked in target.asks:
        if not str(getattr(typed, asked)).strip():
            wrong[_field(asked)] = _ASKED[asked]
    if typed.told_on.strip() and "told_on" in target.asks and not _is_past_day(typed.told_on, today):
        wrong["told_on"] = "The day must be a real one, and not lie ahead"
    return wrong


def _field(asked: str) -> str:
    return "step-consent" if asked == "consent" else asked


def choices(path: PathView, typed: TypedStep) -> list[dict[str, Any]]:
    """The stages that may follow as radio buttons, each with what it means."""
    return [
        {
            "value": each.code,
            "text": each.name,
            "hint": {"text": each.sentence + (" Nobody is told by itself." if each.quiet else "")},
            "checked": each.code == typed.to,
        }
        for each in path.next
    ]


def asked_by(path: PathView) -> dict[str, str]:
    """Which further things some of these stages ask for, with the names of those stages."""
    return {asked: _names(each for each in path.next if asked in each.asks) for asked in _ASKED if _asks(path, asked)}


def _asks(path: PathView, asked: str) -> bool:
    return any(asked in each.asks for each in path.next)


def _names(stages: Iterable[NextRow]) -> str:
    return " or ".join(f"“{each.name}”" for each in stages)


def _is_past_day(text: str, today: date) -> bool:
    try:
        return date.fromisoformat(text.strip()) <= today
    except ValueError:
        return False
