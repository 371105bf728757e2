"""What an action says: responses by name, buttons, and the ``custom`` part that tells where the talk is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import understood
from actions.interview import Ask, Draft, Programme, consent
from actions.interview.noted import in_a_row
from actions.interview.questions import Button

Json = dict[str, Any]
EMERGENCY = "999"
PERSON = Button("Talk to a person", "intent:hand_over")
GOING_ON = Button("Go on without a person", "intent:resume")
_MISSING = {
    "by": "who agreed",
    "asked_by": "who asked them",
    "date": "on which day",
    "method": "how they were asked (face to face, by phone or in writing)",
}
"""What an agreement may lack, as it is asked for; said to professionals, in English alone."""
SKIP = Button("Leave this out", "answer:skip")
WHY = Button("Why do you ask?", "intent:ask_why")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One response of the domain, with what its wording leaves open."""

    response: str
    variables: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    custom: Json = field(default_factory=dict)
    """Of this response alone."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Everything that one action says, in order, and what it leaves open."""

    utterances: tuple[Utterance, ...]
    custom: Json = field(default_factory=dict)
    audience: str | None = None
    open_question: str | None = None

    def send(self, dispatcher: CollectingDispatcher) -> list[Json]:
        """Hand the reply to Rasa; the slots to set are returned. ``custom`` goes as a message of its own."""
        for utterance in self.utterances:
            buttons = [{"title": button.title, "payload": button.payload} for button in utterance.buttons]
            dispatcher.utter_message(response=utterance.response, buttons=buttons, **utterance.variables)
            if utterance.custom:
                dispatcher.utter_message(json_message=utterance.custom)
        if self.custom:
            dispatcher.utter_message(json_message=self.custom)
        slots = [SlotSet("open_question", self.open_question)]
        if self.audience:
            slots.append(SlotSet("audience", self.audience))
        return slots


def asking(
    step: Ask, programme: Programme | None, draft: Draft, *, with_person: bool = False, choices: bool = False
) -> tuple[Utterance, Json]:
    """A question as an utterance and the ``custom`` that names it.

    ``with_person`` adds a button that asks for one, ``choices`` those to leave the question out and to hear why.
    """
    variables: dict[str, str] = {}
    if step.topics:
        variables["topics"] = lines(step.topics)
    if step.question.id == "consent" and programme:
        variables["purposes"] = lines(programme.purpose_wordings)
    if step.response == "utter_ask_consent_details":
        variables["missing"] = in_a_row(tuple(_MISSING[part] for part in consent.missing(draft.consent)))
    custom: Json = {"question": step.question.id}
    if step.about:
        custom["about"] = list(step.about)
    if step.response == "utter_ask_summary":
        custom["fill"] = ["summary"]
        if draft.indicators:
            custom |= understood.listing(draft.indicators) | {"fill": ["summary", "understood"]}
    buttons = (*step.buttons, *_choices(step), PERSON) if choices else step.buttons
    if with_person and PERSON not in buttons:
        buttons = (*buttons, PERSON)
    return Utterance(step.response, variables, buttons), custom


def together(question: Utterance, others: Iterable[str]) -> tuple[Utterance, ...]:
    """A question and those that go into the same message (by their ids), with its buttons below them all."""
    more = tuple(Utterance(f"utter_also_{other}") for other in others)
    *before, last = (replace(question, buttons=()), *more)
    return (*before, replace(last, buttons=question.buttons))


def _choices(step: Ask) -> tuple[Button, ...]:
    """What can be done with any question: hear why, and leave it out where it may be left out."""
    payloads = {button.payload for button in step.buttons}
    leaving_out = not step.question.until_clear and not payloads & {SKIP.payload, "answer:unsure", "answer:none"}
    return (SKIP, WHY) if leaving_out else (WHY,)


def lines(items: Iterable[str]) -> str:
    """Several things one below the other."""
    return "\n".join(f"- {item}" for item in items)


def emergency(programme: Programme | None) -> str:
    """Whom to ring in the area, 999 first; 999 alone where the area is not known yet."""
    numbers = programme.emergency if programme else None
    if not isinstance(numbers, dict):
        return EMERGENCY
    return lines(_number(entry) for entry in numbers.values() if isinstance(entry, dict)) or EMERGENCY


def _number(entry: Json) -> str:
    hours = f" ({entry['hours']})" if entry.get("hours") else ""
    return f"{entry.get('name', '')}: {entry.get('number', '')}{hours}"
