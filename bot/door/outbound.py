"""The one client for the door's neighbours. It serves everybody at once, so it remembers nothing of anybody."""

from __future__ import annotations

import importlib.util
import sys
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

if importlib.util.find_spec("sniffio") is None:
    # httpx asks for it several times a request, and Python looks through every folder each time for what is not there.
    sys.modules["sniffio"] = None  # type: ignore[assignment]

CONNECTIONS = httpx.Limits(max_connections=200, max_keepalive_connections=40)


def make_client() -> httpx.AsyncClient:
    """A client without a memory for cookies: httpx would send one person's session with the next person's request."""
    forgetful = CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))
    return httpx.AsyncClient(limits=CONNECTIONS, trust_env=False, follow_redirects=False, cookies=forgetful)
