"""What the family agreed to, purpose by purpose, and what that leaves of the next step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.programmes import Programme

Json = Mapping[str, Any]


def answers(consent: Json | None) -> dict[str, str]:
    """The state of each purpose that was spoken about: the newest answer counts."""
    events = (consent or {}).get("events") or []
    return {event["purpose"]: event["state"] for event in events if event.get("purpose")}


def may_be_sent(content: Json, programme: Programme) -> bool:
    """Whether the family agreed to the nomination itself, the programme's first purpose; the others may be refused."""
    consent = content.get("consent") or {}
    itself = programme.data["consent"]["purposes"][0]["code"]
    return consent.get("state") == "given" and answers(consent).get(itself, "given") == "given"


def refused(consent: Json | None) -> list[str]:
    """The purposes that the family said no to, or took its yes back for."""
    return [purpose for purpose, state in answers(consent).items() if state in ("refused", "withdrawn")]


def next_step_within(consent: Json | None, route: Json) -> str:
    """The route's next step, without what the family said no to."""
    wording = _wording()
    instead = [wording["without"][purpose] for purpose in refused(consent) if purpose in wording["without"]]
    if not instead or route.get("path") not in wording["paths"]:
        return str(route.get("next_step") or "")
    return " ".join([wording["next_step"], *instead])


@cache
def _wording() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("agreement.yml").read_text(encoding="utf-8"))
    return words
