"""Room and allocation: the Sevenoaks paper's arithmetic must come out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from backend.programmes import load_programme
from backend.programmes.arithmetic import share
from backend.routing import Capacity, places, room

SEVENOAKS = load_programme("sevenoaks")
YEAR_1, YEAR_2 = SEVENOAKS.data["allocation"]["years"]


def records() -> list[dict[str, Any]]:
    """A record for each family of both years: what became of it in year 1, nominated in year 2."""
    first = [
        {"year": 1, "disposition": entry["code"], "active": entry["active"]}
        for entry in YEAR_1["dispositions"]
        for _ in range(entry["families"])
    ]
    return first + [{"year": 2, "disposition": "nominated", "active": False} for _ in range(YEAR_2["nominated"])]


def test_year_one_adds_up() -> None:
    first = Counter(record["disposition"] for record in records() if record["year"] == 1)
    assert first == {
        "fip": 11,
        "family-support-worker": 11,
        "moved-out-of-area": 2,
        "no-longer-meets-criteria": 16,
        "pbr-claimed": 2,
        "awaiting-light-touch-or-lead-worker": 12,
    }
    assert first.total() == YEAR_1["identified"] == 54
    assert sum(record["active"] for record in records()) == 34


def test_thirteen_places_are_left_before_year_two_is_decided() -> None:
    everybody = records()
    held = Counter(record["disposition"] for record in everybody if record["active"])
    there_is = room(SEVENOAKS.stream("fip"), SEVENOAKS, Capacity(held=held, allocation_used=len(everybody)))
    assert there_is["allocation"] == {"total": 101, "used": 88, "left": 13}
    assert (there_is["held"], there_is["places"], there_is["free"], there_is["over"]) == (11, 11, 0, 0)


def test_the_share_that_fip_is_meant_for_is_shown_to_be_over_capacity() -> None:
    fip = SEVENOAKS.stream("fip")
    total = SEVENOAKS.allocation_total
    assert total is not None
    assert fip.share_of_cohort_percent is not None
    meant = share(total, fip.share_of_cohort_percent)
    there_is = room(fip, SEVENOAKS, Capacity(held={"fip": meant}))
    assert meant == 20
    # 6 with the dedicated worker, a third of 6 with the shared one, and the senior worker's 3.
    assert there_is["places"] == 11
    assert (there_is["free"], there_is["over"], there_is["full"]) == (0, 9, True)
    workers = {post.name: places(replace(fip, posts=(post,))) or 0 for post in fip.posts}
    senior = workers.pop("senior worker, part of the time")
    assert senior == 3
    assert sum(workers.values()) < 12


def test_places_that_the_paper_does_not_give_are_unknown_and_never_full() -> None:
    assert places(SEVENOAKS.stream("fip-light")) == 15
    for stream in ("lead-worker", "family-support-worker", "mentoring"):
        there_is = room(SEVENOAKS.stream(stream), SEVENOAKS, Capacity(held={stream: 40}))
        assert (there_is["places"], there_is["free"], there_is["over"], there_is["full"]) == (None, None, None, False)


def test_a_programme_without_an_allocation_has_none_left_to_count() -> None:
    kingston = load_programme("kingston-richmond")
    there_is = room(kingston.stream("monitoring"), kingston, Capacity(allocation_used=5000))
    assert there_is["allocation"] == {"total": None, "used": 5000, "left": None}
    assert there_is["full"] is False
