"""Whether the chain holds: every entry is read once, in order, and only a few at a time are in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import Engine, Row, select
from sqlalchemy.orm import Session

from backend.audit.chain import BEGINNING, FIELDS, chained
from backend.audit.models import AuditEntry

AT_ONCE = 1_000
_BEFORE_ALL = -(2**31)

UNREADABLE = (ValueError, TypeError, AttributeError)
"""What reading an entry raises in which somebody wrote something that is no time, or no JSON."""

Why = Literal["changed", "inserted", "missing", "cut-off", "rewritten", "false-anchor"]
"""What can be wrong, as a code; ``WORDS`` says it to people."""

WORDS: Mapping[str, str] = {
    "changed": "it does not say what was written: it was changed afterwards, or added by something other than us",
    "inserted": "it was put in afterwards, between two that belong together",
    "missing": "it is missing",
    "cut-off": "it is missing, and so is everything after it: the end of the audit was cut off",
    "rewritten": "it is not the entry that stood there when the anchor was made: the audit was rewritten",
    "false-anchor": "the anchor itself is false: it was changed, or not made with a key of this service",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The first entry that is not as it was written; ``since`` is the last one that an anchor vouches for."""

    seq: int
    why: Why
    since: int = 0

    @property
    def sentence(self) -> str:
        """In plain words, for whoever has to act on it."""
        if self.why == "rewritten" and self.since + 1 < self.seq:
            return (
                f"Entry {self.seq} is broken: {WORDS[self.why]}, somewhere from entry {self.since + 1} to {self.seq}."
            )
        return f"Entry {self.seq} is broken: {WORDS[self.why]}."


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain holds: ``entries`` of them, the last with ``hash``; and what breaks it, if anything does."""

    entries: int
    hash: str
    finding: Finding | None


def verify(
    engine: Engine, vouched: Iterable[tuple[int, str]] = (), *, stopped: Callable[[], bool] = bool
) -> Verdict | None:
    """Read the whole chain and hold it against what is vouched for: pairs of an entry's number and its hash.

    None when ``stopped`` says so before the end. It reads in one snapshot and takes no writer's place: others go on
    adding meanwhile.
    """
    expected: dict[int, set[str]] = {}
    for number, hash_ in vouched:
        expected.setdefault(number, set()).add(hash_)
    walk, seen = _Walk(expected), _BEFORE_ALL
    streamed = {"reads_only": True, "stream_results": True, "yield_per": AT_ONCE}
    try:
        with engine.connect() as connection, connection.execution_options(**streamed).execute(_IN_ORDER) as rows:
            for part in rows.partitions():
                if stopped():
                    return None
                for row in part:
                    finding = walk.take(row)
                    if finding is not None:
                        return Verdict(walk.count, walk.hash, finding)
                    seen = row.seq
    except UNREADABLE:
        finding = _unreadable(engine, walk, seen)
        return Verdict(walk.count, walk.hash, finding)
    return Verdict(walk.count, walk.hash, walk.end())


def _unreadable(engine: Engine, walk: _Walk, seen: int) -> Finding:
    """What breaks the chain where an entry cannot even be read: those after ``seen`` are read one by one."""
    with engine.connect().execution_options(reads_only=True) as connection:
        numbers = select(AuditEntry.seq).where(AuditEntry.seq > seen).order_by(AuditEntry.seq)
        for number in connection.scalars(numbers.limit(AT_ONCE)).all():
            try:
                finding = walk.take(connection.execute(_IN_ORDER.where(AuditEntry.seq == number)).one())
            except UNREADABLE:
                return Finding(number if walk.doubted is None else walk.doubted, "changed")
            if finding is not None:
                return finding
    return Finding(walk.count + 1, "changed")


def first_broken(db: Session) -> int | None:
    """The number of the first entry that is not as it was written; None while the chain holds."""
    verdict = verify(cast(Engine, db.get_bind()))
    return verdict.finding.seq if verdict and verdict.finding else None


_IN_ORDER = select(AuditEntry.seq, AuditEntry.hash, *(getattr(AuditEntry, name) for name in FIELDS)).order_by(
    AuditEntry.seq
)


class _Walk:
    """One entry after the other. What is wrong with one is known only when the next has been seen."""

    def __init__(self, expected: Mapping[int, set[str]]) -> None:
        self._expected = expected
        self._suspect: tuple[int, str] | None = None
        self._vouched = 0
        self.count, self.hash = 0, BEGINNING

    @property
    def doubted(self) -> int | None:
        """The entry that does not fit and of which it is not known yet what is wrong."""
        return None if self._suspect is None else self._suspect[0]

    def take(self, row: Row[Any]) -> Finding | None:
        """The next entry; what is wrong, once it is known."""
        entry = row._asdict()
        if self._suspect is not None:
            return self._named(entry)
        following = self.count + 1
        if entry["seq"] != following:
            return Finding(min(entry["seq"], following), "missing" if entry["seq"] > following else "inserted")
        if entry["hash"] != chained(self.hash, following, entry):
            self._suspect = (following, entry["hash"])
            return None
        self.count, self.hash = following, entry["hash"]
        return self._held_against_anchors()

    def end(self) -> Finding | None:
        """What is wrong when no entry follows."""
        if self._suspect is not None:
            return Finding(self._suspect[0], "changed")
        if any(entries > self.count for entries in self._expected):
            return Finding(self.count + 1, "cut-off")
        return None

    def _named(self, after: Mapping[str, Any]) -> Finding:
        number, _ = self._suspect or (0, "")
        # Had the entry after it followed on the one before, somebody pushed this one in between.
        pushed_in = after["hash"] == chained(self.hash, number, after)
        return Finding(number, "inserted" if pushed_in else "changed")

    def _held_against_anchors(self) -> Finding | None:
        wanted = self._expected.get(self.count)
        if wanted is None:
            return None
        if wanted != {self.hash}:
            return Finding(self.count, "rewritten", self._vouched)
        self._vouched = self.count
        return None


def in_words(verdict: Verdict) -> Iterator[str]:
    """The outcome, a line each."""
    if verdict.finding is None:
        yield f"The audit holds: {verdict.entries:,} entries, each as it was written."
        return
    yield verdict.finding.sentence
    yield f"{verdict.entries:,} entries before it are as they were written, as far as the chain can tell."
