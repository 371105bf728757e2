"""The words of the page for what is too private for a chat, in the language that it is read in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.threads.languages import FOLDER, Language, language_of, languages, over


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """What stands on the page; ``language`` is None in English."""

    language: Language | None
    say: dict[str, Any]

    @classmethod
    def of(cls, code: str | None) -> PrivateWords:
        """The words in the language of a code; in English for any code that there are no words for."""
        language = language_of(code)
        return cls(language, _english() if language is None else over(_english(), _own(language.code)))

    @property
    def code(self) -> str | None:
        return self.language.code if self.language else None

    @property
    def mark(self) -> str:
        """That no speaker has checked these words; empty where one has, and in English."""
        unchecked = self.language is not None and not self.language.is_reviewed("danger")
        return str(self.say["unchecked"]) if unchecked else ""

    def others(self) -> list[tuple[str, str]]:
        """The other languages in which the page can be read: what each is chosen by, and its code."""
        chosen = [(str(_english()["english"]), "en")]
        chosen += [(str(each.about["choose"]), code) for code, each in languages().items()]
        return [(title, code) for title, code in chosen if code != (self.code or "en")]


@cache
def _english() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("private.yml").read_text(encoding="utf-8"))
    return words


@cache
def _own(code: str) -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load((FOLDER / code / "private.yml").read_text(encoding="utf-8"))
    return words
