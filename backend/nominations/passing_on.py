"""Passing a family on to the programme that covers its address, with its agreement recorded. Callers commit.

Councils are separate controllers: what is passed on becomes a nomination of the other programme, with a key, a talk and
a history of its own, and each side keeps its own note of where it went or came from. Without the family's agreement
nothing moves; what is done with one of the two afterwards changes nothing in the other.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import holders
from backend.audit import record
from backend.database.base import new_id, utc_now
from backend.decisions.messages import tell_of_passing
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, Invalid
from backend.keys import new_data_key
from backend.nominations import record as nominations
from backend.nominations.due import LONDON, decision_due
from backend.nominations.families import new_family, recognise
from backend.nominations.judgements import keep_judgement
from backend.nominations.judging import judge
from backend.nominations.models import Nomination, Passing
from backend.nominations.passed import CHANGED, PURPOSE, doors, must_be_possible, told_why
from backend.nominations.passing_shapes import PassedOn, PassOn
from backend.nominations.status import may_decide
from backend.outbox.service import post
from backend.programmes import Programme
from backend.threads.models import Thread
from backend.threads.record import find_thread, keep_content
from backend.threads.view import is_out_of_area

Json = dict[str, Any]
_LEFT_BEHIND = frozenset({"corrections", "contact_told", "family_shares", "answered"})
"""What is the first programme's own bookkeeping, and nothing that the family told."""


def pass_on(db: Session, actor: Actor, reference: str, wanted: PassOn, now: datetime | None = None) -> PassedOn:
    """Pass a nomination on to another programme, as a coordinator of its own, and tell whoever nominated.

    Raises NotFound out of reach; Conflict when it changed since it was read, was passed on already, or ended; Invalid
    for a programme that does not cover the address, and without an agreement that says who gave it and when.
    """
    nomination = nominations.find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, "coordinator")
    if nomination.version != wanted.version:
        raise Conflict(CHANGED)
    must_be_possible(db, nomination)
    moment = now or utc_now()
    content = nominations.content_of(db, nomination)
    there = _right_door(nomination, content, wanted.programme)
    agreed = _agreement(wanted, actor, moment)
    arrived = _arrive(db, nomination, content, there, agreed, moment)
    nominations.add_consent(db, nomination, agreed | {"wording_version": None})
    for of, way, other in ((nomination, "to", arrived), (arrived, "from", nomination)):
        _note(db, of, way, other, actor, moment)
    _close_here(db, actor, nomination, there, wanted, moment)
    post(db, holders(db, "coordinator", there.code), "nomination-waiting", f"nomination:{arrived.id}", there.code)
    record(db, actor, "passed on", "nomination", nomination.id, nomination.programme, to=there.code)
    record(db, actor, "passed on", "nomination", arrived.id, there.code, by=nomination.programme)
    return PassedOn(
        reference=nomination.reference,
        status=nomination.status,
        version=nomination.version,
        programme=there.code,
        passed_to=arrived.reference,
    )


def _right_door(nomination: Nomination, content: Json, code: str) -> Programme:
    found = {each.code: each for each in doors(nomination.programme, content.get("postcode"))}
    if code not in found:
        raise Invalid("That programme does not cover the family's address.")
    return found[code]


def _agreement(wanted: PassOn, actor: Actor, now: datetime) -> Json:
    """The family's agreement to being passed on, as an event of its consent. Invalid for a day that is to come."""
    given = wanted.consent
    if given.date > now.astimezone(LONDON).date():
        raise Invalid("Nobody can have agreed on a day that is still to come.")
    return {
        "purpose": PURPOSE,
        "state": "given",
        "by": given.by,
        "asked_by": given.asked_by or actor.display_name,
        "date": given.date.isoformat(),
        "method": given.method,
    }


def _arrive(  # noqa: PLR0917 - one call, each part has a name
    db: Session, left: Nomination, content: Json, there: Programme, agreed: Json, now: datetime
) -> Nomination:
    """The nomination that the other programme gets, judged by its rules."""
    events = _events_there(db, left, there, agreed)
    kept = {key: value for key, value in content.items() if key not in _LEFT_BEHIND}
    conditions = (content.get("consent") or {}).get("conditions") or []
    kept |= {"programme": there.code, "consent": {"state": "given", "events": events, "conditions": conditions}}
    judged = judge(db, there.code, kept, now)
    thread = _talk_there(db, left, there, kept, now)
    arrived = Nomination(
        id=new_id(),
        reference=nominations.free_reference(db),
        programme=there.code,
        programme_version=judged.programme_version,
        family_id=new_family(db, there.code, thread.data_key_id, kept).id,
        thread_id=thread.id,
        account_id=left.account_id,
        audience=left.audience,
        channel=left.channel,
        status="received",
        verdict=judged.verdict,
        stream=judged.stream,
        path=judged.path,
        safety=left.safety,
        out_of_area=is_out_of_area(there.code, kept),
        data_key_id=thread.data_key_id,
        received_at=now,
        due_at=decision_due(there.code, now),
        version=1,
        moved_at=now,
    )
    nominations.keep_content(db, arrived, kept)
    nominations.keep_nominator(db, arrived, nominations.nominator_of(db, left))
    db.add(arrived)
    db.flush()
    for event in events:
        nominations.add_consent(db, arrived, event)
    thread.reference = arrived.reference
    keep_judgement(db, arrived, judged, cause="submission", now=now)
    recognise(db, arrived, kept)
    return arrived


def _events_there(db: Session, left: Nomination, there: Programme, agreed: Json) -> list[Json]:
    """The agreement as the other programme's, to its first purpose alone; with whoever refused being put forward."""
    first = there.data["consent"]["purposes"][0]["code"]
    itself = next((event["purpose"] for event in nominations.consent_events(db, left)), None)
    refused = [
        event | {"purpose": first, "wording_version": None}
        for event in nominations.consent_events(db, left)
        if event["state"] == "refused" and event["purpose"] == itself
    ]
    said = agreed | {"wording_version": None}
    return [*refused, said | {"purpose": first}, said]


def _talk_there(db: Session, left: Nomination, there: Programme, content: Json, now: datetime) -> Thread:
    """A talk of its own in which whoever nominated adds to it, asks and answers; never the newest one on their page."""
    before = find_thread(db, str(left.thread_id))
    thread_id = secrets.token_urlsafe(24)
    thread = Thread(
        id=thread_id,
        account_id=before.account_id,
        channel=before.channel,
        conversation_index=f"page:{thread_id}",
        page=before.page,
        audience=before.audience,
        programme=there.code,
        data_key_id=new_data_key(db),
        state="submitted",
        created_at=before.created_at - timedelta(microseconds=1),
        touched_at=now,
    )
    keep_content(db, thread, content)
    db.add(thread)
    db.flush()
    return thread


def _note(  # noqa: PLR0917 - one call, each part has a name
    db: Session, of: Nomination, way: str, other: Nomination, actor: Actor, now: datetime
) -> None:
    db.add(
        Passing(
            id=f"{of.id}:{way}",
            nomination_id=of.id,
            programme=of.programme,
            direction=way,
            other_programme=other.programme,
            other_reference=other.reference,
            account_id=actor.account_id,
            at=now,
        )
    )
    db.flush()


def _close_here(  # noqa: PLR0917 - one call, each part has a name
    db: Session, actor: Actor, nomination: Nomination, there: Programme, wanted: PassOn, now: datetime
) -> None:
    """Answer the nomination here, with where it went; of one that was answered already only that is told."""
    why = told_why(there, nomination.audience)
    if may_decide(nomination.status, "return"):
        decide(db, actor, nomination.reference, NewDecision(kind="return", reason=why, version=wanted.version), now)
        return
    nomination.version += 1
    tell_of_passing(db, nomination, why)
