"""Raising an alert so that it cannot be lost: on the disk first, then to the backend, again until it is taken."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.door.backend_client import BackendAwayError, BackendClient, BackendRefusedError
from bot.door.message import LIMIT, Received, Reply
from bot.door.spool import Entry, Spool

log = structlog.get_logger("door.alerts")
FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
"""Seconds between attempts to reach the backend, doubling from the first to the longest."""


def alert_body(
    alert: str, *, level: str, reasons: list[str], text: str, source: str, programme: str | None, thread: str | None
) -> dict[str, Any]:
    """The body of ``POST /internal/alerts`` (docs/wire.md), with the moment it was told."""
    return {
        "id": alert,
        "at": datetime.now(UTC).isoformat(),
        "thread": thread,
        "programme": programme,
        "level": level,
        "reasons": reasons,
        "text": text[:LIMIT],
        "source": source,
    }


ANSWER = "answer"
"""The source of an alert that an answer to the question about danger raises."""
MOST_HELD = 200
"""Alerts held in memory while neither the disk nor the backend takes them; the person was told to ring instead."""


class Alerts:
    """The way of an alert. ``raise_`` never raises: it says whether the alert is safe."""

    def __init__(self, spool: Spool, backend: BackendClient) -> None:
        self._spool = spool
        self._backend = backend
        self._wake = asyncio.Event()
        self._held: dict[str, Entry] = {}

    async def raise_(self, alert: dict[str, Any], *, receipt: dict[str, Any] | None, replies: list[Reply]) -> bool:
        """Keep the alert and try once to hand it over. True when it was taken or waits on the disk.

        ``receipt`` is the body of ``POST /internal/messages`` where the backend has not had the message yet: it is
        sealed with the alert, so that the alert comes to say whose it is and the words are kept.
        """
        entry: Entry = {"alert": alert, "receipt": receipt, "replies": replies}
        kept = await asyncio.to_thread(self._keep, entry)
        if (receipt is None or not kept) and await self._hand_over(entry):
            await asyncio.to_thread(self._forget, alert["id"])
            return True
        if not kept:
            self._hold(entry)
        self._wake.set()
        return kept

    async def drain(self) -> None:
        """Hand over what waits, at start and whenever the backend is back. Runs until it is cancelled."""
        wait = FIRST_WAIT
        while True:
            self._wake.clear()
            if await self._drain_once():
                wait = FIRST_WAIT
                await self._wake.wait()
            else:
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)

    async def _drain_once(self) -> bool:
        """Whether nothing waits any more."""
        empty = await self._place_held()
        try:
            waiting = await asyncio.to_thread(lambda: list(self._spool.waiting()))
        except OSError as error:
            log.warning("spool not readable", error=type(error).__name__)
            return False
        for alert, entry in waiting:
            if await self._hand_over(entry):
                await asyncio.to_thread(self._forget, alert)
                log.info("spooled alert handed over", alert=alert)
            else:
                empty = False
        if empty:
            await asyncio.to_thread(self._spool.reserve)
        return empty

    async def _place_held(self) -> bool:
        """Find a place for what only memory holds: the backend or the disk. Whether none is held any more."""
        for alert, entry in list(self._held.items()):
            if await self._hand_over(entry) or await asyncio.to_thread(self._keep, entry):
                self._held.pop(alert, None)
                log.info("held alert placed", alert=alert)
        return not self._held

    def _hold(self, entry: Entry) -> None:
        """Remember what could be kept nowhere. Nobody is promised anything for it: a crash would lose it."""
        alert = entry["alert"]
        if len(self._held) < MOST_HELD:
            self._held[alert["id"]] = entry
            log.critical("alert held in memory only", alert=alert["id"], level=alert["level"])
        else:
            log.critical("alert lost", alert=alert["id"], level=alert["level"])

    async def _hand_over(self, entry: Entry) -> bool:
        try:
            received = await self._receive_late(entry)
            alert = entry["alert"]
            if received is not None:
                alert = {**alert, "thread": received.thread, "programme": received.programme or alert["programme"]}
                if alert["source"] == ANSWER:  # the action server raises it too, when it hears the message
                    alert["id"] = received.alert_id(ANSWER)
            await self._alert(alert)
        except BackendAwayError:
            return False
        except BackendRefusedError as error:
            log.warning("alert refused", alert=entry["alert"]["id"], refusal=str(error))
            return False
        if received is not None and not (received.duplicate and received.replies):
            await self._record(received, entry["replies"])
        return True

    async def _receive_late(self, entry: Entry) -> Received | None:
        """Hand over the message itself. Where it is refused (signed out since), the alert goes without a thread."""
        if entry["receipt"] is None:
            return None
        try:
            return await self._backend.receive(entry["receipt"], seconds=10)
        except BackendRefusedError as error:
            log.warning("late message refused", alert=entry["alert"]["id"], refusal=str(error))
            return None

    async def _alert(self, alert: dict[str, Any]) -> None:
        try:
            await self._backend.alert(alert)
        except BackendRefusedError as error:
            if error.refusal.status in (401, 403) or (alert["thread"] is None and alert["programme"] is None):
                raise
            # What the alert hangs on is gone or unknown: it must reach the duty list all the same.
            await self._backend.alert({**alert, "thread": None, "programme": None})

    async def _record(self, received: Received, replies: list[Reply]) -> None:
        try:
            await self._backend.deliver(received, replies)
        except (BackendAwayError, BackendRefusedError) as error:
            log.warning("late reply not recorded", thread=received.thread, error=str(error))

    def _keep(self, entry: Entry) -> bool:
        try:
            self._spool.put(entry["alert"]["id"], entry)
        except OSError as error:
            log.warning("alert not spooled", alert=entry["alert"]["id"], error=type(error).__name__)
            return False
        return True

    def _forget(self, alert: str) -> None:
        try:
            self._spool.remove(alert)
        except OSError as error:
            log.warning("spooled alert not removed", alert=alert, error=type(error).__name__)
