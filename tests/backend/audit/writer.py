"""Transactions on a database's audit, in a process of their own: ``python -m … URL COUNT KEY``.

Every third one is undone. The others make a data key and note its id, so that deeds and entries can be compared.
"""

from __future__ import annotations

import base64
import sys

from backend import audit
from backend.database.engine import make_engine, session_factory
from backend.database.models import Base
from backend.keys import Keyring, new_data_key

assert Base.metadata.tables


def work(url: str, count: int, master: bytes) -> None:
    """That many transactions."""
    sessions = session_factory(make_engine(url), Keyring.of(master))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        with sessions() as db:
            made = new_data_key(db)
            audit.record(db, None, "made", "key", made, None)
            if number % 3 == 2:
                db.rollback()
            else:
                db.commit()


if __name__ == "__main__":
    work(sys.argv[1], int(sys.argv[2]), base64.b64decode(sys.argv[3]))
