"""What a run found and did, kind by kind: numbers only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class KindReport:
    """One kind of data in one programme (None: of none, or of the service)."""

    kind: str
    programme: str | None
    due: int = 0
    erased: int = 0
    held: Counter[str] = field(default_factory=Counter)
    """How many were held, by why."""

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "programme": self.programme,
            "due": self.due,
            "erased": self.erased,
            "held": dict(self.held),
        }


@dataclass(slots=True)
class Report:
    """A whole run. ``readable``: due, held by nothing, and still readable afterwards; None when nobody looked."""

    rows: dict[tuple[str, str | None], KindReport] = field(default_factory=dict)
    readable: int | None = None

    def of(self, kind: str, programme: str | None) -> KindReport:
        """The row of a kind, made when it is new."""
        return self.rows.setdefault((kind, programme), KindReport(kind, programme))

    def note(self, kind: str, programme: str | None, outcome: str) -> None:
        """Count one thing that was due: ``erased``, ``due`` (looked at only), or why it is held."""
        row = self.of(kind, programme)
        row.due += 1
        if outcome == "erased":
            row.erased += 1
        elif outcome != "due":
            row.held[outcome] += 1

    def to_json(self) -> list[dict[str, Any]]:
        """The rows by kind and programme."""
        order = sorted(self.rows.values(), key=lambda row: (row.kind, row.programme or ""))
        return [row.to_json() for row in order]

    def totals(self) -> Mapping[str, int]:
        """``due``, ``erased`` and ``held`` over all kinds."""
        rows = self.rows.values()
        return {
            "due": sum(row.due for row in rows),
            "erased": sum(row.erased for row in rows),
            "held": sum(row.held.total() for row in rows),
        }
