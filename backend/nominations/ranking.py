"""How a nomination ranks: counts and codes beside the sealed judgement, so that a list can be ordered by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.audit import record
from backend.errors import CannotOpen
from backend.keys.models import DataKey
from backend.nominations import record as nominations
from backend.nominations.models import Nomination
from backend.nominations.shapes import PriorityPart
from backend.prioritisation import rank_number
from backend.programmes import load_programme


def keep_rank(nomination: Nomination, parts: Iterable[Mapping[str, Any]]) -> None:
    """Keep the parts of a judgement's priority (``assessment.priority.parts``) and the order that follows."""
    nomination.priority = [{key: part.get(key) for key in ("code", "value", "ranks")} for part in parts]
    programme = load_programme(nomination.programme, nomination.programme_version)
    nomination.priority_rank = rank_number({part["code"]: part["value"] for part in nomination.priority}, programme)


def lines(nomination: Nomination) -> list[PriorityPart]:
    """The parts as people read them; none of what was not ranked or is erased."""
    programme = load_programme(nomination.programme, nomination.programme_version)
    sentences = {part.code: part.sentence for part in programme.priority_parts}
    known = [part for part in nomination.priority or [] if part["value"] is not None]
    return [PriorityPart(**part, text=sentences[part["code"]].format(value=part["value"])) for part in known]


def rank_unranked(db: Session) -> int:
    """Rank what was judged before ranks were kept; how many there were. Callers commit."""
    unranked = select(Nomination.id).join(DataKey, DataKey.id == Nomination.data_key_id)
    unranked = unranked.where(
        Nomination.priority_rank.is_(None), Nomination.set_aside_at.is_(None), DataKey.destroyed_at.is_(None)
    )
    found = list(db.scalars(unranked))
    for nomination_id in found:
        nomination = db.get_one(Nomination, nomination_id)
        keep_rank(nomination, _parts(db, nomination))
    if found:
        record(db, None, "ranked", "nominations", "queue", None, count=len(found))
    return len(found)


def _parts(db: Session, nomination: Nomination) -> list[dict[str, Any]]:
    try:
        newest = nominations.judgements_of(db, nomination)[-1]
        parts: list[dict[str, Any]] = nominations.judgement_body(db, nomination, newest)["assessment"]["priority"][
            "parts"
        ]
    except (CannotOpen, IndexError):
        # Damage to one must not keep the service from starting; it ranks last and is shown as damaged.
        return []
    return parts
