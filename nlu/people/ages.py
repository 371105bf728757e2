"""An age or a date of birth among the words: "15", "9 months", "nearly four", "DOB 3/4/2011"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nlu.people.vocabulary import relation_of, words
from nlu.people.words_in import Token

SPELT = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_AGED = frozenset({"aged", "age", "ages"})
_ABOUT = frozenset({"just", "now", "only", "about", "around", "approx", "approximately", "roughly", "turned", "under"})
_NOT_YET = frozenset({"nearly", "almost", "approaching", "coming", "soon", "turning", "turns"})
_NEARLY = (("will", "be"), ("not", "quite"), ("just", "under"))
_SOON = frozenset({"in", "next", "on", "this", "soon", "tomorrow"})
_BEFORE_NUMBER = frozenset({"up", "to", "for", "be", "quite", "at", "on"})
_YEARS = frozenset({"year", "years", "yr", "yrs", "year-old", "years-old", "yo", "year-olds", "yr-old", "yrs-old", "y"})
_MONTHS = frozenset({"month", "months", "mth", "mths", "month-old", "months-old", "mos", "m", "mnths"})
_WEEKS = frozenset({"week", "weeks", "wk", "wks", "week-old", "weeks-old", "day-old", "days-old"})
IN_SCHOOL_YEAR = "§"
"""Stands for "in Year 9" and its like in the text that is read for ages."""
_HALVES = frozenset({"½", "¼", "¾"})
_DATE = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)?\d\d)(?!\d)")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_WORDS = frozenset(_MONTH_NAMES) | {
    *("january", "february", "march", "april", "june", "july", "august", "september", "sept", "october", "november"),
    "december",
} - {"may", "jan"}
_MONTH = rf"({'|'.join(_MONTH_NAMES)})[a-z]*\.?"
_YEAR = r"((?:19|20)\d\d|['’]\d\d)(?!\d)"
_SAID_DATE = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s./-]*(?:of\s+)?{_MONTH}[\s,./-]*{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_MONTH}\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?[\s,]+{_YEAR}", re.IGNORECASE)
_ISO_DATE = re.compile(r"((?:19|20)\d\d)-(\d\d?)-(\d\d?)(?!\d)")
_BIRTH_YEAR = re.compile(r"(?:19|20)\d\d(?!\s?[/.-]\s?\d)")
"""A year alone: of two ages nobody knows which."""
_BORN = frozenset(
    {"dob", "d.o.b", "born", "on", "in", ":", ".", "-", "date", "of", "birth", ",", "b", "was", "is", "'s"}
)
_SAYS_BORN = frozenset({"dob", "d.o.b", "born", "birth", "b"})
_OLDEST = 99
_MOST_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Age:
    """Years (0 for a baby), or the date of birth as ISO, or neither where it is not clear ("14 in May")."""

    years: int | None
    date_of_birth: str | None
    end: int
    """The token after it."""
    old: bool = False
    """With its unit and "old" ("9 years old"): it can stand for somebody by itself."""
    stated: bool = False
    """Said as an age ("aged 9", "12 yrs"), not only as a number."""
    baby: bool = False
    """In weeks or months, and under a year."""
    at_school: bool = False
    """Only a year at school was said."""


def age_at(message: str, tokens: list[Token], at: int) -> Age | None:
    """The age or date of birth that begins at exactly this token; None where none does."""
    born = _born(message, tokens, at)
    if born:
        return born
    if tokens[at].text == IN_SCHOOL_YEAR:
        return Age(None, None, at + 1, at_school=True)
    start, aged, less = _lead(tokens, at)
    number = number_at(tokens, start)
    if number is None or (start > at and not (aged or less or tokens[at].low in _ABOUT)):
        return None
    years, end, spelt = number
    if years > _OLDEST or _low(tokens, end) in ("ago", "%"):
        return None
    age = _with_unit(tokens, years, end, aged=aged, spelt=spelt)
    if age is None:
        return None
    led_by = {token.low for token in tokens[at:start]}
    return _shifted(tokens, age, less=less, verb=bool(led_by & {"turning", "turns", "be"}), done="turned" in led_by)


def _lead(tokens: list[Token], at: int) -> tuple[int, bool, bool]:
    """The token after "aged", "nearly" and their like, whether it is said as an age, and whether it is not reached."""
    start, aged, less = at, False, False
    while start < len(tokens) and start - at < 5:
        low = tokens[start].low
        after = _low(tokens, start + 1)
        if low in _AGED:
            aged = True
        elif low in _NOT_YET or (low, after) in _NEARLY or (start > at and (tokens[start - 1].low, low) in _NEARLY):
            less = True
        elif not (low in _ABOUT - {"under"} or (start > at and low in _BEFORE_NUMBER | {":", "-"})):
            break
        start += 1
    return start, aged, less


def number_at(tokens: list[Token], at: int) -> tuple[int, int, bool] | None:
    """The number that begins here in digits or words, the token after it, and whether it is in words."""
    token = tokens[at] if at < len(tokens) else None
    if token is None:
        return None
    if token.is_number:
        return (int(token.text), at + 1, False) if len(token.text) < 4 else None
    tens, _, ones = token.low.partition("-")
    if tens in _TENS:
        value = 20 + 10 * _TENS.index(tens)
        if ones in SPELT[:9]:
            return value + SPELT.index(ones) + 1, at + 1, True
        joined = _low(tokens, at + 1)
        return (value + SPELT.index(joined) + 1, at + 2, True) if joined in SPELT[:9] else (value, at + 1, True)
    return (SPELT.index(token.low) + 1, at + 1, True) if token.low in SPELT else None


def _with_unit(tokens: list[Token], years: int, end: int, *, aged: bool, spelt: bool) -> Age | None:
    """The age with what follows the number: a half, a unit, "old", or nothing at all."""
    end += _low(tokens, end) == "ish"
    half = _half(tokens, end)
    end, halved = half, half > end
    if _low(tokens, end) == "-" and _low(tokens, end + 1) in _YEARS | _MONTHS | _WEEKS:
        end += 1
    unit = _low(tokens, end)
    if unit == "y" and _low(tokens, end + 1) == "/":  # "12 y/o"
        return Age(years, None, min(end + 3, len(tokens)), old=True, stated=True)
    if unit == "/" and _low(tokens, end + 1) == "y":
        return None
    if unit == "m" and tokens[end].start != tokens[end - 1].end:
        unit = ""
    if unit in _YEARS | _MONTHS | _WEEKS:
        return _in_units(tokens, end, years, aged=aged)
    if not (aged or halved) and (years == 0 or (spelt and years == 1) or _is_no_age(tokens, end)):
        return None
    return Age(years, None, end, stated=aged or halved)


def _half(tokens: list[Token], at: int) -> int:
    """The token after "½", "and a half", ".5" that belong to a number."""
    if _low(tokens, at) in _HALVES:
        return at + 1
    ands = [_low(tokens, at + offset) for offset in range(3)]
    if ands[0] == "and" and "half" in ands[1:]:
        return at + 1 + ands.index("half")
    return at


def _in_units(tokens: list[Token], at: int, count: int, *, aged: bool) -> Age | None:
    """ "9 years old", "12 yrs", "7 months"; "8 years" in a story is a time, not an age."""
    unit = tokens[at].low
    end = at + 1
    half = _half(tokens, end)
    old = unit.endswith(("-old", "-olds")) or unit == "yo"
    smaller = number_at(tokens, half + (_low(tokens, half) in ("and", ",")))
    if unit in _YEARS and smaller and not smaller[2] and _low(tokens, smaller[1]) in _MONTHS:
        half = smaller[1] + 1
    end = half
    while _low(tokens, end) in ("old", "olds") or (_low(tokens, end) == "-" and _low(tokens, end + 1) == "old"):
        old, end = True, end + 1
    if [_low(tokens, end), _low(tokens, end + 1)] == ["of", "age"]:
        old, end = True, end + 2
    after = _low(tokens, end)
    alone = after in {
        "",
        ",",
        ".",
        ")",
        "(",
        ";",
        "\n",
        "and",
        "&",
        "n",
        "now",
        "+",
        "-",
        "plus",
        "/",
        "live",
        "lives",
        "with",
        "who",
    }
    if after == "ago" or not (old or aged or alone or (unit in ("yrs", "yr") and after.isalpha())):
        return None
    if unit in _MONTHS and count > _MOST_MONTHS:
        return None
    years = count if unit in _YEARS else count // 12 if unit in _MONTHS else 0
    return Age(years, None, end, old=old, stated=old or aged or half > at + 1, baby=unit not in _YEARS and years == 0)


def _shifted(tokens: list[Token], age: Age, *, less: bool, verb: bool, done: bool) -> Age:
    """The age as of now: "nearly 4" is 3, "16 going on 17" is 16, "14 in May" is not clear."""
    years, end = age.years or 0, age.end
    after, then = _low(tokens, end), _low(tokens, end + 1)
    if after == "going" and then == "on":
        past = number_at(tokens, end + 2)
        end = past[1] if past else end + 2
    elif less and not (verb and after not in _SOON):
        years = max(0, years - 1)
    elif after in ("soon", "tomorrow") or [after, then] in (["next", "week"], ["next", "month"]):
        return Age(max(0, years - 1), None, end, stated=True)
    elif not done and after in ("in", "next", "on") and then[:3] in (*_MONTH_NAMES, "wee", "mon", "birth"):
        return Age(None, None, end)
    return Age(years, None, end, old=age.old, stated=age.stated, baby=age.baby)


def _is_no_age(tokens: list[Token], at: int) -> bool:
    """Whether what follows a bare number makes it a count, a price, a time or a part of a larger number."""
    following = _low(tokens, at)
    if following == ".":
        return at + 1 < len(tokens) and tokens[at + 1].is_number and tokens[at + 1].start == tokens[at].end
    if following == "/":
        return at + 1 < len(tokens) and tokens[at + 1].is_number
    if following == "s" and tokens[at].start == tokens[at - 1].end:
        return True  # "40s"
    stuck = at < len(tokens) and tokens[at].start == tokens[at - 1].end and following[0].isalpha()
    return stuck or following in words("no_age_after") or following in _MONTH_WORDS


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _born(message: str, tokens: list[Token], at: int) -> Age | None:
    first = tokens[at]
    if not (first.is_number or first.low in _BORN or first.low[:3] in _MONTH_NAMES):
        return None
    place, said_born = at, False
    while place < len(tokens) and tokens[place].low in _BORN and place - at < 6:
        said_born = said_born or tokens[place].low in _SAYS_BORN
        place += 1
    if place >= len(tokens) or (place > at and not said_born):
        return None
    if said_born and (year := _BIRTH_YEAR.match(message, tokens[place].start)) and year.end() == tokens[place].end:
        return Age(None, None, place + 1, stated=True)
    written = _written_date(message, tokens[place])
    if written is None:
        return None
    day, until, in_words = written
    end = next((i for i in range(place, len(tokens)) if tokens[i].start >= until), len(tokens))
    if in_words and not said_born and not _stands_for_itself(tokens, at, end):
        return None
    return Age(None, day, end, stated=True)


def _written_date(message: str, token: Token) -> tuple[str | None, int, bool] | None:
    """The date that begins here as ISO, the character after it, and whether its month is a word."""
    if not token.is_number:
        if token.low[:3] not in _MONTH_NAMES:
            return None
        named = _MONTH_FIRST.match(message, token.start)
        return (iso(int(named[2]), _month(named[1]), _year(named[3])), named.end(), True) if named else None
    if match := _DATE.match(message, token.start):
        return iso(int(match[1]), int(match[2]), int(match[3])), match.end(), False
    if match := _ISO_DATE.match(message, token.start):
        return iso(int(match[3]), int(match[2]), int(match[1])), match.end(), False
    match = _SAID_DATE.match(message, token.start)
    return (iso(int(match[1]), _month(match[2]), _year(match[3])), match.end(), True) if match else None


def _month(name: str) -> int:
    return _MONTH_NAMES.index(name.lower()[:3]) + 1


def _year(said: str) -> int:
    return int(said.lstrip("'’"))


def _stands_for_itself(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a date with its month in words is somebody's: "Mia 4 May 2012;", not "on 4 May 2012"."""
    before, after = _low(tokens, at - 1), _low(tokens, end)
    begins = not before[:1].isalpha() or tokens[at - 1].is_capital or relation_of(before) is not None
    ends = not after[:1].isalpha() or tokens[end].is_capital or after in ("and", "n") or relation_of(after) is not None
    return begins and ends and after != ":"


def iso(day: int, month: int, year: int) -> str | None:
    """A date of birth as ISO; two-digit years over 30 are of the last century. None where there is no such day."""
    full = year if year > 99 else year + (2000 if year <= 30 else 1900)
    try:
        return date(full, month, day).isoformat()
    except ValueError:
        return None
