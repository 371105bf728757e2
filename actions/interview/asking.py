"""What to ask next: a pure function of the draft, the programme, the assessment and who is speaking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from actions.interview import clarify, consent, for_others, household, language
from actions.interview.draft import Draft
from actions.interview.questions import BY_ID, PARENT, QUESTIONS, TOGETHER, YES_NO_UNSURE, Button, Question
from actions.interview.thread import Assessment, Open, Programme, Thread


@dataclass(frozen=True, slots=True)
class View:
    """What the next question is computed from. Without an assessment it stops where one is needed."""

    thread: Thread
    draft: Draft
    programme: Programme | None = None
    assessment: Assessment | None = None
    news: frozenset[int] = frozenset()
    """The messages that are heard for the first time now: only they can stop the talk for danger."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a question; ``response`` is its wording's name (a follow-up has its own)."""

    question: Question
    response: str
    about: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    topics: tuple[str, ...] = ()
    """What the needs it is about are called to this audience."""
    following_up: bool = False

    @property
    def open(self) -> Open:
        return Open(self.question.id, self.about)


@dataclass(frozen=True, slots=True)
class Done:
    """Everything is said and confirmed: submit."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Ask no more, and why."""

    reason: Literal["danger", "refused", "not_yet", "under_16", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Unassessed:
    """What to ask depends on the assessment of the new content."""


Next = Ask | Done | Stop | Unassessed


def next_question(view: View) -> Next:
    """The next question, or why there is none."""
    stop = _stop(view)
    if stop:
        return stop
    for question in QUESTIONS:
        if view.thread.audience not in question.audiences:
            continue
        step = _ask(question, view)
        if step:
            return step
    return Done()


def asked_with(step: Ask, view: View) -> tuple[str, ...]:
    """The ids of the questions that go into the same message: what is still wanted of those that belong together.

    A question that is asked again, or for what was missing from its answer, is asked alone.
    """
    if step.following_up or view.draft.missed_at(step.open):
        return ()
    others = (other for other in TOGETHER.get(step.question.id, ()) if _is_open(other, view))
    # On a telephone only what is never asked by itself goes with another.
    return tuple(other for other in others if view.thread.channel != "telegram" or other not in BY_ID)


def _is_open(question: str, view: View) -> bool:
    if view.draft.has(question):
        return False
    if question == "assessment":
        return view.assessment is not None and view.assessment.decides(question)
    told = {"language": view.draft.language, "hopes": view.draft.hopes}
    return not told.get(question)


def _stop(view: View) -> Stop | None:
    draft = view.draft
    if draft.wants_out:
        return Stop("withdrawn")
    if draft.escalated_by in view.news:
        return Stop("danger")
    if draft.is_under_16:
        return Stop("under_16")
    if draft.consent.state in ("refused", "withdrawn"):
        return Stop("refused")
    if for_others.may_not_agree(view.thread, draft):
        return Stop("not_yet")
    return Stop("not_yet") if draft.consent.state == "not_yet" else None


def _ask(question: Question, view: View) -> Ask | Unassessed | None:
    if question.id == "clarify":
        return _clarify(question, view)
    if question.id in _DECIDING and view.programme is not None:
        return _ask_if_it_matters(question, view, view.assessment)
    return _ask_plainly(question, view)


def _ask_plainly(question: Question, view: View) -> Ask | None:
    wanted = _WANTED.get(question.id)
    if wanted is not None and not wanted(view):
        return None
    if wanted is None and view.draft.has(question.id):
        return None
    following_up = _following_up(question, view)
    if question.id == "consent" and view.draft.parent_wanted:
        return Ask(question, PARENT, buttons=YES_NO_UNSURE, following_up=True)
    response = question.follow_up if following_up and question.follow_up else question.prompt
    return Ask(question, response, buttons=_buttons(question, view, following_up), following_up=following_up)


def _clarify(question: Question, view: View) -> Ask | Unassessed | None:
    if view.programme is None:
        return None
    if view.assessment is None:
        return Unassessed()
    alone = language.spoken(view.thread) != language.ENGLISH
    about = clarify.unclear(view.draft, view.programme, view.assessment, one_by_one=alone)
    if not about:
        return None
    audience = view.thread.audience
    topics = tuple(view.programme.topics.get(need, {}).get(audience, need.replace("_", " ")) for need in about)
    buttons = YES_NO_UNSURE if alone else question.buttons[audience]
    return Ask(question, question.prompt, about, buttons, topics)


def _following_up(question: Question, view: View) -> bool:
    draft = view.draft
    if question.id == "consent":
        return draft.consent.state == "given"
    if question.id == "household":
        return household.ages_wanted(draft.people) and draft.household_told and not draft.ages_asked
    if question.id == "story":
        return bool(draft.story)
    return question.id == "summary" and draft.wants_change


def _buttons(question: Question, view: View, following_up: bool) -> tuple[Button, ...]:
    if following_up:
        return question.follow_up_buttons
    if question.id != "district":
        return question.buttons.get(view.thread.audience, ())
    family = view.thread.audience == "family"
    return tuple(
        Button(p.area if family and p.area else f"{p.name} ({p.area})", f"answer:{p.code}")
        for p in view.thread.programmes
    )


def _ask_if_it_matters(question: Question, view: View, assessment: Assessment | None) -> Ask | Unassessed | None:
    if view.draft.has(question.id):
        return None
    if assessment is None:
        return Unassessed()
    return _ask_plainly(question, view) if _worth_asking(question.id, assessment, view) else None


def _worth_asking(question: str, assessment: Assessment, view: View) -> bool:
    """Whether an answer could change the route, the order, or how the family is reached."""
    if assessment.decides(question):
        return True
    return question == "language" and (view.thread.audience == "family" or view.draft.speaks_another)


def _role_wanted(view: View) -> bool:
    known = view.thread.nominator
    if view.draft.has("role"):
        return False
    if view.thread.audience == "family":
        return not known.get("name") and not known.get("role")
    return not all(known.get(key) for key in ("name", "role", "agency"))


def _consent_wanted(view: View) -> bool:
    state = view.draft.consent
    if state.state is None or view.draft.parent_wanted:
        return True
    professional = view.thread.audience == "professional"
    return not state.followed_up and not consent.is_complete(state, professional=professional)


_DECIDING = frozenset({"assessment", "turnaround", "language"})
"""Questions that are asked only where the answer matters to what follows."""
_WANTED: dict[str, Callable[[View], bool]] = {
    "danger": lambda view: view.draft.danger is None,
    "role": _role_wanted,
    "district": lambda view: view.draft.programme is None and len(view.thread.programmes) > 1,
    "consent": _consent_wanted,
    "summary": lambda view: not view.draft.confirmed,
}
