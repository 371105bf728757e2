"""What a coordinator does with letters: begin, change, send, throw away, read and print them. Callers commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import names_of
from backend.audit import record
from backend.database.base import new_id
from backend.errors import Conflict, Invalid, NotFound
from backend.letters.checking import wrong_with
from backend.letters.drafting import draft
from backend.letters.kinds import Kind, decided_version, kind_of
from backend.letters.models import Letter, LetterVersion
from backend.letters.pdf import Printed, as_pdf
from backend.letters.readers import Reader, readers_of, told_of
from backend.letters.record import (
    add_version,
    find_letter,
    keep_recipient,
    letters_of,
    recipient_of,
    text_in,
    versions_of,
)
from backend.letters.saying import say
from backend.letters.text import Text
from backend.letters.ways import Way, ways_to
from backend.nominations import record as nominations
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.nominations.pausing import must_not_be_paused

NOTHING = "Nobody has decided about this nomination, or it has ended: there is nothing to write about."
OLD = "It was decided or moved on since this letter was begun. Begin a new one: what you wrote here can be copied."
SENT = "This letter was sent and is kept as it is. Begin another one."
FASTER = "Somebody changed this letter since you opened it. Look at it again: what you typed is still below."
NOBODY = "Choose who the letter is for."
NO_WAY = "Choose how it is sent."


@dataclass(frozen=True, slots=True)
class Row:
    """A letter in a list: no word of it, but to whom it goes."""

    id: str
    kind: str
    to: str
    begun_at: datetime
    last_n: int
    sent_way: str | None
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Desk:
    """A nomination's letters, and to whom another one can be written."""

    reference: str
    programme: str
    kind: Kind | None
    rows: list[Row]
    readers: list[Reader]


@dataclass(frozen=True, slots=True)
class Version:
    """What a letter said at a time, and who wrote it so."""

    n: int
    text: Text
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter with all that is needed to change and to send it."""

    reference: str
    programme: str
    letter: Letter
    to: str
    versions: list[Version]
    ways: list[Way]
    """As they are open now; none for what was sent or cannot be sent any more."""
    why_not: str | None
    """Why it cannot be sent (any more); None where it can, and where it was."""
    sent_by: str | None

    @property
    def text(self) -> Text:
        """What it says now."""
        return self.versions[-1].text


def begin(db: Session, actor: Actor, reference: str, reader_code: str, now: datetime) -> str:
    """Draft a letter to somebody; gives its id. Raises NotFound, Conflict with nothing to write about, or Invalid."""
    nomination, kind = _to_write_about(db, actor, reference)
    reader = _reader(db, nomination, reader_code, now)
    if reader is None:
        raise Invalid(NOBODY)
    if reader.why_not is not None:
        raise Invalid(reader.why_not)
    letter = Letter(
        id=new_id(),
        nomination_id=nomination.id,
        programme=nomination.programme,
        kind=kind,
        reader=reader.kind,
        about_version=decided_version(db, nomination),
        last_n=0,
        begun_by=actor.account_id,
        begun_at=now,
    )
    recipient = {"code": reader.code, "name": reader.name, "address": list(reader.address)}
    keep_recipient(db, nomination, letter, recipient)
    db.add(letter)
    db.flush()
    add_version(db, nomination, letter, draft(db, nomination, reader, kind, now), editor=actor.account_id, at=now)
    record(db, actor, "wrote", "letter", letter.id, nomination.programme, nomination=nomination.id, version=1)
    return letter.id


def write(  # noqa: PLR0917 - one call, each part has a name
    db: Session, actor: Actor, reference: str, letter_id: str, seen: int, texts: Mapping[str, str], now: datetime
) -> None:
    """Keep what a coordinator made of the letter whose version ``seen`` they read; the same words are no new version.

    Raises NotFound, Conflict where somebody was faster or it was sent, Invalid for what may not stand in it.
    """
    nomination, letter = _draft(db, actor, reference, letter_id, seen)
    before = _newest(db, nomination, letter)
    after = before.with_texts(texts)
    if after == before:
        return
    if wrong := wrong_with(after, nomination.reference, sending=False):
        raise Invalid(next(iter(wrong.values())))
    version = add_version(db, nomination, letter, after, editor=actor.account_id, at=now)
    record(db, actor, "wrote", "letter", letter.id, nomination.programme, nomination=nomination.id, version=version.n)


def send(  # noqa: PLR0917 - one call, each part has a name
    db: Session, actor: Actor, reference: str, letter_id: str, seen: int, way: str, now: datetime
) -> None:
    """Send a letter, or note that it is printed and goes by post, e-mail or hand. From then on nobody changes it.

    Who it is for and by which way is looked at again, by what the record says now. Raises NotFound, Conflict for a
    letter that is old or was sent, Invalid for a way that is not safe or a part that is not finished.
    """
    nomination, letter = _draft(db, actor, reference, letter_id, seen)
    if kind_of(db, nomination) != letter.kind or decided_version(db, nomination) != letter.about_version:
        raise Conflict(OLD)
    reader = _same_reader(db, nomination, letter, now)
    if reader is None:
        raise Conflict(OLD)
    if reader.why_not is not None:
        raise Invalid(reader.why_not)
    chosen = next((each for each in ways_to(db, nomination, reader, told_of(db, nomination)) if each.code == way), None)
    if chosen is None:
        raise Invalid(NO_WAY)
    if chosen.why_not is not None:
        raise Invalid(chosen.why_not)
    text = _newest(db, nomination, letter)
    if wrong := wrong_with(text, nomination.reference, sending=True):
        raise Invalid(next(iter(wrong.values())))
    letter.sent_way, letter.sent_by, letter.sent_at = chosen.code, actor.account_id, now
    if chosen.code == "chat":
        letter.message_n = say(db, nomination, letter, text)
    record(
        db, actor, "sent", "letter", letter.id, nomination.programme,
        nomination=nomination.id, version=letter.last_n, way=chosen.code,
    )  # fmt: skip
    db.flush()


def throw_away(db: Session, actor: Actor, reference: str, letter_id: str) -> None:
    """Delete a draft. Raises NotFound, or Conflict for a letter that was sent."""
    nomination = _reachable(db, actor, reference, lock=True)
    letter = find_letter(db, nomination, letter_id)
    if letter.sent_at is not None:
        raise Conflict(SENT)
    db.execute(delete(LetterVersion).where(LetterVersion.letter_id == letter.id))
    db.delete(letter)
    record(db, actor, "deleted", "letter", letter.id, nomination.programme, nomination=nomination.id)
    db.flush()


def desk(db: Session, actor: Actor, reference: str, now: datetime) -> Desk:
    """A nomination's letters and readers. Raises NotFound out of reach and once nothing is left to read."""
    nomination = _reachable(db, actor, reference)
    record(db, actor, "read", "nomination", nomination.id, nomination.programme)
    kind = kind_of(db, nomination) if nomination.paused_at is None else None
    return Desk(
        reference=nomination.reference,
        programme=nomination.programme,
        kind=kind,
        rows=rows_of(db, nomination),
        readers=_readers(db, nomination, now) if kind else [],
    )


def rows_of(db: Session, nomination: Nomination) -> list[Row]:
    """A nomination's letters for a page that has noted that it is read; none once it was erased or set aside."""
    if nomination.erased_at is not None or nomination.set_aside_at is not None:
        return []
    return [
        Row(
            id=letter.id,
            kind=letter.kind,
            to=_to(recipient_of(db, nomination, letter)),
            begun_at=letter.begun_at,
            last_n=letter.last_n,
            sent_way=letter.sent_way,
            sent_at=letter.sent_at,
        )
        for letter in letters_of(db, nomination)
    ]


def open_letter(db: Session, actor: Actor, reference: str, letter_id: str, now: datetime) -> Opened:
    """A letter with its versions and the ways that are open. Raises NotFound."""
    nomination = _reachable(db, actor, reference)
    letter = find_letter(db, nomination, letter_id)
    record(db, actor, "read", "letter", letter.id, nomination.programme, nomination=nomination.id)
    versions = versions_of(db, letter)
    names = names_of(db, [*(each.editor_id for each in versions), letter.sent_by or ""])
    ways, why_not = _ways_now(db, nomination, letter, now)
    return Opened(
        reference=nomination.reference,
        programme=nomination.programme,
        letter=letter,
        to=_to(recipient_of(db, nomination, letter)),
        versions=[
            Version(each.n, text, names.get(each.editor_id, ""), each.at)
            for each in versions
            if (text := text_in(db, nomination, each)) is not None
        ],
        ways=ways,
        why_not=why_not,
        sent_by=names.get(letter.sent_by or ""),
    )


def printed(db: Session, actor: Actor, reference: str, letter_id: str, now: datetime) -> bytes:
    """The PDF of a letter as it was sent, or of a draft, which says so on the paper. Raises NotFound."""
    nomination = _reachable(db, actor, reference)
    letter = find_letter(db, nomination, letter_id)
    record(db, actor, "printed", "letter", letter.id, nomination.programme, version=letter.last_n)
    recipient = recipient_of(db, nomination, letter)
    # An address is on the paper only where it goes by post, which was found to be safe.
    address = recipient.get("address") or [] if letter.sent_way == "post" else []
    paper = Printed(
        to=[recipient.get("name") or "", *address],
        date=letter.sent_at or now,
        footer=nomination.reference,
        is_draft=letter.sent_at is None,
    )
    return as_pdf(_newest(db, nomination, letter), paper)


def _reachable(db: Session, actor: Actor, reference: str, *, lock: bool = False) -> Nomination:
    nomination = nominations.find_nomination(db, reference, lock=lock)
    actor.must_be(nomination.programme, "coordinator")
    if nomination.erased_at is not None or nomination.set_aside_at is not None:
        raise NotFound
    return nomination


def _to_write_about(db: Session, actor: Actor, reference: str) -> tuple[Nomination, Kind]:
    nomination = _reachable(db, actor, reference, lock=True)
    must_not_be_paused(nomination)
    kind = kind_of(db, nomination)
    if kind is None:
        raise Conflict(NOTHING)
    return nomination, kind


def _draft(db: Session, actor: Actor, reference: str, letter_id: str, seen: int) -> tuple[Nomination, Letter]:
    nomination = _reachable(db, actor, reference, lock=True)
    letter = find_letter(db, nomination, letter_id)
    must_not_be_paused(nomination)
    if letter.sent_at is not None:
        raise Conflict(SENT)
    if letter.last_n != seen:
        raise Conflict(FASTER)
    return nomination, letter


def _newest(db: Session, nomination: Nomination, letter: Letter) -> Text:
    text = text_in(db, nomination, versions_of(db, letter)[-1])
    if text is None:
        raise NotFound
    return text


def _readers(db: Session, nomination: Nomination, now: datetime) -> list[Reader]:
    return readers_of(db, nomination, told_of(db, nomination), now.astimezone(LONDON).date())


def _reader(db: Session, nomination: Nomination, code: str, now: datetime) -> Reader | None:
    return next((each for each in _readers(db, nomination, now) if each.code == code), None)


def _same_reader(db: Session, nomination: Nomination, letter: Letter, now: datetime) -> Reader | None:
    """Who the letter was begun for, as the record has them now; None where it was put right to name somebody else."""
    kept = recipient_of(db, nomination, letter)
    reader = _reader(db, nomination, str(kept.get("code")), now)
    return reader if reader is not None and reader.name == kept.get("name") else None


def _ways_now(
    db: Session, nomination: Nomination, letter: Letter, now: datetime
) -> tuple[list[Way], str | None]:  # fmt: skip
    """The ways that are open for a draft, and why it cannot be sent at all."""
    if letter.sent_at is not None:
        return [], None
    if kind_of(db, nomination) != letter.kind or decided_version(db, nomination) != letter.about_version:
        return [], OLD
    reader = _same_reader(db, nomination, letter, now)
    if reader is None or reader.why_not is not None:
        return [], reader.why_not if reader else OLD
    return ways_to(db, nomination, reader, told_of(db, nomination)), None


def _to(recipient: Mapping[str, object]) -> str:
    return str(recipient.get("name") or "whoever asked for help")
