"""Plain text: lower case, straight quotes, common misspellings put right, and where each character came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlu.phrases import load_yaml

_WORD = re.compile(r"[a-z][a-z']*[a-z]|(?<![\w'/.&-])[nur](?![\w'/.&-])")
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\t": " "}
)


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` is what is searched; ``origin[i]`` is the offset of its character ``i`` in the message as written."""

    text: str
    origin: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets, in the message as written, of ``text[start:end]``."""
        return self.origin[start], self.origin[end]


def to_plain(message: str) -> Plain:
    """The message ready to be searched. Offsets survive corrections of spelling."""
    # Characters whose lower case is longer (İ) would shift offsets, so they are kept.
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in message).translate(_STRAIGHT)
    pieces: list[str] = []
    origin: list[int] = []
    position = 0
    for match in _WORD.finditer(lowered):
        correct = _corrections().get(match.group())
        if correct is None:
            continue
        pieces += [lowered[position : match.start()], correct]
        origin += range(position, match.start())
        origin += [min(match.start() + i, match.end() - 1) for i in range(len(correct))]
        position = match.end()
    pieces.append(lowered[position:])
    origin += range(position, len(lowered) + 1)
    return Plain("".join(pieces), tuple(origin))


@cache
def _corrections() -> dict[str, str]:
    """Written → read: listed misspellings, dialect, "-in" for "-ing", and slips of one letter in long telling words."""
    data = load_yaml(Path(__file__).with_name("spelling.yml"))
    slips: dict[str, str] = {}
    known = set(data["telling_words"]) | set(data["real_words"])
    for word in data["telling_words"]:
        for slip in _slips_of(word):
            if slip not in known:
                slips.setdefault(slip, word)
    dropped = {word[:-1]: word for word in data["ing_words"]}
    return slips | dropped | dict(data["dialect"]) | dict(data["misspellings"])


def _slips_of(word: str) -> set[str]:
    slips = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    slips |= {word[:i] + word[i] + word[i:] for i in range(1, len(word))}
    slips |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    vowels = "aeiou"
    slips |= {word[:i] + v + word[i + 1 :] for i in range(1, len(word)) if word[i] in vowels for v in vowels}
    return slips
