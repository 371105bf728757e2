"""Opening every sealed value once, to learn which are damaged.

Which columns are sealed, and with which key, is read off the tables: bytes are sealed; a table with a data key of its
own is sealed with that, one that belongs to such a table with the same, and any other with the service's key for
accounts. A value's place is its table, its column and its primary key, joined by colons. So a new column is covered by
itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, LargeBinary, MetaData, RowMapping, Select, Table, func, literal, select
from sqlalchemy.orm import Session

from backend.errors import CannotOpen, KeyDestroyed, MasterKeyMissing
from backend.keys.data_keys import ACCOUNTS_KEY, open_data_key
from backend.keys.models import DataKey, SystemKey
from backend.keys.sealing import open_sealed, place
from backend.keys.system_keys import open_system_key, ring_of, system_key

KEYS = (DataKey.__tablename__, SystemKey.__tablename__)
_KEY = "data_key_id"
_OWN = "own_key_id"
"""Names a row's data key where it has one of its own instead of the service's key for accounts."""
_PLACE, _SEALED = "place_", "sealed_"
_ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True, order=True)
class Damage:
    """A sealed value that does not open: where it stands, and nothing of what it held."""

    table: str
    column: str
    row: str

    def __str__(self) -> str:
        return f"{self.table}.{self.column} of {self.row}"


@dataclass(slots=True)
class Checked:
    """What a check found."""

    opened: int
    erased: int
    """Values that nobody can open any more, as it should be: their key was destroyed."""
    damaged: list[Damage]


def sealed_columns(metadata: MetaData) -> dict[str, list[str]]:
    """The sealed columns by table; the wrapped keys are not among them. A column of bytes that is not sealed says so
    with ``info={"sealed": False}``.
    """
    found = {
        table.name: [
            column.name
            for column in table.columns
            if isinstance(column.type, LargeBinary) and column.info.get("sealed", True)
        ]
        for table in metadata.sorted_tables
        if table.name not in KEYS
    }
    return {table: columns for table, columns in found.items() if columns}


def check(db: Session, metadata: MetaData) -> Checked:
    """Open every sealed value and every wrapped key. What is damaged is listed; all else goes on."""
    keys = _Keys(db)
    result = Checked(0, 0, sorted(keys.damaged))
    for table, columns in sealed_columns(metadata).items():
        query = _rows(metadata.tables[table], columns).execution_options(yield_per=_ROWS_AT_ONCE)
        for row in db.execute(query).mappings():
            named = ":".join(str(value) for name, value in row.items() if str(name).startswith(_PLACE))
            for column, sealed in _values(row, columns):
                _count(result, keys, row["key"], sealed, Damage(table, column, named))
    return result


def _count(result: Checked, keys: _Keys, key_id: str | None, sealed: bytes, where: Damage) -> None:
    try:
        open_sealed(keys.of(key_id), sealed, place(where.table, where.column, where.row))
    except KeyDestroyed:
        result.erased += 1
    except CannotOpen:
        result.damaged.append(where)
    else:
        result.opened += 1


def _values(row: RowMapping, columns: list[str]) -> Iterator[tuple[str, bytes]]:
    for column in columns:
        sealed = row[f"{_SEALED}{column}"]
        if sealed is not None:
            yield column, sealed


def _rows(table: Table, columns: list[str]) -> Select[tuple[object, ...]]:
    owner = _owner(table)
    key: ColumnElement[str | None] = owner.c[_KEY] if owner is not None else literal(ACCOUNTS_KEY)
    if _OWN in table.columns:
        key = func.coalesce(table.c[_OWN], key)
    query = select(
        key.label("key"),
        *(column.label(f"{_PLACE}{column.name}") for column in table.primary_key.columns),
        *(table.c[column].label(f"{_SEALED}{column}") for column in columns),
    )
    if owner is None or owner is table:
        return query.select_from(table)
    # Its own rows are all looked at, also one that points nowhere.
    return query.select_from(table.outerjoin(owner, onclause=_link(table, owner)))


def _link(table: Table, owner: Table) -> ColumnElement[bool]:
    [primary] = owner.primary_key.columns
    link = next(key.parent for key in table.foreign_keys if key.column is primary)
    return link == primary


def _owner(table: Table) -> Table | None:
    """The table whose data key seals this one; None where that is the service's key for accounts."""
    if _KEY in table.columns:
        return table
    owners = {key.column.table for key in table.foreign_keys if _KEY in key.column.table.columns}
    if len(owners) > 1:
        raise ValueError(f"{table.name} belongs to several tables that have a data key")
    return next(iter(owners), None)


class _Keys:
    """The data keys by their ids, opened once; those that do not open are damage as well."""

    def __init__(self, db: Session) -> None:
        self._known: dict[str, bytes | None] = {ACCOUNTS_KEY: system_key(db, "accounts")}
        self.damaged: set[Damage] = set()
        for data_key in db.scalars(select(DataKey).execution_options(yield_per=_ROWS_AT_ONCE)):
            self._open(db, data_key)
        for row in db.scalars(select(SystemKey)):
            try:
                open_system_key(ring_of(db), row)
            except (CannotOpen, MasterKeyMissing):
                self.damaged.add(Damage(SystemKey.__tablename__, "wrapped", f"{row.use}:{row.version}"))

    def of(self, key_id: str | None) -> bytes:
        """Raises KeyDestroyed, or CannotOpen where the key itself is damaged or is not there."""
        if key_id is None or key_id not in self._known:
            raise CannotOpen
        key = self._known[key_id]
        if key is None:
            raise KeyDestroyed
        return key

    def _open(self, db: Session, data_key: DataKey) -> None:
        try:
            self._known[data_key.id] = open_data_key(db, data_key)
        except KeyDestroyed:
            self._known[data_key.id] = None
        except (CannotOpen, MasterKeyMissing):
            self.damaged.add(Damage(DataKey.__tablename__, "wrapped", data_key.id))
