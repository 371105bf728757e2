"""Lists of services: "CAMHS and the police" answers who is involved and states no fact about the family."""

from __future__ import annotations

import re
from functools import cache

from nlu.phrases import compile_phrases

_GLUE = re.compile(
    r"\b(?:and|also|plus|the|an?|are|is|all|both|agencies|agency|services?|professionals?|involved|involvement|currently|"
    r"with|by|from|of|our|her|his|their|working|supported|support|we|they|have|had|some|other|just|only|team|workers?)\b"
    r"|[\W\d_]+"
)
_VISITS = re.compile(
    r"\b(?:oh|came|come|comes|coming|visit(?:s|ed)?|once|twice|round|out|see|sees|saw|seen|used|to|a while)\b"
)
"""A service's visit says nothing of needs; that of the police does."""


@cache
def _services() -> re.Pattern[str]:
    return compile_phrases(["{service}"])


def is_list_of_services(sentence: str) -> bool:
    """Whether a sentence names services and says nothing else: two or more, or one all by itself."""
    rest, count = _services().subn(" ", sentence)
    if "police" not in sentence:
        rest = _VISITS.sub(" ", rest)
    if count == 0 or _GLUE.sub("", rest):
        return False
    return count > 1 or not re.search(r"[a-z]", rest)
