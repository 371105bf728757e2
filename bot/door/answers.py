"""Plain answers of the API."""

from __future__ import annotations

from starlette.responses import JSONResponse

from bot.door.message import Refusal


def refused(refusal: Refusal) -> JSONResponse:
    """``{"error": {"code", "message"}}``; a 401 says what to show instead."""
    headers = {"Cache-Control": "no-store"}
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if refusal.status == 503:
        headers["Retry-After"] = "30"
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    return JSONResponse(
        {"error": {"code": refusal.code, "message": refusal.message}}, status_code=refusal.status, headers=headers
    )
