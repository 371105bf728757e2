"""Who may do what: roles by programme, and how every route declares its access."""

from backend.access.actor import ROLES, Actor, Role
from backend.access.declare import AccessRule, csrf_of, public, requires, service, signed_in

__all__ = ["ROLES", "AccessRule", "Actor", "Role", "csrf_of", "public", "requires", "service", "signed_in"]
