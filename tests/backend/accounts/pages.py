"""Somebody at a browser: forms are sent as the pages hold them."""

from __future__ import annotations

import re

import httpx
from fastapi import FastAPI
from sqlalchemy.orm import Session

from backend.access.actor import Role
from backend.accounts.accounts import create_account
from backend.database.base import utc_now
from backend.outbox.letters import letter
from backend.outbox.models import Mail
from backend.outbox.recovering import send_links

PASSWORD = "correct horse battery"


def csrf_in(page: httpx.Response) -> str:
    """The token in a page's forms."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
    assert found, page.text
    return found[1]


def send(browser: httpx.Client, page: str, to: str | None = None, **fields: str | list[str]) -> httpx.Response:
    """Open a page and send a form of it."""
    return browser.post(to or page, data={"csrf": csrf_in(browser.get(page)), **fields})


def sign_in(browser: httpx.Client, email: str, password: str = PASSWORD) -> httpx.Response:
    """Sign in by the form."""
    return send(browser, "/sign-in", username=email, password=password)


def make(application: FastAPI, email: str, *roles: tuple[str, Role], password: str | None = PASSWORD) -> str:
    """An account; its id."""
    with application.state.sessions.begin() as db:
        return create_account(db, email=email, display_name="Sam Reed", password=password, roles=roles).id


def mails(application: FastAPI, account: str) -> list[str]:
    """The texts of all mails to an account, as the worker would send them now, the newest last."""
    with application.state.sessions.begin() as db:
        send_links(db, utc_now())
        found = db.query(Mail).filter_by(account_id=account).order_by(Mail.created_at).all()
        return [text_of(db, mail) for mail in found]


def text_of(db: Session, mail: Mail) -> str:
    """A mail's text."""
    message = letter(db, mail, "")
    return "" if message is None else str(message.get_content())


def link_in(text: str) -> str:
    """The page that a mail leads to."""
    found = re.search(r"(/(?:invitation|recover)/\S+)", text)
    assert found, text
    return found[1]
