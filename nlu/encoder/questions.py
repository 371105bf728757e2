"""The questions whose answers the network learns to understand, and what an answer to each may mean."""

from __future__ import annotations

from itertools import accumulate

QUESTIONS: dict[str, tuple[str, ...]] = {
    "danger": ("no", "yes", "unsure", "other"),
    "consent_asked": ("given", "refused", "not_yet", "withdrawn", "other"),
    "consent_own": ("given", "refused", "unsure", "other"),
    "summary": ("send", "wait", "other"),
    "fact": ("yes", "no", "unsure", "other"),
}
"""``consent_asked`` is asked of staff (has a parent agreed?), ``consent_own`` of a family, ``fact`` is any plain yes or
no about the family. ``other`` answers something else, or asks."""

MEANINGS: tuple[tuple[str, str], ...] = tuple(
    (question, code) for question, codes in QUESTIONS.items() for code in codes
)
"""Question and meaning, in the order of the network's outputs."""

_ENDS = tuple(accumulate(len(codes) for codes in QUESTIONS.values()))
PLACES: dict[str, slice] = {
    question: slice(end - len(QUESTIONS[question]), end) for question, end in zip(QUESTIONS, _ENDS, strict=True)
}
"""Where a question's meanings stand in that order."""
