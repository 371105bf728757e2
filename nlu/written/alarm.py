"""What cannot be read may tell of danger: somebody has to look at it."""

from __future__ import annotations

from nlu.reading import SAFETY_ORDER, Safety, WrittenIn

UNREAD = "unread"
"""The reason code of a message that is in no language that is read here."""


def with_unread(safety: Safety, language: WrittenIn | None) -> Safety:
    """The safety of a message in that language: at least ``urgent``, so that a person is told, where it is unread."""
    if language != "unread":
        return safety
    level = max(safety.level, "urgent", key=SAFETY_ORDER.index)
    return Safety(level, (*safety.reasons, UNREAD), safety.words)
