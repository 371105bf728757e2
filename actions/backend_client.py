"""The only way to the backend: its internal routes, as ``docs/wire.md`` has them."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar
from uuid import NAMESPACE_URL, uuid5

import httpx

from actions.interview.thread import Assessment, Open, Programme, Thread

Json = dict[str, Any]
Result = TypeVar("Result")
StopReason = Literal["refused", "not_yet", "withdrawn"]

_TIMEOUT = httpx.Timeout(8.0, connect=2.0)
"""Seconds. Rasa itself is given 15 s for a turn, which is two reads and two writes at worst."""


class BackendError(Exception):
    """The backend did not do what was asked. The message names the route's kind and a code, nothing of a family."""


class BackendUnreachableError(BackendError):
    """It did not answer, in time or at all, or it failed."""


class VersionConflictError(BackendError):
    """The draft moved since it was read: read it again and do it over."""


class BackendRefusedError(BackendError):
    """It understood and said no (400, 401, 403, 404, 422)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the backend makes of new content."""

    version: int
    assessment: Assessment | None
    out_of_area: bool
    elsewhere: str | None
    """Whose area the postcode is in, as a sentence, where it is another programme's."""
    programme: Programme | None
    """The programme's interview view; None where none is chosen, or where only its code came back."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A nomination that was made."""

    reference: str
    status: str
    verdict: str | None
    next_step: str


@dataclass(frozen=True, slots=True)
class Added:
    """What was added to a nomination that was made before."""

    reference: str
    status: str


class BackendClient:
    """The internal routes over one connection pool. Every method raises a :class:`BackendError` on failure."""

    def __init__(self, url: str, token: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._http = httpx.AsyncClient(
            base_url=url, headers={"Authorization": f"Service {token}"}, timeout=_TIMEOUT, transport=transport
        )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> BackendClient:
        """A client for ``FRONTDOOR_BACKEND_URL`` with ``FRONTDOOR_SERVICE_TOKEN``; KeyError where one is missing."""
        return cls(environment["FRONTDOOR_BACKEND_URL"], environment["FRONTDOOR_SERVICE_TOKEN"])

    async def close(self) -> None:
        """Let the connections go."""
        await self._http.aclose()

    async def redo(self, thread: str, turn: Callable[[Thread], Awaitable[Result]]) -> Result:
        """Read the thread and run a turn on it; once more from the start where the draft moved meanwhile."""
        try:
            return await turn(await self.thread(thread))
        except VersionConflictError:
            return await turn(await self.thread(thread))

    async def thread(self, thread: str) -> Thread:
        """Everything about one conversation."""
        return Thread.from_json(await self._call("GET", f"/internal/threads/{thread}"))

    async def keep(
        self,
        thread: Thread,
        *,
        version: int,
        marks: Mapping[int, str],
        content: Json,
        programme: str | None,
        open_question: Open | None,
    ) -> Kept:
        """Write the draft's content and what each new message was."""
        body = {
            "version": version,
            "marks": {str(n): mark for n, mark in marks.items()},
            "content": content,
            "programme": programme,
            "open_question": open_question.to_json() if open_question else None,
        }
        data = await self._call("PUT", f"/internal/threads/{thread.thread}/draft", body)
        view = data.get("programme")
        return Kept(
            version=data["version"],
            assessment=Assessment.from_json(data.get("assessment")),
            out_of_area=bool(data.get("out_of_area")),
            elsewhere=data.get("elsewhere"),
            programme=Programme.from_json(view) if isinstance(view, dict) else None,
        )

    async def set_aside(self, thread: Thread, *messages: int) -> None:
        """Note that messages to a nomination that was made steered the talk; what was sent stays as it is."""
        question = thread.open_question
        programme = thread.programme.code if thread.programme else None
        await self.keep(
            thread,
            version=thread.version,
            marks=dict.fromkeys(messages, "digression"),
            content=thread.content,
            programme=programme,
            open_question=question,
        )

    async def ask(self, thread: Thread, *, version: int, open_question: Open | None) -> None:
        """Record what is asked next."""
        body = {"version": version, "open_question": open_question.to_json() if open_question else None}
        await self._call("PATCH", f"/internal/threads/{thread.thread}/draft", body)

    async def submit(self, thread: Thread) -> Submitted:
        """Make the nomination; again gives the same."""
        data = await self._call("POST", f"/internal/threads/{thread.thread}/submission", {})
        return Submitted(data["reference"], data["status"], data.get("verdict"), data.get("next_step") or "")

    async def make_link(self, thread: Thread, *, renew: bool = False) -> str:
        """Make a link by which the family answers for itself (or keep the one there is); its last day in words."""
        made = await self._call("POST", f"/internal/threads/{thread.thread}/consent-link", {"renew": renew})
        return str(made["until"])

    async def end_link(self, thread: Thread) -> None:
        """Let the family's link open nothing any more."""
        await self._call("DELETE", f"/internal/threads/{thread.thread}/consent-link")

    async def stop(self, thread: Thread, reason: StopReason) -> None:
        """End the talk and let nothing identifying stay, or withdraw the consent of a nomination that was made."""
        await self._call("POST", f"/internal/threads/{thread.thread}/stop", {"reason": reason})

    async def add(self, thread: Thread, *, message: int, indicators: list[Json], challenge: bool = False) -> Added:
        """Add what a message says to the nomination that was made; a challenge opens its decision again."""
        body: Json = {"message": message, "indicators": indicators}
        if challenge:
            body["challenge"] = True
        data = await self._call("POST", f"/internal/threads/{thread.thread}/additions", body)
        return Added(data["reference"], data["status"])

    async def ask_correction(self, thread: Thread, *, message: int) -> None:
        """Ask the coordinator to take out of a nomination that was made what a message wants out of it."""
        await self._call("POST", f"/internal/threads/{thread.thread}/corrections", {"message": message})

    async def hand_over(self, thread: Thread, *, message: int) -> str:
        """Ask for a person, who answers from then on; by when to expect that, in a sentence for the audience."""
        data = await self._call("POST", f"/internal/threads/{thread.thread}/hand-over", {"message": message})
        return str(data["expected"])

    async def part(
        self, thread: Thread, *, message: int, goes: Json | None = None, stays: Json | None = None, now: bool = False
    ) -> str:
        """Part from its talk what a message tells of another family; the talk that has it, gone on with if ``now``."""
        body = {"message": message, "goes": goes, "stays": stays, "now": now}
        parted = await self._call("POST", f"/internal/threads/{thread.thread}/another", body)
        return str(parted["thread"])

    async def put_together(self, thread: Thread) -> None:
        """Bring back what was parted: it was the same family. VersionConflictError where it no longer can be."""
        await self._call("DELETE", f"/internal/threads/{thread.thread}/another")

    async def take_up(self, thread: Thread, *, message: int) -> str:
        """Go on in the talk that was left; its id."""
        taken = await self._call("POST", f"/internal/threads/{thread.thread}/take-up", {"message": message})
        return str(taken["thread"])

    async def alert(
        self, thread: Thread, *, message: int, level: str, reasons: list[str], source: str, text: str | None
    ) -> None:
        """Raise an alert. Its id follows from the message, so raising it again changes nothing."""
        body = {
            "id": str(uuid5(NAMESPACE_URL, f"{thread.thread}/{message}/{source}")),
            "at": datetime.now(UTC).isoformat(),
            "thread": thread.thread,
            "programme": thread.programme.code if thread.programme else None,
            "level": level,
            "reasons": reasons,
            "text": text,
            "source": source,
        }
        await self._call("POST", "/internal/alerts", body)

    async def _call(self, method: str, path: str, body: Json | None = None) -> Json:
        try:
            response = await self._http.request(method, path, json=body)
        except httpx.HTTPError as error:
            raise BackendUnreachableError(type(error).__name__) from None
        if response.status_code == httpx.codes.CONFLICT:
            raise VersionConflictError("409")
        if response.is_server_error:
            raise BackendUnreachableError(str(response.status_code))
        if not response.is_success:
            raise BackendRefusedError(_code(response))
        data: Json = response.json()
        return data


def _code(response: httpx.Response) -> str:
    """Status and error code of a refusal; the body's words stay where they are."""
    try:
        code = response.json()["error"]["code"]
    except (ValueError, KeyError, TypeError):
        code = "unknown"
    return f"{response.status_code} {code}"
