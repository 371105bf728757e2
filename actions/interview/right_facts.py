"""Of whom a fact is true, put right in words: "it isn't mum who drinks, it's dad"."""

from __future__ import annotations

import re

from actions.interview import clarify, lexicon
from actions.interview.draft import Draft
from actions.interview.indicators import same_person
from actions.interview.needs import need_of
from actions.interview.thread import Message

_WHO = r"(?:the |my |her |his |their )?(?P<{name}>[A-Za-z][\w'-]+)"
_NOT_FIRST = re.compile(
    r"\b(?:it (?:is|was) not|it (?:is|was)n't|it's not|its not|not) "
    rf"{_WHO.format(name='wrong')} (?:who|that|which)\b.{{2,60}}?"
    rf"\b(?:it's|it is|it was|its|but) {_WHO.format(name='right')}\b",
    re.IGNORECASE,
)
_RIGHT_FIRST = re.compile(
    r"\b(?:it's|it is|it was|its|that's|that was) (?:actually |really )?"
    rf"{_WHO.format(name='right')} (?:who|that|which)\b.{{2,60}}?"
    rf",? (?:and )?not {_WHO.format(name='wrong')}\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:it's|it is|it was|its|that's|that was) (?:actually |really )?"
    rf"{_WHO.format(name='right')},? (?:and )?not {_WHO.format(name='wrong')},? (?:who|that|which)\b",
    re.IGNORECASE,
)


def take(draft: Draft, message: Message, sentence: str) -> bool:
    """Give the facts that a sentence speaks of to the person of whom they are true; whether it does."""
    said = lexicon.plain(sentence)
    found = _BETWEEN.search(said) or _NOT_FIRST.search(said) or _RIGHT_FIRST.search(said)
    if found is None:
        return False
    codes = {mention.indicator for mention in message.reading.mentions}
    needs = {mention.need for mention in message.reading.mentions} | clarify.topics_of(said)
    meant = [entry for entry in draft.indicators if entry["code"] in codes and _of(entry["person"], found["wrong"])]
    meant = meant or [
        entry for entry in draft.indicators if need_of(entry["code"]) in needs and _of(entry["person"], found["wrong"])
    ]
    for entry in meant:
        entry["person"] = found["right"]
    return bool(meant)


def _of(person: str | None, who: str) -> bool:
    """Whether a fact is about somebody; of whom nothing was said, it may be."""
    return same_person(person, who) or str(person).split()[0].casefold() == who.casefold()
