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


_UNIT = re.compile(
    r"\b(?:flat|apartment|apt|unit|room|plot|block|caravan)\s+(?:no\.? ?|number )?\d*[a-z]?\b", re.IGNORECASE
)
_KINDS = (
    "street|st|road|rd|lane|ln|avenue|ave|close|drive|way|court|crescent|terrace|gardens?|place|square|hill|row|walk|mews"
    "|park|green|grove|parade|view|rise|estate"
)
_NO_NAME = r"(?:It|That|This|The|Its|Is|My|Our|Her|His|Not|No|Sorry|Actually|I|We|They)\b"
_STREET = re.compile(rf"\b(?:(?!{_NO_NAME})[A-Z][\w'-]+ ){{1,3}}(?i:{_KINDS})\b")
_ASKS_OF_REACHING = frozenset({"contact", "role", "consent", "story", "household", "address", "hopes"})
"""Questions whose answers may speak of ringing without saying how it is safe."""
_BETWEEN_OTHERS = re.compile(
    r"\b(?:contact|visits?|calls?|texts?|letters?) (?:with|from|between)\b(?! (?:us|you)\b)|\b(?:consent\w*|agreed)\b",
    re.IGNORECASE,
)
"""Words of who is in touch with whom, or of how consent was asked for: nothing about how we reach the family."""


def take(draft: Draft, message: Message, sentence: str) -> bool:
    """Put right an address or a way to be reached that was given before; whether a sentence does."""
    said = lexicon.plain(sentence)
    home = draft.has("address") and (_part(draft, said) or _anew(draft, message, said) or _street(draft, said))
    return home or (draft.has("contact") and (_contact(draft, message, said) or _how(draft, message, said)))


def _part(draft: Draft, said: str) -> bool:
    """A part of the address that is another: "24, not 22", "Otter Road not Otter Lane"."""
    for pattern in (_NUMBER, _NOT_NUMBER, _NAMES):
        found = pattern.search(said)
        wrong = rf"\b{re.escape(found['wrong'])}\b" if found else ""
        if found and draft.address and re.search(wrong, draft.address, re.IGNORECASE):
            draft.address = re.sub(wrong, found["right"], draft.address, count=1, flags=re.IGNORECASE)
            return True
    return False


def _street(draft: Draft, said: str) -> bool:
    """Another name of the street, or number of the flat, said to be the right one: "it's Holly Road I meant"."""
    if not draft.address or not lexicon.pattern("home_put_right").search(said):
        return False
    for pattern in (_UNIT, _STREET):
        told, known = pattern.findall(said), pattern.search(draft.address)
        if told and known and told[-1].casefold() != known.group().casefold():
            draft.address = draft.address.replace(known.group(), _capital(told[-1]), 1)
            return True
    return False


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


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
    told = lexicon.pattern("contact_put_right").search(message.text) or lexicon.pattern("reach_me").search(said)
    if not new or not told:
        return False
    note = str(draft.contact.get("note") or "")
    for kind, value in new.items():
        note = note.replace(str(draft.contact.get(kind)), value) if draft.contact.get(kind) else note
        draft.contact[kind] = value[:_LONGEST]
    for kind, taken_back in (("phone", "no_more_phone"), ("email", "no_more_email")):
        if kind not in new and lexicon.pattern(taken_back).search(message.text):
            draft.contact[kind] = None  # A way that is no longer safe must not be used.
    another = lexicon.pattern("another_way").search(message.text)
    draft.contact["note"] = message.text.strip()[:_LONGEST_WORDS] if another else note or None
    return True


def _how(draft: Draft, message: Message, said: str) -> bool:
    """Other words on when and how it is safe. Those from before stay beside them: no warning may be lost."""
    asked = message.question.id if message.question else None
    if asked in _ASKS_OF_REACHING or message.reading.mentions or not lexicon.pattern("how_reached").search(said):
        return False
    if _BETWEEN_OTHERS.search(said):
        return False
    note = str(draft.contact.get("note") or "")
    draft.contact["note"] = f"{note}\n{said}".strip()[:_LONGEST_WORDS]
    return True
