"""How long answers took and what memory the processes took, for the crowd's report."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.system import MODULES, FrontDoor


@dataclass
class Figures:
    """``times``: seconds from each message to the first words of its answer, in the order of the answers."""

    times: list[float] = field(default_factory=list)
    memory: dict[str, int] = field(default_factory=dict)
    """By process, the most resident memory that it had, in MB; shared pages count in each."""
    load: tuple[float, ...] = ()
    """The machine's load when it ended: of the last 1, 5 and 15 minutes, everything else on it included."""

    def __str__(self) -> str:
        shown = ", ".join(f"p{part} {percentile(self.times, part):.2f} s" for part in (50, 95, 99))
        most = f"{max(self.times, default=math.nan):.2f} s"
        each = ", ".join(f"{name} {mb}" for name, mb in self.memory.items())
        load = " ".join(f"{value:.1f}" for value in self.load)
        return f"answers: {shown}, slowest {most}\nmemory: {sum(self.memory.values())} MB ({each})\nload: {load}"


def percentile(values: Sequence[float], part: int) -> float:
    """The value that so many of a hundred do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(len(ranked) * part / 100) - 1)] if ranked else math.nan


def load() -> tuple[float, ...]:
    """The load of the last 1, 5 and 15 minutes."""
    return os.getloadavg()


def memory(door: FrontDoor) -> dict[str, int]:
    """What each process took at most since it began, in MB."""
    assert door.supervisor is not None
    pids = {"supervisor": door.supervisor.pid} | {name: door.pid(name) for name in MODULES}
    return {name: _most(pid) for name, pid in pids.items()}


def _most(pid: int) -> int:
    found = re.search(r"^VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    return int(found.group(1)) // 1024 if found else 0
