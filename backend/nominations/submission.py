"""From a draft to a nomination: one transaction, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.accounts.accounts import holders
from backend.audit import record
from backend.consent.merging import close, with_answers
from backend.database.base import new_id
from backend.errors import Conflict, Invalid, NotFound
from backend.nominations import record as nominations
from backend.nominations.agreement import may_be_sent
from backend.nominations.due import decision_due
from backend.nominations.families import new_family, recognise
from backend.nominations.interpreting import with_review
from backend.nominations.judgements import keep_judgement
from backend.nominations.judging import Judged, judge
from backend.nominations.models import Nomination
from backend.nominations.safety import safety_of
from backend.nominations.status import after_addition
from backend.nominations.telling import next_step
from backend.outbox.service import post
from backend.programmes import load_programme
from backend.threads.conversations import speaker
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import body_of, content_of, find_thread
from backend.threads.shapes import Addition
from backend.threads.view import is_out_of_area, nominator_of

NO_CONSENT = "The family has not agreed yet, so nothing can be sent. Ask the family first."
NO_PROGRAMME = "It is not known yet which programme this is for."
ENDED = "This conversation has ended, so nothing can be sent from it."


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the nominator is told. Nothing here says whether the family was known before."""

    reference: str
    status: str
    verdict: str
    next_step: str


def submit(db: Session, thread_id: str, now: datetime) -> Submitted:
    """Make the draft a nomination; of a draft that was submitted before, say what it became.

    Raises Conflict when the talk was stopped, Invalid without given consent or a programme.
    """
    # The lock lets submissions of one talk queue; the unique thread_id holds even where no lock does.
    thread = find_thread(db, thread_id, lock=True)
    before = nominations.of_thread(db, thread_id)
    if before is not None:
        return _told(db, before)
    content = with_answers(db, thread, content_of(db, thread))
    programme = _programme_ready(thread, content)
    judged = judge(db, programme, content, now)
    nomination = _nomination(db, thread, content, programme=programme, judged=judged, now=now)
    for event in _consent_events(content, now):
        nominations.add_consent(db, nomination, event)
    keep_judgement(db, nomination, judged, cause="submission", now=now)
    close(db, thread)
    thread.state, thread.reference = "submitted", nomination.reference
    thread.version += 1
    thread.touched_at = now
    post(db, holders(db, "coordinator", programme), "nomination-waiting", f"nomination:{nomination.id}", programme)
    record(db, speaker(db, thread), "submitted", "nomination", nomination.id, programme, verdict=judged.verdict)
    return _told(db, nomination)


def add(db: Session, thread_id: str, addition: Addition, now: datetime) -> Submitted:
    """Add what was said later to the nomination of a talk and judge it again; the same message again changes nothing.

    Raises Conflict if there is no nomination, NotFound if there is no such message.
    """
    thread = find_thread(db, thread_id, lock=True)
    nomination = nominations.of_thread(db, thread_id)
    if nomination is None or nomination.status == "withdrawn":
        raise Conflict("There is no nomination to add to.")
    content = nominations.content_of(db, nomination)
    if addition.message in {known["message"] for known in content.get("additions") or []}:
        return _told(db, nomination)
    nominations.keep_content(db, nomination, _with_addition(db, thread, content, addition))
    nomination.status = after_addition(nomination.status, challenge=addition.challenge)
    if nomination.status == "received":
        nomination.due_at = decision_due(nomination.programme, now)
    nomination.version += 1
    if nomination.paused_at is None:  # While an objection waits, what is said is kept, and judged once it is answered.
        judged = _judged_again(db, nomination, nominations.content_of(db, nomination), now)
        keep_judgement(db, nomination, judged, cause="challenge" if addition.challenge else "addition", now=now)
    cause = f"nomination:{nomination.id}:{nomination.version}"
    coordinators = holders(db, "coordinator", nomination.programme)
    post(db, coordinators, "information-added", cause, nomination.programme)
    record(db, speaker(db, thread), "added to", "nomination", nomination.id, nomination.programme)
    return _told(db, nomination)


def _with_addition(db: Session, thread: Thread, content: dict[str, Any], addition: Addition) -> dict[str, Any]:
    message = db.get(ThreadMessage, (thread.id, addition.message))
    if message is None or message.direction != "in":
        raise NotFound("There is no such message in this conversation.")
    message.kind = "answer"
    said: dict[str, Any] = {
        "message": message.n,
        "at": message.at.isoformat(),
        "text": body_of(db, thread, message).get("text", ""),
    }
    said |= {"challenge": True} if addition.challenge else {}
    added = [indicator.model_dump(mode="json") for indicator in addition.indicators]
    return content | {
        "indicators": [*(content.get("indicators") or []), *added],
        "additions": [*(content.get("additions") or []), said],
    }


def _programme_ready(thread: Thread, content: dict[str, Any]) -> str:
    if thread.state != "open":
        raise Conflict(ENDED)
    if (content.get("consent") or {}).get("state") != "given":
        raise Invalid(NO_CONSENT)
    if thread.programme is None:
        raise Invalid(NO_PROGRAMME)
    if not may_be_sent(content, load_programme(thread.programme)):
        raise Invalid(NO_CONSENT)
    return thread.programme


def _nomination(
    db: Session, thread: Thread, content: dict[str, Any], *, programme: str, judged: Judged, now: datetime
) -> Nomination:
    family = new_family(db, programme, thread.data_key_id, content)
    nomination = Nomination(
        id=new_id(),
        reference=nominations.free_reference(db),
        programme=programme,
        programme_version=judged.programme_version,
        family_id=family.id,
        thread_id=thread.id,
        account_id=thread.account_id,
        audience=thread.audience,
        channel=thread.channel,
        status="received",
        verdict=judged.verdict,
        stream=judged.stream,
        path=judged.path,
        safety=safety_of(db, thread.id, content.get("safety")),
        out_of_area=is_out_of_area(programme, content),
        data_key_id=thread.data_key_id,
        received_at=now,
        due_at=decision_due(programme, now),
        version=1,
        moved_at=now,
    )
    nominations.keep_content(db, nomination, content)
    nominations.keep_nominator(db, nomination, nominator_of(speaker(db, thread), thread.audience, content))
    db.add(nomination)
    db.flush()
    recognise(db, nomination, content)
    return nomination


def _judged_again(db: Session, nomination: Nomination, content: dict[str, Any], now: datetime) -> Judged:
    version = nomination.programme_version
    return judge(db, nomination.programme, content, now, version=version, apart_from=nomination.id)


def _consent_events(content: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    consent = content["consent"]
    bare = {"state": consent["state"], "date": now.date().isoformat()}
    return with_review(consent.get("events") or [bare])


def _told(db: Session, nomination: Nomination) -> Submitted:
    if nomination.status == "withdrawn":
        return Submitted(nomination.reference, nomination.status, nomination.verdict, next_step(db, nomination))
    newest = nominations.judgements_of(db, nomination)[-1]
    route = nominations.judgement_body(db, nomination, newest)["route"]
    return Submitted(nomination.reference, nomination.status, nomination.verdict, str(route.get("next_step") or ""))
