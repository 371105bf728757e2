"""What the Telegram process is told by its environment (docs/wire.md)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field

TELEGRAM = "https://api.telegram.org"


class SettingsError(ValueError):
    """A variable is missing; the message names it and never its value."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs between one running process and another. Secrets stay out of its repr."""

    token: str = field(repr=False)
    door_url: str
    backend_url: str
    service_token: str = field(repr=False)
    api_base: str = TELEGRAM

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read the variables. Raises :class:`SettingsError` naming the first that is missing."""
        return cls(
            token=_required(environment, "TELEGRAM_BOT_TOKEN"),
            door_url=f"http://127.0.0.1:{_required(environment, 'FRONTDOOR_PORT')}",
            backend_url=_required(environment, "FRONTDOOR_BACKEND_URL").rstrip("/"),
            service_token=_required(environment, "FRONTDOOR_SERVICE_TOKEN"),
            api_base=(environment.get("TELEGRAM_API_BASE") or TELEGRAM).rstrip("/"),
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
