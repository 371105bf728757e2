"""The decision form: what can be chosen, and what is wrong with what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.decisions.reasons import NAMES_ANOTHER, names_another
from backend.decisions.shapes import NewDecision
from backend.nominations.status import DecisionKind, may_decide
from backend.web.words import word

LONGEST_REASON = 4_000
LONGEST_WORD = 300
"""Characters of why a partner visits first."""
_KINDS: tuple[DecisionKind, ...] = ("accept", "other_stream", "ask", "return")
_HINTS: Mapping[DecisionKind, str] = {
    "accept": "You follow what is suggested.",
    "other_stream": "Say why it fits this family better.",
    "ask": "Say what is missing. It comes back to the queue when the answer is there.",
    "return": "Say who can help instead. Nobody is left without a next step.",
}
_TEXTS: Mapping[DecisionKind, str] = {
    "accept": "Accept",
    "other_stream": "Accept for another kind of support",
    "ask": "Ask for more information",
    "return": "Answer with other help",
}


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """What came in the form, as it was typed."""

    kind: str
    stream: str
    reason: str
    version: int
    """Of the nomination, as the page showed it when it was opened."""
    first_visit: str = ""
    """Which partner visits first; empty for the programme's own worker, and where nothing is accepted."""
    visit_word: str = ""

    @property
    def decision(self) -> NewDecision:
        """The decision; only for a form in which :func:`problems` finds nothing."""
        stream = self.stream if self.kind == "other_stream" else None
        visit = {"by": self.first_visit, "word": self.visit_word} if self.visits else None
        said = {"reason": self.reason.strip() or None, "first_visit": visit, "version": self.version}
        return NewDecision.model_validate({"kind": self.kind, "stream": stream} | said)

    @property
    def visits(self) -> bool:
        """Whether a partner is to make the first visit."""
        return bool(self.first_visit) and self.kind in ("accept", "other_stream")


def choices(nomination: Mapping[str, Any]) -> list[dict[str, str]]:
    """The decisions that can follow on the nomination's status; none while an objection waits for its answer."""
    if nomination.get("paused_at"):
        return []
    suggested = nomination.get("stream_name")
    found = []
    for kind in _KINDS:
        if not may_decide(str(nomination["status"]), kind) or (kind == "accept" and not suggested):
            continue
        text = f"Accept for {suggested}" if kind == "accept" else _TEXTS[kind]
        found.append({"kind": kind, "text": text, "hint": _HINTS[kind]})
    return found


def problems(typed: TypedDecision, nomination: Mapping[str, Any]) -> dict[str, str]:
    """What must be put right, by field; empty when it can be decided."""
    wrong: dict[str, str] = {}
    if typed.kind not in {choice["kind"] for choice in choices(nomination)}:
        wrong["kind"] = "Choose what you decide"
    if typed.kind == "other_stream" and typed.stream not in {each["code"] for each in nomination["streams"]}:
        wrong["stream"] = "Choose the kind of support"
    if not typed.reason.strip() and typed.kind != "accept":
        wrong["reason"] = "Enter your reason"
    elif len(typed.reason.strip()) > LONGEST_REASON:
        wrong["reason"] = f"Your reason must be {LONGEST_REASON:,} characters or fewer"
    elif names_another(typed.reason, str(nomination["reference"])):
        wrong["reason"] = NAMES_ANOTHER
    return wrong | _visit_problems(typed, nomination)


def first_visits(nomination: Mapping[str, Any], typed: TypedDecision) -> list[dict[str, Any]]:
    """Who could make the first visit, as radio buttons: the programme's own worker, then who knows the family best."""
    own = {"value": "", "text": "The programme's own worker, or it is not agreed yet", "checked": not typed.first_visit}
    partners = nomination.get("first_visit_by") or []
    if not partners or not any(choice["kind"] in ("accept", "other_stream") for choice in choices(nomination)):
        return []
    return [own, *(_partner(each, typed, proposed=n == 0) for n, each in enumerate(partners))]


def _partner(partner: Mapping[str, Any], typed: TypedDecision, *, proposed: bool) -> dict[str, Any]:
    why = word(partner["why"], "partner")
    hint = f"Proposed: {why}." if proposed else f"{why[:1].upper()}{why[1:]}."
    name = partner["name"]
    return {"value": name, "text": name, "hint": {"text": hint}, "checked": typed.first_visit == name}


def _visit_problems(typed: TypedDecision, nomination: Mapping[str, Any]) -> dict[str, str]:
    if not typed.visits:
        return {}
    if typed.first_visit not in {each["name"] for each in nomination.get("first_visit_by") or []}:
        return {"first_visit": "Choose who makes the first visit"}
    if len(typed.visit_word) > LONGEST_WORD:
        return {"visit_word": f"Why they visit first must be {LONGEST_WORD} characters or fewer"}
    if names_another(typed.visit_word, str(nomination["reference"])):
        return {"visit_word": NAMES_ANOTHER}
    return {}
