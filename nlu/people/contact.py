"""How the family can be reached: telephone numbers, e-mail addresses, and what makes that safe, in the words used."""

from __future__ import annotations

import re
from itertools import pairwise

from nlu.people.phones import find_phones
from nlu.people.safe_ways import tells_how
from nlu.reading import Contact

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_CARE = re.compile(
    r"\b(?:only|after|before|between|until|mornings?|evenings?|afternoons?|weekdays?|weekends?|any ?time|when|while|"
    r"during|safe|safest|best|first|don'?t|do not|never|not|no|ask for|checks?|reads?|listens?|voicemails?)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?](?=\s|$)|[;\n]")
_PART = re.compile(r",\s|\s-\s|\s(?:and|but|so)\s(?=\w+(?:'\w+)?\s)")
_LONG = 25
"""Words of a sentence of which only the parts about contact are kept: a whole story without a full stop."""
_LONGEST = 300
_Span = tuple[str, int, int]


def read_contacts(message: str) -> tuple[Contact, ...]:
    """Phones, e-mail addresses, and one note of what was said about when and how; a warning alone is a note too."""
    phones = find_phones(message)
    emails = [
        (m.group().rstrip("."), m.start(), m.start() + len(m.group().rstrip("."))) for m in _EMAIL.finditer(message)
    ]
    contacts = [Contact("phone", value) for value, _, _ in phones] + [Contact("email", value) for value, _, _ in emails]
    notes = _notes(message, [*phones, *emails])
    return (*contacts, *([Contact("note", "; ".join(notes)[:_LONGEST])] if notes else []))


def _notes(message: str, values: list[_Span]) -> list[str]:
    """The sentences about contact, whole, each number in them as it is kept."""
    found: list[str] = []
    start = 0
    ends = [m.end() for m in _END.finditer(message)]
    for end in [*(e for e in ends if not any(a < e < b for _, a, b in values)), len(message)]:
        inside = [span for span in values if start <= span[1] < end]
        if said := _about_contact(message, start, end, inside):
            found.append(said)
        start = end
    return found


def _about_contact(message: str, start: int, end: int, inside: list[_Span]) -> str:
    """What a sentence says of contact; empty where it says nothing but a number, or something else."""
    words = message[start:end]
    if not (tells_how(words) or (inside and _CARE.search(words))):
        return ""
    if len(words.split()) > _LONG:
        start, end = _relevant(message, start, end, inside)
    said = message[start:end]
    for value, a, b in sorted(inside, key=lambda span: -span[1]):
        said = said[: a - start] + value + said[b - start :]
    return re.sub(r"\s+", " ", said).strip(" ,.:;-")


def _relevant(message: str, start: int, end: int, inside: list[_Span]) -> tuple[int, int]:
    """Where a long sentence begins and stops to speak of contact; all of it where no part does by itself."""
    cuts = [m.start() for m in _PART.finditer(message, start, end) if not any(a < m.start() < b for _, a, b in inside)]
    borders = [start, *cuts, end]
    kept = [
        (a, b)
        for a, b in pairwise(borders)
        if tells_how(message[a:b].lstrip(" ,-")) or any(a <= at < b for _, at, _ in inside)
    ]
    if not kept:
        return start, end
    # What follows the last number may be its time: "…, after five, when he is out".
    after = [b for b in borders if b > kept[-1][1] and _CARE.search(message[kept[-1][1] : b])][:2]
    return kept[0][0], max([kept[-1][1], *after])
