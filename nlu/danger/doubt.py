"""When danger that only the trained models saw is asked about, before anybody is told to ring 999."""

from __future__ import annotations

import re

from nlu.reading import LEARNED, PERHAPS, Safety

_NO = re.compile(
    r"\W*(?:no|nope|nah|naw|nay|none|nobody|no[ -]one|"
    r"not (?:right now|at (?:the|this) moment|at present|just now|now|today|currently))\b",
    re.IGNORECASE,
)


def is_doubted(safety: Safety, question: str | None, text: str) -> bool:
    """Whether the talk, in which ``question`` is open, may ask about it: where none is open nobody would be asked.

    The models are not sure, or the words answer the very question about danger and begin with a no.
    """
    if question is None or LEARNED not in safety.reasons:
        return False
    denied = question == "danger" and set(safety.reasons) == {LEARNED} and _NO.match(text) is not None
    return PERHAPS in safety.reasons or denied
