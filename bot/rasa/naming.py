"""Names each reply's response beside its words, so that the backend can say the same in a family's own language."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel

_OWN = frozenset(
    {"text", "buttons", "elements", "quick_replies", "attachment", "image", "custom", "timestamp", "utter_action"}
    | {"template", "template_name", "model_id", "assistant_id", "id", "recipient_id"}
)
"""Keys of a message that are Rasa's; the others are what was filled into the wording."""


def name_responses() -> None:
    """Let the channel that collects replies keep the response's name, and what its wording was filled with."""
    send = CollectingOutputChannel.send_response

    async def named(self: CollectingOutputChannel, recipient_id: str, message: dict[str, Any]) -> None:
        response = message.get("utter_action")
        filled = {key: value for key, value in message.items() if key not in _OWN and isinstance(value, str)}
        first = len(self.messages)
        await send(self, recipient_id, message)
        if response and len(self.messages) > first and "text" in self.messages[first]:
            said = {"response": response, "variables": filled}
            self.messages[first]["custom"] = {**(self.messages[first].get("custom") or {}), "said": said}

    CollectingOutputChannel.send_response = named
