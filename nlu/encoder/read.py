"""A message → what the encoder makes of it: each need and indicator, how it is said, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import structlog

from nlu.encoder import model
from nlu.encoder.examples import labels
from nlu.encoder.network import judged, padded, told
from nlu.encoder.pretrained import Array, NoEncoderError, embedded, tokenizer
from nlu.encoder.questions import PLACES, QUESTIONS
from nlu.reading import SAFETY_ORDER

log = structlog.get_logger("nlu.encoder")
LONGEST = 600
"""Characters that are read at once. A longer story is read in parts, of whole sentences where they are short enough."""
_MOST_PIECES = 400
_MOST_IN_ALL = 1_000
"""Pieces of a message that are read: 4,000 characters of ordinary text have about as many."""
_TELLING = 0.15
"""A piece belongs to a label's words if its share is at least this part of the greatest one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the message, read at once. ``offsets`` are its pieces' characters in the message, marks left out."""

    start: int
    end: int
    offsets: npt.NDArray[np.int64]
    mentioned: Array
    where: Array
    means: Array
    pieces: Array
    danger: Array
    meant: Array

    def chance(self, label: str) -> float:
        """That the need or indicator is mentioned at all."""
        return float(self.mentioned[_number(label)])

    def words(self, label: str) -> tuple[int, int]:
        """Where in the message the label's words stand: around the piece that it looks at most."""
        shares = self.where[:, _number(label)]
        first = last = int(np.argmax(shares))
        least = shares[first] * _TELLING
        while first > 0 and shares[first - 1] >= least:
            first -= 1
        while last + 1 < len(shares) and shares[last + 1] >= least:
            last += 1
        return int(self.offsets[first][0]), int(self.offsets[last][1])


@dataclass(frozen=True, slots=True)
class Encoder:
    """The trained network, reading."""

    trained: model.Trained

    @property
    def version(self) -> str:
        """What readings name."""
        return self.trained.version

    def read(self, message: str, sentences: list[tuple[int, int]]) -> list[Part]:
        """The message's parts, read. ``sentences`` are where its sentences stand, in characters of the message."""
        parts: list[Part] = []
        left = _MOST_IN_ALL
        for start, end in _spans(message, sentences):
            part = self._part(message, start, end, min(left, _MOST_PIECES))
            parts.append(part)
            left -= len(part.offsets)
            if left < 3:
                break
        return parts

    def _part(self, message: str, start: int, end: int, most: int) -> Part:
        encoded = tokenizer().encode(message[start:end])
        ids, offsets = _cut(encoded.ids, encoded.offsets, most)
        places, mask = padded([ids])
        pieces = self.trained.layers(embedded(places))
        output, _ = told(self.trained.heads, pieces, mask)
        return Part(
            start,
            end,
            np.array(offsets[1:-1], np.int64).reshape(-1, 2) + start,
            output.mentioned[0],
            output.where[0, 1:-1],
            output.means[0],
            pieces[0, 1:-1],
            output.danger[0],
            output.meant[0],
        )

    def statuses(self, part: Part, label: str, span: tuple[int, int] | None = None) -> Array:
        """Chances of each status (weakest first) of a label: by its own words, or by those of ``span``."""
        number = _number(label)
        mean = part.means[number]
        if span is not None:
            inside = (part.offsets[:, 0] < span[1]) & (part.offsets[:, 1] > span[0])
            if inside.any():
                mean = part.pieces[inside].mean(0)
        chances: Array = judged(self.trained.heads, mean[None], np.array([number]))[0][0]
        return chances

    @staticmethod
    def danger(part: Part) -> dict[str, float]:
        """The chances of each level of danger."""
        return dict(zip(SAFETY_ORDER, map(float, part.danger), strict=True))

    @staticmethod
    def meant(part: Part) -> dict[str, tuple[str, float]]:
        """What the part most likely means as an answer to each question, with the chance that it does."""
        found = {}
        for question, place in PLACES.items():
            chances = part.meant[place]
            best = int(np.argmax(chances))
            found[question] = QUESTIONS[question][best], float(chances[best])
        return found


def _cut(ids: list[int], offsets: list[tuple[int, int]], most: int) -> tuple[list[int], list[tuple[int, int]]]:
    """A single sentence of more pieces than are read loses its end; the encoder knows 512 places."""
    if len(ids) <= most:
        return ids, offsets
    return [*ids[: most - 1], ids[-1]], [*offsets[: most - 1], offsets[-1]]


def _spans(message: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of whole sentences that are read at once."""
    if len(message) <= LONGEST or not sentences:
        return [(0, len(message))] if message.strip() else []
    spans: list[tuple[int, int]] = []
    start, end = sentences[0][0], sentences[0][0]
    for first, last in sentences:
        if last - start > LONGEST and end > start:
            spans.append((start, end))
            start = first
        end = last
    spans.append((start, end))
    return spans


@cache
def _numbers() -> dict[str, int]:
    # A need with one indicator bears its name: the first of the two is what was learned.
    return {label: labels().index(label) for label in labels()}


def _number(label: str) -> int:
    return _numbers()[label]


@cache
def encoder() -> Encoder | None:
    """What ``nlu.encoder.train`` wrote, loaded once; None, said once in the log, where there is none."""
    try:
        trained = model.load()
        tokenizer()
    except (OSError, ValueError, KeyError, NoEncoderError):
        log.warning("no trained encoder, the lists read alone", file=model.MODEL_FILE.name)
        return None
    return Encoder(trained)
