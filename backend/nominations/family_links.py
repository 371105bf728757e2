"""What coordinators say two nominations are to each other, and taking it back. Callers commit.

Nobody else learns of it: no notice is sent, and whoever nominated sees nothing changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_args

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import name_of
from backend.audit import record
from backend.errors import Invalid, NotFound
from backend.nominations import record as nominations
from backend.nominations.families import new_pair
from backend.nominations.family_models import Act, FamilyAct, FamilyPair
from backend.nominations.models import Nomination
from backend.nominations.pausing import must_not_be_paused

UNDONE: Act = "undone"


def two_of(
    db: Session, actor: Actor, reference: str, other: str, *, lock: bool = False
) -> tuple[Nomination, Nomination]:
    """Two nominations of a programme in which the actor is a coordinator, as they are named.

    NotFound for everything out of reach, for one and the same, and where one has ended; Conflict while an objection to
    the use of either waits for its answer.
    """
    found = {each: nominations.find_nomination(db, each, lock=lock) for each in sorted((reference, other))}
    one, two = found[reference], found[other]
    actor.must_be(one.programme, "coordinator")
    if one.programme != two.programme or one.id == two.id:
        raise NotFound
    for each in (one, two):
        if each.erased_at is not None or each.status == "withdrawn":
            raise NotFound
        must_not_be_paused(each)
    return one, two


def say(db: Session, actor: Actor, reference: str, other: str, what: str) -> None:
    """Keep what a coordinator says of two nominations (:data:`Act`); the same again changes nothing.

    Raises Invalid for another word, NotFound and Conflict as :func:`two_of`.
    """
    if what not in get_args(Act):
        raise Invalid("Say what the two nominations are to each other.")
    one, two = two_of(db, actor, reference, other, lock=True)
    pair = pair_of(db, one, two)
    verdict = None if what == UNDONE else what
    if (pair.verdict if pair else None) == verdict:
        return
    if pair is None:
        pair = new_pair(one, two)
        db.add(pair)
    pair.verdict = verdict
    if verdict is None and pair.finding is None:
        db.delete(pair)
    act = FamilyAct(
        first_id=pair.first_id,
        second_id=pair.second_id,
        programme=pair.programme,
        what=what,
        account_id=actor.account_id,
    )
    db.add(act)
    for nomination, beside in ((one, two), (two, one)):
        record(db, actor, "linked", "nomination", nomination.id, nomination.programme, what=what, beside=beside.id)
    db.flush()


def pair_of(db: Session, one: Nomination, other: Nomination) -> FamilyPair | None:
    """What is kept of two nominations; None where nothing was found and nothing said."""
    pair = new_pair(one, other)
    return db.get(FamilyPair, (pair.first_id, pair.second_id))


def merged_with(db: Session, nomination: Nomination) -> list[Nomination]:
    """The other nominations of the same family as coordinators merged them, the first received first."""
    family = next((each for each in _merged(db, [nomination.programme]) if nomination.id in each), set())
    query = select(Nomination).where(Nomination.id.in_(family - {nomination.id}))
    return list(db.scalars(query.order_by(Nomination.received_at, Nomination.id)).unique())


def counted_again(db: Session, programmes: Collection[str]) -> set[str]:
    """Ids of nominations that take up no place, because another one of their family does: accepted before open, then
    the first received."""
    families = _merged(db, programmes)
    if not families:
        return set()
    ids = {each for family in families for each in family}
    counting = Nomination.status.not_in(("withdrawn", "returned"))
    accepted_first = (Nomination.status != "accepted", Nomination.received_at, Nomination.id)
    ordered = list(db.scalars(select(Nomination.id).where(Nomination.id.in_(ids), counting).order_by(*accepted_first)))
    return {each for family in families for each in [id_ for id_ in ordered if id_ in family][1:]}


def _merged(db: Session, programmes: Collection[str]) -> list[set[str]]:
    pairs = select(FamilyPair.first_id, FamilyPair.second_id)
    pairs = pairs.where(FamilyPair.programme.in_(programmes), FamilyPair.verdict == "merged")
    return families_of((first, second) for first, second in db.execute(pairs))


def families_of(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Nominations that were merged by twos, as families: what is merged with one of a family belongs to all of it."""
    families: list[set[str]] = []
    for pair in pairs:
        touched = [family for family in families if family & set(pair)]
        families = [family for family in families if family not in touched]
        families.append(set(pair).union(*touched))
    return families


def acts_of(db: Session, nomination: Nomination) -> list[FamilyAct]:
    """What was said of a nomination and others, the first said first."""
    about = or_(FamilyAct.first_id == nomination.id, FamilyAct.second_id == nomination.id)
    query = select(FamilyAct).where(about, FamilyAct.programme == nomination.programme)
    return list(db.scalars(query.order_by(FamilyAct.at, FamilyAct.id)))


def acts_as_history(db: Session, nomination: Nomination) -> list[dict[str, Any]]:
    """The same for a nomination's history: ``{"at", "what", "by", "detail"}``, the other's reference in the detail."""
    acts = acts_of(db, nomination)
    others = {act.first_id if act.second_id == nomination.id else act.second_id for act in acts}
    named = select(Nomination.id, Nomination.reference).where(Nomination.id.in_(others))
    references = dict(db.execute(named).all())
    return [
        {
            "at": act.at.isoformat(),
            "what": f"family-{act.what}",
            "by": name_of(db, act.account_id),
            "detail": references[act.first_id if act.second_id == nomination.id else act.second_id],
        }
        for act in acts
    ]
