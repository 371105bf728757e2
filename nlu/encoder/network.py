"""The encoder's layers and what is asked of them: each need and indicator looks for its own words, one judge for how.

For every need and indicator ("label") the pieces of a text are weighed (where are its words?), their mean tells
whether the label is mentioned, and one shared judge tells from that mean how it is said. So what "used to" or "denies"
does to a fact is learned once, from all labels. A further mean of its own tells the level of danger.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nlu.encoder import pretrained
from nlu.encoder.layers import Kept, backward, forward
from nlu.encoder.pretrained import LAYERS, WIDTH, Array, Weights
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
    ``means``: texts × labels × width, for :func:`judged`. ``danger``: texts × levels, chances.
    """

    mentioned: Array
    where: Array
    means: Array
    danger: Array


@dataclass(slots=True)
class Seen:
    """What the way forward leaves for the way back."""

    layers: list[Kept]
    pieces: Array
    danger_where: Array
    danger_mean: Array


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
    output, asked, mean = told(network.heads, x.reshape(*mask.shape, WIDTH), mask)
    return output, Seen(kept, x.reshape(*mask.shape, WIDTH), asked, mean)


def told(heads: Weights, words: Array, mask: Array) -> tuple[Output, Array, Array]:
    """What the heads make of the pieces after the last layer; also where danger is looked for, and the mean there."""
    where = softmax(words @ heads["ask"] + mask[..., None], 1)
    means = where.transpose(0, 2, 1) @ words
    mentioned = sigmoid((means * heads["tell"].T).sum(-1) + heads["tell_bias"])
    danger_where = softmax((words @ heads["danger_ask"]) + mask[..., None], 1)
    danger_mean = (danger_where * words).sum(1)
    danger = softmax(danger_mean @ heads["danger"] + heads["danger_bias"], -1)
    return Output(mentioned, where, means, danger), danger_where, danger_mean


def judged(heads: Weights, means: Array, labels: npt.NDArray[np.int64]) -> tuple[Array, Array]:
    """Means of mentions (mentions × width) and their labels → chances of each status, and the judge's inner values."""
    inner = np.tanh(means @ heads["how"] + heads["how_bias"])
    return softmax(inner @ heads["said"] + heads["said_bias"][labels], -1), inner


@dataclass(frozen=True, slots=True)
class Slopes:
    """Slopes of the means (texts × labels × width), of the shares (texts × places × labels), of the levels' logits."""

    means: Array
    where: Array
    danger: Array


def back(network: Network, seen: Seen, output: Output, at: Slopes, slopes: Weights) -> list[Weights]:
    """From the slopes at the heads' outputs to those of the trained layers; those of the heads go to ``slopes``."""
    heads, words = network.heads, seen.pieces
    d_where = at.where + words @ at.means.transpose(0, 2, 1)
    d_words = output.where @ at.means
    d_asked = output.where * (d_where - (d_where * output.where).sum(1, keepdims=True))
    flat = words.reshape(-1, WIDTH)
    slopes["ask"] = flat.T @ d_asked.reshape(len(flat), -1)
    d_words += d_asked @ heads["ask"].T
    slopes["danger"] = seen.danger_mean.T @ at.danger
    slopes["danger_bias"] = at.danger.sum(0)
    d_mean = at.danger @ heads["danger"].T
    d_words += seen.danger_where * d_mean[:, None, :]
    d_share = (words * d_mean[:, None, :]).sum(-1, keepdims=True)
    d_share = seen.danger_where * (d_share - (d_share * seen.danger_where).sum(1, keepdims=True))
    slopes["danger_ask"] = flat.T @ d_share.reshape(-1, 1)
    d_words += d_share * heads["danger_ask"][:, 0]
    d = d_words.reshape(-1, WIDTH)
    found: list[Weights] = []
    for weights, kept in zip(reversed(network.layers[FROZEN:]), reversed(seen.layers), strict=True):
        d, layer_slopes = backward(d, kept, weights)
        found.append(layer_slopes)
    return found[::-1]
