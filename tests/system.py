"""The whole product for tests: every process, started as a person starts it, and people who talk to it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.postgresql import server as postgresql_server_context

ROOT = Path(__file__).resolve().parents[1]
FRONTDOOR = ROOT / ".venv" / "bin" / "frontdoor"
PASSWORD = "front-door-demo"
MODULES = {
    "door": "bot.door",
    "backend": "backend.command.serve",
    "actions": "actions.server",
    "rasa": "bot.rasa.serve",
    "worker": "backend.outbox.worker",
    "telegram": "bot.telegram",
}
Reply = dict[str, Any]


@dataclass
class FrontDoor:
    """A running Front Door. ``log`` holds everything that its processes printed."""

    url: str
    data: Path
    log: Path
    port: int
    database_url: str | None = None
    supervisor: subprocess.Popen[bytes] | None = None
    program: tuple[str, ...] = (str(FRONTDOOR), "run")

    def start(self) -> None:
        """Start every process and wait until a conversation can be held."""
        with self.log.open("ab") as log:
            self.supervisor = subprocess.Popen(self.program, cwd=ROOT, env=self._environment(), stdout=log, stderr=log)
        self.wait_until_ready()

    def stop(self) -> None:
        """Stop every process, as Ctrl-C does."""
        if self.supervisor is not None:
            self.supervisor.send_signal(signal.SIGINT)
            self.supervisor.wait(30)
            self.supervisor = None

    def wait_until_ready(self, seconds: float = 120) -> None:
        """Wait for ``GET /health`` to answer 200."""
        end = time.monotonic() + seconds
        while True:
            assert self.supervisor is not None
            assert self.supervisor.poll() is None, f"frontdoor run ended:\n{self._last_lines()}"
            assert time.monotonic() < end, f"not ready within {seconds:.0f} s:\n{self._last_lines()}"
            try:
                if httpx.get(f"{self.url}/health", timeout=10).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.3)

    def pid(self, name: str) -> int:
        """The process id of one of the processes."""
        assert self.supervisor is not None
        wanted = MODULES[name].encode()
        for pid in _children(self.supervisor.pid):
            if wanted in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0"):
                return pid
        raise AssertionError(f"{name} is not running")

    def kill(self, name: str) -> None:
        """End a process at once, as a crash would. The supervisor starts it again soon."""
        os.kill(self.pid(name), signal.SIGKILL)

    def kill_supervisor(self) -> None:
        """End the supervisor itself as a crash would, and see that none of its processes outlives it by much."""
        assert self.supervisor is not None
        children = _children(self.supervisor.pid)
        self.supervisor.kill()
        self.supervisor.wait(10)
        self.supervisor = None
        end = time.monotonic() + 10
        while alive := [pid for pid in children if _is_running(pid)]:
            assert time.monotonic() < end, f"left behind without a supervisor: {alive}"
            time.sleep(0.05)

    def setting(self, name: str, variable: str) -> str:
        """What a process was told by its environment."""
        told = Path(f"/proc/{self.pid(name)}/environ").read_bytes().split(b"\0")
        return next(line.split(b"=", 1)[1].decode() for line in told if line.startswith(f"{variable}=".encode()))

    def health(self) -> dict[str, str]:
        """What ``GET /health`` says of each part."""
        components: dict[str, str] = httpx.get(f"{self.url}/health", timeout=10).json()["components"]
        return components

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of ``frontdoor`` on this one's data."""
        environment = self._environment() | self.keys()
        return subprocess.run(
            [FRONTDOOR, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )

    def keys(self) -> dict[str, str]:
        """The settings by which something else than ``frontdoor run`` opens this one's record."""
        return {
            "FRONTDOOR_MASTER_KEY_FILE": str(self.data / "secrets" / "master.key"),
            "FRONTDOOR_DATA": str(self.data),
            "FRONTDOOR_DATABASE_URL": self.database_url or f"sqlite:///{self.data / 'frontdoor.sqlite'}",
        }

    @contextmanager
    def hanging(self, name: str) -> Iterator[None]:
        """A process that takes requests and never answers."""
        pid = self.pid(name)
        os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(pid, signal.SIGCONT)

    def account(self, email: str) -> Account:
        """Sign in to a demo account."""
        body = {"grant_type": "password", "username": email, "password": PASSWORD}
        answer = httpx.post(f"{self.url}/api/token", data=body, timeout=30)
        assert answer.status_code == 200, answer.text
        return Account(self.url, answer.json()["access_token"])

    def alerts(self) -> list[dict[str, Any]]:
        """What is on the duty list."""
        answer = self.account("duty@demo.example").get("/api/alerts")
        alerts: list[dict[str, Any]] = answer.json()["alerts"]
        return alerts

    def wait_for_alert(self, words: str, seconds: float = 60) -> dict[str, Any]:
        """The alert that these words raised, once it is on the duty list."""
        end = time.monotonic() + seconds
        while True:
            found = [alert for alert in self.alerts() if words in (alert["words"] or "")]
            if found:
                assert len(found) == 1, "one danger, one alert"
                return found[0]
            assert time.monotonic() < end, "the alert did not arrive"
            time.sleep(0.5)

    def _environment(self) -> dict[str, str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("FRONTDOOR_")}
        environment |= {"FRONTDOOR_PORT": str(self.port), "FRONTDOOR_DATA": str(self.data)}
        # A house of a test's own: nobody has nominated anybody yet.
        environment["FRONTDOOR_DEMO_FAMILIES"] = "no"
        if self.database_url:
            environment["FRONTDOOR_DATABASE_URL"] = self.database_url
        return environment

    def _last_lines(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-40:])


@dataclass
class Account:
    """Somebody who is signed in."""

    url: str
    token: str = field(repr=False)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def get(self, path: str) -> httpx.Response:
        return httpx.get(self.url + path, headers=self.headers, timeout=30)

    def post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        return httpx.post(self.url + path, json=body, headers=self.headers, timeout=60)

    def talk(self, programme: str | None = None) -> Talk:
        """Begin a conversation."""
        return Talk(self, f"talk-{uuid.uuid4()}", programme)


@dataclass
class Talk:
    """A conversation; ``question`` is what was asked last."""

    account: Account
    conversation: str
    programme: str | None = None
    question: str | None = None
    about: list[str] = field(default_factory=list)
    outcome: str | None = None
    reference: str | None = None
    transcript: list[str] = field(default_factory=list)

    def send(self, text: str) -> httpx.Response:
        """Send a message and return the bare answer."""
        body = {"conversation": self.conversation, "text": text}
        if self.programme:
            body["programme"] = self.programme
        return self.account.post("/api/chat/messages", body)

    def say(self, text: str) -> list[Reply]:
        """Send a message that is taken, and remember what is asked now."""
        answer = self.send(text)
        assert answer.status_code == 200, f"{answer.status_code} {answer.text}\n" + "\n".join(self.transcript)
        replies: list[Reply] = answer.json()
        self.transcript += [f"> {text}", *(f"    {reply.get('text')}  {reply.get('custom', '')}" for reply in replies)]
        for custom in (reply.get("custom", {}) for reply in replies):
            if "question" in custom:
                self.question, self.about = custom["question"], custom.get("about") or []
            if custom.get("outcome"):
                self.outcome = custom["outcome"]
                self.reference = custom.get("reference") or self.reference
        return replies

    def press(self, replies: list[Reply], title: str) -> list[Reply]:
        """Press a button of these replies."""
        buttons = {b["title"]: b["payload"] for reply in replies for b in reply.get("buttons", ())}
        return self.say(buttons[title])


def text_of(replies: list[Reply]) -> str:
    """All that was said in one answer."""
    return "\n".join(reply.get("text", "") for reply in replies)


@contextmanager
def front_door(
    folder: Path, database_url: str | None = None, program: tuple[str, ...] = (str(FRONTDOOR), "run")
) -> Iterator[FrontDoor]:
    """A Front Door with its data below ``folder``, on a free port."""
    port = free_port()
    running = FrontDoor(f"http://127.0.0.1:{port}", folder / "data", folder / "log", port, database_url)
    running.program = program
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def front_door_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """One Front Door on embedded defaults, shared by the tests of a run."""
    with front_door(tmp_path_factory.mktemp("front-door")) as running:
        yield running


@pytest.fixture(scope="session")
def front_door_on_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """The same on a PostgreSQL server of its own."""
    with postgresql_server_context() as address:
        url = f"{address}/postgres".replace("postgresql://", "postgresql+psycopg://")
        with front_door(tmp_path_factory.mktemp("front-door-postgresql"), url) as running:
            yield running


def free_port() -> int:
    """A loopback port that nothing listens on."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _children(pid: int) -> list[int]:
    return [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]


def _is_running(pid: int) -> bool:
    """Whether a process still runs; one that nobody has collected yet has ended."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
