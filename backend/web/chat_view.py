"""The talk as the chat page draws it: from the record to what stands on the screen."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from backend.threads.languages import language_of, speaking
from backend.threads.page import PageMessage, ThreadPage
from backend.web.chat_language import InLanguages, apart, choices, lang_of_button, page_words
from backend.web.understood_lines import ItemLine, parts, touches
from backend.web.words import word

LONGEST = 4000
"""Characters of one message; the door hands a longer one back."""
_FILE = Path(__file__).with_name("chat.yml")
_DANGER = ("immediate", "urgent")


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing said. ``speaker`` says in words who spoke, for looks alone tell some people nothing."""

    who: Literal["person", "assistant", "colleague"]
    """``colleague``: a person who answers because somebody asked for one."""
    speaker: str
    text: str
    danger: bool = False
    parts: tuple[str | tuple[ItemLine, ...], ...] = ()
    """The text in pieces: prose, and lists of what was understood."""
    told: InLanguages | None = None
    """In which languages it is said; None for a person's own words."""


@dataclass(frozen=True, slots=True)
class FormButton:
    """A button of the form: its field's name and value, and its words."""

    name: str
    value: str
    title: str
    lang: str | None = None
    """The language of its words; None is the page's."""


@dataclass(frozen=True, slots=True)
class PersonNote:
    """That a person is to answer, what that means, and how to look for the answer without a script."""

    text: str
    again: str


@dataclass(frozen=True, slots=True)
class ChatView:
    """All that the chat page shows."""

    heading: str
    lead: str
    notes: list[str]
    messages: list[Bubble]
    latest: int
    """Index of the first message that answers the person's last one: where the page opens."""
    buttons: list[FormButton]
    label: str
    hint: str
    group: str
    closing: str | None
    reference: str | None
    start_again: str | None
    delivery: str
    """Names this answer, so that sending it twice keeps it once."""
    lang: str | None
    """The language of all this; None is English."""
    beside: str
    privacy: str
    send: str
    taken_out: str
    person: PersonNote | None = None
    news: str | None = None
    """Where the page looks by itself whether something was said; only while a person may write."""
    longest: int = LONGEST


@cache
def _wordings() -> dict[str, dict[str, Any]]:
    wordings: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return wordings


def chat_view(talk: ThreadPage, audience: str) -> ChatView:
    """The page of a talk, worded for the audience (``professional`` or ``family``)."""
    say = page_words(_wordings()[audience], talk.talk_in)
    shown = [message for message in talk.messages if message.text.strip()]
    buttons = _buttons(talk.messages) if shown else _start(say, audience)
    buttons = [replace(button, lang=lang_of_button(button.title, talk.talk_in)) for button in buttons]
    if talk.with_person:
        buttons = [FormButton("text", talk.with_person.go_on, talk.with_person.go_on)]
    finished = talk.state != "open"
    waits = not finished and "waits" in say and _waits_for_family(shown)  # a family is never waited for by itself
    return ChatView(
        heading=say["heading"],
        lead=say["lead"],
        notes=say["notes"],
        messages=[_bubble(message, talk, say) for message in shown],
        latest=_after_last_word(shown),
        buttons=buttons,
        label=_label(say, talk, buttons),
        hint=say["with_person"]["hint"] if talk.with_person else say["hint"],
        group=say["group"],
        closing=say[{"submitted": "sent"}.get(talk.state, talk.state)] if finished else say["waits"] if waits else None,
        reference=talk.reference,
        start_again=say["start_again"] if finished or waits else None,
        delivery=str(uuid.uuid4()),
        lang=talk.talk_in,
        beside=say["beside"],
        privacy=say["privacy"],
        send=say["send"],
        taken_out=say["taken_out"],
        person=_person_note(talk, say["with_person"]),
        news=f"/chat/news?after={talk.latest}" if talk.with_person else None,
    )


def _start(say: dict[str, Any], audience: str) -> list[FormButton]:
    """How a talk can begin; a family can begin it in its own language."""
    languages = [title for title, _ in choices()] if audience == "family" else []
    return [FormButton("text", line, line) for line in (*say["start"], *languages)]


def _label(say: dict[str, Any], talk: ThreadPage, buttons: list[FormButton]) -> str:
    if talk.with_person:
        return str(say["with_person"]["label"])
    if not any(message.text.strip() for message in talk.messages):
        return str(say["first_label"])
    return str(say["label_beside_buttons"] if buttons else say["label"])


def _person_note(talk: ThreadPage, say: dict[str, str]) -> PersonNote | None:
    person = talk.with_person
    if person is None:
        return None
    kind = "late" if person.late else "answering" if person.taken else "wanted"
    return PersonNote(text=" ".join(say[kind].format(expected=person.expected).split()), again=say["again"])


def _bubble(message: PageMessage, talk: ThreadPage, say: dict[str, Any]) -> Bubble:
    if message.direction == "in":
        return Bubble("person", say["you_wrote"], message.text, parts=(message.text,))
    if message.kind == "person":
        return Bubble("colleague", answered_by(message, say), message.text, parts=(message.text,))
    danger = message.custom.get("safety") in _DANGER
    told = apart(message)
    with speaking(language_of(talk.talk_in)):
        pieces = parts(told.message, talk)
    return Bubble("assistant", "Front Door", message.text, danger, pieces, told)


def answered_by(message: PageMessage, say: dict[str, Any]) -> str:
    """Who answered: by role, and by name where they chose so."""
    who = message.custom.get("person") or {}
    if who.get("name"):
        return str(say["person_named"]).format(name=who["name"], role=word(who.get("role"), "role").lower())
    return str(say["person"][who.get("role")])


def _waits_for_family(messages: list[PageMessage]) -> bool:
    """Whether the last that was said is that nothing is sent before the family has answered."""
    said = [message for message in messages if message.direction == "out"]
    return bool(said) and said[-1].custom.get("outcome") == "stopped_no_consent"


def _after_last_word(messages: list[PageMessage]) -> int:
    spoken = [index for index, message in enumerate(messages) if message.direction == "in"]
    return min(spoken[-1] + 1, len(messages) - 1) if spoken else 0


def _buttons(messages: list[PageMessage]) -> list[FormButton]:
    # Buttons of earlier questions are not shown again: an old "yes" must not answer a new question.
    latest: list[FormButton] = []
    for message in messages:
        if message.direction == "in":
            latest = []
        elif message.buttons:
            # What takes an item out stands beside the item.
            beside = set(touches(message))
            latest = [FormButton("press", token, title) for title, token in message.buttons if token not in beside]
    return latest
