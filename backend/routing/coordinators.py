"""Who of several coordinators takes a family up: by language first, then by place."""

from __future__ import annotations

import re
from typing import Any

from backend.eligibility import Nomination
from backend.programmes.area import postcode_sector
from backend.programmes.model import Coordinator, Programme


def coordinator_for(nomination: Nomination, programme: Programme) -> dict[str, Any] | None:
    """``{"code", "name", "state", "reason"}`` of the coordinator; None where the programme has only one.

    A language that nobody speaks, or an address that is not known, leads to those who take up everybody else.
    """
    for fits in (_speaks, _knows_the_place, _takes_everybody):
        for coordinator in programme.coordinators:
            if fits(coordinator, nomination):
                return {
                    "code": coordinator.code,
                    "name": coordinator.name,
                    "state": coordinator.state,
                    "reason": coordinator.reason,
                }
    return None


def _speaks(coordinator: Coordinator, nomination: Nomination) -> bool:
    spoken = set(re.findall(r"\w+", (nomination.language or "").casefold()))
    return not spoken.isdisjoint(coordinator.languages)


def _knows_the_place(coordinator: Coordinator, nomination: Nomination) -> bool:
    address = (nomination.address or "").casefold()
    named = any(re.search(rf"\b{re.escape(place.casefold())}\b", address) for place in coordinator.places)
    return named or postcode_sector(nomination.postcode) in coordinator.postcode_sectors


def _takes_everybody(coordinator: Coordinator, _: Nomination) -> bool:
    return not (coordinator.languages or coordinator.places or coordinator.postcode_sectors)
