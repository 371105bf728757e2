"""``python -m nlu.written.measure``: how often English is taken for something else, and other languages for English.

Each file is judged by a table that has not counted it; the four languages too, a fifth of their lines at a time. Prints
one JSON line a kind of text, with counts alone, so that sets kept for judging can be measured unread.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from nlu.written.read import read_written, using
from nlu.written.table import Table, make_table
from nlu.written.texts import HERE, NLU, READ, count, counts_of_texts, texts_of, together

_APART = (
    "needs/cases/*-held-out.jsonl",
    "people/cases/*.jsonl",
    "corpora/unheard/*.jsonl",
    "corpora/clauses/unheard/*.jsonl",
)
_FOLDS = 5


def main() -> None:
    """Measure on everything there is."""
    by_file = counts_of_texts()
    whole = together(by_file.values())
    table = make_table(whole)
    english: Counter[str] = Counter()
    for file, counted in by_file.items():
        without = make_table({**whole, "en": whole["en"] - counted["en"]}) if "en" in counted else table
        english += _read_as(texts_of(file).get("en", ()), without)
    apart = sorted({file for pattern in _APART for file in NLU.glob(pattern)} - set(by_file))
    for file in apart:
        english += _read_as(texts_of(file).get("en", ()), table)
    _show("English", english)
    for language in READ[1:]:
        _show(f"{language}, learned from", _folded(language, list(by_file), whole))
        _show(
            f"{language}, kept aside", sum((_read_as(texts_of(f).get(language, ()), table) for f in apart), Counter())
        )
    for part in ("development", "held-out"):
        texts = [json.loads(line)["text"] for line in _lines(HERE / "cases" / f"others-{part}.jsonl")]
        _show(f"other languages, {part}", _read_as(texts, table))


def _folded(language: str, files: list[Path], whole: dict[str, Counter[str]]) -> Counter[str]:
    texts = [text for file in files for text in texts_of(file).get(language, ())]
    read: Counter[str] = Counter()
    for fold in range(_FOLDS):
        left_out = texts[fold::_FOLDS]
        read += _read_as(left_out, make_table({**whole, language: whole[language] - count(left_out)}))
    return read


def _read_as(texts: Iterable[str], table: Table) -> Counter[str]:
    with using(table):
        return Counter(str(read_written(text).language) for text in texts)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _show(kind: str, read: Counter[str]) -> None:
    print(json.dumps({"texts": kind, "count": read.total(), "read_as": dict(read.most_common())}))


if __name__ == "__main__":
    main()
