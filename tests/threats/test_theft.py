"""Whoever takes the database, the files or the logs learns no name, no address and no word of a family's."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import MetaData, Table, select

from tests.backend.conftest import database_url
from tests.backend.serving import backend_in, bearer
from tests.browser.records import decide, nominate, raise_alert
from tests.threats.conftest import Backend

__all__ = ["database_url"]

PLANTED = (
    "Quenby", "Ashgrove", "Pellworth", "Larkspur", "TN13 9ZZ", "01632 960277", "quenby@post.example", "burnt porridge",
    "Thistledown School", "kettle of nettles",
)  # fmt: skip


@pytest.fixture
def robbed(tmp_path: Path, database_url: str) -> Iterator[tuple[Backend, Path]]:
    with backend_in(tmp_path, database_url) as (origin, application):
        yield Backend(origin, application), tmp_path


def test_a_dump_of_every_table_and_every_file_holds_no_planted_word(
    robbed: tuple[Backend, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    backend, folder = robbed
    reference = nominate(
        backend.origin,
        people=[
            {"name": "Quenby Ashgrove", "age": 34, "relation": "mother"},
            {"name": "Pellworth Ashgrove", "date_of_birth": "2014-05-06", "school": "Thistledown School"},
        ],
        address="17 Larkspur Rise",
        postcode="TN13 9ZZ",
        contact={"phone": "01632 960277", "email": "quenby@post.example", "note": "ask for Quenby"},
        story="There was burnt porridge on the stove.",
        hopes="A kettle of nettles.",
    )
    raise_alert(backend.origin, "Quenby Ashgrove at 17 Larkspur Rise is afraid")
    backend.account("quenby@post.example", ("sevenoaks", "family"), name="Quenby Ashgrove")
    coordinator = bearer(backend.origin, "coordinator")
    seen = httpx.get(f"{backend.origin}/api/nominations/{reference}", headers=coordinator).text
    assert all(word in seen for word in PLANTED), "planted, and readable by those who may"
    httpx.get(f"{backend.origin}/api/nominations?reference=Quenby", headers=coordinator)
    httpx.get(f"{backend.origin}/nominations/Quenby-Ashgrove")
    decide(backend.origin, reference, "ask", "What does Quenby Ashgrove say of the burnt porridge?")

    dumped = _dump(backend)
    assert reference in dumped, "what may be read is: the dump is one"
    assert _found(dumped.encode()) == []
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [f"{path.name}: {words}" for path in files if (words := _found(path.read_bytes()))] == []
    assert _found("".join(capfd.readouterr()).encode()) == []


def _dump(backend: Backend) -> str:
    """Every value of every table as text, and what JSON and base64 hide in it."""
    engine = backend.application.state.engine
    tables = MetaData()
    tables.reflect(engine)
    rows: list[str] = []
    with engine.connect() as connection:
        for table in tables.sorted_tables:
            rows += _rows(connection, table)
    return "\n".join(rows)


def _rows(connection: object, table: Table) -> list[str]:
    found = connection.execute(select(table)).all()  # type: ignore[attr-defined]
    return [
        f"{table.name} " + " ".join(
            value.decode("latin-1") if isinstance(value, bytes) else json.dumps(value, default=str, ensure_ascii=False)
            for value in row
        )
        for row in found
    ]  # fmt: skip


def _found(content: bytes) -> list[str]:
    """The planted words in any way of writing that a careless hand would use."""
    lower = content.lower()
    return [
        word for word in PLANTED
        if word.lower().encode() in lower
        or word.replace(" ", "").lower().encode() in lower
        or word.encode().hex().encode() in lower
        or word.encode("utf-16-le") in content
        or base64.b64encode(word.encode())[:-4] in content
    ]  # fmt: skip
