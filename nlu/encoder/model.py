"""The trained network as one file of arrays, with the version that every reading made by it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from nlu.encoder import pretrained
from nlu.encoder.examples import labels
from nlu.encoder.network import FROZEN, Network

MODEL_FILE = Path(__file__).parent / "model" / "encoder.npz"
_CODE = ("examples.py", "layers.py", "learning.py", "network.py", "optimiser.py", "pretrained.py", "train.py")


def version_of(files: Iterable[Path]) -> str:
    """What a model was made from, as twelve hexadecimal digits: the texts and the code that learns."""
    digest = hashlib.sha256()
    for file in [*files, *(Path(__file__).parent / name for name in _CODE)]:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def save(network: Network, path: Path, version: str) -> None:
    """Write the model, at half precision. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    trained = list(enumerate(network.layers))[FROZEN:]
    arrays = {f"{number}.{name}": w for number, layer in trained for name, w in layer.items()}
    arrays |= {f"heads.{name}": w for name, w in network.heads.items()}
    partial = path.with_suffix(".partial.npz")
    np.savez(
        partial,
        version=np.array(version),
        labels=np.array("\n".join(labels())),
        **{name: w.astype(np.float16) for name, w in arrays.items()},  # type: ignore[arg-type]
    )
    partial.replace(path)


def load(path: Path = MODEL_FILE) -> tuple[Network, str]:
    """The network and its version. Raises OSError where there is no file, ValueError where it is none of ours."""
    with np.load(path, allow_pickle=False) as kept:
        if "labels" not in kept or str(kept["labels"]) != "\n".join(labels()):
            raise ValueError(f"{path.name} was trained for other needs; run make setup")
        arrays = {name: kept[name].astype(np.float32) for name in kept.files if "." in name}
        version = str(kept["version"])
    layers = sorted({int(name.split(".")[0]) for name in arrays if name[0].isdigit()})
    groups = [pretrained.layer(number) for number in range(layers[0])]
    groups += [{n.split(".")[1]: w for n, w in arrays.items() if n.startswith(f"{number}.")} for number in layers]
    heads = {name.split(".")[1]: w for name, w in arrays.items() if name.startswith("heads.")}
    return Network(groups, heads), version
