"""A browser in coarse words: enough to know one's own sign-ins again, too little to follow anybody."""

from __future__ import annotations

_FAMILIES = (
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrom", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
"""What the header says and what people call it, the more particular first: Edge calls itself Chrome and Safari too."""


def browser_in_words(user_agent: str | None) -> str:
    """ "Firefox on a computer"; "A program" where no browser is named."""
    said = user_agent or ""
    family = next((name for sign, name in _FAMILIES if sign in said), None)
    if family is None:
        return "A browser or program we do not know"
    return f"{family} on a {'telephone or tablet' if 'Mobi' in said or 'Android' in said else 'computer'}"
