"""What the door is told by its environment (docs/wire.md)."""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEY_BYTES = 32


class SettingsError(ValueError):
    """A variable is missing or wrong; the message names it and never its value."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs between one running door and another. Secrets stay out of its repr."""

    backend_url: str
    rasa_url: str
    actions_url: str
    data: Path
    spool_key: bytes = field(repr=False)
    service_token: str = field(repr=False)
    spool_keys_before: tuple[bytes, ...] = field(default=(), repr=False)
    """What an alert that waits since before may be sealed with."""
    port: int = 8000
    public_url: str = ""
    programmes: Path = ROOT / "backend" / "programmes" / "files"
    """The policy files, from which only the emergency numbers are read, as data."""
    intents: Path = ROOT / "nlu" / "intents"
    """Rasa's training data: the closed vocabulary of what it may be told."""
    rasa_seconds: float = 15.0
    demo: bool = False
    """Whether one account and address stand for many (bot/door/limits.yml)."""

    @property
    def spool(self) -> Path:
        return self.data / "spool"

    @property
    def behind_tls(self) -> bool:
        """Whether something in front of the door takes https and may say who the caller is."""
        return self.public_url.startswith("https://")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read the variables of docs/wire.md. Raises :class:`SettingsError` naming the first wrong one."""
        spool_key, *before = (_key(key) for key in _required(environment, "FRONTDOOR_SPOOL_KEY").split())
        return cls(
            backend_url=_required(environment, "FRONTDOOR_BACKEND_URL").rstrip("/"),
            rasa_url=_required(environment, "FRONTDOOR_RASA_URL").rstrip("/"),
            actions_url=_required(environment, "FRONTDOOR_ACTIONS_URL").rstrip("/"),
            data=Path(environment.get("FRONTDOOR_DATA", "var")),
            spool_key=spool_key,
            spool_keys_before=tuple(before),
            service_token=_required(environment, "FRONTDOOR_SERVICE_TOKEN"),
            port=_port(environment.get("FRONTDOOR_PORT", "8000")),
            public_url=environment.get("FRONTDOOR_PUBLIC_URL", ""),
            demo=environment.get("FRONTDOOR_ENV", "demo") != "production",
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
        raise SettingsError(f"{name} is not set. `frontdoor run` sets it; docs/wire.md says what it means.")
    return value


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise SettingsError("FRONTDOOR_SPOOL_KEY is not base64.") from error
    if len(key) != KEY_BYTES:
        raise SettingsError(f"FRONTDOOR_SPOOL_KEY must be {KEY_BYTES} bytes, base64.")
    return key


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SettingsError("FRONTDOOR_PORT is not a port number.")
    return int(text)
