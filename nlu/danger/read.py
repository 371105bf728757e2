"""Text → safety: the strongest danger that any clause states. A long story never hides one dangerous sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlu.clauses import Clause
from nlu.phrases import compile_phrases, load_yaml
from nlu.plain import Plain
from nlu.reading import SAFETY_ORDER, Safety, SafetyLevel
from nlu.together import sentences_of, span_of_all

HERE = Path(__file__).parent
_REACH = 6
"""How many words a negation reaches: short, because missing a danger costs more than asking once too often."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that state one kind of danger, and how dangerous that is."""

    code: str
    level: SafetyLevel
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    reason: Reason
    start: int
    end: int


@cache
def reasons() -> tuple[Reason, ...]:
    """The reasons of ``lexicon.yml``. Raises ValueError for a level that does not exist."""
    items = load_yaml(HERE / "lexicon.yml")
    if unknown := {item["level"] for item in items} - set(SAFETY_ORDER):
        raise ValueError(f"unknown safety levels: {sorted(unknown)}")
    return tuple(Reason(item["reason"], item["level"], compile_phrases(item["phrases"])) for item in items)


@dataclass(frozen=True, slots=True)
class Together:
    """Groups of words that state a danger when a sentence has words of each, in any order."""

    reason: Reason
    groups: tuple[re.Pattern[str], ...]


@cache
def togethers() -> tuple[Together, ...]:
    """The rules of ``together.yml``."""
    rules = []
    for item in load_yaml(HERE / "together.yml"):
        groups = tuple(compile_phrases(words) for words in item["groups"])
        rules.append(Together(Reason(item["reason"], item["level"], groups[0]), groups))
    return tuple(rules)


def _find_together(text: str, clauses: tuple[Clause, ...]) -> list[Found]:
    """What sentences say with words of every group."""
    found = []
    for start, end in sentences_of(clauses):
        for rule in togethers():
            span = span_of_all(rule.groups, text, start, end)
            if span:
                found.append(Found(rule.reason, *span))
    return found


@cache
def _idioms() -> re.Pattern[str]:
    return compile_phrases(load_yaml(HERE / "idioms.yml"))


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    return {name: compile_phrases(phrases) for name, phrases in load_yaml(HERE / "status.yml").items()}


def read_safety(message: str, plain: Plain, clauses: tuple[Clause, ...]) -> Safety:
    """The level, its reasons and the words for them, as written."""
    text = plain.text
    idioms = [match.span() for match in _idioms().finditer(text)]
    found = [
        Found(reason, match.start(), match.end())
        for reason in reasons()
        for match in reason.pattern.finditer(text)
        if match.group().strip() and not any(a <= match.start() and match.end() <= b for a, b in idioms)
    ]
    found += [
        item for item in _find_together(text, clauses) if not any(a < item.end and item.start < b for a, b in idioms)
    ]
    present = [item for item in found if _is_present(item, clauses, text)]
    if not present:
        return Safety()
    level = max((item.reason.level for item in present), key=SAFETY_ORDER.index)
    telling = sorted((item for item in present if item.reason.level == level), key=lambda item: item.start)
    spans = [plain.original_span(item.start, item.end) for item in telling]
    codes = tuple(dict.fromkeys(item.reason.code for item in telling))
    return Safety(level, codes, tuple(dict.fromkeys(message[a:b] for a, b in spans)))


def _is_present(item: Found, clauses: tuple[Clause, ...], text: str) -> bool:
    """Whether the danger is neither denied, long past, over, nor only asked about."""
    number = max((i for i, c in enumerate(clauses) if c.start <= item.start), default=0)
    clause = clauses[number]
    if _denied(text[clause.start : item.start], text[item.start : item.end]):
        return False
    sentence = [c for c in clauses if c.sentence == clause.sentence]
    own = text[sentence[0].start : sentence[-1].end]
    around = text[clause.start : max(clause.end, item.end)]
    following = clauses[number + 1] if number + 1 < len(clauses) else clause
    cues = _cues()
    if cues["conditional"].search(around):
        return False
    if _is_safe(own) or _is_safe(text[following.start : following.end]):
        return cues["present"].search(text[item.start : item.end]) is not None
    if cues["past"].search(around):
        return cues["present"].search(around) is not None
    return True


def _denied(before: str, words: str) -> bool:
    cues = _cues()
    found = list(cues["negation"].finditer(before))
    if not found:
        return False
    last = found[-1]
    if len(before[last.end() :].split()) > _REACH:
        return False
    if re.match(r"\s*,", before[last.end() :]) or re.search(r"\b(?:but|because|so|and)\b", before[last.end() :]):
        return False
    return cues["double"].search(before[last.start() :] + words) is None


def _is_safe(words: str) -> bool:
    """Whether words say that it is over; "don't feel safe" says the opposite."""
    found = _cues()["safe"].finditer(words)
    return any(not re.search(r"(?:n't|not|never|no)\s+(?:\w+\s+)?$", words[: match.start()]) for match in found)
