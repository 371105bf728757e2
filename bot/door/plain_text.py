"""Text as a person sees it: danger must not hide in characters that nobody sees or that look like others."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote_plus

JOINER = "\u200d"
"""Holds emoji together, so it stays."""
SEEN = frozenset({JOINER, "\n", "\r", "\t"})
"""Characters of those kinds that can be seen in what they do."""

# Letters of other alphabets that look like ours, as they come with some keyboards and with text copied from pictures.
LOOK_ALIKES = str.maketrans(
    "аАвВеЕкКмМНоОрРсСтТуУхХіІјЈѕЅԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινıİ",
    "aAbBeEkKmMHoOpPcCtTyYxXiIjJsSdhABEZHIKMNOPTYXoiviI",
)


def of_any_shape(raw: bytes) -> str:
    """What was sent, whatever it was meant to be: a form, half an object, a file. For reading danger in it only."""
    return unquote_plus(raw.decode("utf-8", "replace"))


def visible(text: str) -> str:
    """The text without characters of control or format (bells, zero-width spaces, direction marks) and surrogates."""
    return "".join(c for c in text if c in SEEN or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def says_something(text: str) -> bool:
    """Whether there is anything to read: not blanks and control characters alone."""
    return any(not c.isspace() and unicodedata.category(c) != "Cc" for c in text)


def in_plain_letters(text: str) -> str:
    """The text with full-width, decorated and look-alike letters as the plain letters a reader takes them for."""
    return unicodedata.normalize("NFKC", text.replace(JOINER, "")).translate(LOOK_ALIKES)
