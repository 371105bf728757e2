"""By when a person should answer in a talk, as the programme's file says, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from backend.handovers.wording import wording
from backend.nominations.due import LONDON, is_working_day
from backend.programmes import Programme, load_programmes


@dataclass(frozen=True, slots=True)
class Term:
    """Within how long a person answers, and when people are there (London time)."""

    within: timedelta
    opens: time
    closes: time

    @classmethod
    def of(cls, programme: Programme) -> Term:
        told = programme.data["person"]
        within = timedelta(minutes=told["answers_within_minutes"])
        return cls(within, time.fromisoformat(told["from"]), time.fromisoformat(told["to"]))

    def is_anybody_there(self, now: datetime) -> bool:
        """Whether people are there to answer at this moment."""
        local = now.astimezone(LONDON)
        return is_working_day(local.date()) and self.opens <= local.time() < self.closes

    def answer_by(self, asked: datetime) -> datetime:
        """The moment by which somebody should have answered, in UTC: only hours in which people are there count."""
        local, left = asked.astimezone(LONDON), self.within
        day = local.date()
        while True:
            if is_working_day(day):
                begins = max(local, datetime.combine(day, self.opens, LONDON))
                ends = datetime.combine(day, self.closes, LONDON)
                if begins + left <= ends:
                    return (begins + left).astimezone(UTC)
                left -= max(ends - begins, timedelta())
            day += timedelta(days=1)


def answer_by(programmes: Iterable[str], asked: datetime) -> datetime:
    """By when somebody of one of the programmes should answer: the latest, where it is not known which."""
    known = load_programmes()
    return max(Term.of(known[code]).answer_by(asked) for code in programmes)


def expected(code: str | None, due: datetime, now: datetime, audience: str) -> str:
    """When an answer is to be expected, in a sentence for the audience."""
    programme = load_programmes().get(code or "")
    last, today = due.astimezone(LONDON), now.astimezone(LONDON).date()
    there = programme is None or Term.of(programme).is_anybody_there(now)
    kind = "today" if there else "later"
    said = {"time": _clock(last.time()), "day": _day(last.date(), today)}
    if programme is None:
        said["programme"] = wording()["unknown_programme"][audience]
    else:
        term = Term.of(programme)
        said |= {"programme": programme.name, "from": _clock(term.opens), "to": _clock(term.closes)}
    sentence: str = wording()["expected"][kind][audience]
    return sentence.format(**said)


def _clock(at: time) -> str:
    hour, half = at.hour % 12 or 12, "am" if at.hour < 12 else "pm"
    return f"{hour}:{at.minute:02}{half}" if at.minute else f"{hour}{half}"


def _day(day: date, today: date) -> str:
    if day == today:
        return "today"
    if day == today + timedelta(days=1):
        return "tomorrow"
    return f"on {day:%A} {day.day} {day:%B}"
