"""How it is said that too much was sent."""

from __future__ import annotations

from bot.door.message import Refusal
from bot.door.wording import Wording


def too_many(wording: Wording, seconds: int) -> Refusal:
    """Too much at once, with how long to wait."""
    return Refusal(429, "too_many", wording.problems["too_many"].format(wait=in_words(seconds)), retry_after=seconds)


def in_words(seconds: int) -> str:
    """How long to wait, as one would say it."""
    if seconds <= 90:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{-(-seconds // 60)} minutes"
