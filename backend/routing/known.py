"""Families that the programme works with already: stepping down, no longer meeting the criteria, taken over."""

from __future__ import annotations

from dataclasses import dataclass

from backend.eligibility import Nomination
from backend.programmes.model import Programme, Verdict


@dataclass(frozen=True, slots=True)
class Known:
    """What the coordinator is suggested to do with such a family."""

    stream: str | None
    reason: str
    next_step: str


def of_a_known_family(nomination: Nomination, verdict: Verdict, programme: Programme) -> Known | None:
    """What follows from the family being known; None where it is judged like any other.

    Stepping down needs no new decision on eligibility. A family that no longer meets the criteria is visited once
    more; one whose criteria cannot be told stays. None is turned away.
    """
    standing = programme.standing
    if standing is None:
        return None
    if nomination.stepping_down and standing.step_down and standing.step_down_next:
        return Known(standing.step_down_to, standing.step_down, standing.step_down_next)
    if not nomination.pre_existing or verdict == "eligible":
        return None
    if verdict == "not_eligible":
        return Known(None, standing.no_longer_meets, standing.visit)
    return Known(None, standing.pre_existing, programme.next_steps["coordinator"])
