"""Where mails go: to an SMTP server, or, in the demonstration, into files."""

from __future__ import annotations

import os
import smtplib
import ssl
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from backend.settings import Settings, WrongSetting

SECONDS = 20
"""How long a mail server may take to answer."""


class PostOffice(Protocol):
    """Takes messages."""

    def take(self, message: EmailMessage) -> None:
        """Take a message. Raises OSError or smtplib.SMTPException."""


class Smtp:
    """An SMTP server: ``smtp://host:port``, with STARTTLS where it offers it, or ``smtps://…``, maybe with a login."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme not in ("smtp", "smtps") or not address.hostname:
            raise WrongSetting("FRONTDOOR_SMTP_URL must look like smtp://host:port.")
        self._host, self._port = address.hostname, address.port or (465 if address.scheme == "smtps" else 25)
        self._user, self._password = unquote(address.username or ""), unquote(address.password or "")
        self._tls = address.scheme == "smtps"

    def take(self, message: EmailMessage) -> None:
        with self._connected() as server:
            if self._user:
                server.login(self._user, self._password)
            server.send_message(message)

    def _connected(self) -> smtplib.SMTP:
        if self._tls:
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(self._host, self._port, timeout=SECONDS, context=context)
        server = smtplib.SMTP(self._host, self._port, timeout=SECONDS)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        return server


class Folder:
    """A folder of ``.eml`` files, to look at what would have been sent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, message: EmailMessage) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        name = str(message["Message-ID"]).strip("<>").partition("@")[0]
        part = self._folder / f".{name}.part"
        part.write_bytes(message.as_bytes())
        os.replace(part, self._folder / f"{name}.eml")


def post_office(settings: Settings) -> PostOffice:
    """The post office of the settings. Raises WrongSetting where there is none in production."""
    if settings.smtp_url:
        return Smtp(settings.smtp_url)
    if settings.env == "production":
        raise WrongSetting("FRONTDOOR_SMTP_URL is missing: in production alerts are mailed to duty officers.")
    return Folder(settings.data / "mail")
