"""A destroyed key is gone from the disk, not only from what the database answers."""

from __future__ import annotations

import os
from pathlib import Path

from backend.database.engine import make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring, destroy, new_data_key
from backend.keys.models import DataKey
from backend.keys.remains import Remains


def test_no_byte_of_a_destroyed_key_stays_in_any_file(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'frontdoor.sqlite'}")
    upgrade(engine)
    sessions = session_factory(engine, Keyring.of(os.urandom(32)))

    def on_disk(bytes_: bytes) -> bool:
        return any(bytes_ in path.read_bytes() for path in tmp_path.iterdir())

    remains = Remains(engine)
    assert remains.wipe() is False
    with sessions.begin() as db:
        key = new_data_key(db)
        wrapped = db.get_one(DataKey, key).wrapped
    assert wrapped is not None
    with sessions.begin() as db:
        destroy(db, key)
    assert on_disk(wrapped)

    with engine.connect().execution_options(reads_only=True) as reader:
        reader.exec_driver_sql("SELECT count(*) FROM data_keys").scalar()
        with sessions.begin() as db:
            new_data_key(db)
        assert remains.wipe() is False, "a reader still looks at the old pages"
    assert remains.wipe() is True
    assert not on_disk(wrapped)
    assert remains.wipe() is False
    engine.dispose()
