"""Ridge regression for few texts and many features, by way of the texts' own similarity: exact, nothing at random.

With some thousand texts and some ten thousand features the texts are the small side. One factorisation serves every
question asked of the same texts.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

RIDGE = 1.0
"""The penalty. 0.1 to 1 were compared by leaving authors out (docs/model-card.md)."""


def fit_ridge(similarity: Array, targets: Array) -> tuple[Array, Array]:
    """Weights per text and question, and an intercept per question.

    ``similarity`` (texts × texts) holds dot products, ``targets`` (texts × questions) +1 for yes and -1 for no; then
    ``similarity @ weights + intercepts`` estimates the targets. The intercept is not penalised.
    """
    texts = len(similarity)
    penalised = similarity + np.float32(RIDGE) * np.eye(texts, dtype=np.float32)
    solved = np.linalg.solve(penalised, np.hstack([targets, np.ones((texts, 1), np.float32)]))
    intercepts = solved[:, :-1].sum(axis=0) / solved[:, -1].sum()
    weights = solved[:, :-1] - solved[:, -1:] * intercepts
    return weights.astype(np.float32), intercepts.astype(np.float32)
