"""The labelled texts that are learned from, each with the hand that wrote it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.needs.lexicon import needs_by_indicator
from nlu.reading import SAFETY_ORDER

NLU = Path(__file__).parents[1]
_TOLD_OF_DANGER = frozenset({"domestic_abuse", "sexual_exploitation", "children_need_help"})
"""A story about these needs may well be dangerous, so it is no example of what is none, unless labelled so."""
QUESTIONS = SAFETY_ORDER[1:]
"""What is asked of a text: whether it is at least that dangerous."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """``answers`` holds what is known, by question; what is not known has no answer."""

    author: str
    file: str
    text: str
    answers: dict[str, bool]


def training_files() -> tuple[Path, ...]:
    """The corpora and the cases that were not kept aside."""
    return tuple(sorted([*NLU.glob("corpora/*.jsonl"), *NLU.glob("needs/cases/*-development.jsonl")]))


def load_texts(files: tuple[Path, ...]) -> list[LabelledText]:
    """The texts of JSON Lines files. Raises json.JSONDecodeError, KeyError or OSError."""
    return [text for file in files for text in _read(file)]


def author_of(file: Path) -> str:
    """The hand that wrote a file: ``danger-estate-kin`` and ``needs-estate-kin`` are one, so are a set's two parts."""
    return re.sub(r"^(danger|needs)|-(development|held-out)$", "", file.stem).strip("-") or "first"


def _read(file: Path) -> Iterator[LabelledText]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            case = json.loads(line)
            yield LabelledText(author_of(file), file.stem, case["text"], _answers(case))


def _answers(case: dict[str, Any]) -> dict[str, bool]:
    if "safety" in case:
        level = SAFETY_ORDER.index(case["safety"])
        return {name: level >= rank for rank, name in enumerate(SAFETY_ORDER) if rank}
    if "indicators" in case:
        needs = {needs_by_indicator()[indicator] for indicator, _ in case["indicators"]}
        return {} if needs & _TOLD_OF_DANGER else {"immediate": False, "urgent": False}
    return {"immediate": bool(case["danger"])}
