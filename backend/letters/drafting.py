"""The letter before anybody has changed it: the decision's facts in the wording's sentences (``wording.yml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy.orm import Session

from backend.decisions.record import reason_of
from backend.letters.kinds import Kind
from backend.letters.readers import Reader
from backend.letters.text import Part, Text
from backend.nominations import telling
from backend.nominations.due import LONDON, due_at
from backend.nominations.models import Nomination
from backend.nominations.passed import passing_of
from backend.nominations.stage import paths_for, stage_of
from backend.programmes import Programme, load_programme

PARTS = ("decision", "reason", "next", "when", "ask", "disagree")


def draft(db: Session, nomination: Nomination, reader: Reader, kind: Kind, now: datetime) -> Text:
    """The letter as it is offered. The reason is left open where nobody has worded one for this reader."""
    words, programme = wording(), _programme(nomination)
    facts = _facts(db, nomination, reader, kind, programme, now)
    headings = words["headings"] | words["headings_for"].get(kind, {})
    texts = {code: _text(code, kind, reader, facts) for code in PARTS}
    texts["reason"] = texts["reason"] or _reason(db, nomination, reader, kind)
    greeting = words["greeting"]["named" if reader.name else "nameless"].format(name=reader.name)
    return Text(
        title=_filled(words["title"][_audience(reader)], facts),
        sender=f"{facts['programme'][:1].upper()}{facts['programme'][1:]}",
        greeting=greeting,
        parts=tuple(Part(code, headings[code], texts[code]) for code in PARTS),
        ending=words["ending"].format(**facts).strip(),
    )


def _text(code: str, kind: Kind, reader: Reader, facts: Mapping[str, str]) -> str:
    of_kind = wording()[kind].get(code)
    if of_kind is not None:
        return _filled(of_kind[_audience(reader)], facts)
    for_all = wording().get(code, {})
    return _filled(for_all.get(reader.audience) or for_all.get(_audience(reader)) or "", facts)


def _audience(reader: Reader) -> str:
    return "professional" if reader.audience == "professional" else "family"


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """The sentence with its facts; a fact of several paragraphs keeps them, one that is empty leaves no gap."""
    blocks = (" ".join(block.split()) for block in text.format(**facts).split("\n\n"))
    return re.sub(r" +([.,])", r"\1", "\n\n".join(block for block in blocks if block))


def _reason(db: Session, nomination: Nomination, reader: Reader, kind: Kind) -> str:
    """Whoever nominated was told the decision's reason already; nobody else was, and it may hold what they told."""
    if reader.code != "nominator" or kind not in ("accepted", "waiting", "information", "declined"):
        return ""
    return telling.as_sentence(reason_of(db, nomination) or "")


def _facts(  # noqa: PLR0917 - one call, each part has a name
    db: Session, nomination: Nomination, reader: Reader, kind: Kind, programme: Programme, now: datetime
) -> dict[str, str]:
    audience = _audience(reader)
    days = programme.data["queue"]["first_decision"]["working_days"]
    within = wording()["within"]
    passing = passing_of(db, nomination, "to")
    return {
        "reference": nomination.reference,
        "programme": _name(programme, audience),
        "council": programme.data["area"]["council"],
        "stream": programme.stream(nomination.stream).name if nomination.stream else "",
        "there": _name(load_programme(passing.other_programme), audience) if passing else "",
        "next_step": _next_step(nomination, audience),
        "lasts": _lasts(programme, nomination.stream),
        "note": _note(nomination, kind, audience),
        "places": _places(programme),
        "date": _date(nomination, now),
        "days": within["one"] if days == 1 else within["more"].format(n=days),
        "from": _hour(programme.data["person"]["from"]),
        "until": _hour(programme.data["person"]["to"]),
    }


def _places(programme: Programme) -> str:
    """Where other help is, a paragraph each."""
    places = programme.data["signposting"]["places"]
    return "".join(f"\n\n{place['name']}: {place['what']}" for place in places) + "\n\n"


def _programme(nomination: Nomination) -> Programme:
    return load_programme(nomination.programme, nomination.programme_version)


def _name(programme: Programme, audience: str) -> str:
    return programme.family_name if audience == "family" else programme.name


def _next_step(nomination: Nomination, audience: str) -> str:
    stage = stage_of(nomination)
    if stage is not None:
        return stage.family if audience == "family" else stage.nominator
    return str(telling.wording()["next_step"][nomination.status][audience])


def _note(nomination: Nomination, kind: Kind, audience: str) -> str:
    """What the programme adds; to an acceptance only where its way begins, as later stages have come past it."""
    if kind == "accepted" and stage_of(nomination) != paths_for(nomination).first(nomination.path):
        return ""
    return str(wording()["programmes"].get(nomination.programme, {}).get(kind, {}).get(audience, ""))


def _lasts(programme: Programme, stream: str | None) -> str:
    """How long the help lasts, as the programme's document has it; nothing where it does not say."""
    kinds = {each["code"]: each for each in programme.data["streams"]}
    months = kinds.get(stream or "", {}).get("duration_months")
    if not months:
        return ""
    form = wording()["lasts"]["about" if "typical" in months else "between"]
    return str(form.format(**{key: value for key, value in months.items() if key != "source"}))


def _date(nomination: Nomination, now: datetime) -> str:
    """By when: as the stage sets it, where that is still to come."""
    due = nomination.stage_due_at
    if due is None or due <= now:
        due = due_at(now, wording()["answer_within_days"]["working_days"])
    day = due.astimezone(LONDON)
    return f"{day:%A} {day.day} {day:%B %Y}"


def _hour(clock: str) -> str:
    """ "09:00" as people write it: "9am"."""
    hours, minutes = (int(part) for part in clock.split(":"))
    return f"{hours % 12 or 12}{f':{minutes:02d}' if minutes else ''}{'am' if hours < 12 else 'pm'}"


@cache
def wording() -> dict[str, Any]:
    """The wording file."""
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return words
