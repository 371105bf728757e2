"""What the application needs from the pages: the templates, and how an error is drawn."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.templating import Jinja2Templates

from backend.web.errors import error_page
from backend.web.templates import environment


def install(application: FastAPI) -> None:
    """Give the application the pages' templates and error page."""
    application.state.templates = Jinja2Templates(env=environment())
    application.state.render_error = error_page
