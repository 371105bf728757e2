"""How much room a stream and the programme have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from backend.programmes.arithmetic import share
from backend.programmes.model import Post, Programme, Stream


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a programme's streams hold on a day, in families."""

    held: Mapping[str, int] = field(default_factory=dict)
    """Families being helped, by stream."""
    waiting: Mapping[str, int] = field(default_factory=dict)
    """Families on the waiting list, by stream."""
    allocation_used: int = 0
    """Families that count against the programme's allocation: identified or nominated so far."""

    without_place: int = 0
    """Families that were accepted and hold no place: they wait for one, or their help has ended."""

    @property
    def taken_on(self) -> int:
        """Families that were accepted so far, whatever their stream. Those only identified or nominated are not."""
        return sum(self.held.values()) + self.without_place


def places(stream: Stream) -> int | None:
    """Families a stream has workers for, rounded down; None where the programme does not say.

    A worker shared between districts counts with an equal share of the caseload.
    """
    if not stream.posts or stream.caseload_per_worker is None:
        return None
    total = Fraction(0)
    for post in stream.posts:
        share = _families(post, stream.caseload_per_worker)
        if share is None:
            return None
        total += share
    return int(total)


def _families(post: Post, caseload: int) -> Fraction | None:
    if post.families is not None:
        return Fraction(post.families)
    if post.number is None or post.shared_between is None:
        return None
    return Fraction(post.number * caseload, post.shared_between)


def allocation_left(programme: Programme, used: int) -> int | None:
    """Places left of the programme's allocation, negative when overspent; None where it has none."""
    return None if programme.allocation_total is None else programme.allocation_total - used


def share_of_cohort(stream: Stream, programme: Programme) -> dict[str, int | None] | None:
    """The families of the allocation that a stream is meant for, and how many of them it has no place for.

    None where the programme means no share for it; null places where nobody knows how many there are.
    """
    percent, total = stream.share_of_cohort_percent, programme.allocation_total
    if percent is None or total is None:
        return None
    meant = share(total, percent)
    there_are = places(stream)
    beyond = None if there_are is None else max(meant - there_are, 0)
    return {"percent": percent, "families": meant, "beyond_places": beyond}


def is_full(stream: Stream, programme: Programme, capacity: Capacity) -> bool:
    """Whether one more family would have to wait, for the stream or for the programme."""
    left = allocation_left(programme, capacity.allocation_used)
    there_are = places(stream)
    no_place = there_are is not None and capacity.held.get(stream.code, 0) >= there_are
    return no_place or (left is not None and left <= 0)


def room(stream: Stream, programme: Programme, capacity: Capacity) -> dict[str, Any]:
    """A stream's places and the programme's allocation as plain values; null where the programme does not say.

    ``over`` is how many families more than places are held: shown, not hidden. ``waiting_place`` is the place the
    next family would get, null while there is room.
    """
    there_are = places(stream)
    held = capacity.held.get(stream.code, 0)
    waiting = capacity.waiting.get(stream.code, 0)
    full = is_full(stream, programme, capacity)
    return {
        "stream": stream.code,
        "places": there_are,
        "held": held,
        "free": None if there_are is None else max(there_are - held, 0),
        "over": None if there_are is None else max(held - there_are, 0),
        "full": full,
        "waiting": waiting,
        "waiting_place": waiting + 1 if full else None,
        "workers": [
            {
                "name": post.name,
                "state": post.state,
                "specialism": post.specialism,
                "shared_between": post.shared_between,
            }
            for post in stream.posts
        ],
        "share": share_of_cohort(stream, programme),
        "allocation": {
            "total": programme.allocation_total,
            "used": capacity.allocation_used,
            "left": allocation_left(programme, capacity.allocation_used),
        },
    }
