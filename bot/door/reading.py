"""Reading a message beside the event loop, bounded, and without ever failing the message."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import structlog

from bot.door.message import LIMIT
from nlu.reading import Reading, Safety

log = structlog.get_logger("door.reading")
LONGEST = 20_000
"""Characters of an overlong message that are still searched for danger, half from each end."""


class ReadsText(Protocol):
    """What the door needs of ``nlu.reader.Reader``."""

    def read(self, text: str) -> Reading: ...


class ReadingRoom:
    """Reads one message after another on a thread of its own: the reader keeps the processor busy as it is."""

    def __init__(self, reader: ReadsText) -> None:
        self._reader = reader
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")

    async def read(self, text: str) -> Reading | None:
        """The reading, or None where the reader failed: a message must pass even then."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._reader.read, text)
        except Exception as error:  # whatever fails in the reader, the person is answered
            # Not the message of the error: it may quote what was read.
            log.warning("message not read", error=type(error).__name__)
            return None

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)


def within_reach(text: str) -> str:
    """The text as far as it is read: all of it, or both ends of one that is far too long."""
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[: half - 3]}\n…\n{text[-half:]}"


def excerpt(text: str, safety: Safety) -> str:
    """At most :data:`LIMIT` characters of a text, around the words that told of danger."""
    if len(text) <= LIMIT:
        return text
    found = min((at for words in safety.words if (at := text.find(words)) >= 0), default=0)
    start = max(0, min(found - LIMIT // 2, len(text) - LIMIT))
    return text[start : start + LIMIT]
