"""The API's description, as somebody fetches it who wants to write a program against it."""

from __future__ import annotations

import httpx
import pytest

from tests.system import FrontDoor

pytestmark = pytest.mark.system


def test_the_description_names_the_chat_the_queue_and_how_to_sign_in(front_door_on_sqlite: FrontDoor) -> None:
    answer = httpx.get(f"{front_door_on_sqlite.url}/openapi.json", timeout=30)
    assert answer.headers["x-content-type-options"] == "nosniff"
    described = answer.json()
    chat = described["paths"]["/api/chat/messages"]["post"]
    assert chat["requestBody"]["content"]["application/json"]["schema"]["required"] == ["conversation", "text"]
    (needed,) = chat["security"]
    assert set(needed) <= set(described["components"]["securitySchemes"])
    assert {"/api/token", "/api/nominations", "/api/nominations/{reference}", "/api/alerts"} <= set(described["paths"])
    assert not any(path.startswith("/internal") for path in described["paths"])
