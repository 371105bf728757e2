"""What was read in the words outranks what they sound like: the reading, which comes as metadata, settles the intent.

Metadata is that of docs/wire.md, "A message, in order", step 4. Entities carry the needs and the audience to the
tracker; nothing else of the reading enters it.
"""

from __future__ import annotations

import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.settling import settle

AUDIENCES = ("professional", "family")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ReadingEntities(GraphComponent):  # type: ignore[misc]  # Rasa is not typed here
    """Turns a message's metadata into entities and settles its intent. Messages without metadata stay as they are."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],  # noqa: ARG003  the signature is Rasa's
        model_storage: ModelStorage,  # noqa: ARG003
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> ReadingEntities:
        """Rasa's way to build a component; there is nothing to configure or load."""
        return cls()

    def process_training_data(self, training_data: Any) -> Any:
        """Training examples carry no metadata; they pass unchanged."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Settle each message in place and return the same list."""
        for message in messages:
            metadata = message.get(METADATA)
            if isinstance(metadata, dict):
                _settle_message(message, metadata)
        return messages


def _settle_message(message: Message, metadata: dict[str, Any]) -> None:
    text = (message.get(TEXT) or "").strip()
    if metadata.get("press"):
        message.set(TEXT, _with_audience(text, metadata.get("audience")))
    elif text.startswith("/"):
        # Only a press may speak to the dialogue directly; typed, the slash means nothing.
        message.set(TEXT, text.lstrip("/ "), add_to_output=True)
    guess = message.get(INTENT) or {}
    settled = settle(guess.get("name"), float(guess.get("confidence") or 0.0), metadata)
    if settled != guess.get("name"):
        message.set(INTENT, {"name": settled, "confidence": 1.0}, add_to_output=True)
    message.set(ENTITIES, [*message.get(ENTITIES, []), *_entities(metadata)], add_to_output=True)


def _with_audience(text: str, audience: Any) -> str:
    """Rasa takes entities of a ``/intent`` only from its text, so the audience is written there."""
    if audience in AUDIENCES and text.startswith("/") and "{" not in text:
        return text + json.dumps({"audience": audience})
    return text


def _entities(metadata: dict[str, Any]) -> list[dict[str, Any]]:
    found = [_entity("need", need, role=status) for need, status in (metadata.get("needs") or {}).items()]
    if metadata.get("audience") in AUDIENCES:
        found.append(_entity("audience", metadata["audience"]))
    return found


def _entity(name: str, value: str, **more: str) -> dict[str, Any]:
    """An entity without a place in the text: the reading's offsets mean nothing in masked words."""
    return {"entity": name, "value": value, "start": 0, "end": 0, "extractor": "ReadingEntities", **more}
