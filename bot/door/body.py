"""Request bodies, taken whole and bounded in size and time."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

LARGEST = 256 * 1024
"""Bytes in a request's body."""
BEGINNING = 64 * 1024
"""Bytes of a body that is too large which are looked at all the same: danger may be told in them."""
SECONDS = 20.0
"""For a whole body. Four thousand characters need one second on the slowest telephone line there is."""


class NotTakenError(Exception):
    """A body was not taken; ``beginning`` is what came of it."""

    def __init__(self, beginning: bytes = b"") -> None:
        super().__init__()
        self.beginning = beginning


class TooLargeError(NotTakenError):
    """The body is larger than :data:`LARGEST`."""


class TooSlowError(NotTakenError):
    """The body did not come within :data:`SECONDS`."""


async def whole_body(request: Request) -> bytes:
    """The body. Raises :class:`TooLargeError` or :class:`TooSlowError` with its beginning."""
    declared = request.headers.get("content-length", "0")
    wanted = BEGINNING if declared.isdigit() and int(declared) > LARGEST else LARGEST
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(SECONDS):
            async for piece in request.stream():
                pieces.append(piece)
                size += len(piece)
                if size > wanted:
                    raise TooLargeError(_beginning(pieces))
    except TimeoutError:
        raise TooSlowError(_beginning(pieces)) from None
    if wanted == BEGINNING:
        raise TooLargeError(_beginning(pieces))
    return b"".join(pieces)


def caller_address(request: Request) -> str:
    """Where the request comes from, for limits only: never stored, never logged."""
    return request.client.host if request.client else "unknown"


def _beginning(pieces: list[bytes]) -> bytes:
    return b"".join(pieces)[:BEGINNING]
