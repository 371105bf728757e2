"""``frontdoor run``: every process on this machine, on the loopback interface, until Ctrl-C."""

from __future__ import annotations

import base64
import errno
import hmac
import os
import secrets
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any

import click
import httpx

from backend.command.supervisor import Process, Supervisor
from backend.keys.handover import keep_out_of_dumps
from backend.keys.sources import CURRENT, PREVIOUS, SECRETS, keys_of

HOST = "127.0.0.1"
# What every process may know of its surroundings; anything else a person has exported stays out.
PASSED_ON: tuple[str, ...] = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "HOME", "SSL_CERT_FILE")

TELEGRAM = ("TELEGRAM_API_BASE", "TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_PORT", "TELEGRAM_A_SECOND")
"""What the Telegram process is told that is no secret."""


@click.command()
def run() -> None:
    """Start every process and print the address; Ctrl-C stops all and leaves none behind."""
    keep_out_of_dumps()
    port = read_port(os.environ.get("FRONTDOOR_PORT", "8000"))
    refuse_taken(port)
    folder = Path(__file__).resolve().parents[2]
    data = data_folder(os.environ.get("FRONTDOOR_DATA") or "var")
    common = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    common |= {name: value for name, value in os.environ.items() if name.startswith("FRONTDOOR_")}
    common |= {"FRONTDOOR_DATA": str(data), "FRONTDOOR_PORT": str(port)}
    common.setdefault("FRONTDOOR_ENV", "demo")
    common |= demo_defaults(common, data, port)
    refuse_unready(common)
    prepare(common)
    keep_running(Supervisor(folder), processes(folder, common, spool_keys()), port)


def data_folder(name: str) -> Path:
    """The folder for all that is written, made if need be, and closed to other accounts of this machine."""
    try:
        folder = Path(name).resolve()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as problem:
        raise click.ClickException(
            f"FRONTDOOR_DATA names {name}, which cannot be used ({problem.strerror}). Name a folder of your own."
        ) from None
    return folder


def read_port(text: str) -> int:
    """A port between 1 and 65535, or a plain refusal."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise click.ClickException(f"FRONTDOOR_PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def refuse_taken(port: int) -> None:
    """Say in one line that the port is taken, before anything is started."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            if problem.errno == errno.EACCES:
                raise click.ClickException(
                    f"Port {port} needs rights that this account has not. Choose another: FRONTDOOR_PORT=8000 make run"
                ) from None
            raise click.ClickException(
                f"Port {port} is taken. Stop what uses it, or choose another: FRONTDOOR_PORT={port + 1} make run"
            ) from None


def free_ports(count: int) -> list[int]:
    """That many free loopback ports, all different."""
    probes = [socket.socket(socket.AF_INET, socket.SOCK_STREAM) for _ in range(count)]
    try:
        for probe in probes:
            probe.bind((HOST, 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def demo_defaults(settings: dict[str, str], data: Path, port: int) -> dict[str, str]:
    """What a first run on a laptop needs and a production start must be given: database, key, address."""
    found = {
        "FRONTDOOR_DATABASE_URL": settings.get("FRONTDOOR_DATABASE_URL") or f"sqlite:///{data / 'frontdoor.sqlite'}",
    }
    if settings["FRONTDOOR_ENV"] != "production":
        found["FRONTDOOR_PUBLIC_URL"] = settings.get("FRONTDOOR_PUBLIC_URL") or f"http://{HOST}:{port}"
        over_http = "0" if found["FRONTDOOR_PUBLIC_URL"].startswith("https://") else "1"
        found["FRONTDOOR_INSECURE_COOKIES"] = settings.get("FRONTDOOR_INSECURE_COOKIES", over_http)
        if not any(settings.get(f"FRONTDOOR_MASTER_KEY{kind}") for kind in ("", "_FILE", "_COMMAND")):
            found["FRONTDOOR_MASTER_KEY_FILE"] = str(demo_master_key(data))
    return found


def demo_master_key(data: Path) -> Path:
    """The demo's master key, made once. Beside the data it protects nothing from a thief; production refuses it."""
    path = data / "secrets" / "master.key"
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        # Whole or not at all: half a key, left by a crash, would keep the service from ever starting again.
        writing = path.with_suffix(".writing")
        with os.fdopen(os.open(writing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(32)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        writing.replace(path)
    return path


def refuse_unready(settings: dict[str, str]) -> None:
    """A production start names everything that is missing, a line each, and starts nothing."""
    from backend.programmes import load_programmes
    from backend.settings import Settings, production_problems, refusal_to_start

    if settings["FRONTDOOR_ENV"] != "production":
        return
    os.environ.update(settings)
    problems = production_problems(Settings.from_environment(), load_programmes())
    if problems:
        raise click.ClickException(refusal_to_start(problems))


def prepare(settings: dict[str, str]) -> None:
    """Bring the database up to date once, here, so that no two processes try at the same time."""
    from backend.command.database import bring_up_to_date

    os.environ.update(settings)
    bring_up_to_date()


def spool_keys() -> str:
    """The keys of the door's spool, the one to seal with first; the door never holds a master key."""
    from backend.command.database import open_session
    from backend.keys.system_keys import all_of, ring_of

    with open_session() as db:
        # An alert may wait since 0.1.0, which derived its key from the master key.
        before = [master.derived_before["spool"] for master in ring_of(db).known]
        keys = dict.fromkeys([*all_of(db, "spool"), *before])
    return " ".join(base64.b64encode(key).decode("ascii") for key in keys)


def inbox_keys(spool: str) -> str:
    """The keys of Telegram's inbox, made from those of the door's spool: none of them opens the spool."""
    purpose = b"front door telegram inbox"
    keys = (hmac.digest(base64.b64decode(key), purpose, "sha256") for key in spool.split())
    return " ".join(base64.b64encode(key).decode("ascii") for key in keys)


def handed_over(settings: dict[str, str]) -> dict[str, str]:
    """The master keys that the backend and the worker cannot read themselves; files they read, and follow."""
    return {
        name: " ".join(base64.b64encode(key).decode("ascii") for key in keys_of(settings, name))
        for name in (CURRENT, PREVIOUS)
        if settings.get(name) or settings.get(f"{name}_COMMAND")
    }


def processes(folder: Path, settings: dict[str, str], spool: str) -> list[Process]:
    """The processes with their command lines and what each may know: five, and Telegram's where it is switched on."""
    backend_port, actions_port, rasa_port = free_ports(3)
    python, rasa_python = sys.executable, str(folder / ".venv-rasa" / "bin" / "python")
    token = {"FRONTDOOR_SERVICE_TOKEN": secrets.token_urlsafe(32)}
    where = {
        "FRONTDOOR_BACKEND_URL": f"http://{HOST}:{backend_port}",
        "FRONTDOOR_RASA_URL": f"http://{HOST}:{rasa_port}",
        "FRONTDOOR_ACTIONS_URL": f"http://{HOST}:{actions_port}",
    }
    surroundings = {name: value for name, value in settings.items() if not name.startswith("FRONTDOOR_")}
    surroundings |= {"PYTHONUNBUFFERED": "1", "FRONTDOOR_ENV": settings["FRONTDOOR_ENV"]}
    plain = {
        name: settings[name]
        for name in ("FRONTDOOR_DATA", "FRONTDOOR_PORT", "FRONTDOOR_PUBLIC_URL")
        if name in settings
    }
    door = surroundings | plain | where | token
    rasa = surroundings | {
        "FRONTDOOR_ACTIONS_URL": where["FRONTDOOR_ACTIONS_URL"],
        "PYTHONPATH": str(folder),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    actions = surroundings | token | {"FRONTDOOR_BACKEND_URL": where["FRONTDOOR_BACKEND_URL"]}
    backend = {name: value for name, value in settings.items() if name not in SECRETS} | surroundings | where | token
    keys = handed_over(settings)
    found = [
        Process("rasa", (rasa_python, "-m", "bot.rasa.serve", "--port", str(rasa_port)), rasa),
        Process("backend", (python, "-m", "backend.command.serve", str(backend_port)), backend, keys),
        Process("door", (python, "-m", "bot.door"), door, {"FRONTDOOR_SPOOL_KEY": spool}),
        Process("actions", (python, "-m", "actions.server", "--port", str(actions_port)), actions),
        Process("worker", (python, "-m", "backend.outbox.worker"), backend, keys),
    ]
    if bot_token := os.environ.get("TELEGRAM_BOT_TOKEN"):
        telegram = surroundings | plain | token | {"FRONTDOOR_BACKEND_URL": where["FRONTDOOR_BACKEND_URL"]}
        telegram |= {name: os.environ[name] for name in TELEGRAM if os.environ.get(name)}
        # Through the pipe: whoever may list the processes of this machine must not read it there.
        kept = {"TELEGRAM_BOT_TOKEN": bot_token, "FRONTDOOR_INBOX_KEY": inbox_keys(spool)}
        kept |= {name: os.environ[name] for name in ("TELEGRAM_WEBHOOK_SECRET",) if os.environ.get(name)}
        found.append(Process("telegram", (python, "-m", "bot.telegram"), telegram, kept))
    return found


def keep_running(supervisor: Supervisor, started: list[Process], port: int) -> None:
    """Run until a signal says stop; announce the address once a conversation can be held."""

    def stop(*_: Any) -> None:
        supervisor.stopping.set()

    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, stop)
    threading.Thread(target=announce, args=(supervisor, port), daemon=True).start()
    try:
        supervisor.start(started)
        supervisor.watch()
    finally:
        supervisor.say("run", "stopping")
        supervisor.stop()
        supervisor.say("run", "stopped")


def announce(supervisor: Supervisor, port: int) -> None:
    """Say where to go when /health answers 200, and how long that took."""
    began = time.monotonic()
    while not supervisor.stopping.wait(0.25):
        try:
            ready = httpx.get(f"http://{HOST}:{port}/health", timeout=5).status_code == 200
        except httpx.HTTPError:
            continue
        if ready:
            took = time.monotonic() - began
            supervisor.say(
                "run", f"Front Door is open at http://{HOST}:{port} (ready after {took:.0f} s; Ctrl-C stops it)"
            )
            return
