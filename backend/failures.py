"""How an error reaches whoever asked: JSON for programs, a page for people, and never anything of the inside."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.errors import (
    Conflict,
    FrontDoorError,
    Invalid,
    NotFound,
    NotSignedIn,
    Refused,
    TooLarge,
    TooMany,
    WrongMethod,
)

RenderError = Callable[[Request, int, str], Response]
"""Draws an error as a page: request, HTTP status, plain message."""

_BY_STATUS: dict[int, type[FrontDoorError]] = {
    error.status: error for error in (NotSignedIn, Refused, NotFound, WrongMethod, Conflict, TooLarge, Invalid, TooMany)
}
_log = structlog.get_logger()


def install_error_handlers(application: FastAPI) -> None:
    """Take over every way in which a request can fail. Before other middleware is added, so that it stands around."""
    application.add_exception_handler(FrontDoorError, _told)
    application.add_exception_handler(HTTPException, _from_framework)
    application.add_exception_handler(RequestValidationError, _unreadable)
    # The framework's own place for what nobody expected lies outside all else: its answers would lack the headers.
    application.add_middleware(LastResort)


def respond(request: Request, error: FrontDoorError) -> Response:
    """An error as the one who asked can read it."""
    if is_for_programs(request):
        body = {"error": {"code": error.code, "message": error.message}}
        return JSONResponse(body, error.status, headers=_advice(error))
    if error.status == 401 and request.method == "GET":
        return RedirectResponse(f"/sign-in?next={quote(request.url.path)}", status_code=303)
    render: RenderError = request.app.state.render_error
    page = render(request, error.status, error.message)
    page.headers.update(_advice(error))
    return page


def _advice(error: FrontDoorError) -> dict[str, str]:
    if error.status == 401:
        return {"WWW-Authenticate": "Bearer"}
    wait = getattr(error, "retry_after", None)
    return {} if wait is None else {"Retry-After": str(wait)}


def is_for_programs(request: Request) -> bool:
    """Whether the answer is read by a program: what is under /api and /internal, and whoever asks for JSON alone."""
    return (
        request.url.path.startswith(("/api/", "/internal/"))
        or "json" in request.headers.get("accept", "").partition(",")[0]
    )


def _told(request: Request, error: Exception) -> Response:
    return respond(request, error if isinstance(error, FrontDoorError) else FrontDoorError())


def _from_framework(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = respond(request, _BY_STATUS.get(status, Invalid if status < 500 else FrontDoorError)())
    if status == 405 and isinstance(error, HTTPException):
        response.headers["Allow"] = ", ".join(_methods_at(request))
    return response


def _methods_at(request: Request) -> list[str]:
    """The methods of every route at an address: the framework names those of the first one alone."""
    here = (
        route
        for route in iter_route_contexts(request.app.routes)
        if route.path and compile_path(route.path)[0].match(request.url.path)
    )
    return sorted({method for route in here for method in route.methods or ()})


def _unreadable(request: Request, error: Exception) -> Response:
    # Only the names of the fields: what was sent in them may be anything.
    fields = []
    if isinstance(error, RequestValidationError):
        fields = sorted({".".join(str(part) for part in problem["loc"][1:]) for problem in error.errors()} - {""})
    names = ", ".join(fields[:10])
    return respond(request, Invalid(f"Missing or not as expected: {names}." if names else None))


class LastResort:
    """Answers what nobody expected: a plain page or JSON; the log learns the kind of error and where it was."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; when it fails before anything was answered, answer 500."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            request = Request(scope)
            _log.error("request_failed", method=request.method, route=route_of(request), exc_info=error)
            if not begun:
                await respond(request, FrontDoorError())(scope, receive, send)


def route_of(request: Request) -> str:
    """The route's pattern (``/api/nominations/{reference}``), never the path, which may hold what was typed."""
    return str(getattr(request.scope.get("route"), "path", "unknown"))
