"""The trained model: a weight for each feature and question, learned from labelled texts, kept as one file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from nlu.learned.features import BLOCKS, Blocks
from nlu.learned.regression import Array, fit_ridge
from nlu.learned.texts import LabelledText

MODEL_FILE = Path(__file__).parent / "model" / "opinion.npz"
_SEEN = 2
"""A feature of fewer texts than this says nothing of other texts."""


@dataclass(frozen=True, slots=True)
class Model:
    """``scores`` of a text are about +1 where the answer is yes and -1 where it is no, no chances."""

    vocabulary: dict[str, int]
    weights: Array
    intercepts: Array
    questions: tuple[str, ...]

    def scores(self, texts: list[Blocks]) -> Array:
        """One score for each text (row) and question (column)."""
        scores = np.tile(self.intercepts, (len(texts), 1))
        known = [
            (text, rows) for text, each in enumerate(texts) for name in BLOCKS if (rows := self._known(each[name]))
        ]
        if known:
            counts = np.array([len(rows) for _, rows in known])
            # The weights of all blocks in one array, added up from where each block begins to where the next does.
            begins = np.cumsum(counts) - counts
            sums = np.add.reduceat(self.weights[list(chain.from_iterable(rows for _, rows in known))], begins)
            np.add.at(scores, [text for text, _ in known], sums / np.sqrt(counts, dtype=np.float32)[:, None])
        return scores

    def _known(self, features: frozenset[str]) -> list[int]:
        return [row for row in map(self.vocabulary.get, features) if row is not None]

    def save(self, path: Path) -> None:
        """Write the model. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            path,
            vocabulary=np.array("\n".join(self.vocabulary)),
            weights=self.weights.astype(np.float16),
            intercepts=self.intercepts,
            questions=np.array("\n".join(self.questions)),
        )

    @classmethod
    def load(cls, path: Path) -> Model:
        """Read what :meth:`save` wrote. Raises OSError where there is no file, ValueError where it is no model."""
        with np.load(path, allow_pickle=False) as kept:
            vocabulary = {name: row for row, name in enumerate(str(kept["vocabulary"]).split("\n"))}
            questions = tuple(str(kept["questions"]).split("\n"))
            return cls(vocabulary, kept["weights"].astype(np.float32), kept["intercepts"], questions)


def train(texts: list[LabelledText], blocks: list[Blocks], questions: tuple[str, ...]) -> Model:
    """A model of the texts, whose features are ``blocks``; a question is learned from the texts that answer it."""
    seen = Counter(feature for block in blocks for name in BLOCKS for feature in block[name])
    vocabulary = {feature: row for row, feature in enumerate(sorted(f for f, times in seen.items() if times >= _SEEN))}
    matrix = _matrix(blocks, vocabulary)
    similarity = matrix @ matrix.T
    weights = np.zeros((len(vocabulary), len(questions)), np.float32)
    intercepts = np.full(len(questions), -1, np.float32)
    for rows, columns in _same_texts(texts, questions).items():
        chosen = list(rows)
        targets = [[1 if texts[row].answers[questions[column]] else -1 for column in columns] for row in rows]
        dual, intercepts[columns] = fit_ridge(similarity[np.ix_(chosen, chosen)], np.array(targets, np.float32))
        weights[:, columns] = matrix[chosen].T @ dual
    return Model(vocabulary, weights, intercepts, questions)


def _matrix(blocks: list[Blocks], vocabulary: dict[str, int]) -> Array:
    matrix = np.zeros((len(blocks), len(vocabulary)), np.float32)
    for text, block in enumerate(blocks):
        for name in BLOCKS:
            known = [vocabulary[feature] for feature in block[name] if feature in vocabulary]
            if known:
                matrix[text, known] = 1 / np.sqrt(len(known))
    return matrix


def _same_texts(texts: list[LabelledText], questions: tuple[str, ...]) -> dict[tuple[int, ...], list[int]]:
    """The questions (columns) that the same texts (rows) answer, so that they are learned together."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for column, question in enumerate(questions):
        rows = tuple(row for row, text in enumerate(texts) if question in text.answers)
        if rows:
            groups.setdefault(rows, []).append(column)
    return groups
