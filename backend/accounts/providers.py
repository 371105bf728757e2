"""Which organisations' sign-ins are taken (OpenID Connect), as whoever runs the service configured them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ONE = ("FRONTDOOR_OIDC_NAME", "FRONTDOOR_OIDC_CLIENT_ID", "FRONTDOOR_OIDC_CLIENT_SECRET")


class WrongProvider(Exception):  # noqa: N818
    """The configuration of a provider cannot be used; the message says why and holds no secret."""


@dataclass(frozen=True, slots=True)
class NewAccounts:
    """Whoever has a verified address of a domain may nominate in a programme, without being invited first."""

    domain: str
    programme: str
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Provider:
    """One organisation's sign-in."""

    code: str
    """Stands in addresses and in the audit: small letters with hyphens."""
    name: str
    """What people call it: "Example Council"."""
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    verified_claim: str = "email_verified"
    """The claim that says whether the e-mail address was checked; it must be true to count."""
    new_accounts: tuple[NewAccounts, ...] = ()
    domains: tuple[str, ...] | None = None
    """Whose addresses it may vouch for, besides those of ``new_accounts``; None for any, where it is the only one."""

    def vouches_for(self, email: str) -> bool:
        """Whether it may say that an address is somebody's: a school's sign-in must open no council's account."""
        domain = email.rpartition("@")[2].casefold()
        return self.domains is None or domain in {*self.domains, *(rule.domain for rule in self.new_accounts)}


def read_providers(environment: Mapping[str, str]) -> tuple[Provider, ...]:
    """The providers of ``FRONTDOOR_OIDC_FILE``, or the one of ``FRONTDOOR_OIDC_ISSUER`` and its sisters.

    Raises WrongProvider.
    """
    if file := environment.get("FRONTDOOR_OIDC_FILE"):
        listed = _listed(Path(file))
    elif issuer := environment.get("FRONTDOOR_OIDC_ISSUER"):
        if missing := [name for name in _ONE if not environment.get(name)]:
            raise WrongProvider(f"FRONTDOOR_OIDC_ISSUER is set, so {', '.join(missing)} must be set too.")
        name, client_id, secret = (environment[name] for name in _ONE)
        listed = [
            {"code": "organisation", "name": name, "issuer": issuer, "client_id": client_id, "client_secret": secret}
        ]
    else:
        return ()
    providers = tuple(_provider(entry) for entry in listed)
    if len({provider.code for provider in providers}) < len(providers):
        raise WrongProvider("Two providers in FRONTDOOR_OIDC_FILE have the same code.")
    if len({provider.issuer for provider in providers}) < len(providers):
        raise WrongProvider("Two providers in FRONTDOOR_OIDC_FILE have the same issuer.")
    if len(providers) > 1:
        return tuple(replace(provider, domains=provider.domains or ()) for provider in providers)
    return providers


def is_safe_address(url: str) -> bool:
    """Whether secrets may be sent there: over https, or to this machine."""
    address = urlsplit(url)
    if address.scheme == "https":
        return bool(address.hostname)
    return address.scheme == "http" and _is_this_machine(address.hostname or "")


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _listed(file: Path) -> list[dict[str, Any]]:
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, yaml.YAMLError):
        raise WrongProvider(f"FRONTDOOR_OIDC_FILE names {file}, which cannot be read as YAML.") from None
    listed = content.get("providers") if isinstance(content, dict) else None
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise WrongProvider(f"{file} needs a list called providers.")
    return listed


def _provider(entry: Mapping[str, Any]) -> Provider:
    code = str(entry.get("code") or "")
    if _CODE.fullmatch(code) is None:
        raise WrongProvider(f"A provider's code must be small letters with hyphens, not {code!r}.")
    missing = [name for name in ("name", "issuer", "client_id") if not entry.get(name)]
    if missing:
        raise WrongProvider(f"The provider {code} lacks {', '.join(missing)}.")
    if not is_safe_address(str(entry["issuer"])):
        raise WrongProvider(f"The issuer of the provider {code} must be an https:// address.")
    return Provider(
        code=code,
        name=str(entry["name"]),
        issuer=str(entry["issuer"]),
        client_id=str(entry["client_id"]),
        client_secret=_secret(code, entry),
        verified_claim=str(entry.get("verified_claim") or "email_verified"),
        new_accounts=tuple(_rule(code, rule) for rule in entry.get("new_accounts") or ()),
        domains=_domains(code, entry.get("domains")),
    )


def _domains(code: str, listed: Any) -> tuple[str, ...] | None:
    if listed is None:
        return None
    if not isinstance(listed, list) or not all(isinstance(domain, str) and domain for domain in listed):
        raise WrongProvider(f"The domains of the provider {code} must be a list, such as [council.example].")
    return tuple(_domain(domain) for domain in listed)


def _domain(written: str) -> str:
    return written.casefold().lstrip("@")


def _secret(code: str, entry: Mapping[str, Any]) -> str:
    if entry.get("client_secret"):
        return str(entry["client_secret"])
    file = entry.get("client_secret_file")
    if not file:
        raise WrongProvider(f"The provider {code} lacks client_secret_file.")
    try:
        return Path(str(file)).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        raise WrongProvider(f"The secret of the provider {code} cannot be read from {file}.") from None


def _rule(code: str, rule: Any) -> NewAccounts:
    if not isinstance(rule, dict) or not rule.get("domain") or not rule.get("programme"):
        raise WrongProvider(f"Each of new_accounts of the provider {code} needs a domain and a programme.")
    agency = rule.get("agency")
    return NewAccounts(_domain(str(rule["domain"])), str(rule["programme"]), str(agency) if agency else None)
