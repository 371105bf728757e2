"""A provider that tests start, and a browser that goes there and back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class RunningProvider:
    """A provider in its own process; ``origin`` is its issuer too."""

    origin: str

    def knows(self, subject: str, **claims: Any) -> None:
        """Let it know somebody."""
        httpx.put(f"{self.origin}/users/{subject}", json=claims).raise_for_status()

    def lies(self, how: str) -> None:
        """What is wrong with its tokens from now on; ``nothing`` ends it."""
        httpx.put(f"{self.origin}/test/lie/{how}").raise_for_status()

    def changes_its_key(self) -> None:
        """Sign with another key from now on."""
        httpx.put(f"{self.origin}/test/new-key").raise_for_status()


@contextmanager
def running_provider() -> Iterator[RunningProvider]:
    """Start a provider; it is there when the block begins."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.backend.accounts.provider_process"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            origin = process.stdout.readline().strip()
            assert origin, "the provider did not start"
            yield RunningProvider(origin)
        finally:
            process.kill()


def go_there(browser: httpx.Client, subject: str, code: str = "council", **query: str) -> str:
    """Go to the provider and say who one is there; the address that it sends the browser back to."""
    away = browser.get(f"/sign-in/with/{code}", params=query)
    assert away.status_code == 303, away.text
    answer = httpx.post(away.headers["location"], data={"sub": subject})
    assert answer.status_code in {302, 303}, answer.text
    return answer.headers["location"]


def sign_in_there(browser: httpx.Client, subject: str, **query: str) -> httpx.Response:
    """There and back: the answer of our own page."""
    return browser.get(go_there(browser, subject, **query))
