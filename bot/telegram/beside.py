"""What the channel says beside the talk's own replies: the private page where it is asked for details, safe times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.telegram.said import Said
from bot.telegram.wording import say, wording

DELICATE = ("story", "household", "address", "contact")
"""Questions whose answers may be too private for Telegram."""

POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?(?:\s*\d[a-z]{2})?\b", re.IGNORECASE)


def with_ours(said: list[Said], replies: Iterable[dict[str, Any]], written: str) -> list[Said]:
    """The door's replies with what the channel adds to them; ``written`` is what they answer."""
    customs = [reply.get("custom") or {} for reply in replies]
    if said and any(custom.get("question") in DELICATE for custom in customs):
        last = said[-1]
        said = [*said[:-1], replace(last, buttons=(*last.buttons, (say("private"), "/private")))]
    if said and any(custom.get("question") == "district" for custom in customs):
        said = [*said[:-1], replace(said[-1], text=f"{said[-1].text}\n{say(_about_area(written))}")]
    if any(custom.get("outcome") == "submitted" for custom in customs):
        said = [*said, times()]
    return said


def _about_area(written: str) -> str:
    """Whoever wrote a postcode and is asked for the area all the same lives in none of ours, or where two meet."""
    return "postcode_unknown" if POSTCODE.search(written) else "postcode"


def times() -> Said:
    """When may they be written to?"""
    return _choosing("times")


def voicemail() -> Said:
    """May a message be left?"""
    return _choosing("voicemail")


def says(choice: str) -> str | None:
    """What a choice stands for in words, which a person reads; None for a choice that there is not."""
    buttons = [*wording()["times_buttons"], *wording()["voicemail_buttons"]]
    return next((str(each["says"]) for each in buttons if each["choice"] == choice), None)


def _choosing(what: str) -> Said:
    buttons = wording()[f"{what}_buttons"]
    return Said(say(what), tuple((str(each["title"]), f"/times {each['choice']}") for each in buttons))
