"""Rasa's replies, said in the language that a family talks in. Rasa itself knows English only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from backend.threads.languages import ENGLISH, Language, language_of, matter_of
from backend.threads.models import Thread
from backend.threads.record import language_of_talk
from backend.threads.shapes import Button, Reply

_CHOOSING = "answer:speak:"
_WHAT_TO_DO = "utter_danger_"
"""How the responses are named that tell what to do in danger."""
_IN_ENGLISH = "English"
"""What the button says that leads back to English, in every language."""


def spoken_in(db: Session, thread: Thread, replies: Iterable[Reply]) -> Language | None:
    """The language of the talk: as the action says, which may just have heard the choice, else as the draft has it."""
    if thread.audience != "family":
        return None
    told = (reply.custom["language"] for reply in replies if reply.custom and "language" in reply.custom)
    return language_of(next(told, None) or language_of_talk(db, thread))


def worded(reply: Reply, spoken: Language | None, question: dict[str, Any] | None) -> Reply:
    """A reply in a language; in English where there are no words for it. Its ``custom`` says which, and who read them.

    Danger is told in English, too: whoever helps the family on the spot may read nothing else.
    """
    custom = dict(reply.custom or {})
    said, offer = custom.pop("said", None) or {}, custom.pop("offer", None)
    own = custom.pop("language", None)
    if own and not said:  # the door's own words, which are in that language already
        custom["language"] = own
    text, buttons = reply.text, [_worded_button(button, spoken) for button in reply.buttons or []]
    response = str(said.get("response"))
    asked = question["id"] if question else None
    told = spoken.response(response, said.get("variables") or {}, asked) if spoken else None
    if spoken and told is not None:
        custom |= {"language": spoken.code} | _review(spoken, response, asked)
        if response.startswith(_WHAT_TO_DO):
            custom["english"] = text
        text = _beside_english(told, text, spoken, response, asked)
    text = _offered(text, custom, offer)
    return reply.model_copy(update={"text": text, "buttons": buttons or None, "custom": custom or None})


def _review(spoken: Language, response: str, asked: str | None) -> dict[str, Any]:
    """Whether a speaker has signed the words about consent or danger; nothing of other words."""
    matter = matter_of(response, asked)
    return {} if matter == "other" else {"wording": {"about": matter, "reviewed": spoken.is_reviewed(matter)}}


def _beside_english(told: str, english: str | None, spoken: Language, response: str, asked: str | None) -> str:
    """Words about consent or danger that nobody has signed say so; what to do in danger is said in English, too."""
    matter = matter_of(response, asked)
    parts = [told]
    if response.startswith(_WHAT_TO_DO):
        parts.append(english or "")
    elif matter != "other" and not spoken.is_reviewed(matter):
        parts.append(str(spoken.about["unreviewed"]))
    return "\n\n".join(part for part in parts if part)


def _offered(text: str | None, custom: dict[str, Any], offer: str | None) -> str | None:
    """A question with the offer to go on in the language that somebody writes in, said in that language."""
    language = language_of(offer)
    if language is None or not text:
        return text
    custom["offer"] = language.code
    return f"{language.about['offer']}\n\n{text}"


def _worded_button(button: Button, spoken: Language | None) -> Button:
    if button.payload.startswith(_CHOOSING):
        code = button.payload.removeprefix(_CHOOSING)
        language = language_of(code)
        title = str(language.about["choose"]) if language else _IN_ENGLISH if code == ENGLISH else button.title
        return button.model_copy(update={"title": title})
    return button.model_copy(update={"title": spoken.button(button.title)}) if spoken else button
