"""Rasa as it runs: a model trained from the repository's data, and a server beside an action server."""

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps, loads
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-rasa/bin/python"


def environment(**more: str) -> dict[str, str]:
    """A bare environment for Rasa's process."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR", "LANG") if key in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", **more}


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model that the set-up command would train, in a folder of its own."""
    if not PYTHON.exists():
        pytest.skip("Rasa's environment is not set up: run `make setup`")
    out = tmp_path_factory.mktemp("models")
    command = (
        f"-W ignore -m rasa train --domain bot/domain --data nlu/intents bot/rules --config config.yml --out {out}"
    )
    done = subprocess.run(
        [PYTHON, *command.split(), "--fixed-model-name", "front-door"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return out / "front-door.tar.gz"


class Actions:
    """A real action server, on a free port or a known one, that keeps what it was asked and asks for the story."""

    def __init__(self, port: int = 0) -> None:
        self.asked: list[dict[str, Any]] = []
        self.connections = 0
        self._open: list[socket.socket] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        actions = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                actions.connections += 1
                actions._open.append(self.request)
                super().setup()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def do_POST(self) -> None:
                actions.asked.append(loads(self.rfile.read(int(self.headers["content-length"]))))
                slot = {"event": "slot", "timestamp": None, "name": "open_question", "value": "story"}
                body = dumps({"events": [slot], "responses": [{"response": "utter_ask_danger"}]}).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        return Handler

    def stop(self) -> None:
        """Close the port and every connection, as a process does that ends."""
        self._server.shutdown()
        self._server.server_close()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class Rasa:
    """Rasa's server as the supervisor starts it."""

    def __init__(self, model: Path, actions: Actions, log: Path) -> None:
        self.log = log
        self.actions = actions
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [PYTHON, "-m", "bot.rasa.serve", "--port", str(port), "--model", model],
                cwd=ROOT, env=environment(FRONTDOOR_ACTIONS_URL=actions.url), stdout=out, stderr=out,
            )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        end = monotonic() + 60
        while monotonic() < end and self.process.poll() is None:
            try:
                if httpx.get(self.url + "/webhooks/rest/").status_code == 200:
                    return
            except httpx.TransportError:
                sleep(0.1)
        raise AssertionError(self.log.read_text())

    def say(self, text: str, sender: str, **metadata: Any) -> list[dict[str, Any]]:
        """Send a message as the door does; the replies."""
        plain = {"needs": {}, "safety": "none", "words": len(text.split()), "press": None, "answer": None}
        body = {"sender": sender, "message": text, "metadata": {**plain, "correction": False, **metadata}}
        answer = httpx.post(self.url + "/webhooks/rest/webhook", json=body, timeout=20)
        assert answer.status_code == 200
        replies: list[dict[str, Any]] = answer.json()
        return replies

    def stop(self) -> None:
        """End the process and see that it goes."""
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture(scope="session")
def rasa(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rasa]:
    """A running Rasa with its action server."""
    actions = Actions()
    server = Rasa(model, actions, tmp_path_factory.mktemp("rasa") / "rasa.log")
    yield server
    server.stop()
    actions.stop()
