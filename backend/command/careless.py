"""A careless typist: somebody who writes on a phone, between two other things, and does not read it again.

How often each slip happens is ours, chosen so that about one word in fifteen is wrong and most messages lack a capital
or a full stop. The same seed makes the same slips.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
AUTOCORRECTED = {
    "well": "we'll", "were": "we're", "its": "it's", "ill": "I'll", "from": "form", "their": "there", "there": "their",
    "hes": "he's", "shes": "she's", "than": "then", "lose": "loose", "quite": "quiet", "until": "untill",
    "really": "rely", "because": "becuase", "which": "witch", "where": "were", "to": "too", "off": "of", "and": "ans",
    "the": "thr", "that": "thst", "have": "gave", "been": "bean", "with": "woth", "does": "dose",
}  # fmt: skip
"""What phones and hurried fingers make of everyday words."""
WORD = 0.06
"""Share of words with a slip of the finger."""
SWAPPED = 0.03
"""Share of the words above that come out as another word."""
PRECIOUS = 0.008
"""Share of names, numbers and postcodes with a slip: people look at those."""
LOWER, NO_STOP, NO_APOSTROPHE, RUN_ON = 0.35, 0.5, 0.5, 0.25
PRESSES = 0.9
"""Share of buttons that are pressed; the others are typed instead."""
SPLIT, AGAIN = 0.15, 0.04
"""How often the end of an answer is sent only when the next question stands there, or the same answer twice."""
LONG_ANSWER = 4
"""Words from which an answer may be sent twice: nobody says "No" twice."""


@dataclass
class Typist:
    """Types what somebody means to say.

    ``known`` is all that they will ever say: a word that is written with a capital throughout is taken for a name.
    """

    seed: str
    known: Iterable[str] = ()
    _random: random.Random = field(init=False)
    _names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - slips of the finger  # nosec B311
        words = {word for text in self.known for word in re.findall(r"[^\W\d_]+", text)}
        self._names = frozenset(word for word in words if word[0].isupper() and word.lower() not in words)

    def presses(self) -> bool:
        """Whether a button is pressed and not typed."""
        return self._random.random() < PRESSES

    def types(self, text: str) -> str:
        """What arrives of the words that were meant."""
        typed = re.sub(r"[^\W_]+(?:'[^\W\d_]+)?", lambda word: self._word(word[0]), text)
        if self._happens(NO_APOSTROPHE):
            typed = re.sub(r"(?<=\w)['’](?=\w)", "", typed)
        if self._happens(RUN_ON):
            typed = re.sub(r"[.;] (?=[A-Z])", " ", typed)
        if self._happens(NO_STOP):
            typed = typed.rstrip().rstrip(".")
        return typed.lower() if self._happens(LOWER) else typed

    def too_early(self, answer: list[str]) -> tuple[list[str], str | None]:
        """The messages sent now, and what is sent only after the next question has come: the end of this answer, or all
        of it once more because it did not seem to have gone."""
        if len(answer) != 1 or len(answer[0].split()) < LONG_ANSWER:
            return answer, None
        start, stop, rest = answer[0].partition(". ")
        if rest and self._happens(SPLIT):
            return [start + stop.strip()], rest
        return answer, answer[0] if self._happens(AGAIN) else None

    def _word(self, word: str) -> str:
        if any(letter.isdigit() for letter in word) or word in self._names:
            return self._slip(word) if self._happens(PRECIOUS) else word
        if word.lower() in AUTOCORRECTED and self._happens(SWAPPED):
            return AUTOCORRECTED[word.lower()]
        return self._slip(word) if len(word) > 2 and self._happens(WORD) else word

    def _slip(self, word: str) -> str:
        at = self._random.randrange(len(word))
        kind = self._random.choice(("neighbour", "neighbour", "doubled", "dropped", "turned"))
        if kind == "doubled":
            return word[: at + 1] + word[at:]
        if kind == "dropped":
            return word[:at] + word[at + 1 :]
        if kind == "turned" and at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + self._neighbour(word[at]) + word[at + 1 :]

    def _neighbour(self, letter: str) -> str:
        for row in ROWS:
            at = row.find(letter.lower())
            if at >= 0:
                near = self._random.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2])
                return near.upper() if letter.isupper() else near
        return letter

    def _happens(self, share: float) -> bool:
        return self._random.random() < share
