"""A family's own answers as part of the nomination: who said what, on what condition, and how it is reached safely."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from backend.consent.answering import METHOD
from backend.consent.links import answered, body_of, end, newest
from backend.consent.models import ConsentLink
from backend.programmes import load_programme
from backend.threads.models import Thread

Json = dict[str, Any]


def with_answers(db: Session, thread: Thread, content: Json) -> Json:
    """The content of a draft with what the family answered by its links in place of what the interview knew of it.

    ``contact_told`` is what the nominator had said where the family said it itself; ``family_shares`` whether the
    nominator may read who answered and how they are reached.
    """
    links = answered(db, thread.id)
    consent = dict(content.get("consent") or {})
    told = [event for event in consent.get("events") or [] if event.get("method") != METHOD]
    if not links:
        return content | {"consent": consent | {"events": told}} if consent else content
    said = [(link, body_of(db, thread, link)) for link in links]
    refused = [event for link, body in said if link.state == "refused" for event in _events(link, body)]
    given = [event for link, body in said if link.state == "given" for event in _events(link, body)]
    conditions = [{"words": body["condition"], "message": None} for _, body in said if body.get("condition")]
    consent |= {"events": [*refused, *told, *given], "conditions": [*(consent.get("conditions") or []), *conditions]}
    agreed = [body for link, body in said if link.state == "given"]
    return content | {"consent": consent, "written_in": _written_in(content, agreed)} | _reached(content, agreed)


def close(db: Session, thread: Thread) -> None:
    """The answers are part of the nomination now: keep them nowhere else, and let no link open anything."""
    for link in answered(db, thread.id):
        link.body = None
    last = newest(db, thread.id)
    if last is not None and last.state == "open":
        end(last, "ended")


def _written_in(content: Json, bodies: list[Json]) -> list[str]:
    """The languages besides English in which the family wrote, or answered: whom an interpreter is needed for."""
    read = [body["language"] for body in bodies if body.get("language")]
    return list(dict.fromkeys([*(content.get("written_in") or []), *read]))


def _events(link: ConsentLink, body: Json) -> list[Json]:
    purposes = load_programme(link.programme, link.programme_version).data["consent"]
    first, *further = [purpose["code"] for purpose in purposes["purposes"]]
    states = {first: link.state == "given"}
    if link.state == "given":
        states |= {code: bool(body.get("purposes", {}).get(code)) for code in further}
    at = link.answered_at.date().isoformat() if link.answered_at else None
    return [
        {
            "purpose": purpose,
            "state": "given" if agreed else "refused",
            "by": body.get("name") or None,
            "asked_by": None,
            "date": at,
            "method": METHOD,
            "wording_version": _asked_in(purposes["version"], body.get("language")),
        }
        for purpose, agreed in states.items()
    ]


def _asked_in(version: str, language: str | None) -> str:
    """The version of the wording, with the language it was read in where that was not English."""
    return f"{version}+{language}" if language else version


def _reached(content: Json, bodies: list[Json]) -> Json:
    """What a parent says of itself counts: it knows what is safe."""
    shares = {"family_shares": all(body.get("shared") for body in bodies)}
    own = next((body for body in reversed(bodies) if body.get("reach") or body.get("note")), None)
    if own is None:
        return shares
    reach = str(own["reach"])
    by_email = "@" in reach
    contact = {
        "phone": None if by_email else reach or None,
        "email": reach if by_email else None,
        "person": own.get("name") or None,
        "note": own.get("note") or None,
    }
    return shares | {"contact": contact, "contact_told": content.get("contact")}
