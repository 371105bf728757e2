"""The day in numbers as the start page draws it: counts with their lists, a chart with its table, places and rooms."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.nominations.judging import capacities
from backend.nominations.lists import ListName
from backend.nominations.queue import READERS
from backend.nominations.today import Day, today
from backend.programmes import load_programmes
from backend.routing import Capacity
from backend.routing.capacity import room
from backend.web.names import programme_of
from backend.web.words import word

_SHOWN: tuple[ListName, ...] = ("new", "due", "overdue", "waiting", "mine", "unassigned", "still", "stage")
_LATE = frozenset({"overdue", "still", "stage"})
_WIDTH, _HEIGHT, _FOOT = 320, 120, 14
"""Of the chart, in its own units; a phone is 320 wide."""


def today_view(db: Session, actor: Actor, now: datetime) -> dict[str, Any]:
    """What the template draws for somebody who reads the queue."""
    programmes = actor.programmes(*READERS) & load_programmes().keys()
    numbers = today(db, actor, programmes, now)
    record(db, actor, "listed", "nominations", "today", None)
    most_waiting = max((place.count for place in numbers.places), default=1)
    return {
        "counts": [
            {
                "name": word(name, "queue_list"),
                "count": numbers.lists[name],
                "href": f"/queue?list={name}",
                "late": name in _LATE and numbers.lists[name] > 0,
            }
            for name in _SHOWN
        ],
        "days": numbers.days,
        "chart": trend(numbers.days),
        "places": [
            {
                "name": word(place.code, "waits"),
                "count": place.count,
                "oldest": place.oldest,
                "share": round(100 * place.count / most_waiting),
            }
            for place in numbers.places
        ],
        "rooms": rooms(db, programmes),
        "oldest": [
            {
                "reference": each.reference,
                "programme_name": programme.name if (programme := programme_of(each.programme)) else each.programme,
                "status": each.status,
                "received_at": each.received_at,
            }
            for each in numbers.oldest
        ],
    }


def trend(days: list[Day]) -> dict[str, Any]:
    """Two bars a day, what came and what was decided, in the units of the chart."""
    most = max((max(day.received, day.decided) for day in days), default=0)
    scale = (_HEIGHT - _FOOT - 14) / max(most, 1)
    step = _WIDTH / max(len(days), 1)
    bars = []
    for place, day in enumerate(days):
        for beside, (kind, count) in enumerate((("received", day.received), ("decided", day.decided))):
            height = count * scale
            bars.append(
                {
                    "kind": kind,
                    "x": round(place * step + 2 + beside * (step - 4) / 2, 1),
                    "y": round(_HEIGHT - _FOOT - height, 1),
                    "width": round((step - 4) / 2 - 1, 1),
                    "height": round(height, 1),
                }
            )
    return {"width": _WIDTH, "height": _HEIGHT, "foot": _HEIGHT - _FOOT, "bars": bars, "most": most}


def rooms(db: Session, programmes: Collection[str]) -> list[dict[str, Any]]:
    """Each programme's streams with how full they are; more families than places are shown, not hidden."""
    held = capacities(db, programmes)
    known = load_programmes()
    return [
        {"programme_name": known[code].name, "streams": _streams(code, held[code])}
        for code in sorted(programmes, key=lambda each: known[each].name)
    ]


def _streams(code: str, capacity: Capacity) -> list[dict[str, Any]]:
    programme = load_programmes()[code]
    found = [(stream.name, room(stream, programme, capacity)) for stream in programme.streams]
    return [
        {
            "name": name,
            "held": each["held"],
            "places": each["places"],
            "free": each["free"],
            "over": each["over"],
            "waiting": each["waiting"],
            # Of the longer of the two, so that a bar beyond its places is seen to be.
            "share": _share(each["held"], max(each["held"], each["places"])) if each["places"] is not None else None,
            "line": _share(each["places"], max(each["held"], each["places"])) if each["places"] is not None else None,
        }
        for name, each in found
    ]


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
