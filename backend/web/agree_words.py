"""The words of the page on which a family answers for itself, in the language that it reads it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.consent.view import last_day
from backend.nominations.due import LONDON
from backend.programmes import Programme
from backend.threads.languages import Language, language_of, languages, over


@dataclass(frozen=True, slots=True)
class Said:
    """Words with the language that they are in; None is that of the page."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class AgreeWords:
    """What stands on the page; ``language`` is None in English."""

    language: Language | None
    say: dict[str, Any]

    @classmethod
    def of(cls, code: str | None) -> AgreeWords:
        """The words in the language of a code; in English for any code that there are no words for."""
        language = language_of(code)
        return cls(language, _english() if language is None else over(_english(), language.agree))

    @property
    def code(self) -> str | None:
        return self.language.code if self.language else None

    @property
    def mark(self) -> str:
        """That no speaker has checked these words; empty where one has, and in English."""
        unchecked = self.language is not None and not self.language.is_reviewed("consent")
        return str(self.say["unchecked"]) if unchecked else ""

    def programme(self, programme: Programme) -> str:
        """The programme's name as it fits the sentence."""
        return programme.family_name if self.language is None else programme.family_name.removeprefix("the ")

    def day(self, ends_at: datetime) -> str:
        """The day on which a link ends; in figures where the months' names would be English."""
        day = ends_at.astimezone(LONDON).date()
        return last_day(ends_at) if self.language is None else f"{day.day}.{day.month}.{day.year}"

    def purpose(self, wording: str) -> Said:
        """What would be agreed to: the programme's own sentences, in English where they have no other words."""
        if self.language is None:
            return Said(wording)
        told = self.language.sentences(wording)
        return Said(wording, "en") if told is None else Said(told)

    def others(self) -> list[tuple[str, str]]:
        """The other languages in which the page can be read: what each is chosen by, and its code."""
        all_of_them = [(str(each.about["choose"]), code) for code, each in languages().items()]
        return [(title, code) for title, code in [(_english()["english"], "en"), *all_of_them] if code != self._shown()]

    def _shown(self) -> str:
        return self.code or "en"


@cache
def _english() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("agree.yml").read_text(encoding="utf-8"))
    return words
