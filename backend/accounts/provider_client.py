"""Talking to one organisation's sign-in: where to send people, and who it says came back."""

# ruff: noqa: N818
from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
import structlog
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from backend.accounts.providers import Provider, is_safe_address
from backend.errors import FrontDoorError, NotSignedIn

SECONDS = 5.0
"""How long the provider may take for each answer; a person is waiting."""
KEPT_SECONDS = 3600.0
"""How long what a provider says of itself, and its keys, are believed."""
SKEW_SECONDS = 120
"""How wrong the two clocks may be."""
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures with a key pair. Never ``none``, and none with a shared secret: our own would then sign anything."""

_log = structlog.get_logger()


class ProviderAway(FrontDoorError):
    """The organisation's sign-in does not answer (503)."""

    status = 503
    code = "provider_away"
    wording = "Your organisation's sign-in does not answer at the moment. Try again in a few minutes."
    keeps_changes = True


class ProviderRefused(NotSignedIn):
    """What came back does not prove who somebody is. What was wrong is in the log, not on the page."""

    code = "provider_refused"
    wording = "We could not sign you in with your organisation. Start again."
    keeps_changes = True


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a provider says somebody is."""

    issuer: str
    subject: str
    email: str | None
    """Only an address that the provider has verified, and may."""
    name: str | None


class ProviderClient:
    """One provider; keeps what it says of itself and its keys for an hour. Any number of threads may use it."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._kept: dict[str, tuple[float, dict[str, Any]]] = {}
        self._turn = threading.Lock()

    def address(self, *, back_to: str, state: str, nonce: str, verifier: str) -> str:
        """Where to send a person to sign in. Raises ProviderAway."""
        endpoint = self._endpoint("authorization_endpoint")
        with self._client() as client:
            url, _ = client.create_authorization_url(
                endpoint,
                state=state,
                nonce=nonce,
                code_verifier=verifier,
                redirect_uri=back_to,
                scope="openid profile email",
            )
        return str(url)

    def identity(self, *, code: str, back_to: str, nonce: str, verifier: str) -> Identity:
        """Who came back with this code. Raises ProviderAway, or ProviderRefused."""
        endpoint = self._endpoint("token_endpoint")
        try:
            with self._client() as client:
                answer = client.fetch_token(endpoint, code=code, code_verifier=verifier, redirect_uri=back_to)
        except httpx.HTTPError as error:
            raise self._away(error) from None
        except (OAuthError, ValueError) as error:
            raise self._refused("code", error) from None
        return self._identity(str(answer.get("id_token") or ""), nonce, str(answer.get("access_token") or ""))

    def sign_out_address(self, back_to: str) -> str | None:
        """Where a person signs out at the provider; None when it has no such page. Raises ProviderAway."""
        endpoint = self._metadata().get("end_session_endpoint")
        if not isinstance(endpoint, str) or not is_safe_address(endpoint):
            return None
        asked = {"client_id": self.provider.client_id, "post_logout_redirect_uri": back_to}
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"

    def _identity(self, token: str, nonce: str, access_token: str) -> Identity:
        try:
            read = self._read(token)
            options: Any = {
                "iss": {"essential": True, "value": self.provider.issuer},
                "aud": {"essential": True, "value": self.provider.client_id},
            }
            known = {"nonce": nonce, "client_id": self.provider.client_id, "access_token": access_token}
            claims = CodeIDToken(read.claims, read.header, options, known)
            claims.validate(leeway=SKEW_SECONDS)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise self._refused("token", error) from None
        email = claims.get("email") if claims.get(self.provider.verified_claim) is True else None
        if not isinstance(email, str) or "@" not in email or not self.provider.vouches_for(email):
            email = None
        name = claims.get("name")
        return Identity(
            issuer=self.provider.issuer,
            subject=str(claims["sub"]),
            email=email,
            name=name.strip()[:200] if isinstance(name, str) and name.strip() else None,
        )

    def _read(self, token: str) -> jwt.Token:
        registry = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        try:
            return jwt.decode(token, self._keys(), registry=registry)
        except InvalidKeyIdError:
            # The provider changed its keys within the hour.
            return jwt.decode(token, self._keys(again=True), registry=registry)

    def _keys(self, *, again: bool = False) -> KeySet:
        found: Any = self._fetch(self._endpoint("jwks_uri"), again=again)
        return KeySet.import_key_set(found)

    def _endpoint(self, name: str) -> str:
        endpoint = self._metadata().get(name)
        if not isinstance(endpoint, str) or not is_safe_address(endpoint):
            raise self._refused(name, None)
        return endpoint

    def _metadata(self) -> dict[str, Any]:
        told = self._fetch(f"{self.provider.issuer.rstrip('/')}/.well-known/openid-configuration")
        if told.get("issuer") != self.provider.issuer:
            raise self._refused("issuer", None)
        return told

    def _fetch(self, url: str, *, again: bool = False) -> dict[str, Any]:
        with self._turn:
            kept = self._kept.get(url)
        if kept is not None and not again and time.monotonic() - kept[0] < KEPT_SECONDS:
            return kept[1]
        try:
            content = httpx.get(url, timeout=SECONDS, headers={"Accept": "application/json"}).raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            raise self._away(error) from None
        if not isinstance(content, dict):
            raise self._refused("metadata", None)
        with self._turn:
            self._kept[url] = (time.monotonic(), content)
        return content

    def _client(self) -> OAuth2Client:
        return OAuth2Client(
            self.provider.client_id, self.provider.client_secret, code_challenge_method="S256", timeout=SECONDS
        )

    def _away(self, error: Exception) -> ProviderAway:
        _log.warning("provider_away", provider=self.provider.code, error=type(error).__name__)
        return ProviderAway(
            f"The sign-in of {self.provider.name} does not answer at the moment. Try again in a few minutes, or sign "
            "in below if you have a password for Front Door."
        )

    def _refused(self, what: str, error: Exception | None) -> ProviderRefused:
        # Only the kind of error: a provider's words may repeat who somebody is.
        _log.warning("provider_refused", provider=self.provider.code, what=what, error=type(error).__name__)
        return ProviderRefused()


class ProviderClients:
    """The configured providers by code."""

    def __init__(self, providers: tuple[Provider, ...]) -> None:
        self._clients = {provider.code: ProviderClient(provider) for provider in providers}

    def __getitem__(self, code: str) -> ProviderClient:
        return self._clients[code]

    def __contains__(self, code: object) -> bool:
        return code in self._clients

    def listed(self) -> list[Provider]:
        """All of them, as they were listed."""
        return [client.provider for client in self._clients.values()]
