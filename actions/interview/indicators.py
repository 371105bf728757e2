"""Facts about the family: what a new mention does to those already known.

Two words on one fact stand side by side as evidence, unless the later one corrects, or answers a question about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.interview.needs import indicators_of, is_of_everybody, need_of
from actions.interview.thread import Message
from nlu.reading import Mention, Status

Entry = dict[str, Any]
_LONGEST_WORDS = 4_000
_RELATED = {"mother": "mum", "mam": "mum", "mom": "mum", "father": "dad", "boy": "son", "girl": "daughter"}


def entry_of(mention: Mention, said_by: str, message: int) -> Entry:
    """A mention in the message of a number as an entry of the draft's ``indicators``; offsets are that message's."""
    return {
        "code": mention.indicator,
        "status": mention.status,
        "person": mention.person,
        "words": mention.words[:_LONGEST_WORDS],
        "said_by": said_by,
        "date": mention.date,
        "message": message,
        "start": mention.start,
        "end": mention.end,
    }


def take(
    entries: list[Entry],
    mentions: Iterable[Mention],
    said_by: str,
    message: int,
    *,
    correction: bool,
    asked: Iterable[str] = (),
    reviewing: bool = False,
) -> list[Entry]:
    """The entries after one message's mentions; ``asked`` are the needs that its question was about.

    While the summary is looked at (``reviewing``) a no puts right what it denies, and a yes stands beside the rest.
    """
    known = list(entries)
    asked = frozenset(asked)
    added: list[Entry] = []
    for mention in mentions:
        new = entry_of(mention, said_by, message)
        denied = mention.status == "negated" and (reviewing or mention.need in asked)
        if correction or denied:
            known = [old for old in known if not _corrected(known, old, new)]
        elif mention.need in asked:
            known = [old for old in known if not _same_fact(old, new)]
        if not any(repeats(old, new) for old in (*known, *added)):
            added.append(new)
    return known + added


def state_of(entries: Iterable[Entry], need: str) -> list[Entry]:
    """The entries that are about a need."""
    return [entry for entry in entries if _need(entry) == need]


def settle(entries: list[Entry], need: str, status: Status, message: Message, said_by: str) -> list[Entry]:
    """The entries after a short answer about a need as a whole.

    A no takes back what was uncertain, not what is told to be over: that was so. It settles the need as a whole unless
    a fact of it stands: then it is about the first other one. A doubt where nothing was said is about the need as a
    whole, and changes nothing that was told before; a yes is about the first fact.
    """
    unsettled = ("uncertain",) if status == "negated" else ("uncertain", "historical")
    open_codes = [entry["code"] for entry in state_of(entries, need) if entry["status"] in unsettled]
    if status == "uncertain" and open_codes:
        return list(entries)
    standing = {entry["code"] for entry in state_of(entries, need) if entry["status"] == "asserted"}
    free = [code for code in indicators_of(need) if code not in standing]
    whole = [need] if status != "asserted" and not standing else []
    doubted = [code for code in dict.fromkeys(open_codes) if code != need]
    codes = doubted + whole or free[:1] or list(indicators_of(need)[:1])
    kept = [
        entry for entry in entries if entry["code"] not in open_codes or entry["status"] not in (*unsettled, "negated")
    ]
    settled = [_settled(entries, code, status, message, said_by) for code in codes]
    return kept + [entry for entry in settled if not any(repeats(old, entry) for old in kept)]


def _settled(entries: list[Entry], code: str, status: Status, message: Message, said_by: str) -> Entry:
    """A short answer as an entry, about the person that the doubt was about; no words of it alone say so."""
    return {
        "code": code,
        "status": status,
        "person": next((entry["person"] for entry in entries if entry["code"] == code), None),
        "words": message.text.strip()[:_LONGEST_WORDS],
        "said_by": said_by,
        "date": None,
        "message": message.n,
        "start": None,
        "end": None,
    }


def _need(entry: Entry) -> str | None:
    return need_of(entry["code"])


def same_person(first: str | None, second: str | None) -> bool:
    """Whether two facts may be about one person, by relation or name; of whom nothing is said may be anybody."""
    one, two = (_RELATED.get(str(person).casefold(), person) for person in (first, second))
    return one is None or two is None or one.casefold() == two.casefold()


def _same_fact(old: Entry, new: Entry) -> bool:
    if old["code"] != new["code"]:
        return False
    of_all = new["status"] == "negated" and is_of_everybody(new["code"])
    return of_all or same_person(old["person"], new["person"])


def _corrected(known: list[Entry], old: Entry, new: Entry) -> bool:
    """Whether a correction is about an entry. A no to one fact that stands leaves the need's others alone."""
    if new["status"] == "negated" and any(_same_fact(each, new) and each["status"] != "negated" for each in known):
        return _same_fact(old, new)
    same_need = _need(new) is not None and _need(old) == _need(new)
    return (old["code"] == new["code"] or same_need) and same_person(old["person"], new["person"])


def repeats(old: Entry, new: Entry) -> bool:
    """Whether an entry says what another says already."""
    keys = ("code", "status", "said_by")
    same = all(old[key] == new[key] for key in keys)
    return same and old["person"] == new["person"] and new["date"] in (None, old["date"])
