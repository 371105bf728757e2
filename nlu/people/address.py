"""Where the family lives: addresses and postcodes as people write them, the newest where several are named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.people.phones import phone_spans
from nlu.people.vocabulary import is_first_name
from nlu.people.words_in import tokens_of

__all__ = ["POSTCODE", "find_addresses", "phone_spans", "read_address", "read_postcode"]

# The shape published in the government's Bulk Data Transfer schema; whether a postcode exists is not known here.
# Letters that no postcode has at its end are kept as written, for a person to see; "2pm" and "3km" are none.
# "O" for "0" is let pass where a digit must stand, in capitals or in a postcode that is all small letters.
POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])(GIR|[A-PR-UWYZa-pr-uwyz](?:[0-9]{1,2}|[A-HK-Ya-hk-y][0-9]|[A-HK-Ya-hk-y][0-9](?:[0-9]|[ABEHMNPRV-Yabehmnprv-y])|"
    r"[0-9][A-HJKPS-UWa-hjkps-uw])|[A-Z]{1,2}[0-9][O]|[Zz][Zz][0-9]{1,2})[\s,.]{0,2}([0-9](?!(?:[KCMkcm][Mm]|[Kk][Gg]|[Mm][LlGg]|[AaPp][Mm]|[Oo][FfKk])(?![A-Za-z]))[A-Za-z]{2}|(?-i:O[ABD-HJLNP-UW-Z]{2}|(?<=[a-z]\d)\so[abd-hjlnp-uw-z]{2}))(?![A-Za-z0-9])"
)
_ROAD = (
    "road|rd|street|lane|ln|avenue|ave|crescent|cres|gardens|gdns|terrace|grove|broadway|mews|parade|"
    "wharf|croft|meadows?|farm|estate"
)
_PERHAPS = (
    "st|close|cl|drive|dr|way|court|ct|place|pl|hill|walk|park|square|sq|row|rise|green|view|house|path|"
    "end|fields?|yard|gate|mount|vale|common|cottages?|villas?|heights"
)
_UNIT = r"(?:flat|apartment|apt|unit|room|plot|caravan|block|basement flat)\s+\w{1,4}"
_NUMBER = r"(?:no\.?\s*)?\d{1,4}(?:\s?[/-]\s?\d{1,4})?[a-dA-D]?"
_NOT_MIDDLE = (
    r"(?!(?:on|of|in|at|years?|months?|weeks?|days?|times|kids?|children|boys?|girls?|people|and|is|to|out|bed|bedroom|bedroomed|sessions|minutes|"
    r"miles|for|from|pm|am|sons?|daughters?|hours?|different|other|good|more|old|yr|yrs|with|who|a|an|my|his|her|their|our|foster|adults?)\b)"
)
_LINE = re.compile(
    rf"(?:\b(?P<unit>{_UNIT})\s*,?\s*)?(?<![\d/£.])\b(?P<number>{_NUMBER})\s*,?\s+(?P<middle>(?:{_NOT_MIDDLE}[a-z&][\w'’.&-]*\s+){{0,4}}?)"
    rf"(?P<road>{_ROAD}|{_PERHAPS})\b\.?(?:\s+(?:estate|north|south|east|west)\b)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?i:\b(?:live[sd]?|living|staying|based|address(?: is)?|moved|house number|"
    r"number)\b)?[^,]*?(?i:\b(?:at|to|is|now|be|was|from|address|it's|its|in|on|that|not|are|moved to|"
    r"number is|address is)\b)[:\s]+(?=(?i:flat|room|unit|apartment|the)?\s*[\dA-Z])"
)
_LABEL = re.compile(r"(?i)^.*?\b(?:address|lives|live|house number is|living)\s*[:-]?\s+(?=\S)")
_AGED = re.compile(
    rf"\s*(?!{_UNIT}|(?:no|number|house|lot)\b)(?:(?!(?:is|at|to|now|was|home|address)\b)[^\W\d][\w'’-]+\s+){{1,3}}"
    r"\d{1,2}\s*$",
    re.IGNORECASE,
)
"""Perhaps a name with an age; a house has its number first."""
_SMALL = frozenset({"upon", "on", "the", "and", "of", "in", "under", "le", "next", "by", "&", "cum", "with"})
_STOP = frozenset(
    {
        "and",
        "but",
        "now",
        "with",
        "since",
        "we",
        "is",
        "not",
        "for",
        "phone",
        "tel",
        "mobile",
        "i",
        "she",
        "he",
        "they",
        "my",
        "her",
        "his",
        "it",
        "its",
        "so",
        "because",
        "where",
    }
    | {
        "please",
        "before",
        "after",
        "until",
        "postcode",
        "ring",
        "call",
        "text",
        "email",
        "mum",
        "dad",
        "live",
        "lives",
        "at",
        "at the",
        "the",
        "a",
        "this",
        "was",
        "has",
        "have",
        "are",
        "who",
        "ta",
    }
    | {
        "thanks",
        "number",
        "contact",
        "moved",
        "when",
        "to",
        "from",
        "also",
        "or",
        "as",
        "just",
        "there",
        "in",
        "on",
        "of",
        "by",
        "that",
    }
)
_OLD = re.compile(
    r"\b(?:before that|before this|previous(?:ly)?|used to|formerly|was at|were at|old address|not|"
    r"moved from|evicted from|was|were|left|until|last address|came from|instead of|lived|prior|"
    r"originally|were living|was living|out of)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:moved to|moved \w+ \w+ to|moved|now|new address|currently|these days|at present|it's|living at|lives? at)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:moved|now|new address|currently)\b", re.IGNORECASE)
_NOWHERE = re.compile(r"\bno fixed (?:address|abode|place of abode)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address with or without its postcode, and where it stands in the message."""

    line: str | None
    postcode: str | None
    start: int
    end: int
    old: bool = False
    """Said to be where they lived before."""


def read_postcode(message: str) -> str | None:
    """The postcode of where they live now, as "TN13 2AB"."""
    places = [place for place in find_addresses(message) if place.postcode]
    chosen = _current(places)
    return chosen.postcode if chosen else None


def read_address(message: str) -> str | None:
    """The address line as written, without its postcode; "no fixed address" where that is said."""
    places = [place for place in find_addresses(message) if place.line]
    chosen = _current(places)
    if chosen and not chosen.old:
        return chosen.line
    nowhere = _NOWHERE.search(message)
    return nowhere.group() if nowhere else chosen.line if chosen else None


def _current(places: list[Address]) -> Address | None:
    return next((place for place in places if not place.old), places[-1] if places else None)


def find_addresses(message: str) -> list[Address]:
    """Every address and postcode, in order; each says whether it is an earlier one."""
    text = _blank(message, phone_spans(message))
    found: list[Address] = []
    for match in POSTCODE.finditer(text):
        floor = found[-1].end if found else 0
        line = _before(text, floor, match.start())
        start = line[1] if line else match.start()
        found.append(Address(line[0] if line else None, _tidy(match), start, match.end()))
    rest = _blank(text, [(place.start, place.end) for place in found])
    for match in _LINE.finditer(rest):
        if _is_address(rest, match):
            end = _town_end(rest, match.end())
            found.append(Address(_squeeze(rest[match.start() : end]), None, match.start(), end))
    return _dated(text, sorted(found, key=lambda place: place.start))


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _tidy(match: re.Match[str]) -> str:
    outward, inward = match.group(1).upper(), match.group(2).strip().upper()
    if len(outward) > 2 and outward[-1] == "O":
        outward = outward[:-1] + "0"
    return f"{outward} {'0' + inward[1:] if inward[0] == 'O' else inward}"


def _squeeze(text: str) -> str:
    return re.sub(r"\s*[\n]+\s*", ", ", re.sub(r"[^\S\n]+", " ", text)).strip(" ,.:;-")


def _before(text: str, floor: int, end: int) -> tuple[str | None, int] | None:
    """The address that leads up to a postcode, comma by comma backwards while it reads like one; no town alone."""
    floor = max(floor, end - 120)
    cut = max(
        (
            m.end()
            for m in re.finditer(r"(?<!\bst)(?<!\brd)(?<!\bave)[.!?;](?=\s)|\x00", text[floor:end], re.IGNORECASE)
        ),
        default=0,
    )
    floor += cut
    start: int | None = None
    right = end
    edges = [m.start() for m in re.finditer(r"[,\n]", text[floor:end])]
    for edge in [*reversed(edges), -1]:
        begin = floor + edge + 1
        part = text[begin:right]
        if not part.strip(" ,.\n-"):
            right = begin - 1 if edge >= 0 else begin
            continue
        if _is_somebody(part) or (
            part.strip().isdigit() and _is_somebody(text[floor:begin].rstrip(", ").split(",")[-1])
        ):
            break
        lead = _lead_end(part)
        if not _reads_like_part(part[lead:]):
            break
        start = begin + lead
        right = begin - 1 if edge >= 0 else begin
        if lead:
            break
    if start is None:
        return None
    line = _squeeze(re.sub(r"(?i)\b(?:post ?code|pcode)\b.*$", "", text[start:end]))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    line, start = _without_name(line, start, text)
    if not line or not _is_only_town(line):
        return (line, start) if line else None
    return None if _is_somebody(line) else (None, start)


def _is_somebody(part: str) -> bool:
    """Whether "Kelly Marsh 34" or "Kelly" stands between the commas, not a house or a town."""
    words = tokens_of(part.strip())
    road = re.search(rf"\b(?:{_ROAD}|{_PERHAPS})\b", part, re.IGNORECASE)
    return bool(words) and (is_first_name(words[0]) or _AGED.match(part) is not None) and not road


def _without_name(line: str, start: int, text: str) -> tuple[str, int]:
    """A letter's address begins with the addressee: "Kelly Marsh, 45 Queens Gardens"."""
    first, comma, rest = line.partition(", ")
    words = tokens_of(first)
    named = (
        words
        and is_first_name(words[0])
        and len(words) <= 3
        and not re.search(rf"\d|\b(?:{_ROAD}|{_PERHAPS})\b", first, re.IGNORECASE)
    )
    return (rest, text.index(rest[:3], start)) if comma and named else (line, start)


def _lead_end(part: str) -> int:
    """Where the address begins after "we live at", "address:", "moved to"."""
    ends = [0]
    for pattern in (_LEAD, _LABEL):
        match = pattern.match(part)
        if (
            match
            and _reads_like_part(part[match.end() :])
            and not re.match(r"\s*(?:the )?(?:\d|flat\b)", part, re.IGNORECASE)
        ):
            ends.append(match.end())
    line = _LINE.search(part)
    before = part[: line.start()].strip() if line else ""
    if line and line.start() > max(ends) and before and not before.istitle():
        ends.append(line.start())
    return max(ends)


def _reads_like_part(part: str) -> bool:
    words = re.findall(r"[\w'’&/-]+", part)
    if not words or len(words) > 7:
        return False
    if re.match(rf"\s*(?:{_UNIT}|{_NUMBER})\b", part, re.IGNORECASE) and len(words) <= 7:
        return not any(
            word.lower() in {"years", "months", "kids", "children", "times", "weeks", "year"} for word in words
        )
    if any(word.lower() in _STOP - _SMALL for word in words):
        return False
    titled = all(word[0].isupper() or word.lower() in _SMALL for word in words)
    return titled or (len(words) <= 3 and words[0].lower() not in _SMALL)


def _is_only_town(line: str) -> bool:
    """ "Swanley BR8 8ES" tells no address, only a place."""
    has_road = re.search(rf"\b(?:{_ROAD}|{_PERHAPS})\b", line, re.IGNORECASE)
    return not (has_road or re.search(r"\d", line) or "," in line)


def _is_address(text: str, match: re.Match[str]) -> bool:
    """Lower-case "place" or "close" after a number is an address only where one is expected."""
    if re.fullmatch(_ROAD, match.group("road"), re.IGNORECASE) and match.group("middle"):
        return True
    if match.group("road")[0].isupper() or match.group("unit"):
        return True
    before = text[: match.start()].rstrip(" :,-\n")
    led = not before or re.search(
        r"\b(?:at|to|is|address|now|live|lives|from|its|it's|number|not)$", before, re.IGNORECASE
    )
    return bool(led and match.group("middle"))


def _town_end(text: str, end: int) -> int:
    """Past the town that follows: after a comma, or one or two words up to the end of the sentence."""
    tail = re.match(r"[^\S\n]+((?:[A-Za-z][\w'-]*[^\S\n]*){1,3}?)(?=\s*(?:,|\.|;|\n|\x00|$))", text[end:])
    if tail and _town(tail.group(1)):
        end += tail.end()
    while comma := re.match(r"\s*[,\n]\s*((?:[A-Za-z][\w'-]*[^\S\n]*){1,3}?)(?=\s*(?:,|\.|;|\n|\x00|$))", text[end:]):
        if not _town(comma.group(1)):
            break
        end += comma.end()
    return end


def _town(words: str) -> bool:
    parts = words.split()
    if any(part.lower() in _STOP - _SMALL | {"and"} for part in parts) or re.search(r"\d", words):
        return False
    return parts[0].lower() not in _STOP


def _dated(text: str, places: list[Address]) -> list[Address]:
    """The same places, those marked that what stands before them, or a "now" at a later one, puts into the past."""
    dated: list[Address] = []
    floor = 0
    for place in places:
        gap = text[max(floor, place.start - 60) : place.start]
        old = max((m.start() for m in _OLD.finditer(gap)), default=-1)
        new = max((m.start() for m in _NEW.finditer(gap)), default=-1)
        if new > old and _NOW.search(gap):
            dated = [Address(p.line, p.postcode, p.start, p.end, old=True) for p in dated]
        dated.append(Address(place.line, place.postcode, place.start, place.end, old=old > new))
        floor = place.end
    return dated
