"""When a message is rather an answer than a command: whatever is in doubt is left to the interview. Pure: no Rasa."""

from __future__ import annotations

from collections.abc import Mapping

HEARD_BY_THE_INTERVIEW = frozenset(
    {"inform", "correct", "affirm", "deny", "unsure", "skip", "answer", "nominate", "refer_self", "ask_other"}
)
"""Intents that all go to ``action_interview``: between them nobody can be misheard."""

Margins = Mapping[str, float]
"""By the question that is open: how far a command must score above every answer. ``else`` is any other question."""


def in_doubt(scores: Mapping[str, float], question: str | None, unknown: float, margins: Margins) -> bool:
    """Whether the best score, a command's, is not far enough above the best of what the interview hears.

    `unknown` is the share (0 to 1) of words that Rasa may not see: whoever names people, places, figures is telling.
    """
    command = max((score for name, score in scores.items() if name not in HEARD_BY_THE_INTERVIEW), default=0.0)
    answer = max((score for name, score in scores.items() if name in HEARD_BY_THE_INTERVIEW), default=0.0)
    margin = margins.get(question or "", margins.get("else", 0.0)) + unknown * margins.get("unknown", 0.0)
    return 0 <= command - answer < margin
