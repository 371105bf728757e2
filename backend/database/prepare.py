"""What a database needs before anybody is served: its tables, and in the demonstration its accounts."""

from __future__ import annotations

from sqlalchemy import Engine

from backend.database.engine import Sessions
from backend.database.migrate import upgrade
from backend.demo.accounts import ensure_demo
from backend.programmes import load_programmes
from backend.settings import Settings


def prepare(settings: Settings, engine: Engine, sessions: Sessions) -> None:
    """Bring the tables up to date; make the demonstration's accounts unless in production. Again: nothing happens."""
    upgrade(engine)
    if settings.env == "demo":
        with sessions.begin() as db:
            ensure_demo(db, load_programmes())
