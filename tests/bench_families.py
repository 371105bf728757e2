"""How well families that were nominated twice are found: ``python -m tests.bench_families [--out FOLDER]``.

5,000 seeded families, a tenth of them told again with noise that the weights were not set by; beside it, in the same
run, what is found by what is written alike. With ``--out`` table and plot become ``families.md`` and ``.svg``.
"""

from __future__ import annotations

import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from backend.matching.weights import threshold
from tests.backend.matching.families_seeded import AGAIN, Seeded, seeded
from tests.backend.matching.measured import Measured, Score, exact, score

FAMILIES, SEED = 5_000, 2015
STEPS = range(16, 37, 4)


@dataclass(frozen=True)
class Line:
    """A way of finding families again, and how well it did."""

    name: str
    score: Score


def lines(measured: Measured, made: Seeded) -> Iterator[Line]:
    """What is compared."""
    true = made.pairs("same")
    birth, postcode = exact(made, by="birth"), exact(made, by="postcode")
    yield Line("The same family, at the default threshold", measured.same)
    yield Line("Written alike: name and date of birth", score(birth, true))
    yield Line("Written alike: name and postcode", score(postcode, true))
    yield Line("Written alike: either", score(birth | postcode, true))
    yield Line("A related family", measured.related)
    yield Line("Shown to a coordinator: the same or related", measured.shown)


def at_thresholds(measured: Measured, made: Seeded) -> Iterator[tuple[int, Score]]:
    """How the same family is found from other thresholds on, those below the default left out of the product."""
    true = made.pairs("same")
    for least in STEPS:
        kept = {pair for pair, each in measured.compared.items() if each.finding == "same" and each.weight >= least}
        if least >= threshold("same_family"):
            yield least, score(kept, true)


def page(measured: Measured, made: Seeded, found: list[Line]) -> str:
    """The table in Markdown."""
    times = sorted(measured.milliseconds)
    rows = [
        f"| {name} | {at.precision:.3f} | {at.recall:.3f} | {at.found} | {at.right} | {at.true} |"
        for name, at in ((line.name, line.score) for line in found)
    ]
    all_pairs = len(made.contents) * (len(made.contents) - 1) // 2
    one_family = measured.candidates
    steps = [f"| {least} | {at.precision:.3f} | {at.recall:.3f} |" for least, at in at_thresholds(measured, made)]
    return "\n".join(
        [
            "# Families nominated twice",
            "",
            "![Precision and recall of each way of finding families again](families.svg)",
            "",
            f"{date.today():%-d %B %Y}. Python {platform.python_version()}, rapidfuzz {version('rapidfuzz')}, jellyfish"  # noqa: DTZ011
            f" {version('jellyfish')}. {FAMILIES:,} seeded families (seed {SEED}), {AGAIN:.0%} of them nominated again:"
            f" {len(made.contents):,} nominations, {len(made.pairs('same'))} pairs of one family,"
            f" {len(made.pairs('related'))} pairs that are related. Aim: precision .97 and recall .95.",
            "",
            "| found | precision | recall | pairs found | right | true |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            f"Compared were {one_family.found:,} pairs of {all_pairs:,}; {one_family.right} of the {one_family.true}"
            " pairs of one family are among them. Marking and comparing a nomination takes"
            f" {statistics.median(times):.1f} ms at the median and {times[len(times) * 95 // 100]:.1f} ms at the 95th"
            " percentile of processor time, without the database.",
            "",
            "| from a weight of | precision | recall |",
            "|---|---|---|",
            *steps,
            "",
        ]
    )


def plot(found: list[Line]) -> str:
    """Precision and recall as an SVG bar chart."""
    rows = []
    for index, line in enumerate(found):
        y = 44 + index * 52
        rows.append(f'<text x="10" y="{y + 22}">{line.name}</text>')
        for bar, (value, colour) in enumerate(((line.score.precision, "#1d70b8"), (line.score.recall, "#00703c"))):
            rows.append(
                f'<rect x="360" y="{y + bar * 20}" width="{value * 480:.0f}" height="17" fill="{colour}"/>'
                f'<text x="{368 + value * 480:.0f}" y="{y + 14 + bar * 20}">{value:.3f}</text>'
            )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 {60 + len(found) * 52}" font-family="Arial"'
        f' font-size="14"><title>Families found again</title><rect width="920" height="{60 + len(found) * 52}"'
        ' fill="#fff"/><rect x="360" y="14" width="14" height="14" fill="#1d70b8"/>'
        '<text x="380" y="26">precision</text>'
        '<rect x="470" y="14" width="14" height="14" fill="#00703c"/><text x="490" y="26">recall</text>'
        f"{''.join(rows)}</svg>\n"
    )


def main() -> None:
    """Measure, print the table and write it."""
    made = seeded(FAMILIES, SEED, "judging")
    measured = Measured(made)
    found = list(lines(measured, made))
    text = page(measured, made, found)
    print(text)
    folder = Path(sys.argv[sys.argv.index("--out") + 1] if "--out" in sys.argv else tempfile.mkdtemp())
    (folder / "families.md").write_text(text, encoding="utf-8")
    (folder / "families.svg").write_text(plot(found), encoding="utf-8")


if __name__ == "__main__":
    main()
