"""Labelled texts → what the network learns from: pieces, labels with status and words, danger, meaning."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from nlu.encoder.network import STATUSES
from nlu.encoder.pretrained import tokenizer
from nlu.encoder.questions import MEANINGS
from nlu.needs.lexicon import needs_by_indicator
from nlu.reading import SAFETY_ORDER

CORPORA = Path(__file__).parents[1] / "corpora"
LONGEST = 192
"""Pieces of a text that are learned from; the rest of a longer one is left out."""
_GRAVE = ("domestic_abuse", "sexual_exploitation", "children_need_help", "mental_health")
"""A text about these needs may well be dangerous, so it is no example of what is not."""


@dataclass(slots=True)
class Example:
    """``status`` by label, ``words`` the places of a label's words where they are known; ``danger`` a level's number.

    ``labelled`` is whether anything is known of its needs: a message that was labelled for danger alone has none known.
    """

    pieces: list[int]
    labelled: bool
    status: dict[int, int] = field(default_factory=dict)
    words: dict[int, list[int]] = field(default_factory=dict)
    danger: int | None = None
    calm: bool = False
    """Its danger was not labelled, and it tells of nothing that could be danger now: certainly not ``immediate``."""
    meant: int | None = None
    """The number of its meaning in :data:`nlu.encoder.questions.MEANINGS`, where it answers one of those questions."""

    @property
    def is_calm(self) -> bool:
        """Whether it is certainly not ``immediate``."""
        return self.calm or (self.danger is not None and self.danger < len(SAFETY_ORDER) - 1)


@cache
def labels() -> tuple[str, ...]:
    """The needs, then the indicators, in the order of the network's outputs."""
    needs = dict.fromkeys(needs_by_indicator().values())
    return (*needs, *needs_by_indicator())


def training_files() -> tuple[Path, ...]:
    """The corpora that are learned from: all but those that are kept for judging."""
    return tuple(
        sorted(
            [
                *CORPORA.glob("*.jsonl"),
                *CORPORA.glob("clauses/*.jsonl"),
                *CORPORA.glob("vocabulary/*.jsonl"),
                *CORPORA.glob("meant/*.jsonl"),
            ]
        )
    )


def load_examples(files: Iterable[Path]) -> list[Example]:
    """The examples of JSON Lines files. Raises OSError, json.JSONDecodeError, KeyError."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [example_of(json.loads(line)) for line in lines]


def example_of(case: dict[str, Any]) -> Example:
    """One labelled text. Raises KeyError for an indicator, ValueError for a level or meaning that does not exist."""
    encoded = tokenizer().encode(case["text"])
    known = "mentions" in case or "indicators" in case
    example = Example(encoded.ids[:LONGEST], known)
    if "safety" in case:
        example.danger = SAFETY_ORDER.index(case["safety"])
    if "meant" in case:
        example.meant = MEANINGS.index((case["question"], case["meant"]))
    if known:
        offsets = encoded.offsets[:LONGEST]
        for indicator, status, words in _mentions(case):
            start = case["text"].find(words) if words else -1
            end = start + len(words)
            places = [place for place, (a, b) in enumerate(offsets) if start <= a < b <= end] if words else []
            if words and start >= offsets[-2][1]:
                continue  # beyond what is learned from
            for label in (indicator, needs_by_indicator()[indicator]):
                _add(example, labels().index(label), STATUSES.index(status), places)
        example.calm = example.danger is None and not any(labels().index(need) in example.status for need in _GRAVE)
    return example


def _mentions(case: dict[str, Any]) -> list[tuple[str, str, str]]:
    if "mentions" in case:
        return [(m["indicator"], m["status"], m["words"]) for m in case["mentions"]]
    return [(indicator, status, "") for indicator, status in case["indicators"]]


def _add(example: Example, label: int, status: int, places: list[int]) -> None:
    """The strongest status of a label counts, with the words of all mentions that have it."""
    known = example.status.get(label)
    if known is None or status > known:
        example.status[label] = status
        example.words[label] = list(places)
    elif status == known:
        example.words[label] += places


def joined(first: Example, second: Example) -> Example:
    """Two texts as one, so that what is far apart is learned to be read apart, and danger amid other things."""
    shift = len(first.pieces) - 2
    both = Example(
        first.pieces[:-1] + second.pieces[1:],
        labelled=first.labelled and second.labelled,
        danger=_graver(first, second),
        calm=first.is_calm and second.is_calm,
    )
    if not both.labelled:
        return both
    both.status, both.words = dict(first.status), {label: list(places) for label, places in first.words.items()}
    for label, status in second.status.items():
        _add(both, label, status, [place + shift for place in second.words.get(label, [])])
    return both


def _graver(first: Example, second: Example) -> int | None:
    """The level of both together, if it is known: nothing is graver than the gravest level."""
    known = [one.danger for one in (first, second) if one.danger is not None]
    gravest = max(known, default=None)
    return gravest if len(known) == 2 or gravest == len(SAFETY_ORDER) - 1 else None
