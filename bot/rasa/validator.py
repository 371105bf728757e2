"""Keeps the validator of action replies: Rasa 3.6 builds it anew for every reply, three quarters of a turn's time.

An event is tried against the shape of its own kind alone. Rasa's schema tries each of its 23 kinds on every event, and
they differ in the kind's name, so that one fits exactly where its own does.
"""

from __future__ import annotations

from typing import Any

from jsonschema import ValidationError
from jsonschema.exceptions import best_match
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


def keep_validator() -> None:
    """Let every action reply be checked by validators that are made once from Rasa's own schema."""
    schema = RemoteAction.action_response_format_spec()
    make = validator_for(schema)
    events = dict(schema["properties"]["events"]["items"])
    kinds = events.pop("oneOf")
    properties = {**schema["properties"], "events": {**schema["properties"]["events"], "items": events}}
    kept = make({**schema, "properties": properties})
    by_kind: dict[str, Validator] = {kind["properties"]["event"]["const"]: make(kind) for kind in kinds}

    def validate(_: RemoteAction, result: dict[str, Any]) -> bool:
        error = best_match(kept.iter_errors(result))
        if error is not None:
            # The place only: the reply itself may hold a family's words.
            place = "/".join(str(part) for part in error.absolute_path) or "the reply"
            raise ValidationError(f"an action's reply is not as Rasa's schema wants it, at {place}")
        for number, event in enumerate(result.get("events") or ()):
            kind = by_kind.get(event["event"])
            if kind is None or not kind.is_valid(event):
                raise ValidationError(f"an action's reply is not as Rasa's schema wants it, at events/{number}")
        return True

    RemoteAction._validate_action_result = validate
