"""Request bodies, taken whole and bounded."""

from __future__ import annotations

from starlette.requests import Request

LARGEST = 256 * 1024
"""Bytes in a request's body."""


class TooLargeError(Exception):
    """The body is larger than :data:`LARGEST`."""


async def whole_body(request: Request) -> bytes:
    """The body. Raises :class:`TooLargeError` as soon as it is known to be too large."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > LARGEST:
        raise TooLargeError
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > LARGEST:
            raise TooLargeError
        pieces.append(piece)
    return b"".join(pieces)


def caller_address(request: Request) -> str:
    """Where the request comes from, for limits only: never stored, never logged."""
    return request.client.host if request.client else "unknown"
