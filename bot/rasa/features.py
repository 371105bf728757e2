"""What a masked message looks like to the intent classifier: its words, their letters, the families they stand in.

Pure: no Rasa, so it is read and tested by itself. The families and the spellings are Rasa's own training data
(``nlu/intents/word_families.yml``, lookups; ``spellings.yml``, synonyms) and travel with the trained model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+|_|0+|\?")
UNKNOWN = frozenset({"_", "0"})
"""What the door writes for a word that Rasa may not see, and for a digit."""
_LONGEST_RUN = 3
_LETTERS = (3, 4, 5)
_NEAR = 5
"""How many words of a family further the second of a pair may stand."""

Blocks = tuple[list[str], list[str], list[str], list[str]]
NUMBER_OF_BLOCKS = 4


def words_of(text: str) -> list[str]:
    """The words of a masked message without apostrophes; figures as zeros, and the question mark."""
    return _WORD.findall(text.lower().replace("'", "").replace("’", ""))


def share_unknown(text: str) -> float:
    """Which part of a message's words Rasa may not see, 0 to 1: names, places, figures."""
    words = [word for word in words_of(text) if word != "?"]
    return sum(word[0] in UNKNOWN for word in words) / len(words) if words else 1.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``families``: word → names of its families. ``spellings``: short form → the words that it stands for."""

    families: Mapping[str, Sequence[str]]
    spellings: Mapping[str, Sequence[str]]

    def blocks(self, text: str) -> Blocks:
        """The names of a message's features in four blocks: runs of words, letters, families, pairs of families."""
        written = words_of(text)
        meant = [word for short in written for word in self.spellings.get(short, (short,))]
        stands_in = [self.families.get(word, ()) for word in meant]
        known = [names for names in stands_in if names]
        runs = [run for length in range(1, _LONGEST_RUN + 1) for run in _runs(["^", *meant, "$"], length)]
        letters = [part for word in written if word[0] not in UNKNOWN for part in _letters(word)]
        return (
            runs,
            letters,
            [name for names in known for name in names],
            [*_pairs(known), *_neighbours(meant, stands_in)],
        )


def _runs(words: Sequence[str], length: int) -> list[str]:
    return [" ".join(words[start : start + length]) for start in range(len(words) - length + 1)]


def _letters(word: str) -> list[str]:
    padded = f"<{word}>"
    return [padded[start : start + size] for size in _LETTERS for start in range(len(padded) - size + 1)]


def _pairs(known: Sequence[Sequence[str]]) -> list[str]:
    """Families that stand in a message one after the other, whatever is between."""
    return [
        f"{first}>{second}"
        for place, names in enumerate(known)
        for later in known[place + 1 : place + _NEAR]
        for first in names
        for second in later
    ]


def _neighbours(words: Sequence[str], stands_in: Sequence[Sequence[str]]) -> list[str]:
    """Two words beside each other, each as its family or, where it has none, as itself."""
    named = [names or (f"={word}",) for word, names in zip(words, stands_in, strict=True)]
    return [f"{first}~{second}" for one, other in pairwise(named) for first in one for second in other]
