"""Adam with decay of weights: a warm start, then a straight way down to nothing; slopes that are too steep are cut."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from nlu.encoder.network import FROZEN, Network
from nlu.encoder.pretrained import Array, Weights

_WARM = 0.1
_HEADS = 10
"""The heads start from nothing and go so many times as fast."""
_DECAY = np.float32(0.01)
_FIRST, _SECOND = np.float32(0.9), np.float32(0.999)
_STEEPEST = 1.0


class Optimiser:
    """Changes a network's weights in place, ``steps`` times."""

    def __init__(self, network: Network, rate: float, steps: int) -> None:
        self._steps, self._done = steps, 0
        self._pool = ThreadPoolExecutor()
        self._weights = [(network.heads, rate * _HEADS), *((layer, rate) for layer in network.layers[FROZEN:])]
        self._first = [{name: np.zeros_like(w) for name, w in group.items()} for group, _ in self._weights]
        self._second = [{name: np.zeros_like(w) for name, w in group.items()} for group, _ in self._weights]

    def step(self, heads: Weights, layers: list[Weights]) -> None:
        """Go one step down the slopes of the heads and of the trained layers."""
        self._done += 1
        groups = [heads, *layers]
        length = sum(float(np.vdot(slope, slope)) for group in groups for slope in group.values()) ** 0.5
        cut = np.float32(min(1.0, _STEEPEST / (length + 1e-9)))
        warm = _WARM * self._steps
        pace = self._done / warm if self._done < warm else (self._steps - self._done) / (self._steps - warm)
        work = [
            self._pool.submit(self._change, number, name, slope, cut, pace)
            for number, group in enumerate(groups)
            for name, slope in group.items()
        ]
        for one in work:
            one.result()

    def _change(self, number: int, name: str, slope: Array, cut: np.float32, pace: float) -> None:
        weights, rate = self._weights[number]
        first, second = self._first[number][name], self._second[number][name]
        slope *= cut
        first *= _FIRST
        first += (1 - _FIRST) * slope
        slope *= slope
        slope *= 1 - _SECOND
        second *= _SECOND
        second += slope
        way = np.sqrt(second / np.float32(1 - _SECOND**self._done))
        way += np.float32(1e-8)
        np.divide(first / np.float32(1 - _FIRST**self._done), way, out=way)
        way += _DECAY * weights[name]
        way *= np.float32(rate * pace)
        weights[name] -= way
