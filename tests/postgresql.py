"""A PostgreSQL server of the tests' own, from the binaries that Debian installs."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

_BINARIES = Path("/usr/lib/postgresql")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a server that lives as long as the tests, as ``postgresql://…`` without a database's name."""
    with server() as address:
        yield address


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The address of an empty database of this test's own."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(f"{postgresql_server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{postgresql_server}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def server() -> Iterator[str]:
    """Start a server on a free loopback port, in a folder that goes with it."""
    with controlled_server() as controlled:
        yield controlled.address


@dataclass(frozen=True)
class Server:
    """A server that can be stopped for a while and started again where it was."""

    address: str
    start: Callable[[], None]
    stop: Callable[[], None]


@contextmanager
def controlled_server() -> Iterator[Server]:
    """The same, with its own start and stop."""
    binaries = _find_binaries()
    folder = Path(tempfile.mkdtemp(prefix="front-door-postgresql-"))
    data = folder / "data"
    port = _free_port()

    def start() -> None:
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        way = ("-D", data, "-o", options, "-l", folder / "log", "-w", "-t", "60", "start")
        _as_postgres(folder, binaries / "pg_ctl", *way)

    def stop() -> None:
        if (data / "postmaster.pid").exists():
            _as_postgres(folder, binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")

    try:
        _as_postgres(
            folder, binaries / "initdb", "-D", data, "-U", "frontdoor", "-A", "trust", "-E", "UTF8", "--no-sync"
        )
        start()
        try:
            yield Server(f"postgresql://frontdoor@127.0.0.1:{port}", start, stop)
        finally:
            stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_binaries() -> Path:
    versions = sorted(_BINARIES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not versions:
        pytest.fail(
            "PostgreSQL's server is missing: install it with `apt-get install postgresql`, or leave its tests out with"
            " `-m 'not postgresql'`.",
            pytrace=False,
        )
    return versions[-1].parent


def _as_postgres(folder: Path, *command: str | Path) -> None:
    """Run one of PostgreSQL's commands; as its own user where the tests run as root, which initdb refuses."""
    user = group = None
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        user, group = account.pw_uid, account.pw_gid
        os.chown(folder, user, group)
    # A server that inherits a pipe keeps whoever reads it waiting, so the output goes to a file.
    with (folder / "output").open("ab") as output:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            stdout=output,
            stderr=output,
            check=False,
            user=user,
            group=group,
            extra_groups=None if user is None else [],
        )
    if done.returncode != 0:
        said = "".join(path.read_text(errors="replace")[-2000:] for path in folder.glob("*") if path.is_file())
        pytest.fail(f"PostgreSQL: {Path(command[0]).name} failed.\n{said}", pytrace=False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
