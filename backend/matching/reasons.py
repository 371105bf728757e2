"""Why two households may be one: what agrees, how well, and of whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared."""

    thing: str
    """``first_name``, ``surname``, ``born``, ``home``, ``reached``, ``children`` or ``adults``."""
    level: str
    """How well it agrees (``weights.yml``)."""
    weight: float
    """In bits; below nothing where it speaks against."""

    @property
    def code(self) -> str:
        """What the audit, the database and programs are told: nothing of what was compared."""
        return f"{self.thing}-{self.level}".replace("_", "-")
