"""Scores readings against labelled cases, as the project's contracts define the metrics."""

from __future__ import annotations

import json
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.needs.lexicon import needs_by_indicator
from nlu.reader import Reader
from nlu.reading import STRENGTH, Reading

ROWS = (
    "education", "crime_asb", "worklessness", "children_need_help", "domestic_abuse", "mental_health",
    "substance_misuse", "sexual_exploitation", "funded_two_year_old", "ehcp_autism_adhd", "housing",
)  # fmt: skip
"""The needs that count; those beyond them do not."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled case, what was read in it, and how long that took in milliseconds."""

    case: dict[str, Any]
    reading: Reading
    milliseconds: float

    def prediction(self) -> dict[str, Any]:
        """One line of a predictions file: id, needs, indicators that are asserted, safety."""
        indicators = sorted({m.indicator for m in self.reading.mentions if m.status == "asserted"})
        return {
            "id": self.case["id"],
            "needs": self.reading.needs,
            "indicators": indicators,
            "safety": self.reading.safety.level,
        }


def load_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a JSON Lines file, also of a corpus of clauses. Raises json.JSONDecodeError or OSError."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_as_case(json.loads(line), f"{path.stem}-{number}") for number, line in enumerate(lines, 1)]


def _as_case(line: dict[str, Any], id: str) -> dict[str, Any]:  # noqa: A002
    """A line of a corpus labels single mentions; what counts of a need is its strongest status."""
    if "safety" in line:
        return {"id": id, "text": line["text"], "needs": {}, "danger": line["safety"] == "immediate"}
    if "mentions" not in line:
        return line
    needs: dict[str, str] = {}
    for mention in sorted(line["mentions"], key=lambda mention: STRENGTH[mention["status"]]):
        needs[needs_by_indicator()[mention["indicator"]]] = mention["status"]
    return {"id": id, "text": line["text"], "needs": needs}


def judge(reader: Reader, cases: list[dict[str, Any]]) -> list[Judged]:
    """Each case read and timed."""
    judged = []
    for case in cases:
        began = time.perf_counter()
        reading = reader.read(case["text"])
        judged.append(Judged(case, reading, (time.perf_counter() - began) * 1000))
    return judged


def measure(judged: list[Judged]) -> dict[str, float | int | None]:
    """The metrics; those that no case bears on are None."""
    counts = {need: _counts(judged, need) for need in ROWS}
    total = tuple(sum(c[i] for c in counts.values()) for i in range(3))
    f1_by_need = [f1 for f1 in (_f1(*c) for c in counts.values()) if f1 is not None]
    times = sorted(item.milliseconds for item in judged)
    return {
        "micro_f1": _round(_f1(*total)),
        "macro_f1": _round(statistics.fmean(f1_by_need)) if f1_by_need else None,
        **_statuses(judged),
        **_danger(judged),
        "p50_ms": _round(_quantile(times, 0.5)),
        "p95_ms": _round(_quantile(times, 0.95)),
        "cases": len(judged),
    }


def _counts(judged: list[Judged], need: str) -> tuple[int, int, int]:
    """True positives, false positives and false negatives of one need's assertions."""
    pairs = [(j.case["needs"].get(need) == "asserted", j.reading.needs.get(need) == "asserted") for j in judged]
    return pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False))


def _f1(true_positive: int, false_positive: int, false_negative: int) -> float | None:
    denominator = 2 * true_positive + false_positive + false_negative
    return 2 * true_positive / denominator if denominator else None


def _statuses(judged: list[Judged]) -> dict[str, float | None]:
    """Share of weaker mentions read as asserted, and share of all labelled mentions with exactly their status."""
    labelled = [
        (status, j.reading.needs.get(need)) for j in judged for need, status in j.case["needs"].items() if need in ROWS
    ]
    weaker = [read for status, read in labelled if status != "asserted"]
    return {
        "over_asserted": _share(weaker.count("asserted"), len(weaker)),
        "exact_status": _share(sum(status == read for status, read in labelled), len(labelled)),
    }


def _danger(judged: list[Judged]) -> dict[str, float | None]:
    pairs = [(bool(j.case.get("danger")), j.reading.safety.level == "immediate") for j in judged]
    dangerous = [read for danger, read in pairs if danger]
    harmless = [read for danger, read in pairs if not danger]
    return {
        "danger_recall": _share(sum(dangerous), len(dangerous)),
        "danger_false_positive_rate": _share(sum(harmless), len(harmless)),
    }


def _share(part: int, whole: int) -> float | None:
    return _round(part / whole) if whole else None


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _quantile(ordered: list[float], share: float) -> float | None:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def known_needs() -> set[str]:
    """Every need that an indicator can state."""
    return set(needs_by_indicator().values())
