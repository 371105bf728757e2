"""The trained layers as an ONNX file of eight-bit weights, which reading needs no more than (``nlu.encoder.quick``).

Training needs single precision and slopes, reading neither: in eight bits the layers take a quarter of the time and of
the room. Of the eight bits seven are used, since processors without the newer instructions overflow on sums of all.
"""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from nlu.encoder.pretrained import HEADS, WIDTH, Array, Weights

_OPERATORS = 20
"""The version of ONNX's operators: the first with the bent line between the two nets."""
_FORMAT = 9
_SIZE = WIDTH // HEADS


class _Graph:
    """Nodes and constants as they are added; every value has a name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: Array) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def add(self, kind: str, name: str, *inputs: str, **how: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name, **how))
        return name

    def linear(self, name: str, x: str, weight: Array, bias: Array) -> str:
        product = self.add("MatMul", f"{name}.product", x, self.constant(f"{name}.weight", weight.astype(np.float32)))
        return self.add("Add", name, product, self.constant(f"{name}.bias", bias.astype(np.float32)))

    def normed(self, name: str, x: str, scale: Array, shift: Array) -> str:
        scales = self.constant(f"{name}.scale", scale.astype(np.float32))
        shifts = self.constant(f"{name}.shift", shift.astype(np.float32))
        return self.add("LayerNormalization", name, x, scales, shifts, axis=-1, epsilon=1e-12)


def _attention(graph: _Graph, at: str, x: str, weights: Weights) -> str:
    split, whole = (
        graph.constant("split", np.array([0, 0, HEADS, _SIZE])),
        graph.constant("whole", np.array([0, 0, WIDTH])),
    )
    parts = []
    for number, part in enumerate(("query", "key", "value")):
        own = slice(number * WIDTH, (number + 1) * WIDTH)
        # The scale of the products goes into the queries' weights.
        scale = _SIZE**-0.5 if part == "query" else 1.0
        told = graph.linear(f"{at}.{part}", x, weights["attend"][:, own] * scale, weights["attend_bias"][own] * scale)
        heads = graph.add("Reshape", f"{at}.{part}.heads", told, split)
        order = [0, 2, 3, 1] if part == "key" else [0, 2, 1, 3]
        parts.append(graph.add("Transpose", f"{at}.{part}.turned", heads, perm=order))
    query, key, value = parts
    share = graph.add("Softmax", f"{at}.share", graph.add("MatMul", f"{at}.alike", query, key), axis=-1)
    gathered = graph.add("MatMul", f"{at}.gathered", share, value)
    turned = graph.add("Transpose", f"{at}.gathered.turned", gathered, perm=[0, 2, 1, 3])
    return graph.add("Reshape", f"{at}.gathered.whole", turned, whole)


def _layer(graph: _Graph, at: str, x: str, weights: Weights) -> str:
    gathered = _attention(graph, at, x, weights)
    first = graph.linear(f"{at}.gather", gathered, weights["gather"], weights["gather_bias"])
    summed = graph.add("Add", f"{at}.first", x, first)
    middle = graph.normed(f"{at}.middle", summed, weights["first_scale"], weights["first_shift"])
    wide = graph.linear(f"{at}.widen", middle, weights["widen"], weights["widen_bias"])
    active = graph.add("Gelu", f"{at}.active", wide, approximate="tanh")
    second = graph.linear(f"{at}.narrow", active, weights["narrow"], weights["narrow_bias"])
    summed = graph.add("Add", f"{at}.second", middle, second)
    return graph.normed(f"{at}.out", summed, weights["second_scale"], weights["second_shift"])


def as_onnx(layers: list[Weights]) -> bytes:
    """All layers as an ONNX file of eight-bit weights: vectors of pieces (1 × places × ``WIDTH``) in, as many out."""
    graph = _Graph()
    x = "pieces"
    for number, weights in enumerate(layers):
        x = _layer(graph, f"layer{number}", x, weights)
    shape: list[str | int | None] = ["texts", "places", WIDTH]
    inputs = [helper.make_tensor_value_info("pieces", TensorProto.FLOAT, shape)]
    outputs = [helper.make_tensor_value_info(x, TensorProto.FLOAT, shape)]
    made = helper.make_graph(graph.nodes, "encoder", inputs, outputs, list(graph.constants.values()))
    whole = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPERATORS)])
    whole.ir_version = _FORMAT
    onnx.checker.check_model(whole)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "full.onnx", Path(folder) / "quick.onnx"
        onnx.save(whole, source)
        # It advises a preparation that this graph does not need: all its shapes are known.
        logging.disable(logging.WARNING)
        quantize_dynamic(
            source,
            target,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
        logging.disable(logging.NOTSET)
        return target.read_bytes()
