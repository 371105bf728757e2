"""Services that are taken out of the list again: "not the police", "CAMHS is not involved any more"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actions.interview import lexicon


def taken_out(agencies: Iterable[str] | None, text: str) -> tuple[str, ...]:
    """Those of the agencies that a text says do not work with the family."""
    said = lexicon.plain(text)
    before, after = lexicon.pattern("not_with").pattern, lexicon.pattern("not_involved").pattern
    return tuple(
        name
        for name in agencies or ()
        if re.search(rf"(?:{before})\W+(?:the |our |her |his |their )?{re.escape(name)}\b", said, re.IGNORECASE)
        or re.search(rf"\b(?:take|leave|cross|strike) (?:the )?{re.escape(name)} (?:off|out)\b", said, re.IGNORECASE)
        or re.search(rf"\b{re.escape(name)}\b\W+(?:{after})", said, re.IGNORECASE)
    )
