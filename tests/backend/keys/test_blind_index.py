"""Equal values are found, and nothing else can be learnt from the column."""

import os

import pytest
from sqlalchemy.orm import Session

from backend.database.engine import Sessions, session_factory
from backend.keys import Keyring, MasterKeyMissing, blind_index


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("surname", "O’Brien", "O'BRIEN"),
        ("surname", "Müller ", "muller"),
        ("postcode", "TN13 1XX", "tn131xx"),
        ("phone", "07700 900 123", "07700-900123"),
        ("account-email", "Sam@Demo.Example", " sam@demo.example"),
        ("address", "4  High Street", "4 high street"),
    ],
)
def test_what_a_person_would_call_the_same_is_found(db: Session, kind: str, one: str, other: str) -> None:
    assert blind_index(db, one, kind=kind, programme="sevenoaks") == blind_index(
        db, other, kind=kind, programme="sevenoaks"
    )


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("surname", "Brown", "Browne"),
        ("postcode", "TN13 1XX", "TN13 1XY"),
        ("address", "4 High Street", "41 High Street"),
    ],
)
def test_what_differs_is_not_found(db: Session, kind: str, one: str, other: str) -> None:
    assert blind_index(db, one, kind=kind, programme="sevenoaks") != blind_index(
        db, other, kind=kind, programme="sevenoaks"
    )


def test_two_programmes_cannot_be_matched(db: Session) -> None:
    found = {blind_index(db, "Brown", kind="surname", programme=code) for code in ("sevenoaks", "maidstone", None)}
    assert len(found) == 3


def test_two_kinds_cannot_be_matched(db: Session) -> None:
    assert blind_index(db, "Rose", kind="surname", programme="sevenoaks") != blind_index(
        db, "Rose", kind="street", programme="sevenoaks"
    )


def test_without_the_master_key_nobody_can_compute_it(sessions: Sessions) -> None:
    with sessions() as db:
        engine = db.get_bind().engine
    with session_factory(engine, Keyring.of(os.urandom(32)))() as stranger, pytest.raises(MasterKeyMissing):
        blind_index(stranger, "Brown", kind="surname", programme="sevenoaks")
