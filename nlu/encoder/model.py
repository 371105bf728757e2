"""The trained network as one file of arrays, with the version that every reading made by it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nlu.encoder.examples import labels
from nlu.encoder.network import Network
from nlu.encoder.pretrained import Weights
from nlu.encoder.questions import MEANINGS
from nlu.encoder.quick import Layers

MODEL_FILE = Path(__file__).parent / "model" / "encoder.npz"
_CODE = ("eight_bits", "examples", "layers", "learning", "network", "optimiser", "pretrained", "questions", "train")


def version_of(files: Iterable[Path]) -> str:
    """What a model was made from, as twelve hexadecimal digits: the texts and the code that learns."""
    digest = hashlib.sha256()
    for file in [*files, *(Path(__file__).parent / f"{name}.py" for name in _CODE)]:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Trained:
    """What reading needs: the layers, the heads, and the version that readings name."""

    layers: Layers
    heads: Weights
    version: str


def save(network: Network, path: Path, version: str) -> None:
    """Write the model: the layers in eight bits, the heads as they are. Raises OSError."""
    # Only training needs what writes ONNX files; reading starts a second sooner without it.
    from nlu.encoder.eight_bits import as_onnx

    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial.npz")
    np.savez(
        partial,
        version=np.array(version),
        labels=np.array("\n".join(labels())),
        layers=np.frombuffer(as_onnx(network.layers), np.uint8),
        **{f"heads.{name}": w for name, w in network.heads.items()},  # type: ignore[arg-type]
    )
    partial.replace(path)


def load(path: Path = MODEL_FILE) -> Trained:
    """What was saved. Raises OSError where there is no file, ValueError where it is none of ours."""
    with np.load(path, allow_pickle=False) as kept:
        if "labels" not in kept or str(kept["labels"]) != "\n".join(labels()):
            raise ValueError(f"{path.name} was trained for other needs; run make setup")
        heads = {name.removeprefix("heads."): kept[name] for name in kept.files if name.startswith("heads.")}
        if heads.get("meant_bias", np.empty(0)).shape != (len(MEANINGS),):
            raise ValueError(f"{path.name} was trained for other questions; run make setup")
        return Trained(Layers(kept["layers"].tobytes()), heads, str(kept["version"]))
