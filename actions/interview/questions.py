"""The questions: one object each, in the order in which they are asked.

What a family hopes for is no question of its own, since it changes neither where the family goes nor how it is reached:
it is asked with the story, and heard wherever it is told (:mod:`actions.interview.hopes`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from actions.interview.thread import Audience

Sensitivity = Literal["plain", "personal", "special"]
"""``personal`` identifies; ``special`` may touch health, crime, abuse or a child's safety."""

_BOTH: tuple[Audience, ...] = ("professional", "family")


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says, and the payload that it stands for."""

    title: str
    payload: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its id, the response that asks it, what must be known before, how sensitive, for whom."""

    id: str
    sensitivity: Sensitivity
    after: tuple[str, ...] = ()
    """The questions whose answers it depends on: it is asked only once they are answered."""
    audiences: tuple[Audience, ...] = _BOTH
    until_clear: bool = False
    """Asked until it is answered; every other question is unknown after two tries."""
    buttons: dict[Audience, tuple[Button, ...]] = field(default_factory=dict)
    follow_up: str | None = None
    """The response that asks for what is still missing from the answer."""
    follow_up_buttons: tuple[Button, ...] = ()

    @property
    def prompt(self) -> str:
        """The response that asks it."""
        return f"utter_ask_{self.id}"


def _for_both(*buttons: tuple[str, str]) -> dict[Audience, tuple[Button, ...]]:
    made = tuple(Button(title, f"answer:{value}") for title, value in buttons)
    return dict.fromkeys(_BOTH, made)


def _for(
    professional: tuple[tuple[str, str], ...], family: tuple[tuple[str, str], ...]
) -> dict[Audience, tuple[Button, ...]]:
    return {"professional": _for_both(*professional)["professional"], "family": _for_both(*family)["family"]}


PARENT = "utter_ask_consent_parent"
"""Asked of a young person of 16 or 17 who agreed: may a parent or carer be asked too?"""
YES_NO_UNSURE = (Button("Yes", "answer:yes"), Button("No", "answer:no"), Button("Not sure", "answer:unsure"))

QUESTIONS: tuple[Question, ...] = (
    Question(
        "danger", "special", until_clear=True, buttons=_for_both(("No", "no"), ("Yes", "yes"), ("Not sure", "unsure"))
    ),
    Question("role", "personal", after=("danger",)),
    Question("district", "plain", after=("danger",), until_clear=True),
    Question(
        "consent",
        "personal",
        after=("district",),
        until_clear=True,
        buttons=_for(
            (("Yes, they agreed", "given"), ("They said no", "refused"), ("Not asked yet", "not_yet")),
            (("Yes, I agree", "given"), ("No", "refused")),
        ),
        follow_up="utter_ask_consent_details",
    ),
    Question(
        "story",
        "special",
        after=("consent",),
        follow_up="utter_ask_story_more",
        follow_up_buttons=(Button("That is all", "answer:no"),),
    ),
    Question("household", "personal", after=("consent",), follow_up="utter_ask_household_ages"),
    Question("address", "personal", after=("consent",), buttons=_for_both(("Not known", "skip"))),
    Question("contact", "personal", after=("consent",), buttons=_for_both(("Not known", "skip"))),
    Question("agencies", "personal", after=("consent",), buttons=_for_both(("Nobody", "no"), ("Not sure", "unsure"))),
    Question(
        "lead_professional", "personal", after=("consent",), buttons=_for_both(("No", "no"), ("Not sure", "unsure"))
    ),
    Question(
        "clarify", "special", after=("story", "household"), buttons=_for_both(("No", "no"), ("Not sure", "unsure"))
    ),
    Question(
        "assessment",
        "plain",
        after=("clarify",),
        buttons=_for_both(("Yes", "yes"), ("No", "no"), ("Not sure", "unsure")),
    ),
    Question(
        "turnaround",
        "plain",
        after=("clarify",),
        audiences=("professional",),
        buttons=_for_both(("Likely", "likely"), ("Possible", "possible"), ("Unlikely", "unlikely"), ("Skip", "skip")),
    ),
    Question("language", "plain", after=("consent",), buttons=_for_both(("None needed", "none"))),
    Question(
        "summary",
        "special",
        after=("language",),
        until_clear=True,
        buttons=_for_both(("Yes, send it", "yes"), ("Change something", "change")),
        follow_up="utter_ask_change",
    ),
)
BY_ID: dict[str, Question] = {question.id: question for question in QUESTIONS}
TOGETHER: dict[str, tuple[str, ...]] = {
    "story": ("hopes",),
    "address": ("contact",),
    "contact": ("language",),
    "agencies": ("lead_professional", "assessment"),
}
"""Questions that go with another in one message. What its answer leaves open is asked by itself, but for hopes."""
UNTIL_CLEAR: frozenset[str] = frozenset(question.id for question in QUESTIONS if question.until_clear)
