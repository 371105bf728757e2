"""What is not a message reaches the backend as it came, and nothing reaches its internal routes."""

from __future__ import annotations

import http.client

import httpx
import pytest

from tests.door.stubs import Product


def test_method_query_body_headers_and_cookies_pass(door: Product) -> None:
    response = httpx.put(
        f"{door.url}/api/a%20thing/%C3%A9?x=1&y=%2F",
        content=b"body",
        headers={"Content-Type": "text/x", "X-Mine": "1", "X-Forwarded-For": "6.6.6.6", "Authorization": "Bearer t"},
        cookies={"frontdoor": "c"},
    )
    assert response.text == "PUT /api/a thing/é?x=1&y=%2F"
    assert response.headers.get_list("set-cookie") == ["one=1; Path=/; SameSite=lax", "two=2; Path=/; SameSite=lax"]
    assert len(response.headers.get_list("date")) == 1
    (passed,) = door.backend.passed
    assert door.backend.bodies == [b"body"]
    assert passed.headers["content-type"] == "text/x"
    assert passed.headers["x-mine"] == "1"
    assert passed.headers["authorization"] == "Bearer t"
    assert passed.headers["x-forwarded-for"] == "127.0.0.1"
    assert passed.headers["x-forwarded-proto"] == "http"
    assert passed.cookies["frontdoor"] == "c"


def test_a_cookie_set_for_one_person_is_never_sent_for_another(door: Product) -> None:
    signed_in = httpx.get(f"{door.url}/sign-in")
    assert signed_in.headers.get_list("set-cookie")
    httpx.get(f"{door.url}/queue")
    httpx.get(f"{door.url}/queue", cookies={"frontdoor": "mine"})
    _, stranger, other = door.backend.passed
    assert "cookie" not in stranger.headers
    assert other.headers["cookie"] == "frontdoor=mine"


def test_headers_of_the_connection_stay_behind(door: Product) -> None:
    httpx.get(f"{door.url}/a", headers={"Connection": "keep-alive, X-Private", "X-Private": "1", "TE": "trailers"})
    (passed,) = door.backend.passed
    assert "x-private" not in passed.headers
    assert "te" not in passed.headers


@pytest.mark.parametrize(
    "path",
    [
        "/internal/alerts",
        "//internal/alerts",
        "/./internal/alerts",
        "/a/../internal/alerts",
        "/%69nternal/alerts",
        "/%2569nternal/alerts",
        "/a/%2e%2e/internal/alerts",
        "/internal",
        "/INTERNAL/alerts",
        "/\\internal/alerts",
    ],
)
def test_internal_routes_do_not_exist_outside(door: Product, path: str) -> None:
    host, _, port = door.url.removeprefix("http://").partition(":")
    connection = http.client.HTTPConnection(host, int(port))
    connection.request("POST", path, body=b"{}", headers={"Authorization": "Service service-token"})
    assert connection.getresponse().status == 404
    connection.close()
    assert door.backend.alerts == {}
    assert door.backend.passed == []


def test_a_body_that_is_too_large_is_refused(door: Product) -> None:
    assert httpx.post(f"{door.url}/a", content=b"x" * 262_145).status_code == 413
    assert httpx.post(f"{door.url}/a", content=iter([b"x" * 200_000] * 2)).status_code == 413
    assert httpx.post(f"{door.url}/a", content=b"x" * 262_144).status_code == 200


def test_programs_get_plain_json_when_the_backend_is_away(door: Product) -> None:
    door.stop_backend()
    response = httpx.get(f"{door.url}/api/nominations", headers={"Accept": "application/json"})
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "away"


def test_health_names_what_is_missing(door: Product) -> None:
    healthy = httpx.get(f"{door.url}/health")
    assert healthy.status_code == 200
    assert healthy.json()["components"] == dict.fromkeys(("door", "backend", "rasa", "actions", "disk"), "ok")
    door.stop_backend()
    missing = httpx.get(f"{door.url}/health")
    assert missing.status_code == 503
    assert missing.json()["components"]["backend"] == "down"
    assert missing.json()["components"]["rasa"] == "ok"
