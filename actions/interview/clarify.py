"""Asking again about what is unclear: which needs to ask about, and what a short answer to several of them means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from actions.interview import indicators, lexicon, phrases
from actions.interview.draft import Draft
from actions.interview.thread import Assessment, Criterion, Message, Programme
from nlu.reading import Status

ROUNDS = 2
ONE_BY_ONE = 6
GROUP = 5
"""So many needs in one message at most: a longer list is not read."""
_PART = re.compile(r"[.,;\n]+|\b(?:and|but)\b", re.IGNORECASE)
_SCOPES = ("national", "local", "discretionary")
_MEANING: dict[str, Status] = {"yes": "asserted", "no": "negated", "unsure": "uncertain"}


def unclear(draft: Draft, programme: Programme, assessment: Assessment, *, one_by_one: bool = False) -> tuple[str, ...]:
    """The needs to ask about next, most deciding first; empty when there is nothing (more) to ask.

    ``one_by_one``: in another language than English only yes, no and not sure are understood, so each need is asked
    about by itself, in at most :data:`ONE_BY_ONE` messages.

    Needs of the criteria that could still change the outcome, then needs that were left uncertain. Each is asked
    about once, in at most :data:`ROUNDS` messages of at most :data:`GROUP` needs.
    """
    if len(draft.rounds) >= (ONE_BY_ONE if one_by_one else ROUNDS):
        return ()
    wanted = dict.fromkeys(
        need for need in _candidates(draft, programme, assessment) if not draft.has(f"clarify:{need}")
    )
    return tuple(wanted)[: 1 if one_by_one else GROUP]


def _candidates(draft: Draft, programme: Programme, assessment: Assessment) -> Iterator[str]:
    ordered = sorted(programme.criteria, key=lambda criterion: _rank(criterion.scope))
    for criterion in ordered:
        if criterion.code in assessment.missing:
            yield from _open_needs(draft, criterion)
    for criterion in ordered:
        if assessment.states.get(criterion.code) == "uncertain":
            yield from (need for need in criterion.about if "uncertain" in _statuses(draft, need))


def _rank(scope: str) -> int:
    return _SCOPES.index(scope) if scope in _SCOPES else len(_SCOPES)


def _statuses(draft: Draft, need: str) -> set[str]:
    return {entry["status"] for entry in indicators.state_of(draft.indicators, need)}


def _open_needs(draft: Draft, criterion: Criterion) -> list[str]:
    """The criterion's needs that nothing settled; where all are settled and it still is not, those that hold."""
    said = {need: _statuses(draft, need) for need in criterion.about}
    unsettled = [need for need, statuses in said.items() if not statuses & {"asserted", "negated"}]
    return unsettled or [need for need, statuses in said.items() if "asserted" in statuses]


def listen(draft: Draft, message: Message, about: tuple[str, ...], said_by: str) -> bool:
    """Take an answer about several needs; False where it says nothing about any of them."""
    read = {mention.need for mention in message.reading.mentions}
    rest = [need for need in about if need not in read]
    placed = {need: short for need, short in _one_each(message, about).items() if need in rest}
    named = {} if message.press else _by_topic(message.text, rest)
    meaning = placed or named or _meaning(message, about, rest)
    draft.clarified = tuple(need for need in about if need in read or need in meaning)
    for need, short in meaning.items():
        if short in _MEANING:
            draft.indicators = indicators.settle(draft.indicators, need, _MEANING[short], message, said_by)
    return len(rest) < len(about) or bool(meaning)


def _one_each(message: Message, about: tuple[str, ...]) -> dict[str, str]:
    """What each sentence says where there are as many as needs, and each begins with an answer ("No, never. No.")."""
    sentences = phrases.sentences(message.text)
    shorts = [phrases.whole(sentence) or phrases.leading(sentence) for sentence in sentences]
    if message.press or len(about) < 2 or len(sentences) != len(about):
        return {}
    return {need: short for need, short in zip(about, shorts, strict=True) if short} if all(shorts) else {}


def _by_topic(text: str, rest: list[str]) -> dict[str, str]:
    """What each part of a longer answer says about the needs that it names ("money is fine, not sure of school")."""
    found: dict[str, str] = {}
    for part in _PART.split(lexicon.plain(text)):
        meant = _polarity(part)
        found |= {need: meant for need in rest if meant and need not in found and _named(need, part)}
    return found


def _polarity(part: str) -> str | None:
    if lexicon.pattern("doubt").search(part):
        return "unsure"
    if lexicon.pattern("all_well").search(part) or phrases.leading(part) == "no":
        return "no"
    return phrases.leading(part)


def _named(need: str, part: str) -> bool:
    words = _topics().get(need)
    return bool(words) and re.search(words or "", part, re.IGNORECASE) is not None


def topics_of(text: str) -> frozenset[str]:
    """The needs that a text names by their topic's words."""
    return frozenset(need for need in _topics() if _named(need, text))


@cache
def _topics() -> dict[str, str]:
    topics: dict[str, str] = yaml.safe_load(Path(__file__).with_name("topics.yml").read_text(encoding="utf-8"))
    return topics


def give_up(draft: Draft, message: Message, about: tuple[str, ...], said_by: str) -> None:
    """Record as uncertain what could not be understood twice."""
    for need in about:
        if not indicators.state_of(draft.indicators, need):
            draft.indicators = indicators.settle(draft.indicators, need, "uncertain", message, said_by)


def _meaning(message: Message, about: tuple[str, ...], rest: list[str]) -> dict[str, str]:
    """What short words say about each of the needs that nothing was read about."""
    mentions = message.reading.mentions
    short = phrases.short_answer(message)
    if not message.press and not mentions and lexicon.pattern("hedged_no").search(lexicon.plain(message.text)):
        # Nobody denied it: who does not know of it has not said that it is not so.
        return dict.fromkeys(rest, "unsure")
    if short is None and len(about) == 1 and not mentions:
        short = phrases.leading(message.text)
    if short and (short != "yes" or len(about) == 1):
        agrees = not mentions or all(mention.status == "negated" for mention in mentions)
        return dict.fromkeys(rest, short) if agrees or short in ("unsure", "skip") else {}
    parts = [phrases.whole(sentence) for sentence in phrases.sentences(message.text)]
    if len(parts) == len(about) and any(parts):
        by_place = dict(zip(about, parts, strict=True))
        return {need: part for need in rest if (part := by_place[need])}
    kinds = {part for part in parts if part}
    if len(kinds) == 1 and (kinds != {"yes"} or len(rest) == 1):
        return dict.fromkeys(rest, kinds.pop())
    return {}
