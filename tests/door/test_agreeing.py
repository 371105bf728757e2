"""A family's own form: passed on like any other, but danger in it is answered first, whatever becomes of the form."""

from __future__ import annotations

from urllib.parse import urlencode

import httpx

from tests.door.stubs import Product

DANGER = "he is going to kill me, he is at the door"
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def send(door: Product, **typed: str) -> httpx.Response:
    body = urlencode({"answer": "yes", "programme": "here", **typed})
    return httpx.post(f"{door.url}/agree/some-token", content=body, headers=HEADERS, timeout=30)


def test_an_answer_is_passed_on_as_it_came(door: Product) -> None:
    answer = send(door, name="Orla", note="text only")
    assert answer.status_code == 200
    assert (
        door.backend.bodies[-1]
        == urlencode({"answer": "yes", "programme": "here", "name": "Orla", "note": "text only"}).encode()
    )
    assert door.backend.alerts == {}


def test_danger_in_it_is_answered_and_reaches_a_person(door: Product) -> None:
    answer = send(door, name="Orla", note=DANGER)
    assert "999" in answer.text
    assert "not saved yet" in answer.text  # this backend drew a page, it did not take the answer
    (alert,) = door.backend.alerts.values()
    assert (alert["level"], alert["source"], alert["programme"]) == ("immediate", "public-page", "here")
    assert "Orla" in alert["text"]
    assert door.backend.bodies[-1].startswith(b"answer=yes")


def test_danger_is_answered_while_the_backend_is_away(door: Product) -> None:
    door.stop_backend()
    answer = send(door, note=DANGER)
    assert "999" in answer.text


def test_danger_is_answered_even_in_what_is_far_too_large(door: Product) -> None:
    answer = httpx.post(
        f"{door.url}/agree/some-token", content="note=" + DANGER + " x" * 200_000, headers=HEADERS, timeout=60
    )
    assert "999" in answer.text
    assert [alert["level"] for alert in door.backend.alerts.values()] == ["immediate"]
