"""Names in what is said about consent: hidden while the words are read, and put back as they were written."""

from __future__ import annotations

import re
from bisect import bisect_left

from nlu.people.found import Place
from nlu.people.names import name_at as named_from
from nlu.people.vocabulary import TITLES, is_first_name
from nlu.people.words_in import tokens_of
from nlu.plain import Plain

NAME = "§"
_COUPLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? (?:and|&) (?:Mr|Mrs|Ms|Miss)\.? [A-Z][\w'’-]+")


def hide_names(message: str, plain: Plain) -> str:
    """The plain text, as long as before, with each name as a row of ``§``."""
    spans = [match.span() for match in _COUPLE.finditer(message)]
    tokens = tokens_of(message)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        named = (
            named_from(Place(message, tokens, at))
            if token.low in TITLES or (token.is_capital and is_first_name(token))
            else None
        )
        if named and not any(a <= token.start < b for a, b in spans):
            spans.append((token.start, tokens[named[1] - 1].end))
        at = named[1] if named else at + 1
    text = list(plain.text)
    for start, end in spans:
        # The origins never go back, so that a stretch of the message is one of the plain text.
        first, last = (bisect_left(plain.origin, offset, hi=len(text)) for offset in (start, end))
        text[first:last] = NAME * (last - first)
    return "".join(text)


def name_at(start: int, length: int, message: str, plain: Plain) -> str:
    """The name that was hidden at a place of the plain text."""
    begin, end = plain.original_span(start, start + length)
    return message[begin:end].strip()
