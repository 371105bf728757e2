"""The encoder's layers and what is asked of them: each need and indicator looks for its own words, one judge for how.

For every need and indicator ("label") the pieces of a text are weighed (where are its words?), their mean tells
whether the label is mentioned, and one shared judge tells from that mean how it is said. So what "used to" or "denies"
does to a fact is learned once, from all labels. A further mean of its own tells the level of danger,
and one for each question of :mod:`nlu.encoder.questions` what the text means as an answer to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nlu.encoder import pretrained
from nlu.encoder.layers import Kept, backward, forward
from nlu.encoder.pretrained import LAYERS, WIDTH, Array, Weights
from nlu.encoder.questions import MEANINGS, PLACES
from nlu.reading import SAFETY_ORDER, Status

STATUSES: tuple[Status, ...] = ("negated", "historical", "uncertain", "asserted")
"""From the weakest to the strongest, as their numbers run."""
FROZEN = 2
"""The lowest layers, which know what words are, stay as they came: training is a fifth quicker for it."""
JUDGE = 128
"""How wide the judge of statuses is."""


@dataclass(slots=True)
class Network:
    """All layers, of which the first ``FROZEN`` stay as they came, and the heads."""

    layers: list[Weights]
    heads: Weights


@dataclass(frozen=True, slots=True)
class Output:
    """What the network says of a batch of texts, before any threshold.

    ``mentioned``: texts × labels, chances. ``where``: texts × places × labels, shares that add up to 1 over a text.
    ``means``: texts × labels × width, for :func:`judged`. ``danger``: texts × levels, chances. ``meant``: texts × all
    meanings, chances that add up to 1 over the meanings of each question.
    """

    mentioned: Array
    where: Array
    means: Array
    danger: Array
    meant: Array


@dataclass(frozen=True, slots=True)
class Pooled:
    """Where danger and each question's answer are looked for (texts × places × these), and the means there."""

    danger_where: Array
    danger_mean: Array
    meant_where: Array
    meant_means: Array


@dataclass(slots=True)
class Seen:
    """What the way forward leaves for the way back."""

    layers: list[Kept]
    pieces: Array
    pooled: Pooled


def fresh(labels: int, seed: int) -> Network:
    """The pretrained layers with heads that know nothing yet."""
    chance = np.random.default_rng(seed)

    def small(*shape: int) -> Array:
        return (chance.standard_normal(shape) * 0.02).astype(np.float32)

    heads = {
        "ask": small(WIDTH, labels),
        "tell": np.zeros((WIDTH, labels), np.float32),
        "tell_bias": np.full(labels, -2, np.float32),
        "how": (chance.standard_normal((WIDTH, JUDGE)) * WIDTH**-0.5).astype(np.float32),
        "how_bias": np.zeros(JUDGE, np.float32),
        "said": small(JUDGE, len(STATUSES)),
        "said_bias": np.zeros((labels, len(STATUSES)), np.float32),
        "danger_ask": small(WIDTH, 1),
        "danger": np.zeros((WIDTH, len(SAFETY_ORDER)), np.float32),
        "danger_bias": np.zeros(len(SAFETY_ORDER), np.float32),
        "meant_ask": small(WIDTH, len(PLACES)),
        "meant": np.zeros((WIDTH, len(MEANINGS)), np.float32),
        "meant_bias": np.zeros(len(MEANINGS), np.float32),
    }
    return Network([pretrained.layer(number) for number in range(LAYERS)], heads)


def padded(pieces: list[list[int]]) -> tuple[npt.NDArray[np.int64], Array]:
    """Texts of pieces, all as long as the longest, and the mask of what is padding."""
    longest = max(map(len, pieces))
    ids = np.zeros((len(pieces), longest), np.int64)
    mask = np.full((len(pieces), longest), -1e9, np.float32)
    for row, text in enumerate(pieces):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 0
    return ids, mask


def softmax(x: Array, axis: int) -> Array:
    """Shares that add up to 1 along ``axis``."""
    raised = np.exp(x - x.max(axis, keepdims=True))
    shares: Array = raised / raised.sum(axis, keepdims=True)
    return shares


def sigmoid(x: Array) -> Array:
    """Chances from logits."""
    chances: Array = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return chances


def run(network: Network, pieces: list[list[int]], chance: np.random.Generator | None = None) -> tuple[Output, Seen]:
    """Read a batch; with ``chance`` as training does, thinned at random."""
    ids, mask = padded(pieces)
    x = pretrained.embedded(ids).reshape(-1, WIDTH)
    kept = []
    for number, weights in enumerate(network.layers):
        trained = chance if number >= FROZEN else None
        x, one = forward(x, weights, mask, trained)
        if trained is not None:
            kept.append(one)
    output, pooled = told(network.heads, x.reshape(*mask.shape, WIDTH), mask)
    return output, Seen(kept, x.reshape(*mask.shape, WIDTH), pooled)


def told(heads: Weights, words: Array, mask: Array) -> tuple[Output, Pooled]:
    """What the heads make of the pieces after the last layer; also where danger and answers are looked for."""
    where = softmax(words @ heads["ask"] + mask[..., None], 1)
    means = where.transpose(0, 2, 1) @ words
    mentioned = sigmoid((means * heads["tell"].T).sum(-1) + heads["tell_bias"])
    danger_where = softmax((words @ heads["danger_ask"]) + mask[..., None], 1)
    danger_mean = (danger_where * words).sum(1)
    danger = softmax(danger_mean @ heads["danger"] + heads["danger_bias"], -1)
    meant_where = softmax(words @ heads["meant_ask"] + mask[..., None], 1)
    meant_means = meant_where.transpose(0, 2, 1) @ words
    said = [
        softmax(meant_means[:, number] @ heads["meant"][:, place] + heads["meant_bias"][place], -1)
        for number, place in enumerate(PLACES.values())
    ]
    output = Output(mentioned, where, means, danger, np.concatenate(said, 1))
    return output, Pooled(danger_where, danger_mean, meant_where, meant_means)


def judged(heads: Weights, means: Array, labels: npt.NDArray[np.int64]) -> tuple[Array, Array]:
    """Means of mentions (mentions × width) and their labels → chances of each status, and the judge's inner values."""
    inner = np.tanh(means @ heads["how"] + heads["how_bias"])
    return softmax(inner @ heads["said"] + heads["said_bias"][labels], -1), inner


@dataclass(frozen=True, slots=True)
class Slopes:
    """Slopes of the means (texts × labels × width), the shares (texts × places × labels), the levels' and meanings'."""

    means: Array
    where: Array
    danger: Array
    meant: Array


def back(network: Network, seen: Seen, output: Output, at: Slopes, slopes: Weights) -> list[Weights]:
    """From the slopes at the heads' outputs to those of the trained layers; those of the heads go to ``slopes``."""
    heads, words = network.heads, seen.pieces
    d_where = at.where + words @ at.means.transpose(0, 2, 1)
    d_words = output.where @ at.means
    d_asked = output.where * (d_where - (d_where * output.where).sum(1, keepdims=True))
    flat = words.reshape(-1, WIDTH)
    slopes["ask"] = flat.T @ d_asked.reshape(len(flat), -1)
    d_words += d_asked @ heads["ask"].T
    slopes["danger"] = seen.pooled.danger_mean.T @ at.danger
    slopes["danger_bias"] = at.danger.sum(0)
    d_mean = (at.danger @ heads["danger"].T)[:, None]
    d_words += _pooled_back(words, seen.pooled.danger_where, d_mean, "danger_ask", heads, slopes)
    d_words += _meant_back(heads, seen, at.meant, slopes)
    d = d_words.reshape(-1, WIDTH)
    found: list[Weights] = []
    for weights, kept in zip(reversed(network.layers[FROZEN:]), reversed(seen.layers), strict=True):
        d, layer_slopes = backward(d, kept, weights)
        found.append(layer_slopes)
    return found[::-1]


def _meant_back(heads: Weights, seen: Seen, d_meant: Array, slopes: Weights) -> Array:
    """From the slopes of the meanings' logits to those of the pieces."""
    pooled = seen.pooled
    slopes["meant"] = np.zeros_like(heads["meant"])
    d_means = np.zeros_like(pooled.meant_means)
    for number, place in enumerate(PLACES.values()):
        slopes["meant"][:, place] = pooled.meant_means[:, number].T @ d_meant[:, place]
        d_means[:, number] = d_meant[:, place] @ heads["meant"][:, place].T
    slopes["meant_bias"] = d_meant.sum(0)
    return _pooled_back(seen.pieces, pooled.meant_where, d_means, "meant_ask", heads, slopes)


def _pooled_back(  # noqa: PLR0917 - one sum, each part has a name
    words: Array, where: Array, d_means: Array, ask: str, heads: Weights, slopes: Weights
) -> Array:
    """From the slopes of means (texts × these × width) by their shares (``where``) to those of the pieces."""
    d_where = words @ d_means.transpose(0, 2, 1)
    d_asked = where * (d_where - (d_where * where).sum(1, keepdims=True))
    slopes[ask] = words.reshape(-1, WIDTH).T @ d_asked.reshape(-1, where.shape[2])
    back_to: Array = where @ d_means + d_asked @ heads[ask].T
    return back_to
