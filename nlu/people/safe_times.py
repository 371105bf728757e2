"""When it is safe to ring or write to somebody, read from words: parts of the week, by the clock in London.

The words stay beside what is read, and a person reads them. Where words can be taken in two ways the narrower is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

EARLIEST, LATEST = 8 * 60, 21 * 60
"""Minutes of the day between which anybody is rung who named no hours."""
_AFTERNOON_UNTIL = 7
"""Hours up to this one, said without "am", are hours of the afternoon."""
_WEEK = range(7)
Voicemail = Literal["never", "careful"]
Span = tuple[int, int, int]
"""A day of the week (0 is Monday) and minutes of it: from, until."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some days of the week with the hours that are safe on them: ``HH:MM``."""

    days: tuple[int, ...]
    begins: str
    ends: str

    def to_json(self) -> dict[str, Any]:
        """As the content of a draft has it."""
        return {"days": list(self.days), "from": self.begins, "until": self.ends}


NEVER = Window((), "00:00", "00:00")
"""What is left where the words for safe times and those for unsafe ones leave nothing: no time at all."""


def safe_times(text: str) -> tuple[Window, ...]:
    """The windows that words name as safe; none where they name no time, or any time."""
    safe: set[Span] = set()
    unsafe: set[Span] = set()
    for part in _parts(text):
        (unsafe if _is_not(part) else safe).update(_spans(part))
    if not safe and not unsafe:
        return ()
    wanted = safe or {(day, EARLIEST, LATEST) for day in _WEEK}
    return _windows(_without(wanted, unsafe)) or (NEVER,)


def voicemail(text: str) -> Voicemail | None:
    """Whether words forbid to leave a message on an answering machine, or say what not to say in one."""
    for part in re.split(r"[.;\n]|\bbut\b", text.casefold()):
        if _found("machine", part):
            return "never" if _found("not", part) and "mention" not in part and "say" not in part else "careful"
    return None


def _parts(text: str) -> Iterator[str]:
    """Parts of sentences, each of which says of its times either that they are safe or that they are not."""
    said = text.casefold().replace("’", "'")
    yield from (part for part in re.split(r"[,.;\n!]|\b(?:but|so|and (?:not|never)|because|since)\b", said) if part)


def _is_not(part: str) -> bool:
    if _found("away", part) and not re.search(r"\bonly\b.*\bnot\b", part):
        return False
    return bool(_found("not", part) or _found("there", part))


def _spans(part: str) -> Iterator[Span]:
    days = _days(part)
    hours = list(_hours(part))
    school = _lexicon()["school"]
    if re.search(rf"\b(?:{school['says']})\b", part):
        hours.append((_minutes(school["from"]), _minutes(school["until"])))
        days = days or tuple(range(5))
    if not hours and not days:
        return
    for day in days or _WEEK:
        for begins, ends in hours or [(0, 24 * 60) if _is_not(part) else (EARLIEST, LATEST)]:
            yield day, begins, ends


def _days(part: str) -> tuple[int, ...]:
    found: set[int] = set()
    rest = part
    for each in _lexicon()["days"]:
        pattern = re.compile(rf"\b(?:{each['says']})\b")
        if pattern.search(rest):
            found.update(each["days"])
            rest = pattern.sub(" ", rest)
    return tuple(sorted(found))


def _hours(part: str) -> Iterator[tuple[int, int]]:
    words = _lexicon()
    told = [(begins, ends) for begins, ends in _clock(part) if begins < ends]
    for each in words["parts"]:
        if re.search(rf"\b(?:{each['says']})\b", part):
            told.append((_minutes(each["from"]), _minutes(each["until"])))
    yield from told


_HOUR = r"(?P<{0}>\d{{1,2}})(?:[:.](?P<{0}m>[0-5]\d))?\s*(?P<{0}h>am|pm|a\.m|p\.m)?(?:o'?clock|\.00| h\b)?"


def _clock(part: str) -> Iterator[tuple[int, int]]:
    """Hours by the clock: "after 9", "before 3 pm", "between 10 and 2", "9-3"."""
    part = _written_out(part)
    words = _lexicon()
    between = re.compile(
        rf"(?:\b{words['between']}\s+)?\b{_HOUR.format('a')}\s*{words['joins']}\s*{_HOUR.format('b')}\b"
    )
    for found in between.finditer(part):
        begins = _at(found, "a")
        ends = _at(found, "b")
        yield (begins if begins < ends else max(begins - 12 * 60, 0)), ends
    part = between.sub(" ", part)
    for found in re.finditer(rf"\b{words['after']}\s+{_HOUR.format('a')}\b", part):
        yield _at(found, "a"), 24 * 60 if _is_not(part) else LATEST
    for found in re.finditer(rf"\b{words['before']}\s+{_HOUR.format('a')}\b", part):
        yield (0 if _is_not(part) else EARLIEST), _at(found, "a")


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _written_out(part: str) -> str:
    for number, word in enumerate(_NUMBERS, 1):
        part = re.sub(rf"\b(?<=\s){word}\b", str(number), part)
    return re.sub(r"\b(?:noon|midday)\b", "12", part)


def _at(found: re.Match[str], name: str) -> int:
    hour, half = int(found[name]), (found[f"{name}h"] or "")[:1]
    if (half == "p" and hour < 12) or (not half and 1 <= hour <= _AFTERNOON_UNTIL):
        hour += 12
    return min(hour, 24) * 60 + int(found[f"{name}m"] or 0)


def _without(safe: set[Span], unsafe: set[Span]) -> list[Span]:
    left = sorted(safe)
    for day, begins, ends in unsafe:
        left = [piece for span in left for piece in _cut(span, day, begins, ends)]
    return left


def _cut(span: Span, day: int, begins: int, ends: int) -> Iterator[Span]:
    if span[0] != day or span[2] <= begins or span[1] >= ends:
        yield span
        return
    if span[1] < begins:
        yield day, span[1], begins
    if span[2] > ends:
        yield day, ends, span[2]


def _windows(spans: list[Span]) -> tuple[Window, ...]:
    hours: dict[tuple[int, int], list[int]] = {}
    for day, begins, ends in spans:
        hours.setdefault((begins, ends), []).append(day)
    return tuple(
        Window(tuple(days), _clock_words(begins), _clock_words(ends)) for (begins, ends), days in hours.items()
    )


def _clock_words(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def _found(name: str, part: str) -> bool:
    said: str = _lexicon()[name]
    return bool(re.search(said if said.startswith(r"\b") else rf"\b(?:{said})\b", part))


@cache
def _lexicon() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return words
