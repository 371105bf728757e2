"""Keeps what was read out of the slots: Rasa would put the first message's metadata into one at a session's start."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel
from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker


def keep_metadata_out_of_slots() -> None:
    """Start sessions without metadata. The message itself keeps it, for the actions."""
    start = MessageProcessor._update_tracker_session

    async def start_without(
        self: MessageProcessor,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        metadata: dict[str, Any] | None = None,  # noqa: ARG001  Rasa passes it; leaving it out is the point
    ) -> None:
        await start(self, tracker, output_channel, None)

    MessageProcessor._update_tracker_session = start_without
