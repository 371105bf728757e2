"""Room as a coordinator reads it, and who takes a family up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.assessment import Capacity, Nomination, assess
from backend.programmes import load_programme
from backend.routing import room
from backend.routing.capacity import is_full

SEVENOAKS = load_programme("sevenoaks")
FIP = SEVENOAKS.stream("fip")


def test_the_room_of_a_stream_in_whole() -> None:
    there_is = room(FIP, SEVENOAKS, Capacity(held={"fip": 12}, waiting={"fip": 2}, allocation_used=90))
    counts = {key: there_is[key] for key in ("stream", "places", "held", "free", "over", "full", "waiting")}
    assert counts == {"stream": "fip", "places": 11, "held": 12, "free": 0, "over": 1, "full": True, "waiting": 2}
    assert there_is["waiting_place"] == 3
    assert there_is["allocation"] == {"total": 101, "used": 90, "left": 11}
    assert there_is["share"] == {"percent": 20, "families": 20, "beyond_places": 9}
    assert {"name", "state", "specialism", "shared_between"} == set(there_is["workers"][0])
    empty = room(FIP, SEVENOAKS, Capacity())
    assert (empty["held"], empty["free"], empty["over"], empty["waiting"], empty["waiting_place"]) == (
        0,
        11,
        0,
        0,
        None,
    )


@pytest.mark.parametrize(("used", "full"), [(100, False), (101, True), (102, True)])
def test_the_last_place_of_the_allocation_is_a_place(used: int, full: bool) -> None:
    assert is_full(FIP, SEVENOAKS, Capacity(allocation_used=used)) is full


def test_who_takes_a_family_up_is_named_with_the_reason() -> None:
    taken = _route("rotherham", language="Slovak")["coordinator"]
    assert set(taken) == {"code", "name", "state", "reason"}
    assert all(taken.values())


def test_other_support_that_fits_shows_its_room() -> None:
    codes = ("persistent_absence", "youth_offence", "nobody_working", "family_relationships")
    route = _route("sevenoaks", indicators=[{"code": code, "status": "asserted"} for code in codes])
    [other] = [each for each in route["alternatives"] if each["stream"] == "fip-light"]
    assert other["capacity"]["stream"] == "fip-light"
    assert other["reasons"]


def _route(programme: str, **told: Any) -> dict[str, Any]:
    assessed = assess(Nomination.from_json(told), load_programme(programme), today=date(2013, 6, 1))
    route: dict[str, Any] = assessed.to_json()["route"]
    return route
