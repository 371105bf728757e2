"""What the Telegram process is told by its environment (docs/wire.md)."""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
import secrets
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.telegram.pace import OVERALL

TELEGRAM = "https://api.telegram.org"
TOKEN = re.compile(r"[A-Za-z0-9_:-]+")
"""What a token is made of: anything else would become part of an address."""
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""What Telegram takes (1 to 256 characters), and what nobody guesses."""
WEBHOOK_PORT = "8443"
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class SettingsError(ValueError):
    """A variable is missing or wrong; the message names it and never its value."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram brings updates, instead of being asked for them."""

    url: str
    """The https address that Telegram knows."""
    port: int
    """Where we listen, on the loopback interface."""
    secret: str = field(repr=False)
    """What Telegram shows with each update."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs between one running process and another. Secrets stay out of its repr."""

    token: str = field(repr=False)
    door_url: str
    backend_url: str
    service_token: str = field(repr=False)
    api_base: str = TELEGRAM
    webhook: Webhook | None = None
    """None: Telegram is asked, by long polling."""
    inbox: Path | None = None
    """The folder of updates that are not answered yet."""
    inbox_keys: tuple[bytes, ...] = field(default=(), repr=False)
    """The one to seal with first; without one nothing is kept here, and Telegram keeps what is not answered."""
    a_second: float = OVERALL
    """Messages a second that Telegram takes from this bot."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read the variables. Raises :class:`SettingsError` naming the first that is missing or wrong."""
        data = environment.get("FRONTDOOR_DATA")
        return cls(
            token=_token(environment),
            door_url=f"http://127.0.0.1:{_required(environment, 'FRONTDOOR_PORT')}",
            backend_url=_required(environment, "FRONTDOOR_BACKEND_URL").rstrip("/"),
            service_token=_required(environment, "FRONTDOOR_SERVICE_TOKEN"),
            api_base=(environment.get("TELEGRAM_API_BASE") or TELEGRAM).rstrip("/"),
            webhook=_webhook(environment),
            inbox=Path(data) / "telegram" if data else None,
            a_second=_a_second(environment.get("TELEGRAM_A_SECOND") or str(int(OVERALL))),
            inbox_keys=tuple(_key(key) for key in environment.get("FRONTDOOR_INBOX_KEY", "").split()),
        )


def handed_over(environment: MutableMapping[str, str]) -> Mapping[str, str]:
    """The environment with the secrets that came through the supervisor's pipe, which is read once."""
    number = environment.pop("FRONTDOOR_SECRETS_FD", None)
    if number is None:
        return environment
    with os.fdopen(int(number), "rb") as pipe:
        return {**environment, **json.loads(pipe.read())}


def _required(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise SettingsError(f"{name} is not set. `frontdoor run` sets what it needs; docs/wire.md says what it means.")
    return value


def _token(environment: Mapping[str, str]) -> str:
    token = _required(environment, "TELEGRAM_BOT_TOKEN").strip()
    if not TOKEN.fullmatch(token):
        raise SettingsError("TELEGRAM_BOT_TOKEN is no token: copy it again from @BotFather (digits, a colon, letters).")
    return token


def _webhook(environment: Mapping[str, str]) -> Webhook | None:
    url = environment.get("TELEGRAM_WEBHOOK_URL", "").strip()
    if not url:
        return None
    parts = urlsplit(url)
    if not parts.hostname or (parts.scheme != "https" and parts.hostname not in LOOPBACK):
        raise SettingsError("TELEGRAM_WEBHOOK_URL must begin with https://; Telegram takes nothing else.")
    # Made anew at each start, it stands nowhere; one that is given may be looked at by what is in front of us, too.
    secret = environment.get("TELEGRAM_WEBHOOK_SECRET") or secrets.token_urlsafe(48)
    if not SECRET.fullmatch(secret):
        raise SettingsError("TELEGRAM_WEBHOOK_SECRET must be 16 to 256 letters, digits, _ and -.")
    return Webhook(url, _port(environment.get("TELEGRAM_WEBHOOK_PORT") or WEBHOOK_PORT), secret)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingsError("TELEGRAM_WEBHOOK_PORT must be a number from 1 to 65535.")
    return int(text)


def _a_second(text: str) -> float:
    if not text.isdecimal() or not 0 < int(text) <= 1000:
        raise SettingsError("TELEGRAM_A_SECOND must be a number from 1 to 1000.")
    return float(text)


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise SettingsError("FRONTDOOR_INBOX_KEY must be 32 bytes, base64.")
    return key
