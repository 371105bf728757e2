"""The summary a person checks before anything is sent: what was said, in a plain list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.nominations.agreement import refused
from backend.nominations.telling import as_sentence
from backend.threads import languages
from backend.threads.languages import in_words
from backend.threads.understood import items_of

LONGEST_STORY = 1_500
"""Characters of the story that are shown; it is kept whole."""

_PARENT = "asking_a_parent"
"""The purpose under which a young person of 16 or 17 says whether a parent may be asked too."""


def summary(content: dict[str, Any], audience: str, speaker: str | None = None) -> str:
    """One line for each thing that was said, in the words of the audience; ``speaker`` is called "you"."""
    headings: dict[str, str] = _words()["headings"][audience]
    said = [f"- {headings[key]}: {text}" for key, text in _lines(content, audience, speaker) if text]
    return "\n".join([*said, *_understood(content, audience, headings["understood"])])


def _lines(content: dict[str, Any], audience: str, speaker: str | None) -> Iterator[tuple[str, str]]:
    yield "consent", _consent(content.get("consent") or {}, audience, speaker)
    yield "conditions", conditions_line(content.get("consent") or {})
    yield "parent", _parent(content.get("consent") or {})
    yield "household", "; ".join(_person(person) for person in content.get("people") or []) or _words()["not_said"]
    yield "address", ", ".join(part for part in _address(content) if part) or _words()["not_said"]
    yield "contact", _contact(content.get("contact") or {})
    yield "story", _shortened(content.get("story") or "")
    yield "agencies", _agencies(content.get("agencies"))
    yield "lead", _lead(content.get("lead_professional") or {})
    yield "assessment", _yes_no(content.get("assessment_in_place"))
    yield "hopes", _shortened(content.get("hopes") or "")
    if audience == "professional":
        yield "turnaround", _words()["turnaround"].get(content.get("turnaround"), "")
    yield "language", _language(content)


def _consent(consent: dict[str, Any], audience: str, speaker: str | None) -> str:
    """Who agreed, who asked, when and how: "given, by Mr Hussain, asked by you, 3 November 2026, by phone"."""
    state = consent.get("state")
    if state is None:
        return str(_words()["not_said"])
    said: dict[str, Any] = {}
    for event in _of_state(consent):
        said |= {key: value for key, value in event.items() if value and event.get("purpose") != _PARENT}
    parts = [_words()["consent"][state]]
    if audience == "professional":
        asker = "you" if speaker and said.get("asked_by") == speaker else said.get("asked_by")
        method = _words()["method"].get(said.get("method"), said.get("method"))
        parts += [f"by {said['by']}" if said.get("by") else "", f"asked by {asker}" if asker else ""]
        parts += [plain_date(said.get("date") or ""), method or ""]
    return ", ".join(part for part in (*parts, _but_no_to(consent), _but_others(consent, said.get("by"))) if part)


def conditions_line(consent: dict[str, Any]) -> str:
    """On what conditions they agreed, word for word."""
    return "; ".join(f"\u201c{condition['words']}\u201d" for condition in consent.get("conditions") or [])


def _of_state(consent: dict[str, Any]) -> list[dict[str, Any]]:
    """The events that say what the consent as a whole says; where none does, all of them."""
    events = consent.get("events") or []
    return [event for event in events if event.get("state") == consent["state"]] or events


def _but_others(consent: dict[str, Any], by: str | None) -> str:
    """Who said no although another said yes: "but mum said no"."""
    if consent["state"] != "given":
        return ""
    told = (event for event in consent.get("events") or [] if event.get("state") == "refused")
    others = dict.fromkeys(event["by"] for event in told if event.get("by") and event["by"] != by)
    return _words()["but_others"].format(who=f" {_words()['and']} ".join(others)) if others else ""


def _but_no_to(consent: dict[str, Any]) -> str:
    """The purposes that were refused although the nomination itself was not: "but no to telling others who help"."""
    named = [_words()["purposes"].get(purpose) for purpose in refused(consent)] if consent["state"] == "given" else []
    listed = f" {_words()['and_to']} ".join(name for name in named if name)
    return f"{_words()['but_no_to']} {listed}" if listed else ""


def _parent(consent: dict[str, Any]) -> str:
    asked = [event["state"] for event in consent.get("events") or [] if event.get("purpose") == _PARENT]
    return str(_words()["parent"].get(asked[-1], "")) if asked else ""


def plain_date(iso: str) -> str:
    """A day, month or year as people write it: ``2026-11-03`` is 3 November 2026. Other text stays as it is."""
    year, *rest = iso.split("-")
    try:
        numbers = [int(part) for part in (year, *rest)]
        named = date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError):
        return iso
    said = (f"{named.year}", f"{named:%B} {named.year}", f"{named.day} {named:%B} {named.year}")
    if languages.spoken() is not None:  # in figures, which need no names of months
        return ". ".join(str(number) for number in reversed(numbers))
    return said[min(len(rest), 2)]


def _person(person: dict[str, Any]) -> str:
    age = person.get("age")
    words = _words()
    relation = words["you"] if person.get("relation") == "self" else person.get("relation")
    relation = words["relations"].get(relation, relation)
    details = [relation, words["age"].format(age=age) if age is not None else None, person.get("school")]
    born = person.get("date_of_birth")
    details.append(words["born"].format(date=plain_date(born)) if born else None)
    known = ", ".join(str(detail) for detail in details if detail)
    name = person.get("name")
    return f"{name} ({known})" if name and known else str(name or known or words["somebody"])


def _address(content: dict[str, Any]) -> list[str]:
    address, postcode = content.get("address") or "", content.get("postcode") or ""
    return [address] if postcode and postcode.replace(" ", "") in address.replace(" ", "") else [address, postcode]


def _contact(contact: dict[str, Any]) -> str:
    note = str(contact.get("note") or "")
    values = [str(contact[key]) for key in ("person", "phone", "email") if contact.get(key)]
    return ", ".join([*(value for value in values if value not in note), *([note] if note else [])])


def _language(content: dict[str, Any]) -> str:
    """The language, and that an interpreter is wanted: "Slovak, with an interpreter"."""
    language = content.get("language") or ""
    named = _words()["languages"].get(language, language)
    return ", ".join(
        part for part in (named, _words()["interpreter"] if content.get("interpreter_wanted") else "") if part
    )


def _understood(content: dict[str, Any], audience: str, heading: str) -> list[str]:
    """Each thing that was understood in a line of its own; that there is none is said, too."""
    lines = [f"- {item.line}" for item in items_of(content, audience)]
    return [f"{heading}:", *lines] if lines else [f"- {heading}: {_words()['nothing_read']}"]


def _agencies(agencies: list[str] | None) -> str:
    return "" if agencies is None else ", ".join(agencies) or str(_words()["none"])


def _lead(lead: dict[str, Any]) -> str:
    return str(lead["name"]) if lead.get("name") else _yes_no({"yes": True, "no": False}.get(str(lead.get("state"))))


def _yes_no(value: bool | None) -> str:
    return "" if value is None else str(_words()["yes" if value else "no"])


def _shortened(text: str) -> str:
    flat = " ".join(as_sentence(" ".join(line.split())) for line in text.splitlines() if line.strip())
    return flat if len(flat) <= LONGEST_STORY else flat[:LONGEST_STORY].rsplit(" ", 1)[0] + " …"


def _words() -> dict[str, Any]:
    return in_words("summary", _english())


@cache
def _english() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("summary.yml").read_text(encoding="utf-8"))
    return words
