"""A short answer in another language: "áno", "nie, ďakujem", "nie wiem"."""

from __future__ import annotations

import re

from nlu.people.spoken.words import SPOKEN, bare, phrases_of
from nlu.reading import Answer, WrittenIn

_KINDS: tuple[Answer, ...] = ("unsure", "skip", "no", "yes")
_PART = re.compile(r"[,.;:!?\n…–—-]+")
_MOST_WORDS = 10


def read_spoken_answer(text: str, written: WrittenIn | None) -> Answer | None:
    """The short answer that a message is, in any of the languages; of a longer one its first part, where it is theirs.

    A yes with a "but" is none.
    """
    parts = [part for part in map(bare, _PART.split(text)) if part]
    if not parts or sum(len(part.split()) for part in parts) > _MOST_WORDS or written in ("en", "unread"):
        return None
    codes = (written,) if written in SPOKEN else SPOKEN
    return next((answer for code in codes if code and (answer := _in(code, parts, written))), None)


def is_set_phrase(text: str) -> bool:
    """Whether all that a message says are set words: a short answer, or in which language somebody wants to talk."""
    parts = [part for part in map(bare, _PART.split(text)) if part]
    return bool(parts) and any(all(_is_set(part, code) for part in parts) for code in SPOKEN)


def _is_set(part: str, code: str) -> bool:
    said = _without_courtesy(part, code)
    return not said or any(said in phrases_of(code, kind) for kind in (*_KINDS, "choosing"))


def _in(code: str, parts: list[str], written: WrittenIn | None) -> Answer | None:
    first, *rest = (_without_courtesy(part, code) for part in parts)
    answer = next((kind for kind in _KINDS if first in phrases_of(code, kind)), None)
    if answer is None or any(word in phrases_of(code, "but") for part in rest for word in part.split()):
        return None
    alike = all(not part or part in phrases_of(code, answer) for part in rest)
    return answer if alike or written == code else None


def _without_courtesy(part: str, code: str) -> str:
    """A part without "please" and "thank you", unless it is nothing else."""
    kept = [word for word in part.split() if word not in phrases_of(code, "courtesy")]
    return " ".join(kept)
