"""A browser in which somebody has signed in, as the headers that it sends."""

from __future__ import annotations

import re

import httpx


def browser(origin: str, email: str, password: str) -> dict[str, str]:
    """The cookie, the token that forms send along, and the wish for pages."""
    with httpx.Client(base_url=origin, follow_redirects=False, timeout=30) as client:
        form = client.get("/sign-in").text
        client.post("/sign-in", data={"username": email, "password": password, "csrf": _token(form)})
        page = client.get("/").text
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    return {"Cookie": cookies, "X-CSRF-Token": _token(page), "Accept": "text/html"}


def _token(page: str) -> str:
    fields = re.findall(r'<input[^>]*name="csrf"[^>]*>', page)
    assert fields, "the page has no form token"
    value = re.search(r'value="([^"]*)"', fields[0])
    assert value is not None
    return value[1]
