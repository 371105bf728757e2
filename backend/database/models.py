"""Every table of the backend, imported so that migrations and foreign keys see them all."""

from backend.accounts import models as accounts
from backend.alerts import models as alerts
from backend.audit import models as audit
from backend.consent import models as consent
from backend.database.base import Base
from backend.decisions import budget_models as budgets
from backend.decisions import models as decisions
from backend.handovers import models as handovers
from backend.keys import models as keys
from backend.letters import models as letters
from backend.nominations import family_models as families
from backend.nominations import models as nominations
from backend.outbox import models as outbox
from backend.paths import models as paths
from backend.retention import models as retention
from backend.rights import models as rights
from backend.telegram import models as telegram
from backend.threads import models as threads

__all__ = [
    "Base",
    "accounts",
    "alerts",
    "audit",
    "budgets",
    "consent",
    "decisions",
    "families",
    "handovers",
    "keys",
    "letters",
    "nominations",
    "outbox",
    "paths",
    "retention",
    "rights",
    "telegram",
    "threads",
]
