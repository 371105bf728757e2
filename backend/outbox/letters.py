"""A mail as it is sent: a fixed text with the address of the service, or a digest's counts, to an account's address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from sqlalchemy.orm import Session

from backend.accounts.accounts import email_of
from backend.accounts.links import path_for
from backend.alerts.duty import Duty
from backend.outbox.kinds import kind_of, kinds
from backend.outbox.models import Mail
from backend.programmes import load_programmes


def letter(db: Session, mail: Mail, public_url: str) -> EmailMessage | None:
    """The message for a mail, or None when its account has been closed.

    The same mail has the same Message-ID each time, so that a mail sent twice after a crash is recognised as one.
    """
    text = _templates()[mail.template]
    link = public_url + path_for(db, mail.cause)
    body = text["body"].format(url=public_url, link=link, out_of_hours=_out_of_hours(mail)).rstrip() + "\n"
    return _message(db, mail, public_url, mail.id, text["subject"], body)


def subject_of(template: str) -> str:
    """What a mail of this template is about, in its own words."""
    return _templates()[template]["subject"]


def digest_letter(db: Session, mails: Sequence[Mail], public_url: str) -> EmailMessage | None:
    """The message for several mails to one account, counted by kind; None when the account has been closed.

    They have a ``digest_id``: the same digest has the same Message-ID each time.
    """
    counts = Counter(kind_of(mail.template).code for mail in mails)
    lines = [
        f"- {kind.counted(counts[kind.code])}: {public_url}{kind.page}"
        for kind in kinds().values()
        if kind.code in counts
    ]
    text = _templates()["digest"]
    body = text["body"].format(url=public_url, lines="\n".join(lines))
    newest = max(mails, key=lambda mail: (mail.created_at, mail.id))
    return _message(db, newest, public_url, str(newest.digest_id), text["subject"], body)


def _message(db: Session, mail: Mail, public_url: str, id: str, subject: str, body: str) -> EmailMessage | None:  # noqa: A002, PLR0917
    address = email_of(db, mail.account_id)
    if address is None:
        return None
    host = urlsplit(public_url).hostname or "localhost"
    message = EmailMessage()
    message["From"] = f"Front Door <no-reply@{host}>"
    message["To"] = address
    message["Subject"] = subject
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = f"<{id}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    return message


def _out_of_hours(mail: Mail) -> str:
    """Whom to ring about what cannot wait, where the mail came up when nobody is at work in its programme."""
    if mail.programme is None or mail.programme not in load_programmes():
        return ""
    duty = Duty.of(mail.programme)
    if duty.is_anybody_there(mail.created_at):
        return ""
    return _templates()["out-of-hours"]["body"].format(name=duty.name, number=duty.number, when=duty.when)


@cache
def _templates() -> dict[str, dict[str, str]]:
    templates: dict[str, dict[str, str]] = yaml.safe_load(
        Path(__file__).with_name("templates.yml").read_text(encoding="utf-8")
    )
    return templates
