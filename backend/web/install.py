"""What the application needs from the pages: the templates, how an error is drawn, and the organisations' sign-ins."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.templating import Jinja2Templates

from backend.accounts.provider_client import ProviderClients
from backend.web.errors import error_page
from backend.web.templates import environment


def install(application: FastAPI) -> None:
    """Give the application the pages' templates and error page, and a client for each organisation's sign-in."""
    application.state.providers = ProviderClients(application.state.settings.providers)
    application.state.templates = Jinja2Templates(env=environment())
    application.state.render_error = error_page
