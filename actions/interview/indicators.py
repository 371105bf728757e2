"""Facts about the family: what a new mention does to those already known.

Two words on one fact stand side by side as evidence, unless the later one corrects, or answers a question about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.interview.needs import indicators_of, need_of
from nlu.reading import Mention, Status

Entry = dict[str, Any]
_LONGEST_WORDS = 4_000
_RELATED = {"mother": "mum", "mam": "mum", "mom": "mum", "father": "dad", "boy": "son", "girl": "daughter"}


def entry_of(mention: Mention, said_by: str) -> Entry:
    """A mention as an entry of the draft's ``indicators``."""
    return {
        "code": mention.indicator,
        "status": mention.status,
        "person": mention.person,
        "words": mention.words[:_LONGEST_WORDS],
        "said_by": said_by,
        "date": mention.date,
    }


def take(
    entries: list[Entry],
    mentions: Iterable[Mention],
    said_by: str,
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
        new = entry_of(mention, said_by)
        denied = mention.status == "negated" and (reviewing or mention.need in asked)
        if correction or denied:
            known = [old for old in known if not _corrected(old, new)]
        elif mention.need in asked:
            known = [old for old in known if not _same_fact(old, new)]
        if not any(_repeats(old, new) for old in (*known, *added)):
            added.append(new)
    return known + added


def state_of(entries: Iterable[Entry], need: str) -> list[Entry]:
    """The entries that are about a need."""
    return [entry for entry in entries if _need(entry) == need]


def settle(entries: list[Entry], need: str, status: Status, words: str, said_by: str) -> list[Entry]:
    """The entries after a short answer about a need as a whole.

    A no takes back what was uncertain or past, and settles the need as a whole unless a fact of it stands: then it is
    about the first other one. A doubt where nothing was said is about the need as a whole, and changes nothing that was
    told before; a yes is about the first fact.
    """
    open_codes = [entry["code"] for entry in state_of(entries, need) if entry["status"] in ("uncertain", "historical")]
    if status == "uncertain" and open_codes:
        return list(entries)
    standing = {entry["code"] for entry in state_of(entries, need) if entry["status"] == "asserted"}
    free = [code for code in indicators_of(need) if code not in standing]
    whole = [need] if status != "asserted" and not standing else []
    doubted = [code for code in dict.fromkeys(open_codes) if code != need]
    codes = doubted + whole or free[:1] or list(indicators_of(need)[:1])
    kept = [entry for entry in entries if not (entry["code"] in open_codes and entry["status"] != "asserted")]
    settled = [_settled(entries, code, status, words, said_by) for code in codes]
    return kept + [entry for entry in settled if not any(_repeats(old, entry) for old in kept)]


def _settled(entries: list[Entry], code: str, status: Status, words: str, said_by: str) -> Entry:
    """A short answer as an entry, about the person that the doubt was about."""
    person = next((entry["person"] for entry in entries if entry["code"] == code), None)
    said = words.strip()[:_LONGEST_WORDS]
    return {"code": code, "status": status, "person": person, "words": said, "said_by": said_by, "date": None}


def _need(entry: Entry) -> str | None:
    return need_of(entry["code"])


def _same_person(old: Entry, new: Entry) -> bool:
    first, second = (_RELATED.get(str(entry["person"]).casefold(), entry["person"]) for entry in (old, new))
    return first is None or second is None or first.casefold() == second.casefold()


def _same_fact(old: Entry, new: Entry) -> bool:
    return bool(old["code"] == new["code"]) and _same_person(old, new)


def _corrected(old: Entry, new: Entry) -> bool:
    same_need = _need(new) is not None and _need(old) == _need(new)
    return (old["code"] == new["code"] or same_need) and _same_person(old, new)


def _repeats(old: Entry, new: Entry) -> bool:
    keys = ("code", "status", "said_by")
    same = all(old[key] == new[key] for key in keys)
    return same and old["person"] == new["person"] and new["date"] in (None, old["date"])
