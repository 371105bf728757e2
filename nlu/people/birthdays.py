"""How old somebody is by a date of birth."""

from __future__ import annotations

from datetime import date

_OLDEST = 115


def age_on(born: str | None, today: date) -> int | None:
    """Years of age on a day, from a date of birth as ISO.

    None where the date is not whole ("2012", "2012-05": two ages fit), there is no such day, it is yet to come, or
    nobody is that old.
    """
    try:
        day = date.fromisoformat(born or "")
    except ValueError:
        return None
    years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return years if 0 <= years <= _OLDEST and day <= today else None
