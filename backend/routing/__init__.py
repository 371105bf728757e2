"""Which help fits a family and has room, and what happens next: a recommendation, never a decision."""

from backend.routing.capacity import Capacity, places, room
from backend.routing.route import Alternative, Route, recommend

__all__ = ["Alternative", "Capacity", "Route", "places", "recommend", "room"]
