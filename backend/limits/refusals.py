"""What is told when it was too much."""

# ruff: noqa: N818 - errors are named as people are told them (backend.errors)
from __future__ import annotations

from backend.errors import FrontDoorError, Invalid, TooMany


class TooOften(TooMany):
    """More than one account may ask for in so short a time (429); ``retry_after`` seconds have to pass."""

    keeps_changes = False

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        wait = f"{retry_after} second{'' if retry_after == 1 else 's'}"
        if retry_after > 90:
            wait = f"{-(-retry_after // 60)} minutes"
        super().__init__(
            f"Your account has asked for a lot in a short time. Try again in {wait}."
            " What you sent just now was not kept. If someone is in danger, ring 999."
        )


class NoFiles(FrontDoorError):
    """A file, or a form in the shape that files come in (415)."""

    status = 415
    code = "no_files"
    wording = "We cannot take files. Write what you want to say."


class TooNested(Invalid):
    """JSON with more levels or parts than anything of ours has (422)."""

    code = "too_nested"
    wording = "What you sent has too many parts, or parts within parts."
