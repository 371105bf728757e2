"""Signing in with one's organisation: there, back, and out again."""

from __future__ import annotations

import hmac
import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from backend import audit
from backend.access import public
from backend.accounts.cookies import STEP, set_cookie, step_cookie
from backend.accounts.form import local_path, render_form, render_sign_in
from backend.accounts.identities import NoAccountHere, account_for
from backend.accounts.invitations import invitation_of_link
from backend.accounts.provider_client import ProviderAway, ProviderClient, ProviderRefused
from backend.accounts.routes import browser_of, go_on
from backend.accounts.sessions import Circumstances
from backend.accounts.sign_in import signed_in_as
from backend.accounts.steps import begin_step, open_step, use_up
from backend.database.engine import Database
from backend.errors import NotFound

router = APIRouter(include_in_schema=False)
AGAIN = "That took too long, or this page was opened twice. Start again."
REFUSED = "Your organisation did not sign you in. Start again, or ask those who look after its accounts."


@router.get("/sign-in/with/{provider}", dependencies=[Depends(public("this is where a person signs in"))])
def go_to_provider(
    request: Request,
    db: Database,
    provider: str,
    next: str | None = None,  # noqa: A002
    invitation: str = "",
) -> Response:
    """Send a person to their organisation. It is a link, not a form: our pages let no form lead to another site."""
    client = _client(request, provider)
    state, nonce, verifier = (secrets.token_urlsafe(48) for _ in range(3))
    try:
        away = client.address(back_to=_back_to(request, provider), state=state, nonce=nonce, verifier=verifier)
    except (ProviderAway, ProviderRefused) as problem:
        return render_sign_in(request, error=problem.message, next_page=local_path(next), status=503)
    invited = invitation_of_link(db, invitation) if invitation else None
    step = begin_step(
        db,
        "provider",
        {
            "provider": provider,
            "state": state,
            "nonce": nonce,
            "verifier": verifier,
            "next": local_path(next),
            "invitation": invited.id if invited else None,
        },
    )
    response = RedirectResponse(away, status_code=303)
    set_cookie(request, response, STEP, step)
    return response


@router.get("/sign-in/back/{provider}", dependencies=[Depends(public("this is where a person comes back to"))])
def come_back(
    *,
    request: Request,
    db: Database,
    provider: str,
    code: Annotated[str, Query(max_length=4000)] = "",
    state: str = "",
    iss: str | None = None,
) -> Response:
    """Take what the organisation sent back: once, from the browser that was sent there, and only as asked for."""
    client = _client(request, provider)
    half = step_cookie(request)
    kept = open_step(db, "provider", half)
    if half is None or kept is None or not use_up(db, half):
        return render_sign_in(request, error=AGAIN, next_page=None, status=422)
    # Used up for good before anything is asked of another machine; nobody else waits for the database meanwhile.
    db.commit()
    going_to = local_path(kept["next"])
    same_place = kept["provider"] == provider and iss in (None, client.provider.issuer)
    if not same_place or not hmac.compare_digest(kept["state"].encode(), state.encode()):
        return render_sign_in(request, error=AGAIN, next_page=going_to, status=422)
    if not code:
        return render_sign_in(request, error=REFUSED, next_page=going_to, status=422)
    try:
        shown = client.identity(
            code=code, back_to=_back_to(request, provider), nonce=kept["nonce"], verifier=kept["verifier"]
        )
        account = account_for(db, client.provider, shown, kept["invitation"])
    except ProviderAway as problem:
        return render_sign_in(request, error=problem.message, next_page=going_to, status=503)
    except (ProviderRefused, NoAccountHere) as problem:
        audit.record(db, None, "sign_in_refused", "account", "unknown", None, provider=provider, why=problem.code)
        return render_sign_in(request, error=problem.message, next_page=going_to, status=422)
    came = Circumstances(how="provider", provider=provider, browser=browser_of(request))
    return go_on(request, db, signed_in_as(db, account, "cookie", came), going_to)


@router.get("/signed-out/{provider}", dependencies=[Depends(public("whoever reads it has just signed out"))])
def signed_out(request: Request, provider: str) -> Response:
    """Signed out here; whether to sign out at the organisation too is the person's to say."""
    return render_form(request, "signed-out.html", provider=_client(request, provider).provider)


@router.get("/sign-out/with/{provider}", dependencies=[Depends(public("it ends nothing here and tells nothing"))])
def sign_out_there(request: Request, provider: str) -> Response:
    """Send a person to their organisation to sign out there."""
    client = _client(request, provider)
    try:
        away = client.sign_out_address(request.app.state.settings.public_url + "/sign-in")
    except (ProviderAway, ProviderRefused) as problem:
        return render_sign_in(request, error=problem.message, next_page=None, status=503)
    if away is None:
        return render_form(request, "signed-out.html", provider=client.provider, nowhere=True)
    return RedirectResponse(away, status_code=303)


def _client(request: Request, provider: str) -> ProviderClient:
    clients = request.app.state.providers
    if provider not in clients:
        raise NotFound
    client: ProviderClient = clients[provider]
    return client


def _back_to(request: Request, provider: str) -> str:
    return f"{request.app.state.settings.public_url}/sign-in/back/{provider}"
