"""What a process is told by its environment; the names are those of docs/wire.md."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from backend.keys.keyring import KEY_BYTES, Keyring


class WrongSetting(Exception):  # noqa: N818
    """A setting is missing or cannot be read; the message says which and what to do, and holds no secret."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a backend process. Secrets are not shown when it is printed."""

    env: Literal["demo", "production"]
    data: Path
    """Folder of everything that is written beside the database."""
    database_url: str = field(repr=False)
    master_key: bytes = field(repr=False)
    """32 bytes."""
    master_key_file: Path | None = None
    service_token: str = field(default="", repr=False)
    public_url: str = "http://127.0.0.1:8000"
    """Where people reach the service, without a slash at the end."""
    smtp_url: str | None = field(default=None, repr=False)
    """May carry a password; None writes mails to files, in the demonstration only."""
    insecure_cookies: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the process's environment, or another one. Raises WrongSetting."""
        given = os.environ if environment is None else environment
        env = given.get("FRONTDOOR_ENV") or "demo"
        if env not in ("demo", "production"):
            raise WrongSetting("FRONTDOOR_ENV must be demo or production.")
        data = Path(given.get("FRONTDOOR_DATA") or "var").resolve()
        key_file = (
            Path(given["FRONTDOOR_MASTER_KEY_FILE"]).resolve() if given.get("FRONTDOOR_MASTER_KEY_FILE") else None
        )
        return cls(
            env="production" if env == "production" else "demo",
            data=data,
            database_url=given.get("FRONTDOOR_DATABASE_URL") or f"sqlite:///{data / 'frontdoor.sqlite'}",
            master_key=_master_key(given.get("FRONTDOOR_MASTER_KEY"), key_file),
            master_key_file=None if given.get("FRONTDOOR_MASTER_KEY") else key_file,
            service_token=given.get("FRONTDOOR_SERVICE_TOKEN", ""),
            public_url=(given.get("FRONTDOOR_PUBLIC_URL") or "http://127.0.0.1:8000").rstrip("/"),
            smtp_url=given.get("FRONTDOOR_SMTP_URL") or None,
            insecure_cookies=given.get("FRONTDOOR_INSECURE_COOKIES") == "1",
        )

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies go over https only."""
        return self.public_url.startswith("https://") and not self.insecure_cookies

    @property
    def keyring(self) -> Keyring:
        """The keys derived from the master key."""
        return Keyring.of(self.master_key)


def _master_key(text: str | None, file: Path | None) -> bytes:
    if not text and file is None:
        raise WrongSetting("There is no master key: set FRONTDOOR_MASTER_KEY_FILE to a file with 32 bytes in base64.")
    if not text and file is not None:
        try:
            text = file.read_text("ascii")
        except (OSError, UnicodeError):
            raise WrongSetting(f"FRONTDOOR_MASTER_KEY_FILE names {file}, which cannot be read.") from None
    try:
        key = base64.b64decode((text or "").strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise WrongSetting(
            f"The master key must be {KEY_BYTES} bytes in base64: make one with `openssl rand -base64 {KEY_BYTES}`."
        )
    return key
