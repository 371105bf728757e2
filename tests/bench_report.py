"""What ``tests.bench_turns`` measured, as a table in Markdown and as a plot."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench_contestants import ALONE, OURS, PATCHED, STARTER, STOCK
from tests.system import ROOT

if TYPE_CHECKING:
    from tests.bench_turns import Measured
    from tests.bench_where import Where

Figures = dict[str, "Measured"]


def table(measured: Figures, where: Where) -> str:
    """Everything as Markdown: the conditions, the figures, the goals, and where a turn's time goes."""
    blocks = (_conditions(measured), _figures(measured), _goals(measured), _where(where))
    return "\n\n".join("\n".join(block) for block in blocks)


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of them does not exceed (0 to 1)."""
    ordered = sorted(times)
    return ordered[round(share * (len(ordered) - 1))]


def growth(measured: Measured) -> float:
    """What the last turn of a long conversation takes as a multiple of the second, whose words are the same."""
    last, second = zip(*((turns[-1], turns[1]) for turns in measured.long), strict=True)
    return float(statistics.median(last) / statistics.median(second))


def _conditions(measured: Figures) -> Iterator[str]:
    ours = measured[OURS]
    one, many = sum(map(len, ours.alone)), sum(map(len, ours.together))
    today = f"{date.today():%d %B %Y}"  # noqa: DTZ011
    yield f"{today}. {_machine()}; load when it ended {os.getloadavg()[0]:.1f}."
    yield (
        f"Rasa {_rasa('rasa')} and rasa-sdk {_rasa('rasa_sdk')} on Python 3.10; on this side Python "
        f"{platform.python_version()}, rasa-sdk {version('rasa-sdk')}, Sanic {version('sanic')}, "
        f"FastAPI {version('fastapi')}."
    )
    yield (
        f"{len(ours.alone)} rounds that take turns. Each contestant: {one} turns one at once, {many} turns sixteen at "
        f"once, {len(ours.long)} conversations of {len(ours.long[0])} turns, {len(ours.starts)} started."
    )


def _machine() -> str:
    cpu = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = next((line.partition(":")[2].strip() for line in cpu.splitlines() if line.startswith("model name")), "")
    memory = int(Path("/proc/meminfo").read_text(encoding="utf-8").split()[1]) / 2**20
    return f"{os.cpu_count()} virtual cores ({' '.join(model.split())}), {memory:.0f} GiB of memory"


def _rasa(package: str) -> str:
    site = ROOT / ".venv-rasa" / "lib" / "python3.10" / "site-packages"
    return next((path.name.split("-")[1] for path in site.glob(f"{package}-*.dist-info")), "?").removesuffix(".dist")


@dataclass(frozen=True)
class _Row:
    name: str
    value: Callable[[Measured], str]


def _figures(measured: Figures) -> Iterator[str]:
    yield f"| | {' | '.join(measured)} |"
    yield "|---" * (len(measured) + 1) + "|"
    for row in _ROWS:
        yield f"| {row.name} | {' | '.join(row.value(each) for each in measured.values())} |"


def _at(turns: str, share: float) -> Callable[[Measured], str]:
    def value(each: Measured) -> str:
        rounds: list[list[float]] = getattr(each, turns)
        by_round = [percentile(times, share) for times in rounds]
        return f"{percentile(list(chain(*rounds)), share):.0f} ({min(by_round):.0f} to {max(by_round):.0f})"

    return value


def _spread(values: Sequence[float], digits: int = 0) -> str:
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


_ROWS = (
    _Row("one at once, ms a turn: p50 (rounds)", _at("alone", 0.5)),
    _Row("p95", _at("alone", 0.95)),
    _Row("p99", _at("alone", 0.99)),
    _Row("16 at once, ms a turn: p50 (rounds)", _at("together", 0.5)),
    _Row("p95", _at("together", 0.95)),
    _Row("p99", _at("together", 0.99)),
    _Row("turns a second, 16 at once", lambda each: _spread(each.a_second, 1)),
    _Row("processor time, ms a turn, all processes", lambda each: _spread(each.processor, 0)),
    _Row("turn 60 as a multiple of turn 2", lambda each: f"{growth(each):.2f}"),
    _Row("memory of all processes, MB", lambda each: f"{each.memory:.0f}"),
    _Row("seconds from start to first reply", lambda each: _spread(each.starts, 1)),
)


@dataclass(frozen=True)
class Goal:
    """A ratio that is aimed at."""

    name: str
    ratio: float
    rounds: tuple[float, float]
    """The least and the greatest of the rounds."""
    least: float | None = None
    most: float | None = None

    @property
    def is_reached(self) -> bool:
        return (self.least is None or self.ratio >= self.least) and (self.most is None or self.ratio <= self.most)


def goals(measured: Figures) -> list[Goal]:
    """Front Door's ratios to the others, beside what is aimed at."""
    ours = measured[OURS]
    found = [
        _time(measured, other, share, most)
        for other, most in ((STARTER, 1.2), (STOCK, 0.5), (PATCHED, 1.0))
        for share in (0.5, 0.95)
    ]
    for other, least in ((STOCK, 3.0), (PATCHED, 1.2)):
        by_round = [a / b for a, b in zip(ours.a_second, measured[other].a_second, strict=True)]
        ratio = statistics.median(ours.a_second) / statistics.median(measured[other].a_second)
        found.append(Goal(f"turns a second, of {other}'s", ratio, (min(by_round), max(by_round)), least=least))
    grown = [turns[-1] / turns[1] for turns in ours.long]
    return [*found, Goal("turn 60, of turn 2", growth(ours), (min(grown), max(grown)), most=1.5)]


def _time(measured: Figures, other: str, share: float, most: float) -> Goal:
    mine, theirs = measured[OURS].alone, measured[other].alone
    by_round = [percentile(a, share) / percentile(b, share) for a, b in zip(mine, theirs, strict=True)]
    ratio = percentile(list(chain(*mine)), share) / percentile(list(chain(*theirs)), share)
    return Goal(f"turn time p{share * 100:.0f}, of {other}'s", ratio, (min(by_round), max(by_round)), most=most)


def _goals(measured: Figures) -> Iterator[str]:
    yield "| Front Door's | is | rounds | aim | |"
    yield "|---|---|---|---|---|"
    for goal in goals(measured):
        aim = f"≥ {goal.least}" if goal.least is not None else f"≤ {goal.most}"
        said = "reached" if goal.is_reached else "not reached"
        yield f"| {goal.name} | {goal.ratio:.2f} | {goal.rounds[0]:.2f} to {goal.rounds[1]:.2f} | {aim} | {said} |"


def _where(where: Where) -> Iterator[str]:
    yield f"| where one of Front Door's turns goes ({where.turns} turns, one at once, with clocks) | ms | share |"
    yield "|---|---|---|"
    for part in where.parts:
        yield f"| {part.name} | {part.milliseconds:.1f} | {part.milliseconds / where.turn:.0%} |"
    yield f"| all | {where.turn:.1f} | 100% |"


COLOURS = {STARTER: "#505a5f", STOCK: "#d4351c", PATCHED: "#f47738", ALONE: "#85994b", OURS: "#1d70b8"}
_PANEL = 300


def plot(measured: Figures) -> str:
    """Bars for the times and the turns a second, and a line a contestant for the turns of long conversations."""
    panels = [
        _bars("one at once, ms a turn (bar: p50, line: to p95)", _times(measured, "alone")),
        _bars("16 at once, ms a turn (bar: p50, line: to p95)", _times(measured, "together")),
        _bars("16 at once, turns a second (line: rounds)", _rates(measured)),
        _lines("ms, from turn 1 to turn 60 (median of each six)", measured),
    ]
    drawn = "".join(
        f'<g transform="translate({20 + (number % 2) * 560} {20 + number // 2 * _PANEL})">{panel}</g>'
        for number, panel in enumerate(panels)
    )
    height = 40 + 2 * _PANEL
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1120 {height}" font-family="Arial" font-size="14">'
        f"<title>Turns of Front Door beside assistants on Rasa</title>"
        f'<rect width="1120" height="{height}" fill="#fff"/>{drawn}</svg>\n'
    )


@dataclass(frozen=True)
class _Bar:
    name: str
    value: float
    line: tuple[float, float]


def _times(measured: Figures, turns: str) -> list[_Bar]:
    every = {name: list(chain(*getattr(each, turns))) for name, each in measured.items()}
    middle = {name: percentile(times, 0.5) for name, times in every.items()}
    return [_Bar(name, middle[name], (middle[name], percentile(times, 0.95))) for name, times in every.items()]


def _rates(measured: Figures) -> list[_Bar]:
    return [
        _Bar(name, statistics.median(each.a_second), (min(each.a_second), max(each.a_second)))
        for name, each in measured.items()
    ]


def _bars(title: str, bars: Sequence[_Bar]) -> str:
    scale = 250 / max(max(bar.value, *bar.line) for bar in bars)
    rows = [f'<text x="0" y="16" font-weight="bold">{escape(title)}</text>']
    for number, bar in enumerate(bars):
        y = 34 + number * 40
        start, end = (180 + at * scale for at in bar.line)
        rows.append(
            f'<text x="0" y="{y + 17}">{escape(bar.name)}</text>'
            f'<rect x="180" y="{y}" width="{bar.value * scale:.1f}" height="24" fill="{COLOURS[bar.name]}"/>'
            f'<path d="M{start:.1f} {y + 12}H{end:.1f}" stroke="#0b0c0c" stroke-width="2"/>'
            f'<text x="{max(end, 180 + bar.value * scale) + 8:.1f}" y="{y + 17}">{bar.value:.0f}</text>'
        )
    return "".join(rows)


def _lines(title: str, measured: Figures) -> str:
    series = {name: _by_six(each) for name, each in measured.items()}
    most = max(chain(*series.values()))
    rows = [
        f'<text x="0" y="16" font-weight="bold">{escape(title)}</text>',
        f'<path d="M30 34V234H330" fill="none" stroke="#b1b4b6"/><text x="0" y="40">{most:.0f}</text>'
        '<text x="14" y="238">0</text>',
    ]
    for number, (name, values) in enumerate(series.items()):
        points = " ".join(
            f"{30 + at * 300 / (len(values) - 1):.1f},{234 - value * 200 / most:.1f}" for at, value in enumerate(values)
        )
        rows.append(
            f'<polyline points="{points}" fill="none" stroke="{COLOURS[name]}" stroke-width="3"/>'
            f'<text x="350" y="{60 + number * 24}" fill="{COLOURS[name]}">{escape(name)}</text>'
        )
    return "".join(rows)


def _by_six(each: Measured) -> list[float]:
    turns = len(each.long[0])
    return [statistics.median(chain(*(talk[start : start + 6] for talk in each.long))) for start in range(0, turns, 6)]
