"""A whole Front Door with a folder of backups, and its commands as whoever runs it types them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backend.command.run import demo_master_key
from tests.system import FRONTDOOR, ROOT, FrontDoor, free_port


class Kept(FrontDoor):
    """A Front Door whose backups are kept beside its data."""

    @property
    def backups(self) -> Path:
        return self.data.parent / "backups"

    def environment(self, **others: str) -> dict[str, str]:
        """What its processes and commands are told."""
        told = {name: value for name, value in os.environ.items() if not name.startswith("FRONTDOOR_")}
        told |= {
            "FRONTDOOR_PORT": str(self.port),
            "FRONTDOOR_DATA": str(self.data),
            "FRONTDOOR_MASTER_KEY_FILE": str(self.data / "secrets" / "master.key"),
            "FRONTDOOR_BACKUPS": str(self.backups),
            "FRONTDOOR_DATABASE_URL": self.address,
            "FRONTDOOR_DEMO_FAMILIES": "no",
        }
        return told | others

    @property
    def address(self) -> str:
        """Of its database."""
        return self.database_url or f"sqlite:///{self.data / 'frontdoor.sqlite'}"

    def start(self) -> None:
        """Start every process and wait until a conversation can be held."""
        self.data.mkdir(mode=0o700, exist_ok=True)
        demo_master_key(self.data)
        with self.log.open("ab") as log:
            self.supervisor = subprocess.Popen(
                [FRONTDOOR, "run"], cwd=ROOT, env=self.environment(), stdout=log, stderr=log
            )
        self.wait_until_ready()

    def typed(self, *words: str, **others: str) -> str:
        """Run one of its commands, which has to succeed; what it printed."""
        done = self._run(words, others)
        assert done.returncode == 0, f"{' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stdout

    def refused(self, *words: str) -> str:
        """Run one of its commands, which has to be refused; why, as it was printed."""
        done = self._run(words, {})
        assert done.returncode == 1, f"{' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stderr

    def _run(self, words: tuple[str, ...], others: dict[str, str]) -> subprocess.CompletedProcess[str]:
        environment = self.environment(**others)
        return subprocess.run(
            [FRONTDOOR, *words], env=environment, capture_output=True, text=True, timeout=120, check=False
        )


@contextmanager
def kept(folder: Path, database_url: str | None = None) -> Iterator[Kept]:
    """Run one with its data below ``folder``; whatever happens, nothing of it is left running."""
    port = free_port()
    running = Kept(f"http://127.0.0.1:{port}", folder / "data", folder / "log", port, database_url)
    try:
        running.start()
        yield running
    finally:
        running.stop()
