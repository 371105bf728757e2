"""The trained layers as they read: an ONNX file of eight-bit weights, run by ONNX Runtime."""

from __future__ import annotations

import onnxruntime

from nlu.encoder.pretrained import Array


class Layers:
    """The layers, loaded from what ``nlu.encoder.eight_bits`` made. One thread: messages are read beside much else."""

    def __init__(self, file: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])

    def __call__(self, pieces: Array) -> Array:
        """Vectors before the first layer (texts × places × ``WIDTH``) → after the last."""
        out: Array = self._session.run(None, {"pieces": pieces})[0]
        return out
