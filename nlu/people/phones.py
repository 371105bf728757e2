"""Telephone numbers as people type them, with blanks, hyphens, brackets or an "O" for a nought."""

from __future__ import annotations

import re

import phonenumbers

_PHONE = re.compile(r"(?<![\w£.])(?:\+\s?44|0044|\(?[0Oo])(?:[\s().-]{0,2}[\dO]){9,13}(?![\dA-Za-z])")

_FIGURE = re.compile(r"[\dO]")
_FEWEST = 9
"""Figures that the shortest number has after its nought: most messages have fewer in all, which is soon seen."""


def find_phones(message: str) -> list[tuple[str, int, int]]:
    """Each number in its national form ("07700 900123") with where it stands."""
    found: list[tuple[str, int, int]] = []
    if len(_FIGURE.findall(message)) < _FEWEST:
        return found
    for match in _PHONE.finditer(message):
        written = re.sub(r"\(0\)", "", match.group().upper().replace("O", "0"))
        # "£3,400 on 01 02 2020" is no number: dates and sums do not have ten digits in a row.
        try:
            number = phonenumbers.parse(re.sub(r"[^\d+]", "", written), "GB")
        except phonenumbers.NumberParseException:
            continue
        # POSSIBLE, not VALID: the numbers set aside for fiction are not valid and are what demonstrations use.
        if phonenumbers.is_possible_number(number) and number.country_code == 44:
            national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
            found.append((national, match.start(), match.end()))
    return found


def phone_spans(message: str) -> list[tuple[int, int]]:
    """Where the numbers stand."""
    return [(start, end) for _, start, end in find_phones(message)]
