"""A text → the language it is written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import structlog

from nlu.phrases import load_yaml
from nlu.reading import WrittenIn
from nlu.written.pieces import words_of
from nlu.written.scripts import language_of_script, other_script_in, script_of
from nlu.written.table import TABLE_FILE, Array, Table
from nlu.written.texts import READ

log = structlog.get_logger("nlu.written")
_MOST_WORDS = 150
"""Different words of a text that are looked at, from its beginning."""
_BROKEN = "\ufffd"
"""Stands for bytes that are no text: a file, of which a twentieth like this is no message of anybody's."""
_MOST_BROKEN = 20
_SENTENCE = re.compile(r"[^.!?\n]+")
_CODES: dict[str, WrittenIn] = {"en": "en", "sk": "sk", "cs": "cs", "pl": "pl", "ro": "ro"}


@dataclass(frozen=True, slots=True)
class Written:
    """``language`` as in a reading; ``guess`` is the likely language (ISO 639) of what is unread, if any."""

    language: WrittenIn | None = None
    guess: str | None = None


def read_written(text: str) -> Written:
    """What a message is written in. Another script is known at once; in ours the table of languages decides.

    Without a trained table nothing in our script is known, and nobody is alarmed by it.
    """
    text = unicodedata.normalize("NFKC", text)
    script = script_of(text)
    if script is None or text.count(_BROKEN) * _MOST_BROKEN > len(text):
        return Written()
    other = script if script != "LATIN" else other_script_in(text)
    if other is not None:
        return Written("unread", language_of_script(other, text))
    known = table()
    return Written() if known is None else _in_our_script(text, known)


def _in_our_script(text: str, known: Table) -> Written:
    weighed: dict[str, Array] = {}
    whole = _judge(text, known, weighed, "unread")
    if whole.language != "en":
        return whole
    sentences = [
        sentence for sentence in _SENTENCE.findall(text) if len(sentence.split()) >= _limit("sentence", "words")
    ]
    if len(sentences) < 2:
        return whole
    judged = (_judge(sentence, known, weighed, "sentence") for sentence in sentences)
    return next((part for part in judged if part.language == "unread" and part.guess), whole)


def _judge(text: str, known: Table, weighed: dict[str, Array], asked: str) -> Written:
    words = list(dict.fromkeys(telling_words(text)))[:_MOST_WORDS]
    scores = known.scores(words, weighed)
    best = max((language for language in scores if language != "en"), key=scores.__getitem__)
    ahead = scores[best] - scores["en"]
    if not words or (len(words) == 1 and not _is_known_word(words[0], best, ahead, known)):
        return Written()
    if _is_nothing(words, scores):
        return Written("unread", best if _is_clear("unread", words, ahead) else None)
    if best in READ and (len(words) == 1 or _is_clear("read", words, ahead)):
        return Written(_CODES[best])
    if best not in READ and _is_clear(asked, words, ahead):
        return Written("unread", best)
    is_english = len(words) >= _limit("english", "words") or ahead < 0
    return Written("en") if is_english else Written()


def telling_words(text: str) -> list[str]:
    """The words in lower case, without what may be a name or an abbreviation where other words are left."""
    words = words_of(text)
    small = [word for word in words if word.islower()]
    if len(small) >= 2:
        return small
    return [word.lower() for word in words if not word.istitle()]


def _is_known_word(word: str, language: str, ahead: float, known: Table) -> bool:
    return (
        language in READ
        and len(word) >= _limit("one_word", "letters")
        and ahead >= _limit("one_word", "evidence")
        and known.knows(word, language)
        and not known.knows(word, "en")
    )


def _is_nothing(words: list[str], scores: dict[str, float]) -> bool:
    best = max(scores[language] for language in READ)
    return len(words) >= _limit("nothing", "words") and best < _limit("nothing", "score")


def _is_clear(asked: str, words: list[str], ahead: float) -> bool:
    return len(words) >= _limit(asked, "words") and ahead * len(words) >= _limit(asked, "evidence")


def _limit(name: str, part: str) -> float:
    return _limits()[name][part]


@cache
def _limits() -> dict[str, dict[str, float]]:
    limits: dict[str, dict[str, float]] = load_yaml(Path(__file__).with_name("thresholds.yml"))
    return limits


_instead: list[Table] = []
"""A table to read with instead of the trained one, while :func:`using` lasts."""


@contextmanager
def using(instead: Table) -> Iterator[None]:
    """Read with another table for as long as the block lasts: to measure it."""
    _instead.append(instead)
    try:
        yield
    finally:
        _instead.pop()


def table() -> Table | None:
    """The table that is read with; None where none was trained."""
    return _instead[-1] if _instead else trained_table()


@cache
def trained_table() -> Table | None:
    """What ``nlu.written.train`` wrote, loaded once; None, said once in the log, where nothing was trained."""
    try:
        return Table.load(TABLE_FILE)
    except (OSError, ValueError, KeyError):
        log.warning("no table of languages, only other scripts are known as unread", file=TABLE_FILE.name)
        return None
