"""Reading a message beside the event loop, bounded, and without ever failing the message."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Protocol

import structlog

from bot.door.message import LIMIT
from bot.door.plain_text import in_plain_letters
from nlu.reading import SAFETY_ORDER, Reading, Safety

log = structlog.get_logger("door.reading")
MOST_READ = 64_000
"""Characters of an overlong message that are looked at: its beginning and its end, half each."""
OVERLAP = 400
"""Characters that two neighbouring parts of an overlong message share, so that no sentence is cut for both."""


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
            # Handed back, not kept: only whether it tells of danger, and in which language, matters. Part by part, so
            # that others' messages are read in between.
            if len(text) > LIMIT:
                found = [await self._on_thread(self._read, part) for part in parts(_bounded(text))]
                safety = strongest(reading.safety for reading in found)
                worst = next(reading for reading in found if reading.safety is safety)
                return Reading(safety=safety, written_in=worst.written_in)
            return await self._on_thread(self._read, text)
        except Exception as error:  # whatever fails in the reader, the person is answered
            # Not the message of the error: it may quote what was read.
            log.warning("message not read", error=type(error).__name__)
            return None

    async def _on_thread(self, read: Callable[[str], Reading], text: str) -> Reading:
        return await asyncio.get_running_loop().run_in_executor(self._thread, read, text)

    def _read(self, text: str) -> Reading:
        reading = self._reader.read(text)
        plain = in_plain_letters(text)
        if plain == text:
            return reading
        return replace(reading, safety=strongest((reading.safety, self._reader.read(plain).safety)))

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)


def _bounded(text: str) -> str:
    half = MOST_READ // 2
    return text if len(text) <= MOST_READ else f"{text[:half]}\n{text[-half:]}"


def parts(text: str) -> list[str]:
    """An overlong text in parts that can be read, each sharing :data:`OVERLAP` characters with the one before."""
    step = LIMIT - OVERLAP
    return [text[start : start + LIMIT] for start in range(0, max(1, len(text) - OVERLAP), step)]


def strongest(found: Iterable[Safety]) -> Safety:
    """The most serious of them; the first where several are as serious."""
    return max(found, key=lambda safety: SAFETY_ORDER.index(safety.level))


def excerpt(text: str, safety: Safety) -> str:
    """At most :data:`LIMIT` characters of a text, around the words that told of danger."""
    if len(text) <= LIMIT:
        return text
    found = min((at for words in safety.words if (at := text.find(words)) >= 0), default=0)
    start = max(0, min(found - LIMIT // 2, len(text) - LIMIT))
    return text[start : start + LIMIT]
