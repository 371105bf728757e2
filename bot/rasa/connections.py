"""Keeps the connection to the action server open: Rasa 3.6 makes a client and a connection for every call."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from rasa.utils.endpoints import EndpointConfig

if TYPE_CHECKING:
    from aiohttp import ClientSession

_KEPT = "front_door_session"
_open: list[ClientSession] = []


class _StaysOpen(AbstractAsyncContextManager["ClientSession"]):
    """A session that is not closed when whoever used it is done."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session

    async def __aenter__(self) -> ClientSession:
        """The session."""
        return self._session

    async def __aexit__(self, *_: object) -> None:
        """Leave it as it is."""


def keep_connections() -> None:
    """Let each endpoint have one session, which is closed with :func:`close_connections`."""
    make = EndpointConfig.session

    def kept(endpoint: EndpointConfig) -> _StaysOpen:
        session = getattr(endpoint, _KEPT, None)
        if session is None or session.closed:
            session = make(endpoint)
            setattr(endpoint, _KEPT, session)
            _open.append(session)
        return _StaysOpen(session)

    EndpointConfig.session = kept


async def close_connections() -> None:
    """Close every session that was kept."""
    while _open:
        await _open.pop().close()
