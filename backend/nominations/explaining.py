"""What whoever sent a nomination reads about how it stands, until somebody has decided."""

from __future__ import annotations

from sqlalchemy.orm import Session

from backend.assessment import Nomination as Told
from backend.assessment import assess
from backend.assessment.explanations import Explanation, explain
from backend.eligibility.nomination import DATA_SETS
from backend.nominations import record as nominations
from backend.nominations.as_sent import as_sent
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.programmes import load_programme

_UNDECIDED = ("received", "awaiting_information")


def explained(db: Session, nomination: Nomination) -> Explanation | None:
    """How it stands by what its sender told, in words for them; None once somebody has decided or it was erased.

    By the rules and on the day of the newest judgement. What data sets showed is left out: who sent it did not learn
    that from the family, and the answer must not teach it. A family reads nothing of criteria marked private.
    """
    if nomination.status not in _UNDECIDED or nomination.erased_at is not None:
        return None
    content = as_sent(nominations.content_of(db, nomination), nomination.account_id)
    told = [fact for fact in content.get("indicators") or [] if fact.get("said_by") not in DATA_SETS]
    newest = nominations.judgements_of(db, nomination)[-1]
    programme = load_programme(nomination.programme, newest.programme_version)
    day = newest.at.astimezone(LONDON).date()
    assessed = assess(Told.from_json({**content, "indicators": told}), programme, today=day)
    return explain(assessed, "family" if nomination.audience == "family" else "nominator")
