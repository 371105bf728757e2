"""What a process is told by its environment; the names are those of docs/wire.md."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from backend.accounts.providers import Provider, WrongProvider, read_providers
from backend.keys import handover
from backend.keys.keyring import Keyring
from backend.keys.sources import Followed, master_keys

if TYPE_CHECKING:
    from backend.programmes import Programme


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
    """32 bytes, or none where ``master_key_problem`` says why."""
    previous_master_keys: tuple[bytes, ...] = field(default=(), repr=False)
    """Those that the current one is taking the place of."""
    master_key_files: tuple[Path, ...] = ()
    master_key_problem: str | None = None
    follow_keys: Followed | None = field(default=None, repr=False)
    """Reads the files of the keys again when they change."""
    service_token: str = field(default="", repr=False)
    public_url: str = "http://127.0.0.1:8000"
    """Where people reach the service, without a slash at the end."""
    smtp_url: str | None = field(default=None, repr=False)
    """May carry a password; None writes mails to files, in the demonstration only."""
    insecure_cookies: bool = False
    backups: Path | None = None
    """Folder of the backups; None where backups are taken by other means."""
    audit_anchors: Path | None = None
    """File to which the worker adds an anchor of the audit each day; best on another machine's disk."""
    providers: tuple[Provider, ...] = ()
    """Organisations whose sign-in is taken."""
    second_factor_demanded: bool = False
    """Whether roles that ask for a second factor get nowhere without one; always in production."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the process's environment, or another one. Raises WrongSetting.

        A master key that is missing or wrong is told by :func:`production_problems` with all else, and raised by
        :attr:`keyring`.
        """
        given = {**os.environ, **handover.received()} if environment is None else environment
        env = given.get("FRONTDOOR_ENV") or "demo"
        if env not in ("demo", "production"):
            raise WrongSetting("FRONTDOOR_ENV must be demo or production.")
        data = Path(given.get("FRONTDOOR_DATA") or "var").resolve()
        found = master_keys(given)
        return cls(
            env="production" if env == "production" else "demo",
            data=data,
            database_url=given.get("FRONTDOOR_DATABASE_URL") or f"sqlite:///{data / 'frontdoor.sqlite'}",
            master_key=found.keys[0] if found.keys else b"",
            previous_master_keys=found.keys[1:],
            master_key_files=found.files,
            master_key_problem=found.problem,
            follow_keys=Followed(given, found.files) if found.files else None,
            service_token=given.get("FRONTDOOR_SERVICE_TOKEN", ""),
            public_url=(given.get("FRONTDOOR_PUBLIC_URL") or "http://127.0.0.1:8000").rstrip("/"),
            smtp_url=given.get("FRONTDOOR_SMTP_URL") or None,
            insecure_cookies=given.get("FRONTDOOR_INSECURE_COOKIES") == "1",
            backups=Path(given["FRONTDOOR_BACKUPS"]).resolve() if given.get("FRONTDOOR_BACKUPS") else None,
            audit_anchors=Path(given["FRONTDOOR_AUDIT_ANCHORS"]).resolve()
            if given.get("FRONTDOOR_AUDIT_ANCHORS")
            else None,
            providers=_providers(given),
            second_factor_demanded=env == "production" or given.get("FRONTDOOR_SECOND_FACTOR") == "demanded",
        )

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies go over https only."""
        return self.public_url.startswith("https://") and not self.insecure_cookies

    @property
    def keyring(self) -> Keyring:
        """A ring of the master keys. Raises WrongSetting when there is none."""
        if self.master_key_problem:
            raise WrongSetting(self.master_key_problem)
        return Keyring.of(self.master_key, *self.previous_master_keys, follow=self.follow_keys)


def _providers(given: Mapping[str, str]) -> tuple[Provider, ...]:
    try:
        return read_providers(given)
    except WrongProvider as wrong:
        raise WrongSetting(str(wrong)) from None


def own_files_only() -> None:
    """Let no other account of this machine read what this process writes, nor what it starts."""
    os.umask(0o077)


def refusal_to_start(problems: Iterable[str]) -> str:
    """Why nothing is started in production, a line each."""
    return "This cannot start in production:\n" + "\n".join(f"  - {line}" for line in problems)


def production_problems(settings: Settings, programmes: Mapping[str, Programme]) -> list[str]:
    """Why this must not start in production: a plain line each, with what to do. Empty when it may."""
    return [
        *_key_problems(settings),
        *_connection_problems(settings),
        *(
            f"{programme.code}: {number} is a placeholder. Write the real number in backend/programmes/files."
            for programme in programmes.values()
            for number in sorted(_placeholders(programme.data))
        ),
        *_demo_problems(settings),
    ]


def production_warnings(settings: Settings) -> list[str]:
    """What may start in production but deserves a thought, a plain line each."""
    if settings.database_url.startswith("sqlite"):
        return ["The records are in SQLite: one machine, one disk. For a whole council set FRONTDOOR_DATABASE_URL."]
    return []


def _key_problems(settings: Settings) -> Iterator[str]:
    if settings.master_key_problem:
        yield settings.master_key_problem
    for file in settings.master_key_files:
        if not file.exists():
            continue
        if file.is_relative_to(settings.data):
            yield "The master key lies in the data folder, so whoever takes one takes both. Move it elsewhere."
        if file.stat().st_mode & 0o077:
            yield f"Other accounts of this machine can read the master key. Run: chmod 600 {file}"


def _connection_problems(settings: Settings) -> Iterator[str]:
    if not settings.public_url.startswith("https://"):
        yield "FRONTDOOR_PUBLIC_URL must be the https:// address that people use."
    if settings.insecure_cookies:
        yield "FRONTDOOR_INSECURE_COOKIES lets anybody on the way read a session. Take it away."
    if not settings.smtp_url:
        yield "There is no mail server to tell a duty officer with. Set FRONTDOOR_SMTP_URL, such as smtp://mail:25."


def _placeholders(part: Any, name: str = "a number") -> set[str]:
    """Names of all that a programme's file marks as a placeholder, at any depth."""
    found: set[str] = set()
    if isinstance(part, Mapping):
        named = str(part.get("name", name))
        if part.get("placeholder") is True:
            found.add(named)
        for key, value in part.items():
            found |= _placeholders(value, str(key))
    elif isinstance(part, list | tuple):
        for value in part:
            found |= _placeholders(value, name)
    return found


def _demo_problems(settings: Settings) -> Iterator[str]:
    from backend.demo.leftovers import demo_accounts_in

    if count := demo_accounts_in(settings.database_url):
        yield f"The database holds {count} demonstration accounts with a public password. Begin with an empty database."
