r"""Lexicon phrases: a small notation for what people write, compiled to regular expressions.

``claim* (uc|universal credit)`` reads as words with single spaces; ``*`` ends a stem, ``..`` allows up to four words
between (none of them "not", "no" or "never"), ``...`` up to eight, ``@`` is a number, an apostrophe or a hyphen may be
left out by the writer, and ``{name}`` stands for a list of words in ``nlu/words.yml``. ``(a|b)``, ``(a )*``,
``?``, ``[…]``, ``\d``, ``.*`` and look-aheads are as in regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_BARE_NOT = re.compile(r"(?<![a-z*])n't")
_WORD = r"[\w'%£./&-]+"
_PARTS = re.compile(r"\{\w+\}|\[[^]]*\]|\\.|\)\*|\.\*\??|\(\?[!=:]|\s*\.\.\.\s*|\s*\.\.\s*|.", re.DOTALL)
_AS_WRITTEN = re.compile(r"[()|?+]|\[.*\]|\\.|\)\*|\.\*\??|\(\?[!=:]")
_FIXED = {" ": r"[\s,]*\s", "*": r"\w*", "@": r"£?\d[\d,.]*", "'": "'?", "-": r"[\s-]?", "(": "(?:"}


def load_yaml(path: Path) -> Any:
    """The values of one data file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def word_lists() -> dict[str, str]:
    """The named lists of ``nlu/words.yml``, each as an alternation of the notation."""
    return {name: "|".join(words) for name, words in load_yaml(Path(__file__).with_name("words.yml")).items()}


def translate(phrase: str) -> str:
    """The regular expression (without word boundaries) for one phrase. Raises KeyError for an unknown word list."""
    return "".join(_translate_part(part) for part in parts_of(phrase))


def parts_of(phrase: str) -> list[str]:
    """A phrase as the signs, letters and lists of words that the notation is made of."""
    # "n't" by itself is the end of a word: hasn't, don't.
    return [part.strip() or part for part in _PARTS.findall(_BARE_NOT.sub("*n[']t", phrase))]


def _translate_part(part: str) -> str:
    if part.startswith("{") and len(part) > 2:
        return f"(?:{translate(word_lists()[part[1:-1]])})"
    if part.strip() in {"..", "..."}:
        return rf"(?:(?:[\s,(:]+(?!(?:not|never|no)\b){_WORD}\)?){{0,{4 if part.strip() == '..' else 8}}}[\s,(:]+)"
    if part in _FIXED:
        return _FIXED[part]
    return part if _AS_WRITTEN.fullmatch(part) else re.escape(part)


def longest_first(phrases: Iterable[str]) -> list[str]:
    """The phrases in the order in which they are tried at one place: the longest written first."""
    return sorted(set(phrases), key=len, reverse=True)


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for many phrases; where several begin at one place the longest written is tried first."""
    ordered = longest_first(phrases)
    return re.compile(r"(?:(?<![\w£])|(?='))(?:" + "|".join(translate(phrase) for phrase in ordered) + r")(?!\w)")
