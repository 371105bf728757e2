"""Keeps the thread of each talk in memory, bounded in length and time; nothing is ever written to disk.

The draft in the backend is the record. What is lost here (a restart, an hour's pause) costs nobody an answer: the next
action reads the draft and asks what is open.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker


@dataclass
class _Thread:
    events: list[Event]
    last_used: float
    """Seconds on the monotonic clock."""


class ThreadStore(TrackerStore):  # type: ignore[misc]  # Rasa is not typed here
    """The newest events of each conversation, forgotten when it has been idle for `idle_minutes`."""

    def __init__(
        self,
        domain: Domain | None,
        event_broker: EventBroker | None = None,
        newest_events: int = 60,
        idle_minutes: float = 60.0,
        **kwargs: Any,
    ) -> None:
        """`newest_events` is how many events a conversation keeps at least; slots are kept whatever is dropped."""
        super().__init__(domain, event_broker, **kwargs)
        self._newest_events = newest_events
        self._idle_seconds = idle_minutes * 60
        self._threads: OrderedDict[str, _Thread] = OrderedDict()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the newest turns of a conversation and forget idle ones."""
        await self.stream_events(tracker)
        self._threads[tracker.sender_id] = _Thread(self._newest(tracker), time.monotonic())
        self._threads.move_to_end(tracker.sender_id)
        self._forget_idle()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as far as it is kept; None when it is unknown or was forgotten."""
        self._forget_idle()
        thread = self._threads.get(sender_id)
        if thread is None:
            return None
        return DialogueStateTracker.from_events(sender_id, thread.events, self.domain.slots, domain=self.domain)

    async def keys(self) -> Iterable[str]:
        """The conversations that are kept."""
        return list(self._threads)

    def _forget_idle(self) -> None:
        oldest_allowed = time.monotonic() - self._idle_seconds
        while self._threads:
            sender_id, thread = next(iter(self._threads.items()))
            if thread.last_used >= oldest_allowed:
                return
            del self._threads[sender_id]

    def _newest(self, tracker: DialogueStateTracker) -> list[Event]:
        """Whole turns only, so that Rasa never wakes up in the middle of one."""
        events = list(tracker.events)
        turns = [i for i, event in enumerate(events) if isinstance(event, UserUttered)]
        if len(events) <= self._newest_events or not turns:
            return events
        # A turn begins with the listening before the words.
        start = max((i - 1 for i in turns if i - 1 <= len(events) - self._newest_events), default=0)
        if start <= 0:
            return events
        slots: list[Event] = [
            SlotSet(name, slot.value) for name, slot in tracker.slots.items() if slot.value is not None
        ]
        return slots + events[start:]
