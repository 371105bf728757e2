"""``python -m nlu.learned.compare``: what the second opinion adds, on authors that it has not learned from.

Each author in turn is left out, the model is trained on the others, and the reader reads the author's texts with and
without it. Prints one JSON line an author. The thresholds were chosen on all authors, which flatters a little.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from nlu.learned import opinion
from nlu.learned.features import features_of
from nlu.learned.model import train
from nlu.learned.texts import NLU, QUESTIONS, LabelledText, load_texts
from nlu.plain import to_plain
from nlu.reader import Reader
from nlu.reading import Reading

FILES = tuple(sorted([*NLU.glob("corpora/*.jsonl"), *NLU.glob("needs/cases/*.jsonl")]))


def main() -> None:
    """Compare on every author."""
    texts = load_texts(FILES)
    blocks = [features_of(to_plain(text.text).text) for text in texts]
    reader = Reader()
    for author in sorted({text.author for text in texts}):
        learned = [row for row, text in enumerate(texts) if text.author != author]
        left_out = [text for text in texts if text.author == author]
        with opinion.using(train([texts[row] for row in learned], [blocks[row] for row in learned], QUESTIONS)):
            after = [reader.read(text.text) for text in left_out]
        with opinion.using(None):
            before = [reader.read(text.text) for text in left_out]
        print(json.dumps({"author": author, "before": _figures(left_out, before), "after": _figures(left_out, after)}))


def _figures(texts: list[LabelledText], readings: list[Reading]) -> dict[str, float | None]:
    both = [
        (text, reading)
        for text, reading in zip(texts, readings, strict=True)
        if text.file.startswith("danger") and "immediate" in text.answers
    ]
    stories = [(t, r) for t, r in zip(texts, readings, strict=True) if t.file.startswith("needs")]
    return {
        "danger_recall": _share(r.safety.level == "immediate" for t, r in both if t.answers["immediate"]),
        "danger_false_positive_rate": _share(
            r.safety.level == "immediate" for t, r in both if not t.answers["immediate"]
        ),
        "of_ordinary": _share(r.safety.level == "immediate" for t, r in both if not t.answers.get("concern", True)),
        "missed_altogether": _share(r.safety.level == "none" for t, r in both if t.answers["immediate"]),
        "stories_stopped": _share(
            r.safety.level == "immediate" for t, r in stories if not t.answers.get("immediate", True)
        ),
    }


def _share(values: Iterable[bool]) -> float | None:
    known = list(values)
    return round(sum(known) / len(known), 3) if known else None


if __name__ == "__main__":
    main()
