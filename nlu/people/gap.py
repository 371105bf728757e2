"""What stands between two atoms: signs, and words that join or part people."""

from __future__ import annotations

from dataclasses import dataclass

from nlu.people.names import AND
from nlu.people.vocabulary import any_words
from nlu.people.words_in import Token

_HARD = frozenset({".", ";", "!", "?"})
_COPULA = frozenset({"is", "'s", "=", ":", "are", "r", "hes", "shes", "whos", "theyre", "being", "'re"})
_PRONOUNS = frozenset({"he", "she", "they", "who", "hes", "shes", "whos", "theyre", "themself", "himself", "herself"})
_CALLED = frozenset({"called", "named", "name", "names", "known"})
_CORRECTING = frozenset({"sorry", "actually", "mean", "meant", "wait", "oops", "correction"})
_NOT = frozenset({"not", "isn't", "isnt", "no"})
_SEX = frozenset({"m", "f", "male", "female", "yr", "yrs", "year", "y"})
_SMALL = frozenset({"small", "little", "lil", "wee", "young", "younger", "older", "big"})
"""What may stand before a name in a list: "and little Kamsi 2"."""
_FILLING = frozenset(
    {"then", "also", "just", "now", "there", "theres", "there's", "and", "plus", "with", "as", "well", "too", "think"}
    | {
        "um",
        "er",
        "comma",
        "okay",
        "so",
        "it",
        "its",
        "it's",
        "aged",
        "age",
        "of",
        "relationship",
        "role",
        "the",
        "a",
        "an",
    }
    | {
        "his",
        "her",
        "their",
        "my",
        "our",
        "about",
        "years",
        "old",
        "yes",
        "still",
        "only",
        "currently",
        "known",
        "both",
        "all",
    }
)
_GLUE = _COPULA | _PRONOUNS | _CALLED | _CORRECTING | _NOT | _SEX | _FILLING | _SMALL
"""Words that say nothing else about anybody, beside those that join."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The tokens between two atoms, judged once."""

    lows: tuple[str, ...]
    hard: bool
    """A sentence or an item ends."""
    loose: int
    """How many words say something else."""
    opened: int
    """Brackets that open, less those that close."""

    def has(self, some: frozenset[str]) -> bool:
        """Whether one of these words or signs stands here, in the sentence of what follows."""
        return any(low in some for low in self.near)

    @property
    def near(self) -> tuple[str, ...]:
        """The words of the sentence of what follows."""
        start = max((at + 1 for at, low in enumerate(self.lows) if low in _HARD), default=0)
        return self.lows[start:]

    @property
    def tight(self) -> bool:
        """Nothing at all stands between."""
        return not self.lows

    @property
    def joins(self) -> bool:
        """ "and" and its like: somebody else comes."""
        return self.has(AND | {"with", "plus"})

    @property
    def parts(self) -> bool:
        """A bracket closes, or a sentence or an item ends: what comes is somebody else."""
        return self.hard or ")" in self.lows

    @property
    def comma(self) -> bool:
        """A comma stands here."""
        return "," in self.near

    @property
    def copula(self) -> bool:
        """ "is", a colon or their like."""
        return self.has(_COPULA)

    @property
    def pronoun(self) -> bool:
        """ "he", "she" or "who" speaks of whom was just named."""
        return self.has(_PRONOUNS)

    @property
    def says_age(self) -> bool:
        """ "she is", "who's" right before a number."""
        last = next((at for at in reversed(range(len(self.near))) if self.near[at] in _PRONOUNS), None)
        return last is not None and set(self.near[last + 1 :]) <= _COPULA | {
            "just",
            "now",
            "only",
            "about",
            "also",
            ",",
        }

    @property
    def called(self) -> bool:
        """ "called", "name is"."""
        return self.has(_CALLED)

    @property
    def corrects(self) -> bool:
        """ "sorry", "actually": what follows takes the place of what was said."""
        return self.has(_CORRECTING)

    @property
    def negates(self) -> bool:
        """ "not" right before what follows."""
        return bool(self.lows) and self.lows[-1] in _NOT


def gap_between(tokens: list[Token], start: int, end: int, *, soft_lines: bool) -> Gap:
    """The gap of the tokens from ``start`` up to ``end``; with ``soft_lines`` only a blank line parts people."""
    lows = tuple(token.low for token in tokens[start:end])
    lines = lows.count("\n")
    hard = any(low in _HARD for low in lows) or lines > (1 if soft_lines else 0)
    loose = sum(1 for low in lows if low[0].isalpha() and low not in any_words("joining", also=_GLUE))
    return Gap(lows, hard, loose, lows.count("(") - lows.count(")"))
