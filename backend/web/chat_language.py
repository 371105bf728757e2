"""The chat page in a family's own language: its words, and which language each thing on it is in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from backend.threads.languages import language_of, languages, over
from backend.threads.page import PageMessage

_NOT_CHECKED = "Nobody who speaks {language} has checked these words yet."


@dataclass(frozen=True, slots=True)
class InLanguages:
    """A message taken apart: an offer in another language before it, its own words, the same in English after it."""

    message: PageMessage
    lang: str | None
    offer: str = ""
    offer_lang: str | None = None
    english: str = ""
    mark: str | None = None
    """That no speaker has checked the words about consent or danger."""


def page_words(say: dict[str, Any], code: str | None) -> dict[str, Any]:
    """What stands around the talk, in its language; English where there are no words."""
    language = language_of(code)
    return say if language is None else over(say, language.words["page"])


def choices() -> list[tuple[str, str]]:
    """What a family can press, before anything is said, to talk in another language: its words and its code."""
    return [(str(language.about["choose"]), code) for code, language in languages().items()]


def lang_of_button(title: str, code: str | None) -> str | None:
    """The language of a button's words: its own where it chooses one, else that of the talk. None is English."""
    chosen = dict(choices()) | {"English": "en"}
    return chosen.get(title, code)


def apart(message: PageMessage) -> InLanguages:
    """A message of ours with its languages told apart."""
    custom, text = message.custom, message.text
    offered, english = language_of(custom.get("offer")), str(custom.get("english") or "")
    offer = str(offered.about["offer"]) if offered else ""
    if not text.startswith(offer):
        offer = ""
    if not text.endswith(english):
        english = ""
    own = text.removeprefix(offer).removesuffix(english).strip()
    language = language_of(custom.get("language"))
    wording = custom.get("wording") or {}
    unchecked = language is not None and wording.get("reviewed") is False
    return InLanguages(
        message=replace(message, text=own),
        lang=language.code if language else None,
        offer=offer,
        offer_lang=offered.code if offer and offered else None,
        english=english,
        mark=_NOT_CHECKED.format(language=language.name) if unchecked and language else None,
    )
