"""The layers in eight bits find in a text what the layers in single precision find."""

import numpy as np

from nlu.encoder import pretrained
from nlu.encoder.eight_bits import as_onnx
from nlu.encoder.layers import forward
from nlu.encoder.pretrained import LAYERS, WIDTH, Array
from nlu.encoder.quick import Layers

TEXTS = ("Dad's not worked since March", "ok", "she used to drink; she has been dry for two years now, her sister says")


def _full(pieces: Array, layers: list[pretrained.Weights]) -> Array:
    x = pieces.reshape(-1, WIDTH)
    mask = np.zeros(pieces.shape[:2], np.float32)
    for weights in layers:
        x, _ = forward(x, weights, mask)
    return x


def test_layers_in_eight_bits_say_what_the_full_ones_say() -> None:
    layers = [pretrained.layer(number) for number in range(LAYERS)]
    quick = Layers(as_onnx(layers))
    for text in TEXTS:
        pieces = pretrained.embedded(np.array([pretrained.tokenizer().encode(text).ids]))
        full, eight = _full(pieces, layers), quick(pieces)[0]
        alike = (full * eight).sum(-1) / np.linalg.norm(full, axis=-1) / np.linalg.norm(eight, axis=-1)
        assert alike.min() > 0.95


def test_the_same_layers_make_the_same_file() -> None:
    layers = [pretrained.layer(0)]
    assert as_onnx(layers) == as_onnx(layers)
