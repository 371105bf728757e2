"""Which streams are defensible for a family, best first, and why the others are not suggested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backend.programmes.model import Programme, Rule
from backend.routing.conditions import Situation, holds


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stream (or added support) with the reasons that speak for it."""

    code: str
    reasons: tuple[str, ...]


def suggestions(rules: Iterable[Rule], situation: Situation) -> tuple[Suggestion, ...]:
    """What the rules that hold lead to, each once with all its reasons, in the order of the programme's file."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        if holds(rule.when, situation):
            found.setdefault(rule.leads_to, []).append(rule.reason.format_map(situation.words()))
    return tuple(Suggestion(code, tuple(reasons)) for code, reasons in found.items())


def defensible_streams(programme: Programme, situation: Situation) -> tuple[Suggestion, ...]:
    """The streams that fit an eligible family, best first; the programme's fallback where no rule holds."""
    fallback = Suggestion(programme.otherwise.leads_to, (programme.otherwise.reason.format_map(situation.words()),))
    return suggestions(programme.stream_rules, situation) or (fallback,)


def not_suggested(programme: Programme, chosen: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """The streams that no rule points to, each with why not."""
    codes = {suggestion.code for suggestion in chosen}
    others = (stream for stream in programme.streams if stream.code not in codes)
    return tuple(Suggestion(stream.code, (stream.not_this,)) for stream in others)
