"""What was told and is over, or never was so, in words: "rent arrears cleared last week", "now I work".

It is no wish to take something out: the fact stays on record, as past or as denied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.interview import agencies, clarify, household, lexicon, meant
from actions.interview.draft import Draft, Entry
from actions.interview.indicators import entry_of, repeats
from actions.interview.needs import is_of_everybody, need_of
from actions.interview.thread import Message
from nlu.reading import Mention, Status

_TELLING = frozenset({"danger", "role", "district", "consent", "story", "household"})
"""Questions before and at the telling: there a past fact stands beside the others."""
_NAMING_SERVICES = frozenset({"agencies", "lead_professional", "contact"})
_WISHING = frozenset({"hopes"})


def take(draft: Draft, message: Message, sentence: str, said_by: str) -> bool:
    """Put as past, or as denied, what a sentence says is over or never was so; whether it says such a thing."""
    asked = message.question.id if message.question else None
    said = lexicon.plain(sentence)
    if asked in _TELLING or asked is None or _pattern("not_over").search(said):
        return False
    mentions = _read_in(message, sentence)
    status, topics = _status(said, mentions, asked), _well(said)
    if status is None and not topics:
        return False
    if _is_something_else(draft, message, said, asked):
        return False
    if _pattern("wanted").search(said) or (
        asked in _WISHING and (_pattern("wished_for").search(said) or not _pattern("so_now").search(said))
    ):
        return False
    found = _meant(draft, mentions, said, topics)
    also = [entry for entry in _holding(draft) if any(meant.in_the_same_words(entry, one) for one in found)]
    for entry in also:
        _settle(draft, entry, _news(message, sentence) | {"status": status or "negated", "said_by": said_by})
    denied = [_denied(mention, said_by, message) for mention in mentions if _is_the_opposite(mention, topics)]
    draft.indicators = draft.indicators + denied
    return bool(found or denied)


def _is_the_opposite(mention: Mention, topics: frozenset[str]) -> bool:
    """Whether words that say that it goes well were read as a fact: "going to school regular"."""
    return mention.status in ("asserted", "uncertain") and bool({mention.need, mention.indicator} & topics)


def _denied(mention: Mention, said_by: str, message: Message) -> Entry:
    return entry_of(mention, said_by, message.n) | {"status": "negated"}


def _read_in(message: Message, sentence: str) -> list[Mention]:
    return [mention for mention in message.reading.mentions if mention.words and mention.words in sentence]


def _status(said: str, mentions: Iterable[Mention], asked: str) -> Status | None:
    """How the words say that it is: by what was read, else by their own signs."""
    read = {mention.status for mention in mentions}
    if _pattern("never_so").search(said):
        return "negated"
    if _pattern("is_over").search(said):
        return "historical"
    if read and not read & {"asserted", "uncertain"} and asked not in _WISHING:
        return "historical" if "historical" in read else "negated"
    return None


def _well(said: str) -> frozenset[str]:
    """The needs, or single indicators, of which the words say that all is well."""
    return frozenset(need for need in _data()["well"] if _well_pattern(need).search(said))


def _is_something_else(draft: Draft, message: Message, said: str, asked: str) -> bool:
    """Whether the words end the help of a service, or answer the question that is open about that very need."""
    if agencies.taken_out(draft.agencies, said) or message.reading.contacts or message.reading.postcode:
        return True
    of_services = ("services_end", "reached", "nobody_helps")
    if asked in _NAMING_SERVICES and any(_pattern(name).search(said) for name in of_services):
        return True
    about = set(message.question.about) if message.question else set()
    return bool(about & (clarify.topics_of(said) | {mention.need for mention in message.reading.mentions}))


def _meant(draft: Draft, mentions: list[Mention], said: str, topics: frozenset[str]) -> list[Entry]:
    """The facts that hold as yet and that the words name: by the need that goes well, or by what they say."""
    holds = _holding(draft)
    if topics:
        of_need = [entry for entry in holds if {need_of(entry["code"]), entry["code"]} & topics]
        return _of_whom(draft, of_need, said)
    named = clarify.topics_of(said) | {mention.need for mention in mentions}
    spoken_of = [entry for entry in holds if need_of(entry["code"]) in named or meant.shares_words(entry, said)]
    return _of_whom(draft, meant.by(spoken_of, mentions, said), said)


def _holding(draft: Draft) -> list[Entry]:
    return [entry for entry in draft.indicators if entry["status"] in ("asserted", "uncertain")]


def _of_whom(draft: Draft, entries: list[Entry], said: str) -> list[Entry]:
    """The entries but for those about somebody else of the household than the one that is named."""
    named = {
        name for person in draft.people for name in _names(person) if re.search(rf"\b{re.escape(name)}\b", said, re.I)
    }
    if not named:
        return entries
    meant_people = [person for person in draft.people if _names(person) & named]
    kin = {name for person in meant_people for name in _names(person)}
    return [
        entry
        for entry in entries
        if not entry["person"]
        or str(entry["person"]).split()[0].casefold() in kin
        or is_of_everybody(entry["code"])
        or any(_is_the_only(draft, person, entry["person"]) for person in meant_people)
    ]


def _is_the_only(draft: Draft, person: Entry, called: str) -> bool:
    """Whether somebody of the household is "the parent", or "the child", that a fact was told of."""
    kind = "child" if household.is_child(person) else "adult"
    others = [other for other in draft.people if household.is_child(other) == (kind == "child")]
    return len(others) == 1 and bool(re.fullmatch("|".join(_data()["somebody"][kind]), called, re.IGNORECASE))


def _names(person: Entry) -> set[str]:
    names = [(person["name"] or "").split()[:1], [person["relation"] or ""]]
    return {name.casefold() for part in names for name in part if name}


def _news(message: Message, sentence: str) -> Entry:
    """Where and in what words it is said."""
    start = message.text.find(sentence)
    place = {"start": start, "end": start + len(sentence)} if start >= 0 else {"start": None, "end": None}
    return {"words": sentence, "date": None, "message": message.n, **place}


def _settle(draft: Draft, entry: Entry, news: Entry) -> None:
    """Put what is said now in the place of an entry."""
    new, rest = entry | news, [other for other in draft.indicators if other is not entry]
    draft.indicators = rest if any(repeats(other, new) for other in rest) else [*rest, new]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]), re.IGNORECASE)


@cache
def _well_pattern(need: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()["well"][need]), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("over.yml").read_text(encoding="utf-8"))
    return data
