"""What a short text looks like to the classifiers: its words, their letters and their classes, as names in blocks.

Each block has length one whatever the length of the text, so that none drowns another. Offsets do not matter here; the
text is plain text (``nlu.plain``).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from nlu.phrases import load_yaml

Blocks = dict[str, frozenset[str]]

BLOCKS = ("words", "letters", "classes")
_WORD = re.compile(r"[a-z0-9£%]+(?:'[a-z]+)*")
_SHAPE = str.maketrans({"'": None} | dict.fromkeys("123456789", "0"))
"""A word is taken without its apostrophes, its digits as zeros."""
_CLASSES = Path(__file__).with_name("classes.yml")
_NEAR = 5
"""How many classed words later the second of a pair of classes may stand."""


def features_of(text: str) -> Blocks:
    """The names of the features of a plain text, by block."""
    return features_of_each([text])[0]


def features_of_each(texts: list[str]) -> list[Blocks]:
    """The features of several texts, such as the sentences of a message: their words are taken apart once."""
    shaped = [[word.translate(_SHAPE) for word in _WORD.findall(text)] for text in texts]
    different = set().union(*shaped)
    # Kept no longer than this: names are among the words.
    letters = {word: frozenset(_letters(word)) for word in different}
    classes = {word: found for word in different if (found := classes_of(word))}
    return [
        {
            "words": frozenset(_runs(words)),
            "letters": frozenset().union(*map(letters.__getitem__, words)),
            "classes": frozenset(_class_runs([classes[word] for word in words if word in classes])),
        }
        for words in shaped
    ]


def _runs(words: list[str]) -> list[str]:
    """The words, and each two and three that follow each other, the beginning and the end of the text among them."""
    marked = ["^", *words, "$"]
    pairs = [f"{a} {b}" for a, b in pairwise(marked)]
    return [*words, *pairs, *(f"{a} {b}" for a, b in zip(pairs, marked[2:], strict=False))]


def _letters(word: str) -> list[str]:
    padded = f"<{word}>"
    return [f"~{padded[i : i + length]}" for length in (3, 4, 5) for i in range(len(padded) - length + 1)]


def _class_runs(classed: list[tuple[str, ...]]) -> list[str]:
    """Of the classes of each word that has any: all of them, and those that follow each other."""
    names = [found[0] for found in classed]
    singles = [f"#{name}" for found in classed for name in found]
    pairs = [f"#{a}>{b}" for i, a in enumerate(names) for b in names[i + 1 : i + 1 + _NEAR]]
    triples = [f"#{a}>{b}>{c}!" for a, b, c in zip(names, names[1:], names[2:], strict=False)]
    return singles + pairs + triples


def classes_of(word: str) -> tuple[str, ...]:
    """The classes of ``classes.yml`` that a word stands in."""
    return classes_in(_CLASSES, word)


def classes_in(file: Path, word: str) -> tuple[str, ...]:
    """The classes of a file that a word stands in; a star there ends a stem."""
    exact, stems = _classes(file)
    found = list(exact.get(word, ()))
    found += [name for length in range(2, len(word) + 1) for name in stems.get(word[:length], ())]
    return tuple(dict.fromkeys(found))


@cache
def _classes(file: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    exact: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for name, words in load_yaml(file).items():
        for word in map(str, words):
            (stems if word.endswith("*") else exact).setdefault(word.rstrip("*"), []).append(name)
    return exact, stems
