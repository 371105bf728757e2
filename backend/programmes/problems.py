"""What is said when a programme cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a programme file: where (``criteria[0].scope``) and what was expected there."""

    key: str
    expected: str


class ProgrammeInvalid(ValueError):  # noqa: N818 (it says what is so)
    """A programme file that is refused. ``str()`` has one plain line for each problem: file, key, expectation."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{file}: {p.key}: {p.expected}" for p in self.problems))


class UnknownProgramme(LookupError):  # noqa: N818 (it says what is so)
    """No programme has this code, or this version of it. ``str()`` names those there are."""
