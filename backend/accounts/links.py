"""Links that are sent by e-mail. They are computed when the mail is sent: nothing that opens an account is stored."""

from __future__ import annotations

import hmac
from typing import Literal

from sqlalchemy.orm import Session

from backend.keys.system_keys import system_key

Kind = Literal["invitation", "recovery"]
_PAGES: dict[str, str] = {"invitation": "/invitation/", "recovery": "/recover/"}


def token_for(db: Session, kind: Kind, row: str) -> str:
    """What stands in the link to an invitation's or a recovery's row; nobody without the keys can make it."""
    return f"{row}.{hmac.digest(system_key(db, 'tokens'), f'{kind} link {row}'.encode(), 'sha256').hex()}"


def row_of(db: Session, kind: Kind, token: str) -> str | None:
    """The row that a link's token is for, or None for one that we did not make."""
    row, _, _ = token.partition(".")
    return row if hmac.compare_digest(token.encode(), token_for(db, kind, row).encode()) else None


def path_for(db: Session, cause: str) -> str:
    """The page that a mail of this cause leads to ("invitation:<id>"); the start page for any other."""
    kind, _, row = cause.partition(":")
    match kind:
        case "invitation" | "recovery":
            return _PAGES[kind] + token_for(db, kind, row)
    return "/"
