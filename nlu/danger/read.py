"""Text → safety: the strongest danger that any clause states. A long story never hides one dangerous sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from nlu.clauses import Clause
from nlu.needed import Needed, needed_by, needed_by_groups
from nlu.phrases import compile_phrases, load_yaml, longest_first
from nlu.plain import Plain
from nlu.reading import SAFETY_ORDER, Safety, SafetyLevel
from nlu.sought import Sought, all_of, one_list
from nlu.together import sentences_of, span_of_all

HERE = Path(__file__).parent
_AROUND = " ,.;:!?-\u2013"
"""Signs around a sentence that say nothing."""
_REACH = 6
"""How many words a negation reaches: short, because missing a danger costs more than asking once too often."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind of danger that words state, and how dangerous it is."""

    code: str
    level: SafetyLevel


@dataclass(frozen=True, slots=True)
class Found:
    reason: Reason
    start: int
    end: int


@cache
def phrases() -> Sought[tuple[int, Reason, re.Pattern[str]]]:
    """The phrases of ``lexicon.yml``, numbered by their item, those of one together and the longest first.

    Raises ValueError for a level that does not exist.
    """
    items = load_yaml(HERE / "lexicon.yml")
    if unknown := {item["level"] for item in items} - set(SAFETY_ORDER):
        raise ValueError(f"unknown safety levels: {sorted(unknown)}")
    return Sought(
        (needed_by(phrase), (number, Reason(item["reason"], item["level"]), compile_phrases([phrase])))
        for number, item in enumerate(items)
        for phrase in longest_first(item["phrases"])
    )


@dataclass(frozen=True, slots=True)
class Together:
    """Groups of words that state a danger when a sentence has words of each, in any order."""

    reason: Reason
    groups: tuple[re.Pattern[str], ...]


@cache
def togethers() -> Sought[Together]:
    """The rules of ``together.yml``."""
    rules: list[tuple[Needed, Together]] = []
    for item in load_yaml(HERE / "together.yml"):
        groups = tuple(compile_phrases(words) for words in item["groups"])
        rule = Together(Reason(item["reason"], item["level"]), groups)
        rules.append((needed_by_groups(item["groups"]), rule))
    return Sought(rules)


def _find_together(text: str, clauses: tuple[Clause, ...]) -> list[Found]:
    """What sentences say with words of every group."""
    found = []
    rules = togethers().possible_in(text)
    for start, end in sentences_of(clauses) if rules else ():
        for rule in rules:
            span = span_of_all(rule.groups, text, start, end)
            if span:
                found.append(Found(rule.reason, *span))
    return found


@cache
def _idioms() -> Sought[re.Pattern[str]]:
    return one_list(load_yaml(HERE / "idioms.yml"))


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    return {name: compile_phrases(phrases) for name, phrases in load_yaml(HERE / "status.yml").items()}


def read_safety(message: str, plain: Plain, clauses: tuple[Clause, ...]) -> Safety:
    """The level, its reasons and the words for them, as written."""
    text = plain.text
    found = [
        Found(reason, match.start(), match.end())
        for reason, patterns in _possible_in(text)
        for match in all_of(patterns, text)
        if match.group().strip()
    ]
    together = _find_together(text, clauses)
    if not found and not together:
        return Safety()
    idioms = [match.span() for match in all_of(_idioms().possible_in(text), text)]
    found = [item for item in found if not any(a <= item.start and item.end <= b for a, b in idioms)]
    found += [item for item in together if not any(a < item.end and item.start < b for a, b in idioms)]
    present = [item for item in found if _is_present(item, clauses, text)]
    if not present:
        return Safety()
    level = max((item.reason.level for item in present), key=SAFETY_ORDER.index)
    telling = sorted((item for item in present if item.reason.level == level), key=lambda item: item.start)
    spans = [plain.original_span(item.start, item.end) for item in telling]
    codes = tuple(dict.fromkeys(item.reason.code for item in telling))
    return Safety(level, codes, tuple(dict.fromkeys(message[a:b] for a, b in spans)))


def _possible_in(text: str) -> Iterator[tuple[Reason, list[re.Pattern[str]]]]:
    """The reasons of which phrases may stand in the text, with these."""
    for _, listed in groupby(phrases().possible_in(text), key=itemgetter(0)):
        same = list(listed)
        yield same[0][1], [pattern for _, _, pattern in same]


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


def is_everyday(text: str, clauses: tuple[Clause, ...]) -> bool:
    """Whether every sentence is one of ordinary talk from its beginning to its end ("gotta go, the baby is awake")."""
    return not beyond_everyday(text, clauses)


def beyond_everyday(text: str, clauses: tuple[Clause, ...]) -> list[tuple[int, int]]:
    """Where the sentences stand that are not of ordinary talk."""
    lead, frame = _everyday()
    return [span for span in sentences_of(clauses) if not _is_framed(text[slice(*span)], lead, frame)]


def _is_framed(sentence: str, lead: re.Pattern[str], frame: re.Pattern[str]) -> bool:
    said = sentence.strip(_AROUND)
    while said and not frame.fullmatch(said):
        before = lead.match(said)
        if before is None:
            return False
        said = said[before.end() :].strip(_AROUND)
    return bool(said)


@cache
def _everyday() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand before a frame of ``everyday.yml``, and the frames with their words put in."""
    told = load_yaml(HERE / "everyday.yml")
    words = {name: "|".join(f"({phrase})" for phrase in phrases) for name, phrases in told["words"].items()}
    frames = [_put_in(_put_in(frame, words), words) for frame in told["frames"]]
    return compile_phrases(told["lead"]), compile_phrases(frames)


def _put_in(frame: str, words: dict[str, str]) -> str:
    for name, phrase in words.items():
        frame = frame.replace(f"{{{name}}}", f"({phrase})")
    return frame


def is_only_wondered(text: str, clauses: tuple[Clause, ...]) -> bool:
    """Whether every sentence only asks what would be if ("what should I do if he ever …")."""
    return all(_cues()["conditional"].search(text[start:end]) for start, end in sentences_of(clauses))


def goes_on_later(text: str) -> bool:
    """Whether the message says that it is answered later, or late ("back later"; "sorry for the late reply")."""
    return _cues()["later"].search(text) is not None


def tells_of_agreement(text: str) -> bool:
    """Whether the message says that the family was asked, and what it said ("my mum said yes last night")."""
    return _cues()["agreement"].search(text) is not None


def begins_half_no(text: str) -> bool:
    """Whether the message begins like an answer that is neither yes nor no ("not sure, I don't think so")."""
    begins = re.match(r"[\w' ]+(?=[,.;:-]|$)", text.strip())
    return begins is not None and _cues()["half_no"].fullmatch(begins.group().strip()) is not None


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
