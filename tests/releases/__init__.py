"""Databases that released versions left behind, to be upgraded by this one."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import make_url

FOLDER = Path(__file__).parent
MASTER_KEY = b"front door release 0.1.0, tests!"
"""The master key of all of them."""
REAL_PERSON = ("real.person@council.example", "a long enough password")
"""An account that is not of the demonstration, and its password."""


@dataclass(frozen=True, slots=True)
class Release:
    """What is in one database of one version."""

    version: str
    kind: str
    accepted: str
    own_request: str
    erased: str
    audit_entries: int

    def load(self, url: str) -> None:
        """Put the dump into an empty database of its kind."""
        dump = (FOLDER / self.version / f"{self.kind}.sql").read_text("utf-8")
        if self.kind == "sqlite":
            database = sqlite3.connect(str(make_url(url).database))
            database.executescript(dump)
            database.close()
            return
        # psql's own commands are none of the server's.
        statements = "\n".join(line for line in dump.splitlines() if not line.startswith("\\"))
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statements.encode())


RELEASES = (
    Release("0.1.0", "sqlite", "FD-TQB9XDDY", "FD-HD752QBX", "FD-HMNN72RD", 23),
    Release("0.1.0", "postgresql", "FD-8VKJTYMT", "FD-5D9FTKJT", "FD-W2GMV3JC", 23),
)
