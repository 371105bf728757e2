"""Which passwords are taken: long enough, and not what everybody tries first. What they are made of is free."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

SHORTEST = 12
LONGEST = 128
"""Characters. A longer one adds nothing and costs the hash time."""
_FEWEST_DIFFERENT = 5
_LOOKALIKES = str.maketrans({"@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t"})


def objection(password: str, email: str = "") -> str | None:
    """Why a password is not taken, as a sentence for whoever chose it; None when it is taken."""
    if len(password) < SHORTEST:
        return f"The password needs at least {SHORTEST} characters. Three or four words that do not belong together do."
    if len(password) > LONGEST:
        return f"The password may have at most {LONGEST} characters."
    if len(set(password.casefold())) < _FEWEST_DIFFERENT or _is_common(password, email):
        return "Many people would think of this password. Choose words that do not belong together."
    return None


def _is_common(password: str, email: str) -> bool:
    own = {part for part in email.casefold().replace("@", ".").split(".") if len(part) > 2}
    plain = password.casefold()
    letters = [at for at, sign in enumerate(plain) if sign.isalpha()]
    core = plain[letters[0] : letters[-1] + 1] if letters else ""
    readings = (plain, core.translate(_LOOKALIKES))
    return any(_is_made_of("".join(c for c in reading if c.isalpha()), _parts() | own) for reading in readings)


def _is_made_of(letters: str, parts: frozenset[str] | set[str]) -> bool:
    """Whether the letters are nothing but such parts, one after the other; no letters at all are."""
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            reached |= {start + len(part) for part in parts if letters.startswith(part, start)}
    return len(letters) in reached


@cache
def _parts() -> frozenset[str]:
    file = Path(__file__).with_name("common_passwords.yml")
    return frozenset(yaml.safe_load(file.read_text(encoding="utf-8"))["parts"])
