"""What a message says about the family's consent: given by whom, asked by whom, when and how. Hearsay is not_yet."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from nlu.clauses import Clause
from nlu.people.days import day_in
from nlu.phrases import compile_phrases, load_yaml
from nlu.plain import Plain
from nlu.reading import Consent, ConsentState

_SAME = {"mam": "mum", "mom": "mum", "mother": "mum", "father": "dad"}
_NOT_NO = re.compile(r"n't say no|not say no|never said no|n't object|not object|not said no|n't said no")
_HYPOTHETICAL = re.compile(r"^\s*(?:if|would|can|could|do|should|how|what)\b|\bif (?:she|he|they|mum|dad)\b")


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    data = load_yaml(Path(__file__).with_name("consent.yml"))
    return {name: compile_phrases(phrases) for name, phrases in data.items()}


def read_consent(message: str, plain: Plain, clauses: tuple[Clause, ...], today: date) -> Consent | None:
    """The consent a message speaks of, or None. Who gave it may take it back; another's refusal does not."""
    said: list[tuple[ConsentState, str | None, Clause]] = []
    for sentence in _sentences(clauses):
        said += _said_in(sentence, plain.text)
    if not said:
        return None
    state, by, clause = _decisive(said)
    start, end = plain.original_span(clause.start, clause.end)
    asked = _phrases()["asked_by"].search(plain.text)
    method = _phrases()["method"].search(plain.text)
    told = state in ("given", "refused", "withdrawn")
    return Consent(
        state=state,
        by=by,
        asked_by=_asker(plain.text, asked.group() if asked else None) if told else None,
        date=day_in(plain.text, today) if told else None,
        method=method.group() if method and told else None,
        words=message[start:end].strip(),
    )


def _sentences(clauses: tuple[Clause, ...]) -> list[tuple[Clause, ...]]:
    numbers = sorted({clause.sentence for clause in clauses})
    return [tuple(c for c in clauses if c.sentence == number) for number in numbers]


def _said_in(sentence: tuple[Clause, ...], text: str) -> list[tuple[ConsentState, str | None, Clause]]:
    whole = Clause(sentence[0].start, sentence[-1].end, sentence[0].sentence)
    found = [
        (state, by, c) for c in sentence if (state := _state(text[c.start : c.end])) for by in [_by(text, c, whole)]
    ]
    if found:
        return found
    state = _state(text[whole.start : whole.end])
    return [(state, _by(text, whole, whole), whole)] if state else []


def _state(words: str) -> ConsentState | None:
    if _NOT_NO.search(words):
        return "not_yet"
    states: tuple[ConsentState, ...] = ("withdrawn", "refused", "not_yet", "given")
    found = next((state for state in states if _phrases()[state].search(words)), None)
    if found == "given" and _HYPOTHETICAL.search(words):
        return "not_yet" if "if" in words.split() else None
    return found


def _by(text: str, clause: Clause, sentence: Clause) -> str | None:
    words = text[clause.start : clause.end]
    match = _phrases()["by"].search(words) or _phrases()["by"].search(text[sentence.start : clause.start])
    if match:
        return _SAME.get(match.group(), match.group())
    return "self" if re.search(r"\b(?:i|we|i'm|my)\b", words) and "she" not in words.split() else None


def _decisive(said: list[tuple[ConsentState, str | None, Clause]]) -> tuple[ConsentState, str | None, Clause]:
    current = said[0]
    for following in said[1:]:
        another = following[1] is not None and current[1] is not None and following[1] != current[1]
        if current[0] == "given" and (another or following[0] == "not_yet"):
            continue
        current = following
    return current


def _asker(text: str, agency: str | None) -> str | None:
    if re.search(
        r"\b(?:i|i've|i have) (?:\w+ )?(?:asked|spoke|spoken|discussed|talked|explained|met|"
        r"rang|called|phoned|got|obtained|gained)\b",
        text,
    ):
        return "nominator"
    return re.sub(r"^(?:the|our|her|his|their|my) ", "", agency) if agency else None
