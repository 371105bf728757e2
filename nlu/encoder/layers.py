"""One layer of a transformer, forward and back, in numpy: attention, then a wider net, each added to its input.

``forward`` is all that reading needs; ``backward`` lets the layer be trained without another library. Texts of a
batch lie under one another (texts · places × width), padded to one length; ``mask`` is 0 for a piece and very negative
for padding.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nlu.encoder.pretrained import HEADS, WIDTH, Array, Weights

_SIZE = WIDTH // HEADS
_SCALE = np.float32(_SIZE**-0.5)
_BEND = np.float32((2 / np.pi) ** 0.5)
_CUBE = np.float32(0.044715)
_HALF = np.float32(0.5)
_TINY = np.float32(1e-12)
_ROWS = 48


@dataclass(slots=True)
class Kept:
    """What the way forward leaves for the way back."""

    x: Array
    query: Array
    key: Array
    value: Array
    share: Array
    gathered: Array
    drop_first: Array | None
    normed_first: tuple[Array, Array]
    middle: Array
    slope: Array
    active: Array
    drop_second: Array | None
    normed_second: tuple[Array, Array]


def _norm(x: Array, scale: Array, shift: Array) -> tuple[Array, tuple[Array, Array]]:
    centred = x - x.mean(-1, keepdims=True)
    inverse = 1 / np.sqrt((centred * centred).mean(-1, keepdims=True) + _TINY)
    centred *= inverse
    return centred * scale + shift, (centred, inverse)


def _norm_back(d: Array, kept: tuple[Array, Array], scale: Array) -> tuple[Array, Array, Array]:
    normal, inverse = kept
    dn = d * scale
    dx = dn - dn.mean(-1, keepdims=True)
    dx -= normal * (dn * normal).mean(-1, keepdims=True)
    dx *= inverse
    return dx, (d * normal).sum(0), d.sum(0)


def _dropped(x: Array, drop: float, chance: np.random.Generator | None) -> tuple[Array, Array | None]:
    if chance is None:
        return x, None
    kept = (chance.random(x.shape, dtype=np.float32) >= drop) / np.float32(1 - drop)
    return x * kept, kept


def _gelu(x: Array, *, with_slope: bool) -> tuple[Array, Array]:
    """The bent line between the two nets, and its slope; a few rows at a time, which stay near the processor."""
    active, slope = np.empty_like(x), np.empty_like(x) if with_slope else x
    for start in range(0, len(x), _ROWS):
        some = x[start : start + _ROWS]
        square = some * some
        bend = square * (_BEND * _CUBE)
        bend += _BEND
        bend *= some
        np.tanh(bend, out=bend)
        half = bend * _HALF
        half += _HALF
        np.multiply(some, half, out=active[start : start + _ROWS])
        if with_slope:
            square *= 3 * _BEND * _CUBE * _HALF
            square += _BEND * _HALF
            square *= some
            bend *= bend
            np.subtract(1, bend, out=bend)
            square *= bend
            np.add(square, half, out=slope[start : start + _ROWS])
    return active, slope


def forward(
    x: Array, weights: Weights, mask: Array, chance: np.random.Generator | None = None, drop: float = 0.1
) -> tuple[Array, Kept]:
    """One layer. With ``chance`` the sums are thinned by ``drop``, as training wants it."""
    texts, places = mask.shape
    triple = x @ weights["attend"] + weights["attend_bias"]
    query, key, value = triple.reshape(texts, places, 3, HEADS, _SIZE).transpose(2, 0, 3, 1, 4)
    share = (query @ key.transpose(0, 1, 3, 2)) * _SCALE + mask[:, None, None, :]
    share -= share.max(-1, keepdims=True)
    np.exp(share, out=share)
    share /= share.sum(-1, keepdims=True)
    gathered = (share @ value).transpose(0, 2, 1, 3).reshape(texts * places, WIDTH)
    first, drop_first = _dropped(gathered @ weights["gather"] + weights["gather_bias"], drop, chance)
    middle, normed_first = _norm(x + first, weights["first_scale"], weights["first_shift"])
    wide = middle @ weights["widen"]
    wide += weights["widen_bias"]
    active, slope = _gelu(wide, with_slope=chance is not None)
    second, drop_second = _dropped(active @ weights["narrow"] + weights["narrow_bias"], drop, chance)
    out, normed_second = _norm(middle + second, weights["second_scale"], weights["second_shift"])
    kept = Kept(
        x, query, key, value, share, gathered, drop_first, normed_first, middle, slope, active, drop_second,
        normed_second,
    )  # fmt: skip
    return out, kept


def backward(d: Array, kept: Kept, weights: Weights) -> tuple[Array, Weights]:
    """The slope at the layer's input, and the slopes of its weights, from the slope at its output."""
    slopes: Weights = {}
    middle, slopes["second_scale"], slopes["second_shift"] = _norm_back(d, kept.normed_second, weights["second_scale"])
    second = middle if kept.drop_second is None else middle * kept.drop_second
    slopes["narrow"] = kept.active.T @ second
    slopes["narrow_bias"] = second.sum(0)
    wide = second @ weights["narrow"].T
    wide *= kept.slope
    slopes["widen"] = kept.middle.T @ wide
    slopes["widen_bias"] = wide.sum(0)
    middle = middle + wide @ weights["widen"].T
    dx, slopes["first_scale"], slopes["first_shift"] = _norm_back(middle, kept.normed_first, weights["first_scale"])
    first = dx if kept.drop_first is None else dx * kept.drop_first
    slopes["gather"] = kept.gathered.T @ first
    slopes["gather_bias"] = first.sum(0)
    return dx + _attention_back(first @ weights["gather"].T, kept, weights, slopes), slopes


def _attention_back(d: Array, kept: Kept, weights: Weights, slopes: Weights) -> Array:
    texts, _, places, _ = kept.query.shape
    gathered = d.reshape(texts, places, HEADS, _SIZE).transpose(0, 2, 1, 3)
    value = kept.share.transpose(0, 1, 3, 2) @ gathered
    share = gathered @ kept.value.transpose(0, 1, 3, 2)
    share = kept.share * (share - (share * kept.share).sum(-1, keepdims=True)) * _SCALE
    triple = np.stack([share @ kept.key, share.transpose(0, 1, 3, 2) @ kept.query, value])
    flat = triple.transpose(1, 3, 0, 2, 4).reshape(texts * places, 3 * WIDTH)
    slopes["attend"] = kept.x.T @ flat
    slopes["attend_bias"] = flat.sum(0)
    back: Array = flat @ weights["attend"].T
    return back
