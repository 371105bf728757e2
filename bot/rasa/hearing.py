"""Hears a message and never leaves it unanswered: when the action server cannot be reached, Rasa says so itself."""

from __future__ import annotations

from typing import Any

from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage

TROUBLE = "utter_trouble"
"""What is said when the action could not be: the words are kept, try again in a minute."""
_FAILED = "front_door_action_failed"


def notice_failures() -> None:
    """Let a channel remember that its action failed: Rasa logs it, and goes on as if nothing had been to be said."""
    run = RemoteAction.run

    async def noticed(action: RemoteAction, output_channel: OutputChannel, *rest: Any, **more: Any) -> Any:
        try:
            return await run(action, output_channel, *rest, **more)
        except ActionExecutionRejection:
            raise
        except Exception:
            setattr(output_channel, _FAILED, True)
            raise

    RemoteAction.run = noticed


async def hear(agent: Agent, message: UserMessage) -> None:
    """Handle `message`; its output channel holds a whole answer afterwards. Errors of the handling pass through.

    A greeting whose question was lost is no answer: whoever gets it does not know what to say next.
    """
    await agent.handle_message(message)
    channel = message.output_channel
    if channel.messages and not getattr(channel, _FAILED, False):
        return
    tracker = await agent.tracker_store.get_or_create_tracker(message.sender_id)
    reply = await agent.nlg.generate(TROUBLE, tracker, channel.name())
    await channel.send_response(message.sender_id, {**reply, "utter_action": TROUBLE})
