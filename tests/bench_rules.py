"""How many nominations a second the rules judge on one core, beside zen-engine on the same eligibility rules."""

from __future__ import annotations

import json
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import zen

from backend.assessment import Nomination, assess
from backend.assessment.explanations import Reader, explain
from backend.eligibility import judge
from backend.programmes import Programme, indicators, load_programmes
from backend.programmes.model import Criterion
from backend.programmes.vocabulary import indicators_of

TODAY = date(2026, 11, 22)
DIFFERENT = 600
ROUNDS = 15
READERS: tuple[Reader, ...] = get_args(Reader)


@dataclass(frozen=True)
class Rate:
    """Nominations a second of processor time: the median of the rounds, the slowest and the fastest."""

    name: str
    median: float
    slowest: float
    fastest: float


def nominations() -> list[str]:
    """Different families as JSON: three to ten facts each, said, denied or uncertain. The same in every run."""
    chance = random.Random(2015)  # noqa: S311
    return [json.dumps(_family(chance, n)) for n in range(DIFFERENT)]


def _family(chance: random.Random, number: int) -> dict[str, Any]:
    told = chance.sample(sorted(indicators()), chance.randint(3, 10))
    facts = [
        {
            "code": code,
            "status": chance.choices(("asserted", "negated", "uncertain"), (6, 3, 1))[0],
            "person": None,
            "words": f"what was said of {code} in family {number}",
            "said_by": chance.choice(("professional", "family", "education", "police")),
            "date": None,
        }
        for code in told
    ]
    ages = (chance.randint(22, 55), chance.randint(1, 17))
    return {
        "people": [{"name": f"Person {number}", "age": age, "relation": None} for age in ages],
        "agencies": [f"Agency {n}" for n in range(chance.randint(0, 5))],
        "lead_professional": {"state": chance.choice(("yes", "no", "unknown")), "name": None},
        "assessment_in_place": chance.choice((True, False, None)),
        "indicators": facts,
    }


def rates() -> list[Rate]:
    """Measure on one core, all in one run. RuntimeError where zen-engine comes to another verdict than the rules."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts, all_programmes = nominations(), list(load_programmes().values())
    both = [programme for programme in all_programmes if _can_be_said_in_zen(programme)]
    decisions = {programme.code: zen.ZenEngine().create_decision(json.dumps(graph(programme))) for programme in both}

    def ours(text: str, programme: Programme) -> str:
        return judge(Nomination.from_json(json.loads(text)), programme, TODAY).verdict

    def theirs(text: str, programme: Programme) -> str:
        return str(decisions[programme.code].evaluate(text)["result"]["verdict"])

    def whole(text: str, programme: Programme) -> object:
        assessed = assess(Nomination.from_json(json.loads(text)), programme, today=TODAY)
        return [explain(assessed, reader).lines() for reader in READERS], assessed.to_json()

    for programme in both:
        for text in texts:
            if ours(text, programme) != theirs(text, programme):
                raise RuntimeError(f"{programme.code}: zen-engine comes to another verdict on {text}")
    return _side_by_side(
        texts,
        [
            ("JSON read only", lambda text, _: json.loads(text), all_programmes),
            ("eligibility, these rules", ours, both),
            ("eligibility, zen-engine", theirs, both),
            ("judged, explained for three, routed, as JSON", whole, all_programmes),
        ],
    )


Step = Callable[[str, Programme], object]


def _side_by_side(texts: list[str], steps: list[tuple[str, Step, list[Programme]]]) -> list[Rate]:
    """Rounds take turns and count processor time, so that whatever else the machine does slows all of them alike."""
    seen: dict[str, list[float]] = {name: [] for name, _, _ in steps}
    for _ in range(ROUNDS):
        for name, step, programmes in steps:
            began = time.process_time()
            for number, text in enumerate(texts):
                step(text, programmes[number % len(programmes)])
            seen[name].append(len(texts) / (time.process_time() - began))
    return [Rate(name, statistics.median(each), min(each), max(each)) for name, each in seen.items()]


def _can_be_said_in_zen(programme: Programme) -> bool:
    return not any(each.raised_by or each.household_child_max_age is not None for each in programme.criteria)


def graph(programme: Programme) -> dict[str, Any]:
    """A programme's eligibility as a zen-engine decision: facts that hold, are denied or are open; no dates or ages."""
    criteria = [{"id": each.code, "key": _key(each), "value": _stands(each)} for each in programme.criteria]
    verdict = {"id": "verdict", "key": "verdict", "value": _verdict(programme)}
    nodes: list[dict[str, Any]] = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "criteria", "name": "criteria", "type": "expressionNode", "content": {"expressions": criteria}},
        {"id": "verdict", "name": "verdict", "type": "expressionNode", "content": {"expressions": [verdict]}},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    ids = [str(node["id"]) for node in nodes]
    edges = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in pairwise(ids)]
    return {"nodes": nodes, "edges": edges}


def _key(criterion: Criterion) -> str:
    return f"c_{criterion.code}"


def _stands(criterion: Criterion) -> str:
    """1 where it holds, -1 where it does not, 0 where that cannot be told."""
    holds, is_open = _some("asserted", criterion.indicators), _some("uncertain", criterion.indicators)
    denied = " and ".join(_some("negated", criterion.indicators & indicators_of(need)) for need in criterion.about)
    return f"{holds} ? 1 : ({is_open} ? 0 : ({denied} ? -1 : 0))"


def _some(status: str, codes: frozenset[str]) -> str:
    return f"some(indicators, #.status == '{status}' and #.code in {json.dumps(sorted(codes))})" if codes else "false"


def _verdict(programme: Programme) -> str:
    enough, hopeless = [], []
    for scope, least in programme.thresholds.items():
        keys = [_key(each) for each in programme.criteria if each.scope == scope]
        enough.append(f"({_count(keys, '== 1')}) >= {least}")
        hopeless.append(f"({_count(keys, '>= 0')}) < {least}")
    return f"{' and '.join(enough)} ? 'eligible' : ({' or '.join(hopeless)} ? 'not_eligible' : 'needs_information')"


def _count(keys: list[str], test: str) -> str:
    return " + ".join(f"({key} {test} ? 1 : 0)" for key in keys)


def lines(measured: list[Rate]) -> Iterator[str]:
    """The rates as a table."""
    yield f"{'on one core':<48}{'a second':>10}{'slowest':>10}{'fastest':>10}"
    yield from (f"{r.name:<48}{r.median:>10,.0f}{r.slowest:>10,.0f}{r.fastest:>10,.0f}" for r in measured)


def plot(measured: list[Rate]) -> str:
    """The medians as an SVG bar chart with the slowest and the fastest round as a line."""
    scale = 520 / max(each.fastest for each in measured[1:])
    rows = []
    for index, each in enumerate(measured[1:]):
        y = 20 + index * 34
        rows.append(
            f'<text x="10" y="{y + 16}">{each.name}</text>'
            f'<rect x="350" y="{y}" width="{each.median * scale:.0f}" height="22" fill="#1d70b8"/>'
            f'<path d="M{350 + each.slowest * scale:.0f} {y + 11}H{350 + each.fastest * scale:.0f}" stroke="#0b0c0c"/>'
            f'<text x="{360 + each.fastest * scale:.0f}" y="{y + 16}">{each.median:,.0f} a second</text>'
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1020 130" font-family="Arial" font-size="14">'
        '<title>Nominations a second on one core</title><rect width="1020" height="130" fill="#fff"/>'
        f"{''.join(rows)}</svg>\n"
    )


def main() -> None:
    """Measure, print the table and write the plot."""
    measured = rates()
    print("\n".join(lines(measured)))
    target = Path(os.environ.get("FRONTDOOR_DATA", "var")) / "bench-rules.svg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(plot(measured))


if __name__ == "__main__":
    main()
