"""The table: how usual each piece of a word is in each language, counted from texts, kept as one file of arrays.

Every language's counts are brought to the same total, so that one of which much was read is not preferred; what was
never seen counts nothing anywhere. A text's score is the mean over its words of the mean over their pieces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlu.written.pieces import pieces_of

Array = npt.NDArray[np.float32]

TABLE_FILE = Path(__file__).parent / "model" / "languages.npz"
_TOTAL = 300_000
"""Pieces that each language is taken to have."""
_SEEN = 2
"""Times that a piece of English must have been seen: it is read in thousands of texts, and their slips are many."""


@dataclass(frozen=True, slots=True)
class Table:
    """``weights`` (pieces × languages) holds the logarithm of one more than the count."""

    vocabulary: dict[str, int]
    weights: Array
    languages: tuple[str, ...]

    def scores(self, words: list[str], weighed: dict[str, Array] | None = None) -> dict[str, float]:
        """How well each language explains the words, which are in lower case; 0 where nothing is known of them.

        ``weighed`` holds the words of a message that were weighed already, and is added to.
        """
        weighed = {} if weighed is None else weighed
        total = np.zeros(len(self.languages), np.float32)
        for word in words:
            if word not in weighed:
                weighed[word] = self._weigh(word)
            total += weighed[word]
        return dict(zip(self.languages, map(float, total / max(1, len(words))), strict=True))

    def _weigh(self, word: str) -> Array:
        """How well each language explains one word: the mean over its pieces."""
        pieces = pieces_of(word)
        rows = [row for piece in pieces if (row := self.vocabulary.get(piece)) is not None]
        if not rows:
            return np.zeros(len(self.languages), np.float32)
        mean: Array = self.weights[rows].sum(axis=0) / np.float32(len(pieces))
        return mean

    def knows(self, word: str, language: str) -> bool:
        """Whether the whole word was seen in that language."""
        row = self.vocabulary.get(f"={word}")
        return row is not None and bool(self.weights[row, self.languages.index(language)] > 0)

    def save(self, path: Path) -> None:
        """Write the table. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            path,
            vocabulary=np.array("\n".join(self.vocabulary)),
            weights=self.weights.astype(np.float16),
            languages=np.array("\n".join(self.languages)),
        )

    @classmethod
    def load(cls, path: Path) -> Table:
        """Read what :meth:`save` wrote. Raises OSError where there is no file, ValueError where it is no table."""
        with np.load(path, allow_pickle=False) as kept:
            vocabulary = {name: row for row, name in enumerate(str(kept["vocabulary"]).split("\n"))}
            languages = tuple(str(kept["languages"]).split("\n"))
            return cls(vocabulary, kept["weights"].astype(np.float32), languages)


def make_table(counts: Mapping[str, Counter[str]]) -> Table:
    """A table of the pieces counted in each language."""
    usual = {
        language: {piece: times for piece, times in seen.items() if times >= _SEEN or language != "en"}
        for language, seen in counts.items()
    }
    vocabulary = {piece: row for row, piece in enumerate(sorted(set().union(*usual.values())))}
    weights = np.zeros((len(vocabulary), len(counts)), np.float32)
    for column, (language, seen) in enumerate(usual.items()):
        share = _TOTAL / counts[language].total()
        for piece, times in seen.items():
            weights[vocabulary[piece], column] = np.log1p(times * share)
    return Table(vocabulary, weights, tuple(counts))
