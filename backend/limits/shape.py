"""How deep and how many-parted a JSON body may be, told without building it."""

from __future__ import annotations

import re

from backend.limits.refusals import TooNested

DEEPEST = 32
"""Levels. The deepest that the processes send each other has nine."""
MOST_PARTS = 20_000
"""Commas and colons outside of texts; a draft with all its lists full has a fifth."""
# A text that does not end reaches to the end of the body, so that no search begins twice at the same place.
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")


def check_json(body: bytes) -> None:
    """Raise TooNested for what is deeper or has more parts than we take. Whether it is JSON at all is not asked."""
    bare = _TEXT.sub(b"", body)
    if bare.count(b",") + bare.count(b":") > MOST_PARTS:
        raise TooNested
    depth = 0
    for bracket in _BRACKET.findall(bare):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            raise TooNested
