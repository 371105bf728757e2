"""What the interview needs to know about a programme (``docs/wire.md``, "Interview view")."""

from __future__ import annotations

from typing import Any

from backend.programmes.model import Programme
from backend.programmes.vocabulary import topics


def interview_view(programme: Programme) -> dict[str, Any]:
    """The programme as plain JSON values for the interview; numbers marked ``placeholder`` are for demonstration."""
    consent = programme.data["consent"]
    return {
        "code": programme.code,
        "name": programme.name,
        "family_name": programme.family_name,
        "area": programme.area.name,
        "consent": {
            "version": consent["version"],
            "purposes": [{"code": entry["code"], "wording": entry["wording"]} for entry in consent["purposes"]],
            "how_to_ask": consent["how_to_ask"],
            "what_to_say": consent["what_to_say"],
        },
        "not_a_referral": not_a_referral(programme),
        "criteria": [
            {"code": entry.code, "name": entry.name, "scope": entry.scope, "about": list(entry.about)}
            for entry in programme.criteria
        ],
        "topics": _topics(programme),
        "emergency": emergency(programme),
        "districts": list(programme.area.districts),
        "self_referral": programme.self_referral,
        "out_of_area": programme.next_steps["out-of-area"],
    }


def not_a_referral(programme: Programme) -> str:
    """What professionals are told once: that a nomination is no referral to the safeguarding hub, and its number."""
    hub = programme.data["emergency"]["safeguarding_hub"]
    said: str = programme.data["safeguarding"]["not_a_referral"]
    return said.format(hub=hub["name"], number=hub["number"])


def _topics(programme: Programme) -> dict[str, dict[str, str]]:
    """The question that clears up each need; a criterion that has its own question asks that one."""
    asked = {need: dict(topics()[need]) for criterion in programme.criteria for need in criterion.about}
    for criterion in programme.criteria:
        if criterion.question is not None:
            asked |= {need: dict(criterion.question) for need in criterion.about}
    return asked


def emergency(programme: Programme) -> dict[str, dict[str, Any]]:
    """Whom to ring: ``immediate`` (999), ``safeguarding_hub``, ``out_of_hours`` and ``duty``."""
    told = ("name", "number", "hours", "placeholder")
    return {code: {key: entry[key] for key in told} for code, entry in programme.data["emergency"].items()}
