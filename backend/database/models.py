"""Every table of the backend, imported so that migrations and foreign keys see them all."""

from importlib import import_module
from importlib.util import find_spec

from backend.accounts import models as accounts
from backend.audit import models as audit
from backend.database.base import Base
from backend.keys import models as keys

for _noun in ("threads", "nominations", "decisions", "alerts", "outbox"):
    if find_spec(f"backend.{_noun}.models"):
        import_module(f"backend.{_noun}.models")

__all__ = ["Base", "accounts", "audit", "keys"]
