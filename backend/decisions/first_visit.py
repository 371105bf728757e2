"""Which of the partners that a nomination tells of could visit the family first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Json = Mapping[str, Any]
Why = Literal["leads", "nominated", "involved"]
"""Leads the support around the family; made the nomination; is one of the agencies that were told of."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody outside the programme who knows the family."""

    name: str
    why: Why


def partners(content: Json, nominator: Json) -> list[Partner]:
    """The partners who know the family, whoever knows it best first, each once. The first of them is proposed.

    ``content`` as in docs/wire.md; of a self-referral nobody nominated.
    """
    found: dict[str, Partner] = {}
    for partner in _told_of(content, nominator):
        found.setdefault(partner.name.casefold(), partner)
    return list(found.values())


def _told_of(content: Json, nominator: Json) -> Iterator[Partner]:
    lead = content.get("lead_professional") or {}
    if lead.get("state") == "yes" and str(lead.get("name") or "").strip():
        yield Partner(str(lead["name"]).strip(), "leads")
    if nominator.get("kind") != "family" and str(nominator.get("agency") or "").strip():
        yield Partner(str(nominator["agency"]).strip(), "nominated")
    for agency in content.get("agencies") or []:
        if str(agency).strip():
            yield Partner(str(agency).strip(), "involved")
