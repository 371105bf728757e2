"""Every route of an application with what it declared about access."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from backend.access.declare import AccessRule


@dataclass(frozen=True, slots=True)
class DeclaredRoute:
    """A path, its methods, and the rules its dependencies declare: exactly one when all is well."""

    path: str
    methods: frozenset[str]
    rules: tuple[AccessRule, ...]


def declared_routes(application: FastAPI) -> list[DeclaredRoute]:
    """All routes; one that is not FastAPI's own kind (a mounted folder) declares nothing."""
    return [
        DeclaredRoute(
            path=route.path or "",
            methods=frozenset(route.methods or ()),
            rules=tuple(_rules(getattr(route, "dependant", None))),
        )
        for route in iter_route_contexts(application.routes)
    ]


def undeclared(application: FastAPI) -> list[str]:
    """Paths of the routes that do not say, or say twice, who may use them."""
    return [route.path for route in declared_routes(application) if len(route.rules) != 1]


def _rules(dependant: Dependant | None) -> Iterator[AccessRule]:
    if dependant is None:
        return
    rule = getattr(dependant.call, "access", None)
    if isinstance(rule, AccessRule):
        # requires() is built on signed_in(): what stands below a rule is part of it.
        yield rule
        return
    for needed in dependant.dependencies:
        yield from _rules(needed)
