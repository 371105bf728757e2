"""What the ages of the people in the household say to a criterion that asks for a child."""

from __future__ import annotations

from datetime import date

from backend.eligibility.nomination import Fact, Nomination
from backend.programmes.model import Criterion

HOUSEHOLD = "child_in_household"
"""The code of the fact that the household's ages make; no indicator has it, as nobody says it as such."""


def household_facts(criterion: Criterion, nomination: Nomination, today: date) -> tuple[Fact, ...]:
    """A child at home, for each one; or that there is none, where everybody's age is known. Else nothing is known."""
    limit = criterion.household_child_max_age
    if limit is None:
        return ()
    ages = [(person, person.age_on(today)) for person in nomination.people]
    children = [person for person, age in ages if age is not None and age <= limit]
    if children:
        return tuple(_fact("asserted", person.relation) for person in children)
    return (_fact("negated", None),) if ages and all(age is not None for _, age in ages) else ()


def _fact(status: str, person: str | None) -> Fact:
    return Fact(code=HOUSEHOLD, status="asserted" if status == "asserted" else "negated", need=HOUSEHOLD, person=person)
