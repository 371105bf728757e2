"""One step of learning: how wrong a batch was read, and the slopes that make it less so."""

from __future__ import annotations

import math

import numpy as np

from nlu.encoder.examples import Example
from nlu.encoder.network import Network, Output, Slopes, back, judged, run
from nlu.encoder.pretrained import WIDTH, Array, Weights
from nlu.encoder.questions import MEANINGS, PLACES
from nlu.reading import SAFETY_ORDER

_MENTION = np.float32(2)
"""A label that is mentioned weighs as much as so many that are not: mentions are few."""
_WORDS = np.float32(0.3)
"""What looking at the right words weighs beside knowing that there are some."""
_DANGER = np.float32(0.25)
"""What danger weighs beside the needs."""
_MEANT = np.float32(0.25)
"""What the meaning of answers weighs beside them."""
_IMMEDIATE = len(SAFETY_ORDER) - 1


def learn(network: Network, batch: list[Example], chance: np.random.Generator) -> tuple[float, Weights, list[Weights]]:
    """The loss of a batch and the slopes of the heads and of the layers that are trained."""
    output, seen = run(network, [example.pieces for example in batch], chance)
    labelled = sum(example.labelled for example in batch)
    dangers = sum(example.danger is not None or example.calm for example in batch)
    scale = np.float32(1 / max(1, labelled * output.mentioned.shape[1]))
    slopes: Weights = {}
    d_means, loss = _mentions_back(network, batch, output, slopes, scale)
    d_where, more = _words_back(batch, output, scale)
    d_danger, still_more = _danger_back(batch, output, np.float32(_DANGER / max(1, dangers)))
    d_meant, last = _meant_back(batch, output)
    layers = back(network, seen, output, Slopes(d_means, d_where, d_danger, d_meant), slopes)
    return loss + more + still_more + last, slopes, layers


def _mentions_back(
    network: Network, batch: list[Example], output: Output, slopes: Weights, scale: np.float32
) -> tuple[Array, float]:
    """Whether each label is mentioned, and how."""
    wanted = np.zeros_like(output.mentioned)
    weight = np.zeros_like(output.mentioned)
    rows, labels, statuses = [], [], []
    for row, example in enumerate(batch):
        if not example.labelled:
            continue
        weight[row] = 1
        for label, status in example.status.items():
            wanted[row, label], weight[row, label] = 1, _MENTION
            rows.append(row)
            labels.append(label)
            statuses.append(status)
    weight *= scale
    chances = np.clip(output.mentioned, 1e-7, 1 - 1e-7)
    loss = -float((weight * (wanted * np.log(chances) + (1 - wanted) * np.log(1 - chances))).sum())
    d = weight * (output.mentioned - wanted)
    heads = network.heads
    slopes["tell"] = (d[:, :, None] * output.means).sum(0).T
    slopes["tell_bias"] = d.sum(0)
    d_means = d[:, :, None] * heads["tell"].T
    at, which = np.array(rows, np.int64), np.array(labels, np.int64)
    means = output.means[at, which].reshape(-1, WIDTH)
    said, inner = judged(network.heads, means, which)
    right = np.arange(len(rows)), np.array(statuses, np.int64)
    loss -= float(scale * _MENTION * np.log(said[right] + 1e-7).sum())
    said[right] -= 1
    said *= scale * _MENTION
    slopes["said"] = inner.T @ said
    slopes["said_bias"] = np.zeros_like(heads["said_bias"])
    np.add.at(slopes["said_bias"], which, said)
    bent = (said @ heads["said"].T) * (1 - inner * inner)
    slopes["how"] = means.T @ bent
    slopes["how_bias"] = bent.sum(0)
    d_means[at, which] += bent @ heads["how"].T
    return d_means, loss


def _words_back(batch: list[Example], output: Output, scale: np.float32) -> tuple[Array, float]:
    """Whether each label looks at its own words."""
    d_where = np.zeros_like(output.where)
    loss = 0.0
    each = float(scale * _WORDS * _MENTION)
    for row, example in enumerate(batch):
        for label, places in example.words.items():
            if places:
                share = float(output.where[row, places, label].sum()) + 1e-6
                loss -= each * math.log(share)
                d_where[row, places, label] -= each / share
    return d_where, loss


def _danger_back(batch: list[Example], output: Output, scale: np.float32) -> tuple[Array, float]:
    """The level of danger; of a calm text only that it is not the gravest."""
    d = np.zeros_like(output.danger)
    loss = 0.0
    for row, example in enumerate(batch):
        chances = output.danger[row]
        if example.danger is not None:
            loss -= float(scale) * math.log(float(chances[example.danger]) + 1e-7)
            d[row] = chances
            d[row, example.danger] -= 1
        elif example.calm:
            grave = min(float(chances[_IMMEDIATE]), 0.999)
            loss -= float(scale) * math.log(1 - grave)
            d[row] = -chances * grave / (1 - grave)
            d[row, _IMMEDIATE] = grave
    return d * scale, loss


def _meant_back(batch: list[Example], output: Output) -> tuple[Array, float]:
    """What a text means as an answer to the question that it was given to."""
    d = np.zeros_like(output.meant)
    answers = [(row, example.meant) for row, example in enumerate(batch) if example.meant is not None]
    scale = float(_MEANT) / max(1, len(answers))
    loss = 0.0
    for row, meant in answers:
        place = PLACES[MEANINGS[meant][0]]
        loss -= scale * math.log(float(output.meant[row, meant]) + 1e-7)
        d[row, place] = output.meant[row, place]
        d[row, meant] -= 1
    return d * np.float32(scale), loss
