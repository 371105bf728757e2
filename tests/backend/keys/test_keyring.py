"""A key for each use, wrapped by the master key, and none of them ever shown."""

import os

import pytest

from backend.database.engine import Sessions
from backend.keys import Keyring, derive, ring_of, system_key
from backend.keys.system_keys import USES


def test_each_use_has_a_key_of_its_own_that_nobody_can_derive(sessions: Sessions) -> None:
    with sessions() as db:
        ring = ring_of(db)
        keys = {system_key(db, use) for use in USES}
    assert len(keys) == len(USES)
    assert keys.isdisjoint({ring.current.wrapping, *ring.current.derived_before.values()})


def test_the_same_master_key_gives_the_same_ring() -> None:
    master = os.urandom(32)
    assert Keyring.of(master) == Keyring.of(master)
    assert Keyring.of(master) != Keyring.of(os.urandom(32))


def test_a_printed_ring_shows_no_key() -> None:
    assert repr(Keyring.of(os.urandom(32))) == "Keyring()"


def test_a_derived_key_is_that_of_rfc_5869() -> None:
    # HKDF-SHA256 over a key of zeros with the info "spool", computed with OpenSSL's kdf command.
    expected = "127c88392743f939a913f9f3fbb6e0713cc69a1e445397057436dc7f496157cd"
    assert derive(bytes(32), "spool").hex() == expected


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_master_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keyring.of(bytes(length))
