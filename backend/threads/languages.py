"""A talk with a family in its own language: our wordings, as data, from ``bot/languages``, a folder a language.

Rasa words every reply in English and names the response; what it says in another language is put in its place here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "bot" / "languages"
ENGLISH = "en"
MATTERS = ("consent", "danger", "other")
"""What a speaker signs, each by itself."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_WHY = "utter_why"


@dataclass(frozen=True, slots=True)
class Language:
    """What is said in one language; whatever it has no words for stays in English."""

    code: str
    about: dict[str, Any]
    said: dict[str, Any]
    words: dict[str, Any]
    agree: dict[str, Any]
    """The page on which a family answers for itself by a link."""

    @property
    def name(self) -> str:
        """In English, as the record has it."""
        return str(self.about["name"])

    def is_reviewed(self, matter: str) -> bool:
        """Whether somebody who speaks it has read and signed what is said about a matter of :data:`MATTERS`."""
        signed = self.about["reviewed"][matter]
        return bool(signed["reviewed_by"] and signed["date"])

    def response(self, name: str, variables: dict[str, str], question: str | None) -> str | None:
        """A response's words, or None; ``question`` is the open one, by which the answer to "why?" differs."""
        said = self.said.get(name)
        if name == _WHY and said:
            said = said.get(question or "", said["else"])
        if said is None:
            return None
        # One by one, because what is put in may have braces of its own.
        for key, value in variables.items():
            said = said.replace(f"{{{key}}}", self.lines(value))
        return str(said)

    def lines(self, text: str) -> str:
        """Lines of the programmes' sentences, each in this language where all its sentences are worded."""
        return "\n".join(self._line(line) for line in text.splitlines())

    def _line(self, line: str) -> str:
        mark, rest = ("- ", line[2:]) if line.startswith("- ") else ("", line)
        told = self._number(rest) or self.sentences(rest)
        return mark + (rest if told is None else told)

    def _number(self, line: str) -> str | None:
        """A telephone number's line, "name: number (hours)": names of services stay as people have to ask for them."""
        found = re.fullmatch(r"(?P<name>[^:]+): (?P<number>[\d ]+)(?: \((?P<hours>[^)]+)\))?", line)
        if found is None:
            return None
        hours = f" ({self._sentence(found['hours']) or found['hours']})" if found["hours"] else ""
        return f"{self._sentence(found['name']) or found['name']}: {found['number']}{hours}"

    def sentences(self, text: str) -> str | None:
        """Several sentences in this language; None where one of them has no words, for two languages help nobody."""
        whole = self._sentence(text)
        if whole is not None:
            return whole
        told = [self._sentence(each) for each in _SENTENCE.split(text)]
        return None if None in told else " ".join(each for each in told if each)

    def as_far_as_worded(self, text: str) -> str:
        """Sentences in this language but those that have no words, as a coordinator's own reason has none."""
        lines = ([self._sentence(each) or each for each in _SENTENCE.split(line)] for line in text.splitlines())
        return "\n".join(" ".join(line) for line in lines)

    def _sentence(self, text: str) -> str | None:
        known: dict[str, str] = self.words["sentences"]
        if text in known:
            return known[text]
        for pattern, worded in _patterns(self.code):
            found = pattern.fullmatch(text)
            if found:
                return worded.format(**found.groupdict())
        return None

    def button(self, title: str) -> str:
        """A button's words by its English ones."""
        return str(self.words["buttons"].get(title, title))


def languages() -> dict[str, Language]:
    """Every language besides English, by its code."""
    return _languages()


def language_of(code: str | None) -> Language | None:
    """The language of a code; None for English and for any that there are no words for."""
    return _languages().get(code or "")


def matter_of(response: str, question: str | None) -> str:
    """Which of :data:`MATTERS` a response is about."""
    if response.startswith("utter_danger") or response == "utter_ask_danger":
        return "danger"
    about_consent = "consent" in response or (response == _WHY and question == "consent")
    return "consent" if about_consent else "other"


@cache
def _languages() -> dict[str, Language]:
    folders = sorted(path for path in FOLDER.iterdir() if (path / "about.yml").is_file())
    return {path.name: Language(path.name, *(_values(path, part) for part in _PARTS)) for path in folders}


_PARTS = ("about", "said", "words", "agree")


@cache
def _patterns(code: str) -> list[tuple[re.Pattern[str], str]]:
    """The sentences with something put in, as patterns."""
    known: dict[str, str] = _languages()[code].words["sentences"]
    return [(_pattern(english), worded) for english, worded in known.items() if "{" in english]


def _pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", english)
    return re.compile("".join(f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)))


def _values(folder: Path, part: str) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load((folder / f"{part}.yml").read_text(encoding="utf-8"))
    return values


_speaking: ContextVar[Language | None] = ContextVar("speaking", default=None)


@contextmanager
def speaking(language: Language | None) -> Iterator[None]:
    """Say in a language, for as long as the block lasts, what the record puts into a reply."""
    token = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(token)


def spoken() -> Language | None:
    """The language that is being spoken; None is English."""
    return _speaking.get()


def in_words(part: str, english: dict[str, Any]) -> dict[str, Any]:
    """A part of the words that are put into replies, in the language that is spoken; English where it has none."""
    language = _speaking.get()
    return english if language is None else over(english, language.words[part])


def over(english: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Words in another language over the English ones, which stay where there are none."""
    merged = {key: over(value, own[key]) for key, value in english.items() if isinstance(value, dict) and key in own}
    return english | own | merged
