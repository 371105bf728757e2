"""How the family can be reached: telephone numbers, e-mail addresses, and what makes that safe, in the words used."""

from __future__ import annotations

import re

from nlu.people.phones import find_phones
from nlu.reading import Contact

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_MEANS = (
    r"(?:ring|rings?|call|calls?|phone|text|texts?|voicemails?|voice mails?|letters?|write|message|"
    r"messages?|e-?mail|post|whatsapp|contact|get in touch|knock|visit|answer)"
)
_ABOUT_CONTACT = re.compile(
    rf"\b(?:(?:don'?t|do not|never|not|no|please)\s+(?:\w+\s){{0,3}}{_MEANS}\b|"
    rf"{_MEANS}\s+(?:me |her |him |us |them )?(?:only|after|before|between|when|while|in the|first|during|on)\b|"
    rf"(?:only|best|safer?|safest|better|easiest|good)\s+(?:\w+\s){{0,4}}(?:{_MEANS}|times?|way|number|after|before|mornings?)\b)",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"\b(?:only|after|before|between|until|mornings?|evenings?|afternoons?|weekdays?|weekends?|when|while|"
    r"during|safe|safest|best|don'?t|do not|never|not|no|ask for|"
    r"checks?|reads?|listens?|voicemails?)\b",
    re.IGNORECASE,
)


def read_contacts(message: str) -> tuple[Contact, ...]:
    """Phones, e-mail addresses, and one note of what was said about when and how; a warning alone is a note too."""
    phones = find_phones(message)
    emails = [
        (m.group().rstrip("."), m.start(), m.start() + len(m.group().rstrip("."))) for m in _EMAIL.finditer(message)
    ]
    contacts = [Contact("phone", value) for value, _, _ in phones] + [Contact("email", value) for value, _, _ in emails]
    spans = [(start, end) for _, start, end in (*phones, *emails)]
    notes = [words for words in _sentences(message, spans) if words]
    return (*contacts, *([Contact("note", "; ".join(notes)[:300])] if notes else []))


def _sentences(message: str, spans: list[tuple[int, int]]) -> list[str]:
    """Sentences about contact, without the numbers and addresses themselves."""
    found: list[str] = []
    start = 0
    ends = [m.end() for m in re.finditer(r"[.!?](?=\s|$)|[;\n]", message)]
    for end in [*(e for e in ends if not any(a < e < b for a, b in spans)), len(message)]:
        inside = [(a, b) for a, b in spans if start <= a < end]
        words = message[start:end]
        if _ABOUT_CONTACT.search(words) or (inside and _CARE.search(words)):
            for a, b in reversed(inside):
                words = words[: a - start] + words[b - start :]
            found.append(re.sub(r"\s+", " ", words).strip(" ,.:;-"))
        start = end
    return found
