"""Signs that a dictated message spells out: "comma", "full stop". Replaced in place, so that every place stays."""

from __future__ import annotations

import re

_SIGNS = {
    "full stop": ".",
    "comma": ",",
    "question mark": "?",
    "semicolon": ";",
    "new line": "\n",
    "new paragraph": "\n",
}
_SPELT = re.compile(rf"\s(?:{'|'.join(_SIGNS)})(?=[\s.,;?!]|$)", re.IGNORECASE)


def undictated(text: str) -> str:
    """The text with the signs that were spelt out, as many characters long; as it is where none closes a sentence."""
    if not re.search(r"\sfull stop(?=\s|[.!]|$)", text, re.IGNORECASE):
        return text
    return _SPELT.sub(lambda match: _SIGNS[match.group().strip().lower()].ljust(len(match.group())), text)
