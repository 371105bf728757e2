"""Addresses, postcodes, phones and e-mail addresses, as the sender wrote them or in their usual form."""

from __future__ import annotations

import re

import phonenumbers

from nlu.reading import Contact

# The shape published in the government's Bulk Data Transfer schema; whether a postcode exists is not known here.
POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])(GIR|[A-PR-UWYZa-pr-uwyz](?:[0-9]{1,2}|[A-HK-Ya-hk-y][0-9]|[A-HK-Ya-hk-y][0-9](?:[0-9]|[ABEHMNPRV-Yabehmnprv-y])|"
    r"[0-9][A-HJKPS-UWa-hjkps-uw]))\s{0,2}([0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![A-Za-z0-9])"
)
_ROAD = (
    r"road|rd|street|st|lane|ln|avenue|ave|close|cl|drive|dr|way|court|ct|crescent|cres|gardens|gdns|place|pl|terrace|grove|hill|walk|"
    r"park|square|sq|mews|row|rise|green|view|house|parade|path|end|croft|meadow|meadows|fields?|yard|wharf|gate|mount|vale|common|broadway"
)
_LINE = re.compile(
    rf"\b(?:(?:flat|apartment|apt|unit|room|plot)\s+\w{{1,4}}\s*,?\s*)?(?:\d{{1,4}}[a-d]?\s*,?\s+)(?:[a-z'][\w'.-]*\s+){{0,3}}(?:{_ROAD})\b"
    rf"(?:\s*,\s*(?!\d)[A-Za-z][\w' -]{{2,30}}?(?=\s*(?:,|$|\.|\n|[A-Z]{{1,2}}\d)))*",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_NOTE = re.compile(
    r"(?:best|safe|safest|only|please|don't|do not|dont|never|after|before|between|not)\b[^.!?\n]{0,20}\b"
    r"(?:time|call|ring|text|phone|contact|message|write|email|voicemail|leave a message|when)\b[^.!?\n]{0,100}",
    re.IGNORECASE,
)


def read_postcode(message: str) -> str | None:
    """The first postcode, as "TN13 2AB"."""
    match = POSTCODE.search(message)
    return f"{match.group(1).upper()} {match.group(2).upper()}" if match else None


def read_address(message: str) -> str | None:
    """The address line as written, without its postcode."""
    postcode = POSTCODE.search(message)
    match = _LINE.search(message[: postcode.start()] if postcode else message)
    return re.sub(r"\s+", " ", match.group()).strip(" ,") if match else None


def read_contacts(message: str) -> tuple[Contact, ...]:
    """Phones (as "07700 900123"), e-mail addresses, and what was said about when and how to get in touch."""
    phones = [
        Contact("phone", phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.NATIONAL))
        # POSSIBLE, not VALID: the numbers set aside for fiction are not valid and are what demonstrations use.
        for match in phonenumbers.PhoneNumberMatcher(message, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
        if re.match(r"(?:\+44|0044|0)\s*\(?[\d\s()-]+$", match.raw_string)
        and len(re.sub(r"\D", "", match.raw_string)) >= 10
    ]
    emails = [Contact("email", match.group().rstrip(".")) for match in _EMAIL.finditer(message)]
    notes = [Contact("note", match.group().strip()) for match in _NOTE.finditer(message)] if phones or emails else []
    return (*phones, *emails, *notes[:1])
