"""How a fact is said: asserted, uncertain, historical or negated. Cues with a reach, after the method of ConText."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from nlu.clauses import Clause
from nlu.needs.find import Hit
from nlu.needs.lexicon import HERE, needs_by_indicator
from nlu.phrases import compile_phrases, load_yaml
from nlu.reading import Status

_NO_HISTORY = re.compile(r"\b(?:no|nil|without|never any|not any|denies(?: any)?)\s+(?:\w+\s+){0,2}history\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change how a fact is said, on either side of it, and how many words far they reach."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    reach: int


@dataclass(frozen=True, slots=True)
class Cues:
    negation: Cue
    rejection: Cue
    uncertainty: Cue
    history: Cue
    elsewhere: Cue
    not_negation: re.Pattern[str]
    stop: re.Pattern[str]
    still: re.Pattern[str]
    resolved: re.Pattern[str]
    past: re.Pattern[str]


@cache
def cues() -> Cues:
    """The cues of ``status.yml`` and ``elsewhere.yml``, compiled."""
    data = load_yaml(HERE / "status.yml")
    data["elsewhere"] = load_yaml(HERE / "elsewhere.yml") | {"reach": 8}
    sided = {
        name: Cue(compile_phrases(data[name]["before"]), compile_phrases(data[name]["after"]), data[name]["reach"])
        for name in ("negation", "rejection", "uncertainty", "history", "elsewhere")
    }
    plain = {name: compile_phrases(data[name]) for name in ("not_negation", "stop", "still", "resolved", "past")}
    return Cues(
        sided["negation"],
        sided["rejection"],
        sided["uncertainty"],
        sided["history"],
        sided["elsewhere"],
        plain["not_negation"],
        plain["stop"],
        plain["still"],
        plain["resolved"],
        plain["past"],
    )


def status_of(hit: Hit, clause: Clause, text: str) -> Status | None:
    """How the hit is said within its clause; None where it is said of something outside the family."""
    before, after = text[clause.start : hit.start], text[hit.end : clause.end]
    if _reaches(cues().elsewhere, before, after):
        return None
    negated = _negates(before, after) or _reaches(cues().rejection, before, after)
    told = _NO_HISTORY.sub("no", before)
    historical = _reaches(cues().history, told, after) or _is_long_ago(text[hit.start : hit.end])
    if hit.entry.status == "negated":
        return None if negated or historical else "negated"
    if historical and not cues().still.search(before + " " + after):
        return "historical"
    if negated:
        return (
            "historical" if re.search(r"\bsince\b|\bfor (many |several |over )?(a )?\w* ?years\b", after) else "negated"
        )
    if hit.entry.status == "asserted" and (_reaches(cues().uncertainty, before, after) or _is_asked(before, after)):
        return "uncertain"
    return hit.entry.status


def _is_asked(before: str, after: str) -> bool:
    """Whether it is asked ("ADHD?"), and not the reason for a question ("can I get a place as I'm out of work?")."""
    return after.lstrip().startswith("?") and re.search(r"\b(?:can|how|where|who|what)\b", before) is None


def _is_long_ago(words: str) -> bool:
    return re.search(r"\b(?:19\d\d|200\d|201\d)\b|years ago|in the past", words) is not None


def _negates(before: str, after: str) -> bool:
    masked = cues().not_negation.sub(lambda m: "_" * len(m.group()), before)
    return _reaches(cues().negation, masked, after)


def _reaches(cue: Cue, before: str, after: str, *, stops: bool = True) -> bool:
    for match in cue.before.finditer(before):
        between = before[match.end() :]
        # "No, he drinks" answers a question; it denies nothing that follows.
        if re.match(r"\s*,", between) and match.group() in {"no", "not", "never"}:
            continue
        if len(between.split()) <= cue.reach and not (stops and cues().stop.search(between)):
            return True
    match_after = cue.after.search(after)
    return match_after is not None and len(after[: match_after.start()].split()) <= 5


def take_back(
    statuses: list[tuple[Hit, int, Status | None]], clauses: tuple[Clause, ...], text: str
) -> list[Status | None]:
    """The statuses again, where a later clause says that what came before is over ("but she's fine now")."""
    result = [status for _, _, status in statuses]
    needs = needs_by_indicator()
    still_said = [(hit.start, hit.end) for hit, _, status in statuses if status == "asserted"]
    for i, (hit, number, status) in enumerate(statuses):
        if status not in ("asserted", "uncertain"):
            continue
        own = clauses[number]
        later = [c for c in clauses[number + 1 : number + 3] if c.sentence <= own.sentence + 1]
        told_as_past = cues().past.search(text[own.start : own.end]) is not None
        need = needs[hit.entry.adult]
        if told_as_past and any(
            s == "historical"
            and needs[other.entry.adult] == need
            and clauses[n].sentence == own.sentence
            and n < number
            for other, n, s in statuses
        ):
            result[i] = "historical"
            continue
        if (told_as_past and any(_resolves(c, text, still_said) for c in later)) or (
            told_as_past
            and any(
                needs[other.entry.adult] == need
                and s in ("negated", "historical")
                and clauses[n].sentence == own.sentence
                and n >= number
                for other, n, s in statuses
                if other.start > hit.start
            )
        ):
            result[i] = "historical"
    return result


def _resolves(clause: Clause, text: str, still_said: list[tuple[int, int]]) -> bool:
    words = text[clause.start : clause.end]
    match = cues().resolved.search(words)
    if match is None or len(words[: match.start()].split()) > 6:
        return False
    # "He was excluded twice. I haven't worked since my back went": the second is a fact, and ends nothing.
    first, last = clause.start + match.start(), clause.start + match.end()
    return not any(start < last and first < end for start, end in still_said)
