"""Who a chat is: from Telegram's identifier to an account without a name, an address or a password. Callers commit."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import as_actor, create_nameless, erase_own
from backend.accounts.models import Account, AccountRole
from backend.audit import record
from backend.database.base import new_id, utc_now
from backend.errors import KeyDestroyed, NotFound
from backend.keys import blind_index, seal, unseal
from backend.programmes import load_programmes
from backend.telegram.models import TelegramChat

State = Literal["open", "quiet", "blocked"]


def actor_for_chat(db: Session, chat: str) -> Actor:
    """Who writes in a chat; somebody new where nobody has written there. Whoever writes is written to again."""
    known = find_chat(db, chat) or _begin(db, chat)
    account = db.get_one(Account, known.account_id)
    _ensure_roles(account)
    known.state, known.touched_at = "open", utc_now()
    db.flush()
    return as_actor(db, account, session_id="")


def find_chat(db: Session, chat: str) -> TelegramChat | None:
    """What is kept of a chat; None for one that nobody knows."""
    return db.scalar(select(TelegramChat).where(TelegramChat.chat_index == _index(db, chat)))


def set_state(db: Session, chat: str, state: State) -> None:
    """Note that nothing is to be sent unasked, or that nothing can be, or that it can again.

    Unknown chats have nothing to note. One that wants nothing unasked stays so, blocked and unblocked, until somebody
    writes there (:func:`actor_for_chat`).
    """
    known = find_chat(db, chat)
    if known is not None and known.state not in (state, "quiet"):
        known.state = state
        if state == "blocked":
            record(db, None, "telegram chat blocked", "telegram-chat", known.id, None)
        else:
            record(
                db,
                None,
                "telegram chat quiet" if state == "quiet" else "telegram chat open",
                "telegram-chat",
                known.id,
                None,
            )


def account_of(db: Session, chat: str) -> Account:
    """The account of a chat. NotFound where nobody has written."""
    known = find_chat(db, chat)
    if known is None:
        raise NotFound
    return db.get_one(Account, known.account_id)


def address_of(db: Session, chat: TelegramChat) -> str | None:
    """Telegram's identifier of a chat; None once its key was destroyed."""
    try:
        return str(unseal(db, chat.data_key_id, chat.chat, table="telegram_chats", column="chat", row=chat.id))
    except KeyDestroyed:
        return None


def chat_of_account(db: Session, account_id: str) -> TelegramChat | None:
    """The chat as which an account is known; None for any other account."""
    return db.scalar(select(TelegramChat).where(TelegramChat.account_id == account_id))


def drop(db: Session, account: Account, now: datetime) -> None:
    """Forget who a chat is: its identifier can be found and opened by nobody any more, nor in a backup."""
    known = chat_of_account(db, account.id)
    if known is not None:
        db.delete(known)
        db.flush()
    erase_own(db, account)
    account.closed_at = now
    db.flush()


def _begin(db: Session, chat: str) -> TelegramChat:
    index = _index(db, chat)
    try:
        with db.begin_nested():
            account = create_nameless(db, "Somebody on Telegram", [(code, "family") for code in load_programmes()])
            assert account.own_key_id is not None  # noqa: S101 - a family's account has its own
            chat_id = new_id()
            sealed = seal(db, account.own_key_id, chat, table="telegram_chats", column="chat", row=chat_id)
            begun = TelegramChat(
                id=chat_id, chat_index=index, chat=sealed, account_id=account.id, data_key_id=account.own_key_id
            )
            db.add(begun)
    except IntegrityError:
        # Two messages of a new chat came at the same moment; the other one was first.
        known = find_chat(db, chat)
        if known is None:
            raise
        return known
    record(db, None, "telegram chat begun", "telegram-chat", begun.id, None)
    return begun


def _ensure_roles(account: Account) -> None:
    """A programme that was added since may be asked for help as well."""
    held = {entry.programme for entry in account.roles}
    account.roles.extend(AccountRole(programme=code, role="family") for code in load_programmes() if code not in held)


def _index(db: Session, chat: str) -> str:
    return blind_index(db, chat, kind="telegram-chat", programme=None)
