"""Messages in another script: how much of a text is, and which language it may be."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from nlu.phrases import load_yaml

_SENTENCE = 5
"""Words in another script that are more than somebody's name."""


def script_of(text: str) -> str | None:
    """The script, by its name in Unicode, that most letters of the text are in; None where there are not two."""
    scripts: Counter[str] = Counter()
    # Each letter's script is looked up once, however often it stands there.
    for letter, times in Counter(text).items():
        if letter.isalpha():
            scripts[_script(letter)] += times
    return scripts.most_common(1)[0][0] if scripts.total() >= 2 else None


def other_script_in(text: str) -> str | None:
    """The script of at least :data:`_SENTENCE` words that are not in ours, in a text that otherwise is."""
    words = [word for word in text.split() if not word.isascii() and script_of(word) not in ("LATIN", None)]
    return script_of(" ".join(words)) if len(words) >= _SENTENCE else None


def language_of_script(script: str, text: str) -> str | None:
    """The likely language of a text in that script; None for a script that is not listed."""
    listed = _languages().get(script, {})
    letters = set(text.lower())
    return next((language for language, own in listed.items() if not own or letters & set(own)), None)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "LATIN").partition(" ")[0]


@cache
def _languages() -> dict[str, dict[str, str]]:
    listed: dict[str, dict[str, str]] = load_yaml(Path(__file__).with_name("scripts.yml"))
    return listed
