"""What a message says about the family's consent: given by whom, asked by whom, when and how. Hearsay is not_yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nlu.clauses import Clause
from nlu.people.consent_names import NAME, hide_names, name_at
from nlu.people.days import day_in
from nlu.phrases import compile_phrases, load_yaml
from nlu.plain import Plain
from nlu.reading import Consent, ConsentState

_SAME = {
    "mam": "mum",
    "mom": "mum",
    "mother": "mum",
    "father": "dad",
    "parents": "parents",
    "the parents": "parents",
    "the family": "family",
}
_HYPOTHETICAL = re.compile(r"^\s*(?:if|would|can|could|do|should|how|what)\b|\bif (?:she|he|they|mum|dad)\b")
_OWN = re.compile(r"\b(?:i|we|i'm|i've|we've|me and my|you have my|my consent|you can|you may)\b")
_CAME_ROUND = re.compile(r"\b(?:but|then|eventually|finally|after|now)\b")
_OTHERS = re.compile(r"\b(?:she|her|he|him|they|them|mum|dad|mother|father|parents|family)\b")
_I_ASKED = re.compile(
    r"\b(?:i|i've|i have|we|we've|we have) (?:\w+ )?(?:asked|spoke|spoken|discussed|talked|explained|met|"
    r"rang|called|phoned|got|obtained|gained|visited|mentioned|saw|emailed|texted)\b"
    r"|\bspoke (?:to|with) (?:mum|dad|mother|father|both|her|him|them|the)|\b(?:by|with|told|rang|gave|"
    r"called|emailed|texted|phoned) (?:me|myself)\b|\b(?:by|told|rang|called) us\b|\bnominator\b"
)
_THEY_ASKED = r"(?:asked|by|with|when|spoke to|told|rang|through|via|from)\s+(?:the |our |her |his |their |my )?"
_ASKING = r"\s+(?:\w+ )?(?:asked|rang|spoke|visited|called|phoned|discussed|talked|explained|met|got|obtained)"
_STATES: tuple[ConsentState, ...] = ("withdrawn", "refused", "not_yet", "given")
"""The first that is said counts; what is given is found last (:func:`_given`)."""


@dataclass(frozen=True, slots=True)
class _Who:
    """Somebody by the words for them, and where those stand in the text (None for whoever speaks)."""

    words: str
    at: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class _Said:
    state: ConsentState
    by: _Who | None
    clause: Clause
    sentence: Clause


_SELF = _Who("self")


@cache
def _phrases(name: str) -> re.Pattern[str]:
    return compile_phrases(_data()[name])


@cache
def _methods() -> dict[str, re.Pattern[str]]:
    return {name: compile_phrases(phrases) for name, phrases in _data()["methods"].items()}


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(Path(__file__).with_name("consent.yml"))
    return data


def read_consent(message: str, plain: Plain, clauses: tuple[Clause, ...], today: date) -> Consent | None:
    """The consent a message speaks of, or None. Who gave it may take it back; another's refusal does not.

    ``words`` holds every sentence that speaks of it, so that no condition ("only if dad isn't told") is lost.
    """
    text = hide_names(message, plain)
    said: list[_Said] = []
    for sentence in _sentences(clauses):
        said += _said_in(sentence, text)
    if not said:
        return None
    decisive = _decisive(said)
    by = None if decisive.state == "not_yet" and decisive.by == _SELF and _OTHERS.search(text) else decisive.by
    told = decisive.state in ("given", "refused", "withdrawn")
    start, _ = plain.original_span(said[0].sentence.start, said[0].sentence.end)
    _, end = plain.original_span(said[-1].sentence.start, said[-1].sentence.end)
    return Consent(
        state=decisive.state,
        by=_as_written(by, message, plain),
        asked_by=_as_written(_asker(text, decisive.by), message, plain) if told else None,
        date=_day(plain.text, decisive, today) if told else None,
        method=_method(text, decisive) if told else None,
        words=message[start:end].strip(" ,"),
    )


def _sentences(clauses: tuple[Clause, ...]) -> list[tuple[Clause, ...]]:
    numbers = sorted({clause.sentence for clause in clauses})
    return [tuple(c for c in clauses if c.sentence == number) for number in numbers]


def _said_in(sentence: tuple[Clause, ...], text: str) -> list[_Said]:
    whole = Clause(sentence[0].start, sentence[-1].end, sentence[0].sentence)
    said: list[_Said] = []
    words = text[whole.start : whole.end]
    yes_if = _phrases("conditional").match(words.lstrip())
    if yes_if and not any(_phrases(state).search(words) for state in ("withdrawn", "refused")):
        return [_Said("given", _SELF if re.search(r"\b(?:my|i|me|our|we|us)\b", words) else None, whole, whole)]
    for clause in sentence:
        found = _state(text[clause.start : clause.end], after_refusal=any(s.state == "refused" for s in said))
        if found:
            said.append(_Said(found[0], _by(text, clause, whole, found[1]), clause, whole))
    if said or len(sentence) == 1:
        return said
    found = _state(text[whole.start : whole.end], after_refusal=False)
    return [_Said(found[0], _by(text, whole, whole, found[1]), whole, whole)] if found else []


def _state(words: str, *, after_refusal: bool) -> tuple[ConsentState, re.Match[str]] | None:
    """The state that a clause states, and the words that do."""
    after_all = _phrases("agreeing_after_all").search(words)
    if after_all and after_refusal:
        return "given", after_all
    matches = _matches(words)
    given, withdrawn, refused = matches.get("given"), matches.get("withdrawn"), matches.get("refused")
    if given and ((withdrawn and given.end() > withdrawn.end()) or (refused and _came_round(words, refused, given))):
        return "given", given
    if withdrawn and after_refusal:
        return "not_yet", withdrawn
    state = next((state for state in _STATES if state in matches), None)
    if state == "not_yet" and given and _condition_between(words, given, matches["not_yet"]):
        state = "given"
    if state == "given" and _HYPOTHETICAL.search(words) and not _conditioned(words, matches["given"]):
        return ("not_yet", matches["given"]) if "if" in words.split() else None
    return (state, matches[state]) if state else None


def _matches(words: str) -> dict[ConsentState, re.Match[str]]:
    """The words for each state, without those about something else than this consent."""
    matches = {state: match for state in _STATES[:-1] if (match := _phrases(state).search(words))}
    refused = matches.get("refused")
    if refused and _phrases("refused_elsewhere").match(words[refused.end() :]):
        del matches["refused"]
    given = _given(words)
    return {**matches, "given": given} if given else matches


def _came_round(words: str, refused: re.Match[str], given: re.Match[str]) -> bool:
    """ "They were not happy about it but agreed"."""
    between = words[refused.end() - 3 : given.end()]
    return given.start() >= refused.end() and _CAME_ROUND.search(between) is not None


def _given(words: str) -> re.Match[str] | None:
    """Words that give consent to this, not to a meeting or a course."""
    for match in _phrases("given").finditer(words):
        if not _phrases("elsewhere").match(words[match.end() :]):
            return match
    return None


def _conditioned(words: str, given: re.Match[str]) -> bool:
    return _phrases("condition").search(words, given.end() - 1) is not None


def _condition_between(words: str, given: re.Match[str], doubt: re.Match[str]) -> bool:
    """ "Mum agreed as long as dad isn't told": the doubt is part of the condition."""
    condition = _phrases("condition").search(words)
    return condition is not None and given.start() < condition.start() < doubt.end()


def _by(text: str, clause: Clause, sentence: Clause, match: re.Match[str]) -> _Who | None:
    """Who said so: named in the words themselves, else the last one named before, else after "from" or "by"."""
    begin, end = clause.start + match.start(), clause.start + match.end()
    inside = _phrases("by").search(text, begin, end)
    own = _OWN.search(text, max(clause.start, begin - 10), end)
    if own and "me and my" in own.group():
        return _SELF
    speaker = (
        own
        and own.start() < (inside.start() if inside else end)
        and not re.search(r"\b(?:have|got|obtained|gained|took|hold|rang|asked|spoke)\b", text[own.start() : end])
    )
    if speaker and not re.search(r"\b(?:she|he|they)\b", text[own.end() if own else begin : end]):
        return _SELF
    if inside:
        return _Who(inside.group(), inside.start())
    before = list(_phrases("by").finditer(text, sentence.start, begin))
    after = re.compile(rf"(?:from|by|with|\()\s*(?:the |her |his )?({_phrases('by').pattern})").search(
        text, end, sentence.end
    )
    earlier = before or list(_phrases("by").finditer(text, max(0, sentence.start - 200), sentence.start))
    if after and not before:
        return _Who(after.group(1), after.start(1))
    if before and match.group().startswith(("but", "and", "then")):
        # "Mum does not want dad to know but is happy …": the subject goes on.
        return _Who(before[0].group(), before[0].start())
    return _spoken_before(text, earlier, begin, end)


def _spoken_before(text: str, earlier: list[re.Match[str]], begin: int, end: int) -> _Who | None:
    """The last one named before, of the sex that the words tell; else whoever says "I"."""
    earlier = [m for m in earlier if not _other_sex(m.group(), text[begin:end])] or earlier
    if earlier:
        return _Who(earlier[-1].group(), earlier[-1].start())
    own_words = re.search(r"\b(?:my|i|i'm)\b", text[begin:end]) and "she" not in text[begin:end].split()
    return _SELF if own_words else None


def _other_sex(word: str, words: str) -> bool:
    """Whether "she" or "he" in the words cannot be the one that a relation names."""
    pronoun = re.search(r"\b(he|she)\b", words)
    if pronoun is None:
        return False
    other = (
        r"dad|father|step-?dad|stepfather|husband|grandad|uncle"
        if pronoun.group() == "she"
        else r"mum|mam|mom|mother|step-?mum|wife|nan|gran|grandmother|aunt"
    )
    return re.search(rf"\b(?:{other})\b", word) is not None


def _as_written(said: _Who | None, message: str, plain: Plain) -> str | None:
    if said is None:
        return None
    if said.at is None or NAME not in said.words:
        return _SAME.get(said.words, said.words)
    return name_at(said.at, len(said.words), message, plain)


def _decisive(said: list[_Said]) -> _Said:
    """The last word of each counts; a yes stands against another's no, and a no against another who was not asked."""
    current = said[0]
    for following in said[1:]:
        another = following.by is not None and current.by is not None and following.by != current.by
        if current.state == "given" and ((another and following.state != "withdrawn") or following.state == "not_yet"):
            continue
        if current.state in ("refused", "withdrawn") and following.state == "not_yet":
            continue
        current = following
    return current


def _asker(text: str, by: _Who | None) -> _Who | None:
    agency = _phrases("asked_by").pattern
    told = re.search(rf"\basked by (?:the |our |her |his |their |my )?({agency}|{NAME}+(?: {NAME}+)*)", text)
    if told:
        return _Who(told.group(1), told.start(1))
    other = re.search(rf"({agency}|{NAME}+){_ASKING}", text)
    another = other and (by is None or other.group(1) != by.words)
    if other and another and not re.search(r"\b(?:i|we|to|with)\s+$", text[: other.start()]):
        return _Who(other.group(1), other.start(1))
    if _I_ASKED.search(text):
        return _Who("nominator")
    other = re.search(rf"\b{_THEY_ASKED}({agency})(?!')", text)
    return _Who(other.group(1), other.start(1)) if other else None


def _day(text: str, said: _Said, today: date) -> str | None:
    spans = (said.clause, said.sentence, Clause(0, len(text), 0))
    return next((day for span in spans if (day := day_in(text[span.start : span.end], today))), None)


def _method(text: str, said: _Said) -> str | None:
    """The first of the ways, in their order, that the sentence names; else the message."""
    for words in (text[said.sentence.start : said.sentence.end], text):
        for name, pattern in _methods().items():
            if pattern.search(words):
                return name
    return None
