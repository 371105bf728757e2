"""An organisation's sign-in in a process of its own: oidc-provider-mock, made stricter (PKCE) and able to lie.

``python -m tests.backend.accounts.provider_process`` prints its address once it listens.
``PUT /test/lie/<name>`` chooses what is wrong with the tokens from then on; ``PUT /test/lie/nothing`` ends it.
"""

from __future__ import annotations

import base64
import json
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import flask
import joserfc.jwk
import oidc_provider_mock
import werkzeug.serving
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt

SECRET = "the-secret-of-the-client"


def application() -> Any:
    """The provider's WSGI application."""
    app: flask.Flask = oidc_provider_mock.app(require_nonce=True)
    lie, challenges = {"name": "nothing"}, dict[str, str]()

    @app.put("/test/lie/<name>")
    def begin_to_lie(name: str) -> tuple[str, int]:
        lie["name"] = name
        return "", 204

    @app.put("/test/new-key")
    def new_key() -> tuple[str, int]:
        flask.g.oidc_provider_mock_storage.jwk = joserfc.jwk.RSAKey.generate_key(private=True)
        return "", 204

    @app.before_request
    def must_know_the_verifier() -> tuple[dict[str, str], int] | None:
        form = flask.request.form
        if flask.request.path != "/oauth2/token":
            return None
        expected = challenges.pop(form.get("code", ""), None)
        if expected != create_s256_code_challenge(form.get("code_verifier", "")):
            return {"error": "invalid_grant"}, 400
        return None

    @app.after_request
    def look_again(response: flask.Response) -> flask.Response:
        if flask.request.path == "/oauth2/authorize" and "location" in response.headers:
            came = parse_qs(urlsplit(response.headers["location"]).query)
            asked = flask.request.args
            if "code" in came and asked.get("code_challenge_method") == "S256":
                challenges[came["code"][0]] = asked["code_challenge"]
        if flask.request.path == "/oauth2/token" and response.status_code == 200:
            response.set_data(json.dumps(retold(response.get_json(), lie["name"])))
        return response

    return app


def retold(answer: dict[str, Any], lie: str) -> dict[str, Any]:
    """The token route's answer as it is, or with something wrong in it."""
    token = answer.pop("id_token")
    return answer if lie == "no-token" else {**answer, "id_token": told(token, lie)}


def told(token: str, lie: str) -> str:
    """The token as it is, or with something wrong in it."""
    key = flask.g.oidc_provider_mock_storage.jwk
    honest = jwt.decode(token, key, algorithms=["RS256"])
    claims, header = dict(honest.claims), dict(honest.header)
    now = int(time.time())
    changes: dict[str, dict[str, Any]] = {
        "wrong-nonce": {"nonce": "another"},
        "no-nonce": {"nonce": None},
        "wrong-issuer": {"iss": "https://elsewhere.example"},
        "wrong-audience": {"aud": "another-client"},
        "another-client-too": {"aud": [claims["aud"], "another-client"], "azp": "another-client"},
        "expired": {"iat": now - 7200, "exp": now - 3600},
        "from-the-future": {"iat": now + 3600, "nbf": now + 3600},
        "clock-a-minute-behind": {"iat": now + 60, "nbf": now + 60},
        "clock-a-minute-ahead": {"iat": now - 3660, "exp": now - 60},
        "no-subject": {"sub": None},
    }
    claims |= changes.get(lie, {})
    claims = {name: value for name, value in claims.items() if value is not None}
    if lie == "no-signature":
        return ".".join([_plain({"alg": "none", "typ": "JWT"}), _plain(claims), ""])
    if lie == "signed-with-the-secret":
        return jwt.encode(
            {**header, "alg": "HS256"}, claims, joserfc.jwk.OctKey.import_key(SECRET), algorithms=["HS256"]
        )
    if lie == "signed-by-somebody-else":
        key = joserfc.jwk.RSAKey.generate_key(private=True)
    if lie == "key-nobody-knows":
        header["kid"] = "nobody-knows-it"
    return jwt.encode(header, claims, key, algorithms=["RS256"])


def _plain(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


if __name__ == "__main__":
    server = werkzeug.serving.make_server("127.0.0.1", 0, application(), threaded=True)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
