"""Who is acting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from backend.errors import NotFound

Role = Literal["nominator", "family", "coordinator", "duty", "chair", "lead", "analyst", "administrator", "auditor"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person with the roles they hold, each in one programme."""

    account_id: str
    display_name: str
    job_title: str | None
    agency: str | None
    roles: frozenset[tuple[str, Role]]
    """Pairs of programme code and role."""
    session_id: str
    limited: bool = False
    """Without roles, because a second factor is still to be set up."""

    def may(self, role: Role, programme: str) -> bool:
        """Whether they hold the role in the programme."""
        return (programme, role) in self.roles

    def programmes(self, *roles: Role) -> frozenset[str]:
        """The programmes in which they hold any of the roles; with none named, any role at all."""
        return frozenset(programme for programme, role in self.roles if not roles or role in roles)

    def has(self, *roles: Role) -> bool:
        """Whether they hold any of the roles in any programme."""
        return bool(self.programmes(*roles))

    def must_be(self, programme: str, *roles: Role) -> None:
        """Raise NotFound unless they hold one of the roles in the programme: what is out of scope does not exist."""
        if programme not in self.programmes(*roles):
            raise NotFound
