"""A nomination as whoever sent it knows it: what others have put right since is not theirs to learn."""

from __future__ import annotations

import copy
from typing import Any


def as_sent(content: dict[str, Any], account: str | None) -> dict[str, Any]:
    """The content without the corrections that another account asked for. A new address may be a refuge."""
    told = copy.deepcopy(content)
    for correction in reversed(told.pop("corrections", None) or []):
        if correction["state"] == "corrected" and (account is None or correction["account"] != account):
            *way, last = str(correction["field"]).split(".")
            place: Any = told
            for step in way:
                place = place[int(step)] if step.isdigit() else place[step]
            place[last] = correction["before"]
    if not told.get("family_shares", True) and "contact_told" in told:
        # The family said by its own link how it can be reached, and not to whoever handed the link on.
        told["contact"] = told["contact_told"]
    return told
