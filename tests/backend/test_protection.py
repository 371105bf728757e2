"""What stands around every request, and what a failure shows: to people, to programs and in the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import httpx
import pytest
from fastapi import Depends, FastAPI

from backend.access import public
from backend.application import create_application
from backend.database.engine import Database
from backend.errors import Conflict
from backend.keys import new_data_key
from backend.keys.models import DataKey
from tests.backend.serving import bearer, served, settings_for

NAME = "Grace-Okafor"
PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def with_trouble(application: FastAPI) -> FastAPI:
    """The application with routes that go wrong in every way."""
    anybody = [Depends(public("a test"))]

    @application.get("/broken", dependencies=anybody)
    @application.get("/api/broken", dependencies=anybody)
    def broken() -> None:
        raise ZeroDivisionError(f"while reading about {NAME}")

    @application.post("/api/halfway", dependencies=anybody)
    def halfway(db: Database) -> None:
        new_data_key(db)
        raise Conflict

    @application.post("/api/wholly", dependencies=anybody)
    def wholly(db: Database) -> dict[str, str]:
        return {"key": new_data_key(db)}

    @application.get("/api/number/{number}", dependencies=anybody)
    def number(number: int, small: Annotated[int, Depends(lambda: 1)]) -> int:
        return number + small

    return application


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[tuple[str, FastAPI]]:
    """A served backend with trouble in it."""
    application = with_trouble(create_application(settings_for(tmp_path)))
    with served(application) as origin:
        yield origin, application


@pytest.fixture
def origin(backend: tuple[str, FastAPI]) -> str:
    return backend[0]


@pytest.mark.parametrize("path", ["/sign-in", "/health", "/nothing", "/broken", "/api/broken", "/api/nominations"])
def test_every_answer_tells_browsers_what_they_must_not_do(origin: str, path: str) -> None:
    headers = httpx.get(f"{origin}{path}", headers=PAGE).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers


def test_a_program_gets_json_and_a_person_a_page(origin: str) -> None:
    told = httpx.get(f"{origin}/api/nothing", headers=PAGE)
    assert told.status_code == 404
    assert told.json() == {"error": {"code": "not_found", "message": "We could not find what you asked for."}}
    page = httpx.get(f"{origin}/nothing", headers=PAGE)
    assert page.status_code == 404
    assert "<h1" in page.text
    assert httpx.get(f"{origin}/nothing", headers={"Accept": "application/json"}).json() == told.json()


@pytest.mark.parametrize("path", ["/broken", "/api/broken"])
def test_an_unexpected_failure_shows_nothing_of_the_inside(
    origin: str, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = httpx.get(f"{origin}{path}?who={NAME}", headers=PAGE)
    assert answer.status_code == 500
    for inside in (NAME, "ZeroDivision", "Traceback", ".py"):
        assert inside not in answer.text
    logged = "".join(capfd.readouterr())
    assert NAME not in logged
    failure = next(line for line in map(json.loads, logged.splitlines()) if line["event"] == "request_failed")
    assert failure["error"] == "ZeroDivisionError"
    assert failure["where"][-1].endswith("broken")
    assert failure["request"]


def test_the_log_knows_the_route_and_never_what_was_typed(origin: str, capfd: pytest.CaptureFixture[str]) -> None:
    headers = bearer(origin, "coordinator")
    httpx.get(f"{origin}/api/nominations/{NAME}?surname={NAME}", headers={**headers, "X-Request-Id": NAME})
    httpx.get(f"{origin}/{NAME}")
    httpx.post(f"{origin}/api/token", data={"username": f"{NAME}@demo.example", "password": NAME})
    logged = "".join(capfd.readouterr())
    assert NAME not in logged
    assert "demo.example" not in logged
    lines = [json.loads(line) for line in logged.splitlines()]
    assert {"/api/nominations/{reference}", "unknown", "/api/token"} <= {line.get("route") for line in lines}
    assert all(line["ms"] > 0 and line["request"] for line in lines if line["event"] == "request")


def test_what_cannot_be_read_is_named_but_not_repeated(origin: str) -> None:
    answer = httpx.get(f"{origin}/api/number/{NAME}")
    assert answer.status_code == 422
    assert answer.json()["error"]["message"] == "Missing or not as expected: number."


def test_a_body_that_says_it_is_too_large_is_refused(origin: str) -> None:
    answer = httpx.post(f"{origin}/api/token", content=b"x" * (256 * 1024 + 1))
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_large"
    assert "content-security-policy" in answer.headers


def test_a_body_that_does_not_say_so_is_refused_all_the_same(origin: str) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(5):
            yield b"x" * 64 * 1024

    assert httpx.post(f"{origin}/api/token", content=pieces()).status_code == 413


def test_a_body_in_small_pieces_is_read_whole(origin: str) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"username=nominator%40demo.example&pass"
        yield b"word=front-door-demo"

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert httpx.post(f"{origin}/api/token", content=pieces(), headers=form).status_code == 200


def test_what_a_route_did_before_it_failed_is_undone(backend: tuple[str, FastAPI]) -> None:
    origin, application = backend
    with application.state.sessions() as db:
        before = {key.id for key in db.query(DataKey)}
    assert httpx.post(f"{origin}/api/halfway").status_code == 409
    kept = httpx.post(f"{origin}/api/wholly").json()["key"]
    with application.state.sessions() as db:
        assert {key.id for key in db.query(DataKey)} - before == {kept}


def test_health_says_when_the_database_is_away(backend: tuple[str, FastAPI], tmp_path: Path) -> None:
    origin, application = backend
    assert httpx.get(f"{origin}/health").json() == {
        "status": "ok",
        "components": {"database": "ok", "worker": "unknown"},
    }
    application.state.engine.dispose()
    for file in tmp_path.glob("frontdoor.sqlite*"):
        file.unlink()
    (tmp_path / "frontdoor.sqlite").mkdir()
    answer = httpx.get(f"{origin}/health")
    assert (answer.status_code, answer.json()["components"]["database"]) == (503, "failed")


def test_the_description_leaves_out_what_is_between_the_processes(origin: str) -> None:
    paths = httpx.get(f"{origin}/openapi.json").json()["paths"]
    assert "/api/token" in paths
    assert not [path for path in paths if path.startswith("/internal/")]


def test_the_description_says_where_a_token_is_had_and_what_needs_one(origin: str) -> None:
    description = httpx.get(f"{origin}/openapi.json").json()
    (scheme,) = description["components"]["securitySchemes"].values()
    assert scheme["flows"]["password"]["tokenUrl"] == "/api/token"
    assert description["paths"]["/api/nominations"]["get"]["security"]
    assert "security" not in description["paths"]["/api/token"]["post"]


@pytest.mark.parametrize("path", ["/sign-in", "/danger", "/health", "/nothing", "/queue", "/static/chat.js"])
def test_head_is_answered_as_get_without_the_body(origin: str, path: str) -> None:
    whole, head = (httpx.request(method, f"{origin}{path}", headers=PAGE) for method in ("GET", "HEAD"))
    assert head.status_code == whole.status_code
    assert head.content == b""
    for name in ("content-type", "content-length", "location"):
        assert head.headers.get(name) == whole.headers.get(name)
