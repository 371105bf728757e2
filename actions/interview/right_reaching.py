"""Where the family lives and how it is reached, put right in words."""

from __future__ import annotations

import re

from actions.interview import lexicon, place
from actions.interview.draft import Draft
from actions.interview.thread import Message

_LONGEST = 300
_LONGEST_WORDS = 4_000
_NUMBER = re.compile(r"\b(?P<right>\d{1,4}[a-z]?)\b[^\d]{0,40}?\bnot (?P<wrong>\d{1,4}[a-z]?)\b", re.IGNORECASE)
_NOT_NUMBER = re.compile(
    r"\bnot (?P<wrong>\d{1,4}[a-z]?)\b\W+(?:but |it's |its )?(?P<right>\d{1,4}[a-z]?)\b", re.IGNORECASE
)
_ENDING = re.compile(r"\b\d[A-Za-z]{2}\b")
"""The second part of a postcode."""
_NAMES = re.compile(
    r"(?P<right>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*),? (?:and )?not (?P<wrong>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)


def take(draft: Draft, message: Message, sentence: str) -> bool:
    """Put right an address or a way to be reached that was given before; whether a sentence does."""
    said = lexicon.plain(sentence)
    home = draft.has("address") and (_part(draft, said) or _anew(draft, message, said))
    return home or (draft.has("contact") and _contact(draft, message, said))


def _part(draft: Draft, said: str) -> bool:
    """A part of the address that is another: "24, not 22", "Otter Road not Otter Lane"."""
    for pattern in (_NUMBER, _NOT_NUMBER, _NAMES):
        found = pattern.search(said)
        wrong = rf"\b{re.escape(found['wrong'])}\b" if found else ""
        if found and draft.address and re.search(wrong, draft.address, re.IGNORECASE):
            draft.address = re.sub(wrong, found["right"], draft.address, count=1, flags=re.IGNORECASE)
            return True
    return False


def _anew(draft: Draft, message: Message, said: str) -> bool:
    """A new address or postcode, said to be the right one."""
    reading = message.reading
    code = reading.postcode if reading.postcode and reading.postcode.split()[0].casefold() in said.casefold() else None
    street = (
        reading.address if reading.address and reading.address.split(",")[0].casefold() in said.casefold() else None
    )
    ending = _ENDING.search(said) if not code and draft.postcode and "post" in said.casefold() else None
    if ending and place.is_full(draft.postcode):
        code = f"{str(draft.postcode).split()[0]} {ending.group()}"
    if not (code or street) or not lexicon.pattern("home_put_right").search(said):
        return False
    old = draft.postcode
    draft.postcode = place.corrected(old, code) if code else old
    if street:
        draft.address = street[:_LONGEST]
    elif old and draft.address and draft.postcode:
        draft.address = draft.address.replace(old, draft.postcode)
    return True


def _contact(draft: Draft, message: Message, said: str) -> bool:
    """Another number or e-mail address; the words on when and how stay, unless they speak of the old way."""
    new = {each.kind: each.value for each in message.reading.contacts if each.kind != "note" and each.value in said}
    if not new or not lexicon.pattern("contact_put_right").search(message.text):
        return False
    note = str(draft.contact.get("note") or "")
    for kind, value in new.items():
        note = note.replace(str(draft.contact.get(kind)), value) if draft.contact.get(kind) else note
        draft.contact[kind] = value[:_LONGEST]
    another = lexicon.pattern("another_way").search(message.text)
    draft.contact["note"] = message.text.strip()[:_LONGEST_WORDS] if another else note or None
    return True
