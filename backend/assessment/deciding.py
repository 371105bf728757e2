"""Which answers could still change what is recommended for a family: the others need not be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from backend.eligibility import Judgement, Nomination
from backend.prioritisation import prioritise, rank_key
from backend.programmes.model import Programme
from backend.routing import Capacity, recommend
from backend.routing.conditions import Situation

_ANY_ROOM = Capacity()
"""Whether there is room changes from day to day; what is asked must not hang on it."""
_ELSEWHERE = frozenset({"out-of-area", "existing-services"})
"""Where these paths lead nobody is put in an order."""


def still_deciding(nomination: Nomination, judgement: Judgement, programme: Programme, today: date) -> tuple[str, ...]:
    """The questions (by their ids) that are not answered and whose answer could change the route or the order.

    Of ``assessment``, ``turnaround`` and ``language``. Each is tried with every answer that the programme's rules tell
    apart, everything else being as it is known now. Pure.
    """

    def told(known: Nomination) -> tuple[object, ...]:
        route = recommend(Situation(known, judgement, today), programme, _ANY_ROOM)
        return (
            route.stream,
            route.path,
            [support.code for support in route.added_support],
            (route.coordinator or {}).get("code"),
            None if route.path in _ELSEWHERE else rank_key(prioritise(known, judgement, programme)),
        )

    now = told(nomination)
    changing = {question for question, answered in _answers(nomination, programme) if told(answered) != now}
    return tuple(question for question in ("assessment", "turnaround", "language") if question in changing)


def _answers(nomination: Nomination, programme: Programme) -> Iterator[tuple[str, Nomination]]:
    """The nomination with each open question answered in each way that matters."""
    if nomination.assessment_in_place is None:
        yield "assessment", replace(nomination, assessment_in_place=True)
        yield "assessment", replace(nomination, assessment_in_place=False)
    if nomination.turnaround is None:
        yield "turnaround", replace(nomination, turnaround="likely")
        yield "turnaround", replace(nomination, turnaround="possible")
        yield "turnaround", replace(nomination, turnaround="unlikely")
    if nomination.language is None:
        spoken = sorted({language for coordinator in programme.coordinators for language in coordinator.languages})
        yield from (("language", replace(nomination, language=language)) for language in spoken)
