"""Hears a message and never answers with silence: when the action server cannot be reached, Rasa says so itself."""

from __future__ import annotations

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

TROUBLE = "utter_trouble"
"""What is said when nothing else could be: the words are kept, try again in a minute."""


async def hear(agent: Agent, message: UserMessage) -> None:
    """Handle `message`; its output channel holds at least one reply afterwards. Errors of the handling pass through."""
    await agent.handle_message(message)
    channel = message.output_channel
    if channel.messages:
        return
    tracker = await agent.tracker_store.get_or_create_tracker(message.sender_id)
    reply = await agent.nlg.generate(TROUBLE, tracker, channel.name())
    await channel.send_response(message.sender_id, reply)
