"""What a person finds in the navigation, by role. Who may open a page is decided by backend.access, not here."""

from __future__ import annotations

from typing import Any

from backend.access import Actor, Role
from backend.alerts.service import WATCHERS
from backend.nominations.queue import READERS
from backend.retention.holds import KEEPERS
from backend.rights.requests import DECIDERS

_PAGES: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("/chat", "Chat", ("nominator", "family")),
    ("/my-nominations", "My nominations", ("nominator",)),
    ("/my-nominations", "My requests", ("family",)),
    ("/queue", "Queue", READERS),
    ("/duty", "Duty list", WATCHERS),
    ("/requests", "Requests", DECIDERS),
    ("/holds", "Legal holds", KEEPERS),
    ("/retention", "Retention", ("administrator", "auditor", "lead")),
    ("/audit", "Audit", ("auditor",)),
    ("/accounts", "Accounts", ("administrator",)),
)


def items(actor: Actor | None, path: str) -> list[dict[str, Any]]:
    """The links for this person, the open page marked; nothing for somebody who is not signed in."""
    if actor is None:
        return []
    return [
        {"href": href, "text": text, "current": path == href, "active": path.startswith(f"{href}/")}
        for href, text, roles in _PAGES
        if actor.has(*roles)
    ]
