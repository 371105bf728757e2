"""Letters as they are kept and read: found, opened and closed in one place."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.errors import NotFound
from backend.keys import seal, unseal
from backend.letters.models import Letter, LetterVersion
from backend.letters.text import Text
from backend.nominations.models import Nomination


def letters_of(db: Session, nomination: Nomination) -> list[Letter]:
    """All letters about a nomination, oldest first."""
    query = select(Letter).where(Letter.nomination_id == nomination.id)
    return list(db.scalars(query.order_by(Letter.begun_at, Letter.id)))


def find_letter(db: Session, nomination: Nomination, letter_id: str) -> Letter:
    """A letter about this very nomination. Raises NotFound."""
    letter = db.get(Letter, letter_id)
    if letter is None or letter.nomination_id != nomination.id:
        raise NotFound
    return letter


def versions_of(db: Session, letter: Letter) -> list[LetterVersion]:
    """What a letter said, oldest first."""
    query = select(LetterVersion).where(LetterVersion.letter_id == letter.id)
    return list(db.scalars(query.order_by(LetterVersion.n)))


def keep_recipient(db: Session, nomination: Nomination, letter: Letter, recipient: dict[str, Any]) -> None:
    """Seal to whom a letter goes: ``{"code", "name", "address"}``."""
    letter.recipient = seal(
        db, nomination.data_key_id, recipient, table="letters", column="recipient", row=letter.id
    )  # fmt: skip


def recipient_of(db: Session, nomination: Nomination, letter: Letter, *, aside: bool = False) -> dict[str, Any]:
    """To whom a letter goes; nothing once erased, and of a nomination that was set aside only with ``aside``."""
    if letter.recipient is None or (nomination.set_aside_at and not aside):
        return {}
    return dict(
        unseal(db, nomination.data_key_id, letter.recipient, table="letters", column="recipient", row=letter.id)
    )


def add_version(
    db: Session, nomination: Nomination, letter: Letter, text: Text, *, editor: str, at: datetime
) -> LetterVersion:
    """Keep what a letter says now, as its next version."""
    letter.last_n += 1
    version = LetterVersion(
        id=f"{letter.id}:{letter.last_n}",
        letter_id=letter.id,
        nomination_id=nomination.id,
        programme=nomination.programme,
        n=letter.last_n,
        editor_id=editor,
        at=at,
    )
    version.body = seal(
        db, nomination.data_key_id, text.to_json(), table="letter_versions", column="body", row=version.id
    )  # fmt: skip
    db.add(version)
    db.flush()
    return version


def text_in(db: Session, nomination: Nomination, version: LetterVersion, *, aside: bool = False) -> Text | None:
    """What a version says; None once erased, and of a nomination that was set aside unless ``aside``."""
    if version.body is None or (nomination.set_aside_at and not aside):
        return None
    opened = unseal(
        db, nomination.data_key_id, version.body, table="letter_versions", column="body", row=version.id
    )  # fmt: skip
    return Text.from_json(opened)
