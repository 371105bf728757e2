"""Who is measured by ``tests.bench_turns``: four assistants on Rasa, and Front Door, each spoken to over HTTP.

The starter and the form are made here, in a folder that is thrown away, from what is installed: the starter by
``rasa init``, the form from ``tests/bench_form``. The form is measured as Rasa starts it and as Rasa is started here
(``bot.rasa.serve`` with all that it changes), with the same model, action server and tracker store.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from tests.system import ROOT, FrontDoor, free_port, front_door

RASA_PYTHON = ROOT / ".venv-rasa" / "bin" / "python"
RASA = ROOT / ".venv-rasa" / "bin" / "rasa"
FORM = Path(__file__).parent / "bench_form"
SECONDS_TO_START = 180.0

STARTER = "Rasa's starter"
STOCK = "Rasa form, stock"
PATCHED = "Rasa form, patched"
ALONE = "Front Door's Rasa alone"
OURS = "Front Door"

MOODS = ("hello", "very sad", "no", "hello", "I am great", "are you a bot?", "good evening", "sad", "yes", "bye")
"""What the starter understands: its greeting, both moods, and whether it is a bot."""
OPENING = ("Hello", "No")
"""Front Door asks about danger first."""
TOLD = (
    "Yes, mum agreed. I asked her on 3 November face to face at school.",
    "He was excluded for five days last month and attendance is down to 71%. Nobody in the household works and they "
    "are behind with the rent. Mum is on medication for depression. There is no domestic abuse that we know of.",
    "Mum Ann Roe, 38; Kit Roe, 14",
    "12 High Street, Sevenoaks, TN13 1AA",
    "Ring mum on 07700 900123 after 3pm.",
    "Larkfield School and the GP",
)
AND_THEN = (
    "The police came out to them again last week.",
    "Who can see what I write?",
    "Kit has started to miss his football, too.",
    "What happens next?",
)
"""Said over and over by whoever stays for sixty turns."""


@dataclass
class Contestant:
    """An assistant that runs; ``talk`` begins a conversation with it."""

    name: str
    port: int
    roots: tuple[int, ...]
    """Process ids; with all their children they are what it costs."""
    first_reply: float
    """Seconds from its start to the first reply."""
    opening: tuple[str, ...]
    path: str = "/webhooks/rest/webhook"
    headers: dict[str, str] = field(default_factory=dict, repr=False)

    def talk(self) -> Talk:
        return Talk(self, HTTPConnection("127.0.0.1", self.port, timeout=120), f"bench-{uuid.uuid4()}")

    @property
    def aside(self) -> str:
        """A question on the way, which changes nothing."""
        return "are you a bot?" if self.name == STARTER else "Who can see what I write?"

    def said(self, turn: int) -> str:
        """What is planned for a turn, counted from 1."""
        first = self.opening if self.name == STARTER else (*self.opening, *TOLD)
        later = self.opening if self.name == STARTER else AND_THEN
        return first[turn - 1] if turn <= len(first) else later[(turn - len(first) - 1) % len(later)]


@dataclass
class Talk:
    """A conversation over a connection of its own, as a channel would keep one."""

    with_: Contestant
    connection: HTTPConnection
    name: str
    turns: int = 0
    planned: int = 0
    """How much was said of what is planned; asides come between."""

    def say(self, text: str | None = None) -> float:
        """Say the next thing, or ``text``, and wait for the reply, which must be one; milliseconds."""
        self.turns += 1
        if text is None:
            self.planned += 1
            text = self.with_.said(self.planned)
        body = json.dumps(self._body(text)).encode()
        headers = {"Content-Type": "application/json", **self.with_.headers}
        began = time.perf_counter()
        status, answer = self._post(body, headers)
        took = (time.perf_counter() - began) * 1000
        # The starter has nothing to say to some turns: its policy then predicts that it listens.
        if status != 200 or not (_is_reply(answer) or (self.with_.name == STARTER and self.turns > 1)):
            raise NotAnsweredError(f"{self.with_.name}, turn {self.turns}: {status} {answer[:300]!r}")
        return took

    def close(self) -> None:
        self.connection.close()

    def _body(self, text: str) -> dict[str, Any]:
        if self.with_.name == OURS:
            return {"conversation": self.name, "text": text, "programme": "sevenoaks"}
        body: dict[str, Any] = {"sender": self.name, "message": text}
        return body | {"metadata": _as_the_door(self.name, self.turns, text)} if self.with_.name == ALONE else body

    def _post(self, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        for again in (True, False):
            try:
                self.connection.request("POST", self.with_.path, body, headers)
                response = self.connection.getresponse()
                return response.status, response.read()
            except (HTTPException, ConnectionError):
                # Kept open between rounds, and closed by the server meanwhile.
                self.connection.close()
                if not again:
                    raise
        raise AssertionError


class NotAnsweredError(Exception):
    """Somebody said nothing: what is measured then is no turn."""


def _is_reply(answer: bytes) -> bool:
    replies = json.loads(answer)
    return bool(replies) and "trouble" not in (replies[-1].get("custom") or {})


def _as_the_door(thread: str, n: int, text: str) -> dict[str, Any]:
    """The metadata that the door sends along (docs/wire.md)."""
    return {
        "thread": thread,
        "message": n,
        "needs": {"education": "asserted"} if n % 4 == 0 else {},
        "safety": "none",
        "words": len(text.split()),
        "press": None,
        "answer": None,
        "correction": None,
        "question": "story",
        "fits": False,
        "audience": "professional",
    }


@dataclass(frozen=True)
class Models:
    """The two assistants made for the comparison: the starter's folder, and the form's with its model."""

    starter: Path
    form: Path


def make(folder: Path) -> Models:
    """Let Rasa make and train its starter, and train the form; what is there already is taken as it is."""
    starter, form = folder / "starter", folder / "form"
    if not list(starter.glob("models/*.tar.gz")):
        starter.mkdir(parents=True)
        _rasa(folder, "init", "--no-prompt", "--init-dir", str(starter))
    if not list(form.glob("models/*.tar.gz")):
        shutil.copytree(FORM, form, ignore=shutil.ignore_patterns("__pycache__"))
        _rasa(form, "train", "--fixed-model-name", "form")
    return Models(starter, form)


@contextmanager
def running(name: str, folder: Path, models: Models) -> Iterator[Contestant]:
    """Start one of them on ``folder`` and wait for its first reply. Its logs are ``folder``'s."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        started = time.perf_counter()
        contestant = _start(name, folder, models, stack)
        _wait_for_reply(contestant)
        contestant.first_reply = time.perf_counter() - started
        yield contestant


def _start(name: str, folder: Path, models: Models, stack: ExitStack) -> Contestant:
    if name == OURS:
        return _ours(stack.enter_context(_front_door(folder)))
    port = free_port()
    if name == STARTER:
        # What `rasa run` serves is the project that it stands in.
        started = stack.enter_context(_process(_stock(port), models.starter, folder / "log", {}))
        return Contestant(name, port, (started.pid,), 0.0, MOODS)
    if name == ALONE:
        answering = free_port()
        url = {"FRONTDOOR_ACTIONS_URL": f"http://127.0.0.1:{answering}"}
        stub = (sys.executable, "-m", "tests.bench_answers", str(answering))
        stack.enter_context(_process(stub, ROOT, folder / "stub.log", {}))
        rasa = stack.enter_context(_process(_served(port), ROOT, folder / "log", url))
        return Contestant(name, port, (rasa.pid,), 0.0, OPENING)
    acting = free_port()
    environment = {
        "FRONTDOOR_ACTIONS_URL": f"http://127.0.0.1:{acting}",
        "BENCH_DATABASE": str(folder / "tracker.sqlite"),
        "SANIC_HOST": "127.0.0.1",
    }
    action_server = (str(RASA_PYTHON), "-m", "rasa_sdk", "--actions", "actions", "--port", str(acting))
    actions = stack.enter_context(_process(action_server, models.form, folder / "actions.log", environment))
    patched = ("--model", "models/form.tar.gz", "--endpoints", "endpoints.yml", "--credentials", "credentials.yml")
    command = _stock(port) if name == STOCK else (*_served(port), *patched)
    found = {} if name == STOCK else {"PYTHONPATH": str(ROOT)}
    rasa = stack.enter_context(_process(command, models.form, folder / "log", environment | found))
    return Contestant(name, port, (rasa.pid, actions.pid), 0.0, ("I want to nominate a family",))


def _stock(port: int) -> tuple[str, ...]:
    return (str(RASA), "run", "--port", str(port), "--interface", "127.0.0.1")


def _served(port: int) -> tuple[str, ...]:
    return (str(RASA_PYTHON), "-m", "bot.rasa.serve", "--port", str(port))


@contextmanager
def _front_door(folder: Path) -> Iterator[FrontDoor]:
    with front_door(folder) as product:
        yield product


def _ours(product: FrontDoor) -> Contestant:
    assert product.supervisor is not None
    account = product.account("nominator@demo.example")
    roots = (product.supervisor.pid,)
    return Contestant(OURS, product.port, roots, 0.0, OPENING, "/api/chat/messages", account.headers)


def _wait_for_reply(contestant: Contestant) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while True:
        talk = contestant.talk()
        try:
            talk.say()
        except (OSError, HTTPException, ValueError, NotAnsweredError) as error:
            if time.monotonic() > end:
                raise NotAnsweredError(f"{contestant.name} did not start: {error}") from error
            time.sleep(0.05)
        else:
            return
        finally:
            talk.close()


def _environment(more: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FRONTDOOR_")}
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
    return kept | quiet | more


def _rasa(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [RASA, *words], cwd=folder, env=_environment({}), capture_output=True, text=True, check=False, timeout=1800
    )
    if done.returncode:
        raise RuntimeError(f"rasa {words[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")


@contextmanager
def _process(
    command: tuple[str, ...], folder: Path, log: Path, more: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a session of its own; it and all that it starts end with the block."""
    with log.open("ab") as out:
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(more),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        yield child
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def processes(roots: tuple[int, ...]) -> list[int]:
    """Those processes and all that they started, as far as they run."""
    found, waiting = [], list(roots)
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        with suppress(OSError):
            for task in Path(f"/proc/{pid}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
    return found


def resident(roots: tuple[int, ...]) -> float:
    """Megabytes of memory that these processes hold, each counted by itself."""
    total = 0
    for pid in processes(roots):
        with suppress(OSError):
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
            total += pages * os.sysconf("SC_PAGE_SIZE")
    return total / 2**20


def processor_seconds(roots: tuple[int, ...]) -> float:
    """Processor time that these processes have used."""
    ticks = 0
    for pid in processes(roots):
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
