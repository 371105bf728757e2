"""``make bench``: what the parts cost, side by side in one run; a table, and a plot in ``var/bench.svg``.

Figures compare only within a run. Each is the median of its repeats; the spread is from the 5th to the 95th percentile.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import log10
from pathlib import Path

from backend.assessment import Nomination, assess
from backend.programmes import load_programme
from nlu.reader import Reader
from tests import bench_rules
from tests.backend.assessment.families import TODAY, case_one, case_two
from tests.system import ROOT, front_door

PARTS = (
    "tests.bench_rules",
    "tests.bench_families",
    "tests.bench_reading",
    "tests.bench_turns",
    "tests.bench_queue",
)
STORY = (
    "He was excluded for five days last month and attendance is down to 71%. Nobody in the household works and they "
    "are behind with the rent. Mum is on medication for depression. There is no domestic abuse that we know of."
)
TALK = (
    "Hello",
    "No",
    "Yes, mum agreed. I asked her on 3 November face to face at school.",
    STORY,
    "Mum Ann Roe, 38; Kit, 14",
)


@dataclass(frozen=True)
class Figure:
    """One measurement: milliseconds at the median, the 5th and the 95th percentile, and how often it was taken."""

    name: str
    median: float
    low: float
    high: float
    repeats: int


def measure(name: str, step: Callable[[], object], repeats: int) -> Figure:
    """Time a step after a few unmeasured rounds."""
    for _ in range(min(5, repeats)):
        step()
    return figure(name, [timed(step) for _ in range(repeats)])


def timed(step: Callable[[], object]) -> float:
    """Milliseconds that a step takes once."""
    began = time.perf_counter()
    step()
    return (time.perf_counter() - began) * 1000


def figure(name: str, times: list[float]) -> Figure:
    """The figure of some times in milliseconds."""
    ordered = sorted(times)
    low, high = ordered[len(ordered) // 20], ordered[-1 - len(ordered) // 20]
    return Figure(name, statistics.median(ordered), low, high, len(ordered))


def rules() -> list[Figure]:
    """Judging nominations from their JSON, beside reading that JSON alone."""
    texts = [json.dumps(case) for case in (case_one(), case_two())]
    programmes = [load_programme("sevenoaks"), load_programme("kingston-richmond")]

    def parse() -> None:
        for text in texts * 2:
            json.loads(text)

    def judge() -> None:
        for text in texts:
            for programme in programmes:
                assess(Nomination.from_json(json.loads(text)), programme, today=TODAY).to_json()

    return [
        measure("4 nominations: JSON read", parse, 200),
        measure("4 nominations: judged, explained, routed", judge, 200),
    ]


def reading() -> list[Figure]:
    """Reading a short answer and a story."""
    reader = Reader()
    return [
        measure("a short answer read", lambda: reader.read("No, nobody is in danger"), 200),
        measure("a story read", lambda: reader.read(STORY), 200),
    ]


def conversation() -> list[Figure]:
    """Turns of whole conversations over HTTP, every process running, and a page that only the backend serves."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with front_door(Path(folder)) as product:
            ready = (time.perf_counter() - began) * 1000
            account = product.account("nominator@demo.example")
            turns: list[float] = []
            for _ in range(6):
                talk = account.talk("sevenoaks")
                turns += [timed(partial(talk.say, text)) for text in TALK]
            page = measure("a list through door and backend", lambda: account.get("/api/own-nominations"), 60)
    return [page, figure("a turn of a conversation", turns), Figure("start until ready", ready, ready, ready, 1)]


def table(figures: list[Figure]) -> str:
    """The figures as text, each also as a multiple of the first."""
    unit = figures[0].median
    rows = [f"{'what':<44}{'median ms':>11}{'5 %':>10}{'95 %':>10}{'n':>6}{'ratio':>10}"]
    rows += [
        f"{f.name:<44}{f.median:>11.3f}{f.low:>10.3f}{f.high:>10.3f}{f.repeats:>6}{f.median / unit:>10.1f}"
        for f in figures
    ]
    return "\n".join(rows)


def plot(figures: list[Figure]) -> str:
    """The medians as an SVG bar chart, logarithmic: a factor of ten is 110 pixels."""
    rows = []
    for index, shown in enumerate(figures):
        width, y = max(2.0, (log10(max(shown.median, 0.001)) + 3) * 110), 24 + index * 30
        rows.append(
            f'<text x="10" y="{y + 15}">{shown.name}</text>'
            f'<rect x="330" y="{y}" width="{width:.0f}" height="20" fill="#1d70b8"/>'
            f'<text x="{338 + width:.0f}" y="{y + 15}">{shown.median:.3g} ms</text>'
        )
    height = 40 + len(figures) * 30
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 {height}" font-family="Arial" font-size="14">'
        f'<rect width="1200" height="{height}" fill="#fff"/>{"".join(rows)}</svg>\n'
    )


def main() -> None:
    """Measure everything in one run, print the table and write the plot."""
    if "rules" in sys.argv[1:]:
        bench_rules.main()
        return
    # Each in a process of its own: two of them keep to one core.
    for part in PARTS:
        subprocess.run([sys.executable, "-m", part], cwd=ROOT, check=True)
        print()
    figures = [*rules(), *reading(), *conversation()]
    print(table(figures))
    target = Path(os.environ.get("FRONTDOOR_DATA", ROOT / "var")) / "bench.svg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(plot(figures))
    print(f"\nplot: {target}")


if __name__ == "__main__":
    main()
