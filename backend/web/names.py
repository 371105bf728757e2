"""Names of a programme's parts, by code. A code that the programme has no longer is shown as it is."""

from __future__ import annotations

from backend.programmes import Programme, UnknownProgramme, load_programme


def programme_of(code: str, version: str | None = None) -> Programme | None:
    """The programme in a version, its newest where none is named; None where it is not known."""
    try:
        return load_programme(code, version)
    except UnknownProgramme:
        return None


def stream_name(code: str, stream: str | None, version: str | None = None) -> str | None:
    """What a stream is called; None where there is none."""
    if stream is None:
        return None
    programme = programme_of(code, version)
    known = {each.code: each.name for each in programme.streams} if programme else {}
    return known.get(stream, stream)


def criterion_name(code: str, criterion: str, version: str | None = None) -> str:
    """What a criterion is called."""
    programme = programme_of(code, version)
    known = {each.code: each.name for each in programme.criteria} if programme else {}
    return known.get(criterion, criterion)
