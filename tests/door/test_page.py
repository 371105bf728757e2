"""The chat page's form, with and without scripts, and the door's own pages."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.door.stubs import TOKEN, Product


def _send(door: Product, text: str, *, token: str = TOKEN, hx: bool = False, **fields: str) -> httpx.Response:
    return httpx.post(
        f"{door.url}/chat",
        data={"text": text, "csrf": "form-token", **fields},
        cookies={"frontdoor": token},
        headers={"HX-Request": "true"} if hx else {},
        timeout=30,
    )


def test_without_scripts_one_is_led_to_the_latest_message(door: Product) -> None:
    response = _send(door, "hello", delivery="d1")
    assert response.status_code == 303
    assert response.headers["location"] == "/chat#latest"
    (message,) = door.backend.messages
    assert message["credential"] == {"kind": "cookie", "value": TOKEN, "csrf": "form-token"}
    assert message["conversation"] == "page"


def test_with_scripts_the_transcript_comes_back(door: Product) -> None:
    assert _send(door, "hello", hx=True).text == f"transcript for {TOKEN}"


def test_a_button_is_what_was_sent(door: Product) -> None:
    _send(door, "half a sentence", press="token-9")
    assert door.backend.messages[0]["text"] == "token-9"


def test_danger_is_recorded_and_shown_on_the_persons_own_page(door: Product) -> None:
    assert _send(door, "he is going to kill me").status_code == 303
    assert "999" in door.backend.said[0]["replies"][0]["text"]


def test_danger_with_the_backend_away_is_answered_on_the_page(door: Product) -> None:
    door.stop_backend()
    page = _send(door, "he is going to kill me")
    assert page.status_code == 200
    assert "ring 999" in page.text
    assert "<html" in page.text
    fragment = _send(door, "he is going to kill me", hx=True)
    assert fragment.status_code == 200
    assert "ring 999" in fragment.text
    assert "<html" not in fragment.text


@pytest.mark.parametrize(
    ("text", "token"), [("x" * 4001 + " <b>end</b>", TOKEN), ("my long story <b>end</b>", "expired")]
)
def test_a_message_that_is_not_taken_is_shown_again(door: Product, text: str, token: str) -> None:
    page = _send(door, text, token=token)
    assert page.status_code in {401, 422}
    assert "&lt;b&gt;end&lt;/b&gt;" in page.text
    assert "<b>end" not in page.text


def test_with_the_backend_away_the_message_is_shown_again(door: Product) -> None:
    door.stop_backend()
    page = _send(door, "the boys are not at school")
    assert page.status_code == 503
    assert "the boys are not at school" in page.text


def test_sending_nothing_leads_back(door: Product) -> None:
    assert _send(door, " ").headers["location"] == "/chat#latest"


def test_the_doors_pages_need_nothing_from_elsewhere(door: Product) -> None:
    door.stop_backend()
    page = httpx.get(f"{door.url}/queue", headers={"Accept": "text/html"})
    assert page.status_code == 503
    assert "999" in page.text
    assert "Your work is not lost" in page.text
    for asset in ("<link", "<script", "<img", "src="):
        assert asset not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


def test_the_same_words_sent_again_are_the_same_message_and_other_words_another(door: Product) -> None:
    for text in ("the boys are not at school", "the boys are not at school", "the boys are back at school"):
        assert _send(door, text, delivery="d1").status_code == 303
    heard = [message["text"] for message in door.backend.messages]
    assert heard == ["the boys are not at school", "the boys are back at school"]


def test_a_message_shown_again_is_sent_again_as_the_same_message(door: Product) -> None:
    door.stop_backend()
    page = _send(door, "the boys are not at school", delivery="d1")
    assert page.status_code == 503
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text))
    assert fields == {"csrf": "form-token", "delivery": "d1"}


@pytest.mark.parametrize("hx", [False, True])
def test_a_message_that_is_kept_is_never_called_not_sent(door: Product, hx: bool) -> None:
    door.backend.refuse_replies = True
    page = _send(door, "the boys are not at school", hx=hx, delivery="d1")
    assert page.status_code == 200
    assert "What you wrote is safe with us" in page.text
    assert "not sent" not in page.text


def test_of_something_sent_while_the_backend_is_away_nothing_is_promised(door: Product) -> None:
    door.stop_backend()
    page = httpx.post(f"{door.url}/nominations/FD-1/decide", data={"reason": "x"}, headers={"Accept": "text/html"})
    assert page.status_code == 503
    assert "We do not know whether what you sent just now has arrived" in page.text
    assert "not lost" not in page.text
