"""What a message means as an answer to the questions that people answer in countless words."""

from __future__ import annotations

from nlu.encoder.read import Encoder, Part

SURE = 0.8
"""The least chance at which a meaning is told. Chosen on texts that were learned from; docs/model-card.md has what it
is worth on others."""
MOST_WORDS = 60
"""A longer message is a story; answers were learned up to some forty words."""


def read_meant(text: str, parts: tuple[Part, ...]) -> dict[str, str]:
    """Question → meaning (:data:`nlu.encoder.questions.QUESTIONS`), of those that are plain and answer it."""
    if len(parts) != 1 or len(text.split()) > MOST_WORDS:
        return {}
    told = Encoder.meant(parts[0])
    return {question: code for question, (code, chance) in told.items() if chance >= SURE and code != "other"}
