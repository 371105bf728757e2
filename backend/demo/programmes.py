"""The programmes in which the demonstration's accounts hold their roles."""

from __future__ import annotations


def programme_codes() -> list[str]:
    """Codes of all programmes there are."""
    try:
        from backend.programmes import load_programmes
    except ImportError:
        return ["kingston-richmond", "sevenoaks"]
    return sorted(load_programmes())
