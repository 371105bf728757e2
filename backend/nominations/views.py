"""A nomination as JSON, for whoever reads it whole and for whoever sent it (README, "A nomination as JSON")."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import name_of
from backend.alerts.models import Alert
from backend.consent.answering import METHOD
from backend.decisions.budgets import budgets_view
from backend.decisions.first_visit import partners
from backend.decisions.models import Decision
from backend.decisions.record import decision_view, decisions_of
from backend.nominations import record as nominations
from backend.nominations import telling
from backend.nominations.as_sent import as_sent
from backend.nominations.families import known_before, possible_duplicates
from backend.nominations.family_links import acts_as_history
from backend.nominations.interpreting import interpreter_for
from backend.nominations.models import Judgement, Nomination
from backend.nominations.passed import doors_view, passings_view
from backend.nominations.stage import stage_view
from backend.nominations.unclear import unclear_view
from backend.programmes import load_programme

_SAID = (
    "people", "address", "postcode", "contact", "language", "indicators", "agencies", "lead_professional",
    "assessment_in_place", "turnaround", "hopes", "story",
)  # fmt: skip


def reader_view(db: Session, nomination: Nomination, *, coordinator: bool) -> dict[str, Any]:
    """Everything, for coordinators and those who read as they do; only coordinators learn whether it is known."""
    content = nominations.content_of(db, nomination)
    judged, made = nominations.judgements_of(db, nomination), decisions_of(db, nomination)
    judgement = nominations.judgement_body(db, nomination, judged[-1])
    alike = possible_duplicates(db, nomination) if coordinator else []
    return {
        "reference": nomination.reference,
        "programme": nomination.programme,
        "programme_version": nomination.programme_version,
        "channel": nomination.channel,
        "status": nomination.status,
        "consent": consent_view(db, nomination, content),
        **{key: content.get(key) for key in _SAID},
        "people": content.get("people") or [],
        "indicators": content.get("indicators") or [],
        "story_parts": content.get("story_parts") or [],
        "talk_in": content.get("talk_in"),
        "written_in": content.get("written_in") or [],
        "interpreter": interpreter_for(content),
        "interpreter_wanted": content.get("interpreter_wanted"),
        "additions": content.get("additions") or [],
        "needs": judgement["needs"],
        "safety": nomination.safety,
        "assessment": judgement["assessment"],
        "route": judgement["route"],
        "alerts": alerts_of(db, nomination),
        "version": nomination.version,
        "audience": nomination.audience,
        "received_at": nomination.received_at.isoformat(),
        "due_at": nomination.due_at.isoformat(),
        "erased_at": nomination.erased_at.isoformat() if nomination.erased_at else None,
        "set_aside_at": nomination.set_aside_at.isoformat() if nomination.set_aside_at else None,
        "paused_at": nomination.paused_at.isoformat() if nomination.paused_at else None,
        "corrections": [
            {key: value for key, value in correction.items() if key != "account"}
            for correction in content.get("corrections") or []
        ],
        "nominator": nominator_view(db, nomination),
        "out_of_area": nomination.out_of_area,
        "passings": passings_view(db, nomination),
        "may_pass_on_to": doors_view(db, nomination, content.get("postcode")) if coordinator else [],
        "known_before": known_before(alike) if coordinator else None,
        "possible_duplicates": [each.to_json() for each in alike] if coordinator else None,
        "stream": nomination.stream,
        "stage": stage_view(nomination),
        "streams": streams_of(nomination),
        "budgets": budgets_view(db, nomination),
        "unclear": unclear_view(db, nomination, content, judgement, made),
        "first_visit_by": [asdict(partner) for partner in partners(content, nominator_view(db, nomination))],
        "decisions": [decision_view(db, nomination, decision, telling.challenge("professional")) for decision in made],
        "judgements": _judgements(db, judged),
        "history": _history(db, nomination, judged, made, coordinator=coordinator),
    }


def own_view(db: Session, nomination: Nomination) -> dict[str, Any]:
    """What whoever sent it said, its status and what happens next; never what others know or how it was judged."""
    content = as_sent(nominations.content_of(db, nomination), nomination.account_id)
    made = decisions_of(db, nomination)
    return {
        "reference": nomination.reference,
        "programme": nomination.programme,
        "programme_name": telling.programme_name(nomination),
        "channel": nomination.channel,
        "status": nomination.status,
        "status_text": telling.status_words(nomination),
        "next_step": telling.next_step(db, nomination),
        "received_at": nomination.received_at.isoformat(),
        "consent": _consent_as_sent(consent_view(db, nomination, content), content),
        **{key: content.get(key) for key in _SAID if key != "indicators"},
        "people": content.get("people") or [],
        "additions": content.get("additions") or [],
        "decisions": [
            {
                "status": decision["status"],
                "reason": decision["reason"],
                "decider": {"role": decision["decider"]["role"]},
                "at": decision["at"],
                "challenge": decision["challenge"],
            }
            for decision in (
                decision_view(db, nomination, each, telling.challenge(nomination.audience)) for each in made
            )
        ],
    }


def consent_view(db: Session, nomination: Nomination, content: dict[str, Any]) -> dict[str, Any]:
    """The consent as it stands, with its history."""
    events = nominations.consent_events(db, nomination)
    state = (content.get("consent") or {}).get("state")
    if any(event["state"] == "withdrawn" for event in events):
        state = "withdrawn"
    conditions = (content.get("consent") or {}).get("conditions") or []
    return {"state": state, "events": events, "conditions": conditions}


def _consent_as_sent(consent: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    """The consent without what a family wrote by its own link for others than whoever handed the link on."""
    if content.get("family_shares", True):
        return consent
    events = [event | {"by": None} if event["method"] == METHOD else event for event in consent["events"]]
    return consent | {"events": events, "conditions": [each for each in consent["conditions"] if each.get("message")]}


def nominator_view(db: Session, nomination: Nomination) -> dict[str, Any]:
    """Who nominated. Of an erased nomination not even that: a family that asked for itself would be named."""
    nobody = {"kind": nomination.audience, "name": None, "role": None, "agency": None}
    return nobody | nominations.nominator_of(db, nomination)


def streams_of(nomination: Nomination) -> list[dict[str, str]]:
    """Code and name of the streams a coordinator can choose from, those of the version it was judged by.

    What a family only steps down to is offered once it has been accepted, or where it is recommended.
    """
    programme = load_programme(nomination.programme, nomination.programme_version)
    return [
        {"code": stream.code, "name": stream.name}
        for stream in programme.streams
        if not stream.step_down_only or nomination.status == "accepted" or nomination.stream == stream.code
    ]


def alerts_of(db: Session, nomination: Nomination) -> list[dict[str, Any]]:
    """The alerts of its talk: level, reasons and times; the words stay on the duty list."""
    if nomination.thread_id is None:
        return []
    query = select(Alert).where(Alert.thread_id == nomination.thread_id).order_by(Alert.at)
    return [
        {
            "id": alert.id,
            "level": alert.level,
            "reasons": alert.reasons,
            "at": alert.at.isoformat(),
            "acknowledged_at": alert.acknowledged_at.isoformat() if alert.acknowledged_at else None,
            "acknowledged_by": name_of(db, alert.acknowledged_by) if alert.acknowledged_by else None,
        }
        for alert in db.scalars(query)
    ]


def _history(
    db: Session, nomination: Nomination, judged: list[Judgement], made: list[Decision], *, coordinator: bool
) -> list[dict[str, Any]]:
    """What happened to it and when, oldest first: ``{"at", "what", "by", "detail"}``.

    ``coordinator``: also what was said of it and other nominations.
    """
    sender = nominations.nominator_of(db, nomination).get("name")
    happened = [
        {
            "at": judgement.at.isoformat(),
            "what": judgement.cause,
            "by": name_of(db, judgement.account_id) if judgement.account_id else sender,
            "detail": f"{judgement.verdict} ({judgement.programme_version})",
        }
        for judgement in judged
    ]
    happened += [
        {
            "at": decision.at.isoformat(),
            "what": f"decision-{decision.kind}",
            "by": name_of(db, decision.decider_id),
            "detail": decision.stream or decision.status,
        }
        for decision in made
    ]
    happened += acts_as_history(db, nomination) if coordinator else []
    return sorted(happened, key=lambda event: str(event["at"]))


def _judgements(db: Session, judged: list[Judgement]) -> list[dict[str, Any]]:
    return [
        {
            "programme_version": judgement.programme_version,
            "cause": judgement.cause,
            "verdict": judgement.verdict,
            "stream": judgement.stream,
            "path": judgement.path,
            "at": judgement.at.isoformat(),
            "by": name_of(db, judgement.account_id) if judgement.account_id else None,
        }
        for judgement in judged
    ]
