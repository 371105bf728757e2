"""The summary a person checks before anything is sent: what was said, in a plain list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.programmes import indicators

LONGEST_STORY = 1_500
"""Characters of the story that are shown; it is kept whole."""

_STATUS_ORDER = ("asserted", "uncertain", "historical", "negated")


def summary(content: dict[str, Any], audience: str) -> str:
    """One line for each thing that was said, in the words of the audience."""
    headings: dict[str, str] = _words()["headings"][audience]
    return "\n".join(f"- {headings[key]}: {text}" for key, text in _lines(content, audience) if text)


def _lines(content: dict[str, Any], audience: str) -> Iterator[tuple[str, str]]:
    yield "consent", _consent(content.get("consent") or {}, audience)
    yield "household", "; ".join(_person(person) for person in content.get("people") or []) or _words()["not_said"]
    yield "address", ", ".join(part for part in _address(content) if part) or _words()["not_said"]
    yield "contact", _contact(content.get("contact") or {})
    yield "story", _shortened(content.get("story") or "")
    yield "understood", _understood(content.get("indicators") or [], audience)
    yield "agencies", _agencies(content.get("agencies"))
    yield "lead", _lead(content.get("lead_professional") or {})
    yield "assessment", _yes_no(content.get("assessment_in_place"))
    yield "hopes", _shortened(content.get("hopes") or "")
    if audience == "professional":
        yield "turnaround", _words()["turnaround"].get(content.get("turnaround"), "")
    yield "language", content.get("language") or ""


def _consent(consent: dict[str, Any], audience: str) -> str:
    state = consent.get("state")
    if state is None:
        return str(_words()["not_said"])
    said: dict[str, Any] = {}
    for event in consent.get("events") or []:
        said |= {key: value for key, value in event.items() if value}
    parts = [_words()["consent"][state]]
    if audience == "professional":
        asked = " ".join(filter(None, (said.get("asked_by"), said.get("date"))))
        parts += [f"by {said['by']}"] if said.get("by") else []
        parts += [f"asked by {asked}"] if said.get("asked_by") else [f"on {asked}"] if asked else []
        parts += [said["method"]] if said.get("method") else []
    return ", ".join(parts)


def _person(person: dict[str, Any]) -> str:
    age = person.get("age")
    details = [person.get("relation"), f"age {age}" if age is not None else None, person.get("school")]
    born = person.get("date_of_birth")
    known = ", ".join(str(detail) for detail in [*details, f"born {born}" if born else None] if detail)
    name = person.get("name")
    return f"{name} ({known})" if name and known else str(name or known or "somebody")


def _address(content: dict[str, Any]) -> list[str]:
    address, postcode = content.get("address") or "", content.get("postcode") or ""
    return [address] if postcode and postcode.replace(" ", "") in address.replace(" ", "") else [address, postcode]


def _contact(contact: dict[str, Any]) -> str:
    return ", ".join(str(contact[key]) for key in ("person", "phone", "email", "note") if contact.get(key))


def _understood(said: list[dict[str, Any]], audience: str) -> str:
    read: dict[tuple[str, str], None] = {}
    for indicator in sorted(said, key=lambda each: _STATUS_ORDER.index(each["status"])):
        read[(indicator["code"], indicator["status"])] = None
    return "; ".join(_read(code, status, audience) for code, status in read) or str(_words()["nothing_read"])


def _read(code: str, status: str, audience: str) -> str:
    how = _words()["status"][status]
    known = indicators().get(code)
    named = code.replace("_", " ") if known is None else known.family if audience == "family" else known.professional
    return f"{named} ({how})" if how else named


def _agencies(agencies: list[str] | None) -> str:
    return "" if agencies is None else ", ".join(agencies) or str(_words()["none"])


def _lead(lead: dict[str, Any]) -> str:
    return str(lead["name"]) if lead.get("name") else _yes_no({"yes": True, "no": False}.get(str(lead.get("state"))))


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_STORY else flat[:LONGEST_STORY].rsplit(" ", 1)[0] + " …"


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("summary.yml").read_text(encoding="utf-8"))
    return words
