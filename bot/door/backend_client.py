"""The door's side of the backend's internal routes (docs/wire.md)."""

from __future__ import annotations

from typing import Any

import httpx

from bot.door.message import Incoming, Received, Refusal, Reply


class BackendAwayError(Exception):
    """The backend did not answer in time, or answered that it cannot."""


class BackendRefusedError(Exception):
    """The backend answered that this may not be; ``refusal`` says it in words for the person."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.status} {refusal.code}")
        self.refusal = refusal


class BackendClient:
    """``POST`` to ``/internal/…`` with the service token."""

    def __init__(self, client: httpx.AsyncClient, origin: str, service_token: str) -> None:
        self._client = client
        self._origin = origin
        self._headers = {"Authorization": f"Service {service_token}"}

    async def receive(self, body: dict[str, Any], *, seconds: float) -> Received:
        """Keep the words and the reading, and learn who is speaking."""
        return Received.from_json(await self._post("/internal/messages", body, seconds))

    async def deliver(self, received: Received, replies: list[Reply], *, seconds: float = 15.0) -> list[Reply]:
        """Record what is said; the backend fills its markers and makes the buttons' payloads opaque."""
        body = {"thread": received.thread, "message": received.message, "replies": replies}
        answer = await self._post("/internal/replies", body, seconds)
        filled: list[Reply] = answer["replies"]
        return filled

    async def alert(self, alert: dict[str, Any], *, seconds: float = 3.0) -> None:
        """Raise an alert; the same id again changes nothing."""
        await self._post("/internal/alerts", alert, seconds)

    async def _post(self, path: str, body: dict[str, Any], seconds: float) -> dict[str, Any]:
        try:
            response = await self._client.post(
                self._origin + path, json=body, headers=self._headers, timeout=httpx.Timeout(seconds)
            )
        except httpx.HTTPError as error:
            raise BackendAwayError(type(error).__name__) from None
        if response.is_success:
            return _object(response)
        if response.status_code == 408 or response.status_code >= 500:
            raise BackendAwayError(str(response.status_code))
        raise BackendRefusedError(_refusal(response))


def receipt_body(incoming: Incoming, reading: dict[str, Any], *, delivery: str | None) -> dict[str, Any]:
    """The body of ``POST /internal/messages``. Needs a credential."""
    assert incoming.credential is not None, "only what comes with a credential is sent to the backend"  # noqa: S101
    return {
        "channel": incoming.channel,
        "credential": incoming.credential.to_json(),
        "conversation": incoming.conversation,
        "delivery": delivery,
        "text": incoming.text,
        "reading": reading,
        "programme": incoming.programme,
        "pressed": incoming.pressed,
    }


def _object(response: httpx.Response) -> dict[str, Any]:
    try:
        data = response.json()
    except ValueError:
        raise BackendAwayError("not JSON") from None
    if not isinstance(data, dict):
        raise BackendAwayError("not an object")
    return data


def _refusal(response: httpx.Response) -> Refusal:
    try:
        error = response.json()["error"]
        wait = response.headers.get("retry-after", "")
        return Refusal(
            response.status_code, str(error["code"]), str(error["message"]), int(wait) if wait.isdigit() else None
        )
    except (ValueError, KeyError, TypeError):
        return Refusal(response.status_code, "refused", "This message could not be taken.")
