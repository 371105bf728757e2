"""Codes in a message: letters that are no words, and so belong to no language."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]?\b|\b\d[A-Z]{2}\b|\b\d{1,4}[A-Z]\b", re.IGNORECASE
)
"""A postcode, either part of one, or the number of a house with its letter."""


def without_codes(message: str) -> str:
    """The message without postcodes and house numbers: "TN9 1ZZ" is not Polish."""
    return _CODE.sub(" ", message)
