"""``frontdoor run`` as a person starts it: what it says when it cannot."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

FRONTDOOR = Path(sys.executable).with_name("frontdoor")


def start(tmp_path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "FRONTDOOR_DATA": str(tmp_path / "data"), **settings}
    return subprocess.run([FRONTDOOR, "run"], env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_taken_port_is_said_in_one_line_with_the_remedy(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = start(tmp_path, FRONTDOOR_PORT=str(port))
    assert ended.returncode == 1
    assert ended.stderr == (
        f"Error: Port {port} is taken. Stop what uses it, or choose another: FRONTDOOR_PORT={port + 1} make run\n"
    )


def test_a_port_that_is_no_number_is_refused_plainly(tmp_path: Path) -> None:
    ended = start(tmp_path, FRONTDOOR_PORT="eight thousand")
    assert ended.returncode == 1
    assert ended.stderr == "Error: FRONTDOOR_PORT must be a number from 1 to 65535, not 'eight thousand'.\n"


def test_production_names_everything_that_is_missing_and_starts_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "secrets").mkdir(parents=True)
    key = data / "secrets" / "master.key"
    key.write_text("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ended = start(
        tmp_path,
        FRONTDOOR_ENV="production",
        FRONTDOOR_PORT=str(port),
        FRONTDOOR_MASTER_KEY_FILE=str(key),
        FRONTDOOR_INSECURE_COOKIES="1",
    )
    assert ended.returncode == 1
    for what in ("data folder", "placeholder", "FRONTDOOR_SMTP_URL", "FRONTDOOR_INSECURE_COOKIES"):
        assert what in ended.stderr
    assert not (data / "frontdoor.sqlite").exists()


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def test_a_data_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    wanted = tmp_path / "file" / "data"
    ended = start(tmp_path, FRONTDOOR_PORT=free_port(), FRONTDOOR_DATA=str(wanted))
    assert ended.returncode == 1
    assert ended.stderr == (
        f"Error: FRONTDOOR_DATA names {wanted}, which cannot be used (Not a directory). Name a folder of your own.\n"
    )


def test_a_backend_started_alone_in_production_names_all_that_run_names(tmp_path: Path) -> None:
    settings = {"FRONTDOOR_ENV": "production", "FRONTDOOR_PORT": free_port(), "FRONTDOOR_INSECURE_COOKIES": "1"}
    from_run = start(tmp_path, **settings)
    environment = {"PATH": os.environ["PATH"], "FRONTDOOR_DATA": str(tmp_path / "data"), **settings}
    command = [sys.executable, "-m", "backend.command.serve", free_port()]
    alone = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert alone.returncode == 1
    assert len(alone.stderr.splitlines()) > 3
    assert alone.stderr == from_run.stderr


def test_nobody_else_on_the_machine_reads_the_database(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    data.chmod(0o755)
    environment = {"PATH": os.environ["PATH"], "FRONTDOOR_DATA": str(data), "FRONTDOOR_PORT": free_port()}
    with subprocess.Popen([FRONTDOOR, "run"], env=environment, stdout=subprocess.DEVNULL, umask=0o022) as running:
        try:
            wanted = data / "frontdoor.sqlite-wal"
            for _ in range(300):
                if wanted.exists():
                    break
                time.sleep(0.1)
            assert data.stat().st_mode & 0o077 == 0
            files = [path for path in data.rglob("*") if path.is_file()]
            assert {"frontdoor.sqlite", "frontdoor.sqlite-wal"} <= {path.name for path in files}
            assert [path.name for path in files if path.stat().st_mode & 0o077] == []
        finally:
            running.terminate()
            running.wait(30)


def test_the_master_key_is_in_no_environment_and_on_no_command_line(tmp_path: Path) -> None:
    key = "c2VjcmV0LW1hc3Rlci1rZXktb2YtYS10ZXN0LW9mLWk="
    command = f"echo {key}"
    started = {"PATH": os.environ["PATH"], "FRONTDOOR_DATA": str(tmp_path / "data"), "FRONTDOOR_PORT": free_port()}
    settings = started | {"FRONTDOOR_MASTER_KEY_COMMAND": command}
    with subprocess.Popen([FRONTDOOR, "run"], env=settings, stdout=subprocess.PIPE) as running:
        try:
            children: list[Path] = []
            for _ in range(600):
                children = children_of(running.pid)
                if len(children) == 5:
                    break
                time.sleep(0.1)
            assert len(children) == 5
            for child in children:
                for file in ("cmdline", "environ"):
                    told = (child / file).read_bytes()
                    assert key.encode() not in told, f"{child} {file}"
                    assert b"FRONTDOOR_SPOOL_KEY" not in told
        finally:
            running.terminate()
            running.wait(30)
    assert not (tmp_path / "data" / "secrets").exists(), "no demo key is made beside a real one"


def children_of(process: int) -> list[Path]:
    """The folders in /proc of the processes that a process has started, each on its own command line by now."""
    own = Path("/proc") / str(process)
    listed = ((task / "children").read_text().split() for task in (own / "task").iterdir())
    children = [Path("/proc") / child for of_task in listed for child in of_task]
    # Between fork and exec a child shows its parent's command line and environment, which tells nothing of its own.
    return [child for child in children if (child / "cmdline").read_bytes() != (own / "cmdline").read_bytes()]
