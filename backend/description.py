"""``/openapi.json``: every route for programs, with the errors that follow from what the route declares.

Which errors a route can give is not written beside each route: it follows from who may use it, whether it changes
anything, and what it takes. Only what is particular to a route (somebody was faster: 409) is declared there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import RouteContext, iter_route_contexts

from backend.access.declare import AccessRule
from backend.access.walk import declared_routes
from backend.errors import Conflict, FrontDoorError, Invalid, NotFound, NotSignedIn, Refused, TooLarge, TooMany

ERROR: dict[str, Any] = {
    "type": "object",
    "title": "Error",
    "required": ["error"],
    "additionalProperties": False,
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "additionalProperties": False,
            "properties": {
                "code": {"type": "string", "description": "For programs"},
                "message": {"type": "string", "description": "For people, in plain English; it names nobody"},
            },
        }
    },
    "examples": [{"error": {"code": NotFound.code, "message": NotFound.wording}}],
}
_CONTENT = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
_SAFE = frozenset({"get", "head", "options"})
_WORDINGS: dict[int, str] = {
    error.status: error.wording
    for error in (NotSignedIn, Refused, NotFound, Conflict, TooLarge, Invalid, TooMany, FrontDoorError)
}
_VALIDATION = ("HTTPValidationError", "ValidationError")
"""The framework's own shapes of an error, which nobody gets: backend/failures.py answers instead."""


def for_programs(path: str) -> bool:
    """Whether a path is meant for people's programs; pages and what is between the processes are not."""
    return path.startswith("/api/") or path in ("/health", "/sign-out")


def describe(application: FastAPI) -> dict[str, Any]:
    """The description, as OpenAPI 3.1, of what people's programs may use."""
    everything = iter_route_contexts(application.routes)
    return describe_routes(application, [route for route in everything if for_programs(route.path or "")])


def describe_routes(application: FastAPI, routes: Sequence[RouteContext]) -> dict[str, Any]:
    """The description of these routes of the application, without those that are kept out of every description."""
    described = get_openapi(title="Front Door", version="0.1.0", routes=routes)
    schemas = described.setdefault("components", {}).setdefault("schemas", {})
    for name in _VALIDATION:
        schemas.pop(name, None)
    schemas["Error"] = ERROR
    rules = _rules(application)
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            _tell_errors(operation, method, rules[path, method], is_parted="{" in path)
    return described


def _rules(application: FastAPI) -> dict[tuple[str, str], AccessRule]:
    return {
        (route.path.replace(":path}", "}"), method.lower()): rule
        for route in declared_routes(application)
        for method in route.methods
        for rule in route.rules
    }


def _tell_errors(operation: dict[str, Any], method: str, rule: AccessRule, *, is_parted: bool) -> None:
    responses: dict[str, Any] = operation["responses"]
    if "HTTPValidationError" in str(responses.get("422")):
        del responses["422"]
    for status in _errors(operation, method, rule, is_parted=is_parted):
        responses.setdefault(str(status), {"description": _WORDINGS[status]})
    for code, response in responses.items():
        if code >= "400" and "content" not in response:
            response["content"] = _CONTENT


def _errors(operation: dict[str, Any], method: str, rule: AccessRule, *, is_parted: bool) -> Iterator[int]:
    changes = method not in _SAFE
    if rule.kind != "public":
        yield from (401, 403)
    if is_parted:
        yield 404
    if changes:
        yield 413
    if "requestBody" in operation or "parameters" in operation:
        yield 422
    yield 429
