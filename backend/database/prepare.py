"""What a database needs before anybody is served: its tables, and in the demonstration its accounts."""

from __future__ import annotations

from sqlalchemy import Engine

from backend.database.engine import Sessions
from backend.database.migrate import upgrade
from backend.demo.accounts import ensure_demo
from backend.keys import CannotOpen, MasterKeyMissing, prepare_keys
from backend.nominations.ranking import rank_unranked
from backend.programmes import load_programmes
from backend.settings import Settings, WrongSetting

OTHER_KEY = (
    "The master key is not the one this database was sealed with. Give the right one, or, while keys are turned over,"
    " the ones before it as well (FRONTDOOR_MASTER_KEY_PREVIOUS_FILE); docs/keys.md says how."
)


def prepare(settings: Settings, engine: Engine, sessions: Sessions) -> None:
    """Bring tables, keys and ranks up to date; make the demonstration's accounts unless in production.

    Again: nothing happens. Raises WrongSetting when the master key does not fit the database.
    """
    upgrade(engine)
    fit_keys(sessions)
    with sessions.begin() as db:
        rank_unranked(db)
    if settings.env == "demo":
        with sessions.begin() as db:
            ensure_demo(db, load_programmes())


def fit_keys(sessions: Sessions) -> None:
    """Bring the keys up to date. Raises WrongSetting when the master key is not the database's."""
    try:
        prepare_keys(sessions)
    except (CannotOpen, MasterKeyMissing):
        raise WrongSetting(OTHER_KEY) from None
