"""schemathesis run as its authors mean it to be: its own command, all its checks, against a server that listens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
EXAMPLES = int(os.environ.get("OUTSIDE_EXAMPLES", "2"))
"""Random requests for each operation, beside those made from the description; ``make audit`` asks for many more."""
MOST_SECONDS = 240 + 10 * EXAMPLES


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """How a run went: whether all checks held, what was said, and how often each status was answered."""

    held: bool
    said: str
    answers: Mapping[int, int]

    @property
    def reached(self) -> int:
        """Answers that came from a route's own work, not from a limit in front of it."""
        return sum(count for status, count in self.answers.items() if status != 429)


def fuzz(
    origin: str,
    description: dict[str, Any] | None,
    headers: Mapping[str, str],
    folder: Path,
    *options: str,
    checks: str = "all",
    reference: str = "FD-7KXM2PQ4",
) -> Fuzzed:
    """Send everything that schemathesis makes of the description to a server; ``None`` is what the server itself tells.

    Signing out is left out, since it would end the run's own session: its answer has a test of its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "openapi.json"
    if description is not None:
        told.write_text(json.dumps(description), encoding="utf-8")
    report = folder / "report.ndjson"
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(CONFIGURATION), "run",
        str(told) if description is not None else f"{origin}/openapi.json",
        "--url", origin, "--checks", checks, "--max-examples", str(EXAMPLES), "--no-color", "--no-shrink",
        "--generation-database", "none", "--exclude-path", "/sign-out", "--warnings", "off",
        "--report", "ndjson", "--report-ndjson-path", str(report),
        *(part for name, value in headers.items() for part in ("-H", f"{name}: {value}")), *options,
    ]  # fmt: skip
    environment = {**os.environ, "OUTSIDE_REFERENCE": reference, "PYTHONWARNINGS": "default"}
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=MOST_SECONDS, check=False
    )
    return Fuzzed(run.returncode == 0, run.stdout + run.stderr, _answers(report))


def _answers(report: Path) -> dict[int, int]:
    counted: dict[int, int] = {}
    for line in report.read_text(encoding="utf-8").splitlines() if report.exists() else ():
        for status in _statuses(json.loads(line)):
            counted[status] = counted.get(status, 0) + 1
    return counted


def _statuses(part: Any) -> list[int]:
    """Every ``status_code`` in a report's line, at whatever depth."""
    if isinstance(part, dict):
        own = [part["status_code"]] if isinstance(part.get("status_code"), int) else []
        return own + [status for value in part.values() for status in _statuses(value)]
    return [status for value in part for status in _statuses(value)] if isinstance(part, list) else []
