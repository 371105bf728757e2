"""A mail as it is sent: a fixed text with the address of the service, to an account's address."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from sqlalchemy.orm import Session

from backend.accounts.accounts import email_of
from backend.accounts.links import path_for
from backend.outbox.models import Mail


def letter(db: Session, mail: Mail, public_url: str) -> EmailMessage | None:
    """The message for a mail, or None when its account has been closed.

    The same mail has the same Message-ID each time, so that a mail sent twice after a crash is recognised as one.
    """
    address = email_of(db, mail.account_id)
    if address is None:
        return None
    text = _templates()[mail.template]
    host = urlsplit(public_url).hostname or "localhost"
    message = EmailMessage()
    message["From"] = f"Front Door <no-reply@{host}>"
    message["To"] = address
    message["Subject"] = text["subject"]
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = f"<{mail.id}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text["body"].format(url=public_url, link=public_url + path_for(db, mail.cause)))
    return message


@cache
def _templates() -> dict[str, dict[str, str]]:
    templates: dict[str, dict[str, str]] = yaml.safe_load(
        Path(__file__).with_name("templates.yml").read_text(encoding="utf-8")
    )
    return templates
