"""The client speaks the shapes of ``docs/wire.md``, and says what went wrong without saying about whom."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

import httpx
import pytest

from actions.backend_client import (
    BackendClient,
    BackendRefusedError,
    BackendUnreachableError,
    VersionConflictError,
)
from actions.interview import Open, Thread
from nlu.reading import Mention, Reading
from tests.actions.record import TOKEN, Record

Handler = Callable[[httpx.Request], httpx.Response]
Result = TypeVar("Result")


def call(handler: Handler, use: Callable[[BackendClient], Awaitable[Result]]) -> Result:
    async def run() -> Result:
        client = BackendClient("http://backend", TOKEN, httpx.MockTransport(handler))
        try:
            return await use(client)
        finally:
            await client.close()

    return asyncio.run(run())


def a_thread() -> Thread:
    return Thread.from_json(Record().view)


def answering(body: Any, status: int = 200, seen: list[httpx.Request] | None = None) -> Handler:
    def handle(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        return httpx.Response(status, json=body)

    return handle


def test_a_thread_is_read_with_everything_the_interview_needs() -> None:
    record = Record()
    reading = Reading(mentions=(Mention("youth_offence", "crime_asb", "asserted", "arrested", 3, 11),))
    record.view["open_question"] = {"id": "clarify", "about": ["crime_asb"]}
    record.hear("He was arrested", reading, press={"kind": "answer", "value": "yes"})
    record.view["assessment"] = {
        "verdict": "needs_information",
        "missing": ["crime"],
        "criteria": [{"code": "crime", "scope": "national", "state": "uncertain", "met": None}],
    }
    seen: list[httpx.Request] = []
    thread = call(answering(record.view, seen=seen), lambda client: client.thread("thread-1"))
    assert seen[0].url.path == "/internal/threads/thread-1"
    assert seen[0].headers["authorization"] == f"Service {TOKEN}"
    assert thread.news[0].reading == reading
    assert thread.news[0].question == Open("clarify", ("crime_asb",))
    assert thread.programme is not None
    assert thread.programme.purposes == ("nomination",)
    assert thread.assessment is not None
    assert thread.assessment.states == {"crime": "uncertain"}


def test_a_draft_is_kept_in_the_shape_of_the_wire() -> None:
    seen: list[httpx.Request] = []
    out = {"version": 4, "assessment": None, "out_of_area": True, "programme": "sevenoaks"}

    async def use(client: BackendClient) -> Any:
        return await client.keep(
            a_thread(),
            version=3,
            marks={1: "answer"},
            content={"danger": "no"},
            programme="sevenoaks",
            open_question=Open("clarify", ("crime_asb",)),
        )

    kept = call(answering(out, seen=seen), use)
    assert (seen[0].method, seen[0].url.path) == ("PUT", "/internal/threads/thread-1/draft")
    assert json.loads(seen[0].content) == {
        "version": 3,
        "marks": {"1": "answer"},
        "content": {"danger": "no"},
        "programme": "sevenoaks",
        "open_question": {"id": "clarify", "about": ["crime_asb"]},
    }
    assert (kept.version, kept.out_of_area, kept.programme) == (4, True, None)


def test_an_alert_raised_again_has_the_same_id() -> None:
    seen: list[httpx.Request] = []

    async def use(client: BackendClient) -> None:
        for _ in range(2):
            await client.alert(
                a_thread(), message=2, level="immediate", reasons=["danger_yes"], source="answer", text="yes"
            )

    call(answering({"alert": "x"}, seen=seen), use)
    first, second = (json.loads(request.content) for request in seen)
    assert UUID(first["id"]) == UUID(second["id"])
    assert set(first) == {"id", "at", "thread", "programme", "level", "reasons", "text", "source"}


def test_a_moved_draft_is_read_again_and_done_over_once() -> None:
    tried: list[int] = []

    async def turn(thread: Thread) -> str:
        tried.append(thread.version)
        if len(tried) == 1:
            raise VersionConflictError("409")
        return "done"

    assert call(answering(Record().view), lambda client: client.redo("thread-1", turn)) == "done"
    assert len(tried) == 2


def test_a_draft_that_keeps_moving_is_an_error() -> None:
    async def turn(thread: Thread) -> str:
        raise VersionConflictError(str(thread.version))

    with pytest.raises(VersionConflictError):
        call(answering(Record().view), lambda client: client.redo("thread-1", turn))


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, BackendRefusedError),
        (404, BackendRefusedError),
        (422, BackendRefusedError),
        (409, VersionConflictError),
        (500, BackendUnreachableError),
    ],
)
def test_errors_name_a_code_and_nobody(status: int, error: type[Exception]) -> None:
    body = {"error": {"code": "invalid", "message": "Kelly Smith is not a postcode"}}
    with pytest.raises(error) as caught:
        call(answering(body, status), lambda client: client.thread("thread-1"))
    assert "Kelly" not in str(caught.value)


def test_a_backend_that_does_not_answer_is_unreachable() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("slow", request=request)

    with pytest.raises(BackendUnreachableError):
        call(refuse, lambda client: client.thread("thread-1"))
