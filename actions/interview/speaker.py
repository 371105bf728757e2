"""Who speaks, where their account does not say it: a job and an agency, or who they are in the family."""

from __future__ import annotations

import re

from actions.interview import lexicon
from actions.interview.thread import Audience, Json

_LONGEST = 200
_NAMED = re.compile(r"\b[Mm]y name(?:'s| is) (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)[,.;]?\s*(?:and )?")
_BEGINS = re.compile(
    r"^\s*(?:(?:hi|hello|yes)[,.! ]+)*(?:i am|i'm|im|i work as|i work)?\s*(?:an?|the)?\s+", re.IGNORECASE
)
_FOR = re.compile(r"\s+(?:for|at|with|from)\s+(?:the\s+)?|\s*,\s*", re.IGNORECASE)


def said(text: str, audience: Audience) -> Json:
    """Name, role and agency as told in answer to who somebody is; what is not told is absent."""
    plain = lexicon.plain(text).rstrip(".! ")
    if audience == "family":
        return {"role": _in_family(plain)}
    named = _NAMED.search(plain)
    rest = _BEGINS.sub("", f" {_NAMED.sub('', plain)}").strip()
    role, *where = _FOR.split(rest, maxsplit=1)
    told = {"name": named["name"] if named else None, "role": role, "agency": where[0] if where else None}
    return {key: value.strip()[:_LONGEST] for key, value in told.items() if value and value.strip()}


def _in_family(text: str) -> str:
    found = lexicon.pattern("in_the_family").search(text)
    return found.group(0).casefold() if found else text[:_LONGEST]
