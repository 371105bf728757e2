"""schemathesis on the whole API: what is described is what comes, and nothing that is sent breaks a route.

``make audit`` runs the same with many more random requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from fastapi import FastAPI
from fastapi.routing import RouteContext, iter_route_contexts

from backend.description import describe_routes
from tests.backend.serving import SERVICE, backend_in, bearer
from tests.backend.threads.talking import Talk
from tests.outside.api_fuzzing import EXAMPLES, Fuzzed, fuzz
from tests.outside.signing_in import browser
from tests.system import PASSWORD, FrontDoor, front_door

at_length = pytest.mark.skipif(EXAMPLES < 20, reason="only `make audit` takes the time")
KINDS = ("coordinator", "nominator", "administrator", "auditor", pytest.param("duty", marks=at_length))


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory, postgresql_server: str) -> Iterator[tuple[str, FastAPI]]:
    """A backend on PostgreSQL, which refuses more than SQLite does: characters, numbers, types."""
    with psycopg.connect(f"{postgresql_server}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE fuzzed")
    with backend_in(tmp_path_factory.mktemp("fuzzed"), f"{postgresql_server}/fuzzed") as served:
        yield served


@pytest.fixture(scope="module")
def reference(backend: tuple[str, FastAPI]) -> str:
    """A nomination for the requests to be about."""
    return Talk(backend[0]).nominated()


@pytest.mark.postgresql
@pytest.mark.parametrize("kind", KINDS)
def test_the_api_is_as_described_for(kind: str, backend: tuple[str, FastAPI], reference: str, tmp_path: Path) -> None:
    origin, _ = backend
    holds(fuzz(origin, None, bearer(origin, kind), tmp_path, "--exclude-path", "/api/token", reference=reference))


@pytest.mark.postgresql
def test_what_is_between_the_processes_is_as_described(backend: tuple[str, FastAPI], tmp_path: Path) -> None:
    origin, application = backend
    everything = iter_route_contexts(application.routes)
    described = describe_routes(
        application, [route for route in everything if (route.path or "").startswith("/internal/")]
    )
    # These routes say yes or no to combinations (a stopped talk, a version that moved) that no schema can tell; and of
    # an address with two routes the framework names the first one's methods only.
    without = "positive_data_acceptance,allow_header_conformance"
    holds(fuzz(origin, described, SERVICE, tmp_path, "--exclude-checks", without))


@pytest.mark.postgresql
@pytest.mark.parametrize("kind", ["coordinator", "administrator", pytest.param("nominator", marks=at_length)])
def test_no_form_and_no_address_of_a_page_breaks_it(kind: str, backend: tuple[str, FastAPI], tmp_path: Path) -> None:
    origin, application = backend
    headers = browser(origin, f"{kind}@demo.example", PASSWORD)
    holds(fuzz(origin, pages(application), headers, tmp_path, checks="not_a_server_error"))


@pytest.mark.postgresql
def test_signing_in_is_as_described(backend: tuple[str, FastAPI], tmp_path: Path) -> None:
    # Last, for its many wrong passwords make the next ones wait.
    holds(fuzz(backend[0], None, {}, tmp_path, "--include-path", "/api/token"))


@pytest.fixture(scope="module")
def own_front_door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """A whole product of its own: thousands of odd requests are not for the one that other tests share."""
    with front_door(tmp_path_factory.mktemp("fuzzed-front-door")) as running:
        yield running


@pytest.mark.system
@pytest.mark.parametrize("who", ["nominator", "nobody", pytest.param("family", marks=at_length)])
def test_the_api_through_the_door(who: str, own_front_door: FrontDoor, tmp_path: Path) -> None:
    headers = {} if who == "nobody" else own_front_door.account(f"{who}@demo.example").headers
    holds(fuzz(own_front_door.url, None, headers, tmp_path, "--exclude-path", "/api/token"))


def holds(run: Fuzzed) -> None:
    """Every check held, and the requests got past the limits that stand in front."""
    assert run.held, run.said
    assert run.reached > 20, f"nearly nothing was tried: {run.answers}\n{run.said}"


def pages(application: FastAPI) -> dict[str, Any]:
    """A description of the pages, which ``/openapi.json`` leaves out: people read them, programs do not."""
    everything = iter_route_contexts(application.routes)
    shown = [Shown(route.route, route._route_context) for route in everything if is_page(route.path or "")]
    return describe_routes(application, shown)


class Shown(RouteContext):
    """A route that is described although it asks not to be."""

    include_in_schema = True


def is_page(path: str) -> bool:
    """Whether people read it; signing out is left out here too."""
    return not path.startswith(("/api/", "/internal/", "/openapi.json", "/health", "/sign-", "/static/"))
