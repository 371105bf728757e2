"""The door's own copy of the emergency numbers, so that danger is answered when everything else is down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
import yaml

log = structlog.get_logger("door.emergency")


@dataclass(frozen=True, slots=True)
class Line:
    """A number to ring: whose it is, when they answer."""

    name: str
    number: str
    hours: str | None = None


class EmergencyNumbers:
    """The numbers of every programme. With none at all there is still 999."""

    def __init__(self, programmes: dict[str, tuple[Line, ...]]) -> None:
        self._programmes = programmes

    @classmethod
    def load(cls, folder: Path, kinds: list[str]) -> EmergencyNumbers:
        """Read these kinds of ``emergency`` contact from each policy file, in this order.

        A file that cannot be read is logged by its name and left out: the door starts whatever the files are like. Of
        several versions of a programme the last by name counts.
        """
        programmes: dict[str, tuple[Line, ...]] = {}
        for path in sorted(folder.glob("*.yml")):
            try:
                data = yaml.safe_load(path.read_text(encoding="utf-8"))
                programmes[str(data["code"])] = _lines(data["emergency"], kinds)
            except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
                log.warning("emergency numbers not read", file=path.name, error=type(error).__name__)
        return cls(programmes)

    def __contains__(self, programme: str) -> bool:
        return programme in self._programmes

    def of(self, programme: str | None) -> list[Line]:
        """The programme's numbers, or every programme's where it is not known which one it is; each once."""
        known = self._programmes.get(programme or "")
        lines = known if known is not None else [line for of in self._programmes.values() for line in of]
        return list(dict.fromkeys(lines))


def _lines(emergency: dict[str, Any], kinds: list[str]) -> tuple[Line, ...]:
    contacts = (emergency[kind] for kind in kinds if kind in emergency)
    return tuple(Line(str(c["name"]), str(c["number"]), c.get("hours")) for c in contacts)
