"""A linear classifier over named features: fits within seconds, the same every time, and is kept as arrays."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.rasa.features import NUMBER_OF_BLOCKS, Blocks

Array = npt.NDArray[np.float32]
WEIGHTS = (1.0, 0.7, 0.7, 0.7)
"""How much each block of features weighs. Compared by leaving one voice of the training data out."""


@dataclass(frozen=True, slots=True)
class Linear:
    """``columns`` by block: feature → column; ``rarity`` and ``weights`` (classes × columns) by column."""

    classes: tuple[str, ...]
    columns: tuple[dict[str, int], ...]
    rarity: Array
    weights: Array
    intercepts: Array

    def scores(self, blocks: Blocks) -> dict[str, float]:
        """How far a message lies on each class's side; below zero is outside."""
        places, values = row(blocks, self.columns, self.rarity)
        scores = self.weights[:, places] @ values + self.intercepts
        return dict(zip(self.classes, map(float, scores), strict=True))

    def save(self, folder: Path) -> None:
        """Write arrays and names; nothing that runs when it is read."""
        np.savez_compressed(folder / "arrays.npz", rarity=self.rarity, weights=self.weights, intercepts=self.intercepts)
        names = {"classes": self.classes, "columns": [list(block) for block in self.columns]}
        (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Linear:
        """Read what :meth:`save` wrote. Raises OSError or ValueError where it is not that."""
        names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
        with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
            kept = {name: arrays[name] for name in ("rarity", "weights", "intercepts")}
        return cls(tuple(names["classes"]), _numbered(names["columns"]), **kept)


def fit(blocks: Sequence[Blocks], classes: Sequence[str]) -> Linear:
    """Fit a support vector machine for each class against the others; rare classes count as much as common ones."""
    from scipy.sparse import csr_matrix
    from sklearn.svm import LinearSVC

    found = [Counter(name for one in blocks for name in set(one[block])) for block in range(NUMBER_OF_BLOCKS)]
    columns = _numbered([sorted(counts) for counts in found])
    seen = np.array([counts[name] for counts in found for name in sorted(counts)], np.float32)
    rarity = np.log((1 + len(blocks)) / (1 + seen)) + np.float32(1)
    rows = [row(one, columns, rarity) for one in blocks]
    ends = np.cumsum([0, *(len(places) for places, _ in rows)])
    places, values = (np.concatenate([part[k] for part in rows]) for k in range(2))
    matrix = csr_matrix((values, places, ends), shape=(len(rows), len(rarity)))
    machine: Any = LinearSVC(C=1.0, class_weight="balanced", random_state=42).fit(matrix, list(classes))
    return Linear(
        tuple(map(str, machine.classes_)),
        columns,
        rarity.astype(np.float32),
        machine.coef_.astype(np.float32),
        machine.intercept_.astype(np.float32),
    )


def row(blocks: Blocks, columns: Sequence[dict[str, int]], rarity: Array) -> tuple[npt.NDArray[np.int64], Array]:
    """The columns that a message has something in, and how much; each block has the length of its weight."""
    places: list[int] = []
    values: list[Array] = []
    for names, known, weight in zip(blocks, columns, WEIGHTS, strict=True):
        counts = Counter(known[name] for name in names if name in known)
        here = sorted(counts)
        often = 1 + np.log(np.array([counts[place] for place in here], np.float64))
        value = often.astype(np.float32) * rarity[here] if here else _NONE
        length = float(np.sqrt((value * value).sum()))
        places += here
        values.append(value * np.float32(weight / length) if length else value)
    return np.array(places, np.int64), np.concatenate(values)


_NONE: Array = np.zeros(0, np.float32)


def _numbered(names: Sequence[Sequence[str]]) -> tuple[dict[str, int], ...]:
    starts = np.cumsum([0, *(len(block) for block in names)])
    return tuple(
        {name: int(start) + place for place, name in enumerate(block)}
        for start, block in zip(starts, names, strict=False)
    )
