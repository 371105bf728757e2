"""The intent classifier: what a message asks of the talk, in doubt an answer to the question that is open.

Takes the place of Rasa's featurizers, classifier and fallback (docs/decisions/0004-what-rasa-decides.md).
"""

from __future__ import annotations

import json
import math
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.doubt import in_doubt
from bot.rasa.features import Lexicon, share_unknown
from bot.rasa.linear import Linear, fit

FALLBACK = "nlu_fallback"
_SURER = 4.0
"""Scores are multiplied by this before they are made into shares, so that a share of 0.9 is right nine times in ten."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentOrAnswer(GraphComponent):  # type: ignore[misc]  # Rasa is not typed here
    """Scores every intent, and takes a command for one only where it is plainly none of the answers."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``margins``: see :mod:`bot.rasa.doubt`."""
        return {"margins": {}}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._margins: dict[str, float] = config["margins"]
        self._storage = storage
        self._resource = resource
        self._lexicon = Lexicon({}, {})
        self._linear: Linear | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  the signature is Rasa's
    ) -> IntentOrAnswer:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> IntentOrAnswer:
        """The trained component. Raises ValueError where the model does not hold one."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component._linear = Linear.load(folder)
            component._lexicon = Lexicon(**json.loads((folder / "lexicon.json").read_text(encoding="utf-8")))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on the examples, and keep the families of words and the spellings that they came with."""
        families: dict[str, list[str]] = {}
        for table in training_data.lookup_tables:
            for word in table["elements"]:
                families.setdefault(word, []).append(table["name"])
        spellings = {short: meant.split() for short, meant in training_data.entity_synonyms.items()}
        self._lexicon = Lexicon(families, spellings)
        examples = [(one.get(TEXT), one.get(INTENT)) for one in training_data.intent_examples if one.get(TEXT)]
        self._linear = fit([self._lexicon.blocks(text) for text, _ in examples], [intent for _, intent in examples])
        with self._storage.write_to(self._resource) as folder:
            self._linear.save(folder)
            kept = {"families": families, "spellings": spellings}
            (folder / "lexicon.json").write_text(json.dumps(kept), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after this learns from what it says."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's intent, with its share of the scores as confidence (0 to 1)."""
        for message in messages:
            self._hear(message)
        return messages

    def _hear(self, message: Message) -> None:
        if self._linear is None:
            return
        text = message.get(TEXT) or ""
        metadata = message.get(METADATA)
        question = metadata.get("question") if isinstance(metadata, dict) else None
        scores = self._linear.scores(self._lexicon.blocks(text))
        best = max(scores, key=lambda name: scores[name])
        share = _shares(scores)[best]
        if in_doubt(scores, question, share_unknown(text), self._margins):
            best = FALLBACK
        message.set(INTENT, {"name": best, "confidence": share}, add_to_output=True)


def _shares(scores: dict[str, float]) -> dict[str, float]:
    highest = max(scores.values())
    raised = {name: math.exp(_SURER * (score - highest)) for name, score in scores.items()}
    whole = sum(raised.values())
    return {name: value / whole for name, value in raised.items()}
