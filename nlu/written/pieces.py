"""What a text looks like to the language table: each word with the runs of letters in it."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NO_WORD = re.compile(r"\d[^\W\d_]+\d|://|@|\ufffd")
"""What stands in codes, in addresses of pages and of mail, and in what is no text: nothing that somebody says."""
_LONGEST_WORD = 40
_LONGEST = 4
_UNMARKED = str.maketrans("łđıøæß", "ldioas")
"""Letters that are one character and not a letter with a mark, as people type them where the keyboard has none."""


def plain_letters(text: str) -> str:
    """Lower case, straight apostrophes, full-width and decorated letters as plain ones."""
    return unicodedata.normalize("NFKC", text).lower().replace("’", "'")


def words_of(text: str) -> list[str]:
    """The words as they are written, without figures and signs; a letter alone in Latin script is no word."""
    written = unicodedata.normalize("NFKC", text).replace("’", "'").split()
    said = (part for part in written if len(part) <= _LONGEST_WORD and not _NO_WORD.search(part))
    words = [word for part in said for word in _WORD.findall(part)]
    return [word for word in words if len(word) > 1 or word.lower() in _SHORTEST]


_SHORTEST = frozenset("aioueyzskvč")
"""Words of one letter in the languages of the table. Source: ours."""


def without_accents(word: str) -> str:
    """The word as it is typed without accents."""
    letters = unicodedata.normalize("NFD", word.translate(_UNMARKED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def pieces_of(word: str) -> list[str]:
    """The word itself, marked, and its runs of two to four letters, its beginning and end marked."""
    padded = f"<{word}>"
    runs = [padded[at : at + n] for n in range(2, _LONGEST + 1) for at in range(len(padded) - n + 1)]
    return [f"={word}", *runs]
