"""Taking nominations in from a file that a council kept so far, each as if it had been sent here. Callers commit."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.service import raise_alert
from backend.alerts.shapes import NewAlert
from backend.audit import record
from backend.database.base import new_id
from backend.errors import Invalid
from backend.keys import new_data_key
from backend.nominations import record as nominations
from backend.nominations.agreement import may_be_sent
from backend.nominations.due import decision_due
from backend.nominations.families import new_family
from backend.nominations.judgements import keep_judgement
from backend.nominations.judging import judge
from backend.nominations.models import Nomination
from backend.nominations.reference import tidy_reference
from backend.nominations.safety import strongest
from backend.programmes import load_programme
from backend.threads.content import Content
from backend.threads.view import is_out_of_area

CHANNEL = "import"
NO_CONSENT = (
    "consent: the family has not agreed, so it is a candidate and no nomination. Somebody it knows asks it first."
)
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A nomination of the file; ``new`` is false where it was taken in before."""

    reference: str
    new: bool


def take_in(
    db: Session, programme: str, entry: Any, now: datetime, danger: Callable[[str], str] = lambda _: "none"
) -> TakenIn:
    """Make one entry of a file (README, "A nomination as JSON") a nomination of a programme.

    What is computed is computed anew. ``danger`` reads how dangerous a story is: an alert goes to the duty list, as it
    would from a chat. One that names its reference is taken in once. Raises Invalid, naming keys and nothing of what
    stands there.
    """
    if not isinstance(entry, Mapping):
        raise Invalid("expected a JSON object")
    reference = _reference(entry)
    if reference is not None and (known := _known(db, reference, programme)):
        return TakenIn(known.reference, new=False)
    content, nominator = _content(entry), _nominator(entry)
    if not may_be_sent(content, load_programme(programme)):
        raise Invalid(NO_CONSENT)
    judged = judge(db, programme, content, now)
    story = str(content.get("story") or "")
    safety = strongest([content.get("safety"), danger(story) if story else None])
    key = new_data_key(db)
    nomination = Nomination(
        id=new_id(),
        reference=reference or nominations.free_reference(db),
        programme=programme,
        programme_version=judged.programme_version,
        family_id=new_family(db, programme, key, content).id,
        audience=nominator["kind"],
        channel=CHANNEL,
        status="received",
        verdict=judged.verdict,
        stream=judged.stream,
        path=judged.path,
        safety=safety,
        out_of_area=is_out_of_area(programme, content),
        data_key_id=key,
        received_at=now,
        due_at=decision_due(programme, now),
        version=1,
    )
    nominations.keep_content(db, nomination, content)
    nominations.keep_nominator(db, nomination, nominator)
    db.add(nomination)
    db.flush()
    for event in content["consent"].get("events") or [{"state": "given", "date": None}]:
        nominations.add_consent(db, nomination, event)
    keep_judgement(db, nomination, judged, cause="submission", now=now)
    _alert(db, nomination, story, now)
    record(db, None, "imported", "nomination", nomination.id, programme, verdict=judged.verdict)
    return TakenIn(nomination.reference, new=True)


def _alert(db: Session, nomination: Nomination, story: str, now: datetime) -> None:
    if nomination.safety == "none":
        return
    alert = {"id": uuid.uuid5(uuid.NAMESPACE_OID, nomination.id), "at": now, "programme": nomination.programme}
    told = {"level": nomination.safety, "reasons": ["imported"], "text": story, "source": "message"}
    raise_alert(db, NewAlert.model_validate(alert | told), now)


def _reference(entry: Json) -> str | None:
    given = entry.get("reference")
    if given is None:
        return None
    try:
        return tidy_reference(str(given))
    except ValueError as problem:
        raise Invalid(f"reference: {problem}") from None


def _known(db: Session, reference: str, programme: str) -> Nomination | None:
    found = db.scalar(select(Nomination).where(Nomination.reference == reference))
    if found is not None and found.programme != programme:
        raise Invalid("reference: expected one that no other programme uses")
    return found


def _content(entry: Json) -> dict[str, Any]:
    said = {key: entry[key] for key in Content.model_fields if entry.get(key) is not None and key != "nominator"}
    if not said.get("indicators"):
        # Where no more than the needs is known, they are the facts.
        needs = entry.get("needs") or {}
        said["indicators"] = [
            {"code": need, "status": status, "said_by": "professional"} for need, status in dict(needs).items()
        ]
    try:
        content = Content.model_validate(said).model_dump(mode="json", by_alias=True, exclude_none=True)
    except ValidationError as problem:
        raise Invalid(_where(problem)) from None
    content.pop("story_parts", None)
    for fact in content["indicators"]:
        # Messages of another system's talks are none of ours.
        for place in ("message", "start", "end"):
            fact.pop(place, None)
    return content | ({"pre_existing": True} if entry.get("pre_existing") is True else {})


def _nominator(entry: Json) -> dict[str, Any]:
    told = entry.get("nominator")
    told = told if isinstance(told, Mapping) else {}
    kind = told.get("kind") or "professional"
    if kind not in ("professional", "family"):
        raise Invalid("nominator.kind: expected professional or family")
    if not str(told.get("name") or "").strip():
        raise Invalid("nominator.name: expected a name, as nobody nominates without one")
    said = {key: told.get(key) for key in ("name", "role", "agency")}
    return {"kind": kind} | {key: str(value)[:1_000] if value else None for key, value in said.items()}


def _where(problem: ValidationError) -> str:
    """Where it is wrong and what was expected, without what stands there; a key that is not known is not repeated."""
    first = problem.errors(include_input=False, include_url=False, include_context=False)[0]
    unknown = first["type"] == "extra_forbidden"
    place = ".".join(str(part) for part in (first["loc"][:-1] if unknown else first["loc"]))
    return f"{place}: {'expected only the keys of the format' if unknown else first['msg']}"
