"""An age or a date of birth among the words: "15", "is 9 months", "who's fourteen", "DOB 3/4/2011"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.people.vocabulary import words
from nlu.people.words_in import Token

SPELT = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_LEADING = frozenset(
    {
        ",",
        "=",
        "(",
        "-",
        ":",
        "is",
        "'s",
        "aged",
        "age",
        "who",
        "whos",
        "who's",
        "he",
        "she",
        "they",
        "hes",
        "shes",
        "i'm",
        "im",
        "just",
    }
    | {
        "turned",
        "nearly",
        "almost",
        "now",
        "only",
        "about",
        "are",
        "of",
        "turning",
        "around",
        "approx",
        "also",
        "they're",
    }
)
_INTRODUCING = frozenset(
    {"is", "'s", "aged", "age", "of", "hes", "shes", "whos", "turned", "nearly", "i'm", "im", "are"}
)
_YEARS = frozenset({"year", "years", "yr", "yrs", "year-old", "years-old", "yo", "year-olds", "yr-old"})
_MONTHS = frozenset({"month", "months", "mth", "mths", "month-old", "months-old", "mos"})
_WEEKS = frozenset({"week", "weeks", "wk", "wks", "week-old", "weeks-old", "day-old", "days-old"})
_DATE = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)?\d\d)(?!\d)")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SAID_DATE = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_MONTH_NAMES)})[a-z]*,?\s+((?:19|20)\d\d)", re.IGNORECASE
)
_OLDEST = 99
_MOST_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Age:
    """Years (0 for a baby), or the date of birth as ISO; ``end`` is the token after it."""

    years: int | None
    date_of_birth: str | None
    end: int
    stated: bool = False
    """Said as an age ("aged 9", "9 years old"), not only as a number."""


def age_at(message: str, tokens: list[Token], at: int) -> Age | None:
    """The age that begins at a token, with the words that lead to it; None where none does."""
    start, introduced = at, False
    while start < len(tokens) and start - at < 5 and (tokens[start].low in _LEADING or _and_he(tokens, start)):
        introduced = introduced or tokens[start].low in _INTRODUCING
        start += 1
    if start >= len(tokens):
        return None
    born = _born(message, tokens, start)
    if born:
        return born
    token = tokens[start]
    if not token.is_number:
        spelt = token.low in SPELT and _spelt(tokens, start, introduced=introduced)
        return spelt or None
    return _digits(tokens, start, introduced=introduced)


def _and_he(tokens: list[Token], at: int) -> bool:
    """ "… called Kane and he's 14"."""
    return tokens[at].low == "and" and at + 1 < len(tokens) and tokens[at + 1].low in ("he", "she", "hes", "shes")


def _digits(tokens: list[Token], at: int, *, introduced: bool) -> Age | None:
    years = int(tokens[at].text)
    following = at + 1
    if following < len(tokens) and tokens[following].low == "-" and following + 1 < len(tokens):
        following += tokens[following + 1].low in _YEARS | _MONTHS
    unit = tokens[following].low if following < len(tokens) else ""
    if years > _OLDEST:
        return None
    after = tokens[following + 1].low if following + 1 < len(tokens) else ""
    if unit in _YEARS | _MONTHS | _WEEKS:
        return None if after == "ago" else _in_units(tokens, following, years, introduced=introduced)
    if (unit == "/" and after == "y") or unit == "y":  # "12 y/o"
        end = following + (4 if unit == "/" else 3 if after == "/" else 1)
        return Age(years, None, min(end, len(tokens)), stated=True)
    stuck = (
        at + 1 < len(tokens)
        and unit in words("no_age_after")
        and not (unit == "." and not _digit_after(tokens, following))
    )
    return None if stuck else Age(years, None, at + 1, stated=introduced)


def _in_units(tokens: list[Token], at: int, count: int, *, introduced: bool) -> Age | None:
    """ "9 years old", "12 yrs", "7 months"; "8 years" alone is a time, not an age."""
    unit, old = tokens[at].low, _old(tokens, at)
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if unit in _YEARS:
        return _with_unit(tokens, at, count, olds=True) if old or introduced or unit in ("yo", "yr", "yrs") else None
    alone = after in {"", ",", ".", ")", ";", "\n", "and", "&", "now"}
    if not (old or alone) or (unit in _MONTHS and count > _MOST_MONTHS):
        return None
    return _with_unit(tokens, at, count // 12 if unit in _MONTHS else 0, olds=old)


def _digit_after(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].is_number and tokens[at + 1].start == tokens[at].end


def _old(tokens: list[Token], at: int) -> bool:
    return tokens[at].low.endswith(("-old", "-olds")) or (
        at + 1 < len(tokens) and tokens[at + 1].low in ("old", "olds")
    )


def _with_unit(tokens: list[Token], at: int, years: int, *, olds: bool) -> Age:
    end = at + 1
    while end < len(tokens) and tokens[end].low in ("old", "olds", "-"):
        end += 1
    return Age(years, None, end, stated=olds)


def _spelt(tokens: list[Token], at: int, *, introduced: bool) -> Age | None:
    years = SPELT.index(tokens[at].low) + 1
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following in _YEARS and _old(tokens, at + 1):
        return _with_unit(tokens, at + 1, years, olds=True)
    ends = following in {"", ",", ".", ")", "and", "&", ";", "\n", "but", "now"}
    return Age(years, None, at + 1, stated=True) if introduced and years > 1 and ends else None


def _born(message: str, tokens: list[Token], at: int) -> Age | None:
    place = at
    while place < len(tokens) and tokens[place].low in {
        "dob",
        "d.o.b",
        "born",
        "on",
        ":",
        ".",
        "-",
        "date",
        "of",
        "birth",
        ",",
    }:
        place += 1
    if place >= len(tokens) or not tokens[place].is_number:
        return None
    match = _DATE.match(message, tokens[place].start)
    said = None if match else _SAID_DATE.match(message, tokens[place].start)
    found = match or said
    if found is None or (said and place == at):
        return None
    month = int(found[2]) if match else _MONTH_NAMES.index(found[2].lower()) + 1
    end = next((i for i in range(place, len(tokens)) if tokens[i].start >= found.end()), len(tokens))
    return Age(None, iso(int(found[1]), month, int(found[3])), end, stated=True)


def iso(day: int, month: int, year: int) -> str | None:
    """A date of birth as ISO; two-digit years over 30 are of the last century. None where there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if year > 99 else year + (2000 if year <= 30 else 1900)
    return f"{full:04}-{month:02}-{day:02}"


def numbers_at(tokens: list[Token], at: int) -> tuple[list[int], int]:
    """The bare ages of a list ("3, 5 and 9") that begins at a token, and the token after it."""
    ages: list[int] = []
    place = end = at
    while place < len(tokens):
        token = tokens[place]
        if token.is_number and int(token.text) <= _OLDEST and _bare(tokens, place):
            ages.append(int(token.text))
            end = place + 1
        elif not (ages and token.low in {",", "and", "&", "+", "-"}):
            break
        place += 1
    return ages, end


def _bare(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return True
    if following.low == ".":
        return not _digit_after(tokens, at + 1)
    if following.low in words("no_age_after") | _YEARS | _MONTHS | _WEEKS:
        return False
    return not following.text[0].isalpha() or following.low in {
        "and",
        "with",
        "at",
        "who",
        "all",
        "both",
        "in",
        "plus",
        "but",
        "so",
        "is",
        "are",
        "then",
        "me",
        "respectively",
        "living",
    }
