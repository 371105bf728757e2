"""A message as words, numbers and signs, so that a household can be followed word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*|\d+|[^\s\w]|\n")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "•": ","})
_POSSESSIVE = re.compile(r"(?i)^(.{2,})('s)$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign: as written, in lower case, and where it stands in the message."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text.isdigit()

    @property
    def is_capital(self) -> bool:
        """Whether it is a word written with a capital letter."""
        return self.text[0].isupper()


def tokens_of(message: str) -> list[Token]:
    """The tokens in order. "Kai's" is two ("Kai", "'s"); offsets are the message's."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(message.translate(_STRAIGHT)):
        text, start, end = match.group(), match.start(), match.end()
        cut = _POSSESSIVE.match(text)
        if cut and text.lower() not in ("it's", "there's", "that's", "let's"):
            tokens.append(Token(cut.group(1), cut.group(1).lower(), start, end - 2))
            tokens.append(Token("'s", "'s", end - 2, end))
        else:
            tokens.append(Token(text, text.lower(), start, end))
    return tokens
