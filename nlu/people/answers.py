"""A message as a short answer, and whether it takes something back."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from nlu.clauses import Clause
from nlu.phrases import load_yaml, translate
from nlu.reading import Answer, LeadProfessional

_MOST_WORDS = 14
_TITLED = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?[A-Z][a-z'-]+(?:\s+[A-Z][a-z'-]+)?")


@cache
def _pattern(name: str, *, at_start: bool = False) -> re.Pattern[str]:
    phrases = load_yaml(Path(__file__).with_name("words.yml"))[name]
    body = "|".join(translate(phrase) for phrase in phrases)
    return re.compile(
        rf"\W*(?:(?:um+|er+|well|oh|ah|sorry|so),?\s+)*(?:{body})(?![\w'])" if at_start else rf"(?<!\w)(?:{body})(?!\w)"
    )


def read_answer(text: str) -> Answer | None:
    """The answer a message begins with; a long message is a story and answers nothing by its first word."""
    words = len(text.split())
    if words > _MOST_WORDS or not words:
        return None
    kinds: tuple[Answer, ...] = ("unsure", "skip", "no", "yes")
    for kind in kinds:
        match = _pattern(kind, at_start=True).match(text)
        if match and _stands_alone(kind, match.group().strip(), text[match.end() :]):
            return kind
    return None


def _stands_alone(kind: Answer, said: str, rest: str) -> bool:
    """Whether what follows does not turn the first word into part of a statement ("no school place", "right leg")."""
    rest_words = rest.split()
    if not rest_words or rest.lstrip()[:1] in ",.!;:-?\n)":
        return True
    if kind == "skip" or re.match(r"(?:i|we|they|he|she|it|there)\b", said):
        return kind == "unsure"
    if kind == "unsure":
        return True
    if said in {"nobody", "no one", "no-one", "none", "nothing"}:
        return rest_words[0] in {
            "is",
            "at",
            "right",
            "that",
            "here",
            "of",
            "else",
            "now",
            "comes",
            "to",
            "really",
            "i",
        }
    if said == "no":
        return rest_words[0] in {
            "i", "he", "she", "they", "we", "it", "there", "everyone", "everybody", "all", "not", "nobody", "thanks",
            "thank", "danger", "risk", "immediate", "its", "it's", "im", "i'm", "sorry", "they're", "we're", "nothing",
            "don't", "never", "worries", "she's", "he's", "there's", "mum", "dad", "but", "because", "at", "no",
        }  # fmt: skip
    return len(rest_words) <= 8 or kind == "yes"


def read_correction(text: str) -> bool:
    """Whether the message takes something back ("sorry, I meant 14")."""
    return _pattern("correcting").search(text) is not None


def read_assessment(text: str, clauses: tuple[Clause, ...]) -> bool | None:
    """Whether a CAF, Early Help Assessment or Team Around the Family is said to be in place, or said not to be."""
    for clause in clauses:
        words = text[clause.start : clause.end]
        match = re.search(
            r"\b(?:cafs?|common assessment|early help (?:assessment|plan)|eha|tafs?|tac|"
            r"team around the (?:family|child|school))\b",
            words,
        )
        if match:
            return _pattern("assessment_no").search(words) is None
    return None


def read_lead(message: str, text: str, clauses: tuple[Clause, ...]) -> LeadProfessional | None:
    """The lead professional: one (name or role), none, or nobody knows; None where not spoken of."""
    for clause in clauses:
        words = text[clause.start : clause.end]
        match = _pattern("lead_word").search(words)
        if not match:
            continue
        if re.search(r"\b(?:don't know|not sure|unsure|unknown|no idea|dunno|unclear)\b", words):
            return LeadProfessional("unknown")
        if re.search(r"\b(?:no|not|n't|none|nobody|without|needs?|isn't|hasn't|haven't|doesn't|yet)\b", words):
            return LeadProfessional("no")
        return LeadProfessional("yes", _lead_name(message))
    return None


def _lead_name(message: str) -> str | None:
    match = re.search(
        r"(?:[Ll]ead|[Kk]ey ?worker|[Ll]ed by|[Cc]oordinated by|[Cc]ase ?worker)[^.]*?\b(?:is|"
        r"by|called|named|:|-|,)\s*(?:the |our |a |her |his )?([^.,;()\n]{2,60})",
        message,
    )
    if match:
        return match.group(1).strip()
    before = re.search(
        r"([^.,;\n]{2,60}?)\s+(?:is|as|acts as|will be)\s+(?:the |our |their |currently |a )*(?:lead|key)", message
    )
    return before.group(1).strip() if before else None


def read_turnaround(text: str) -> Literal["likely", "possible", "unlikely"] | None:
    """How likely a turnaround is thought to be, where the message is about that."""
    if (
        not re.search(
            r"\b(?:turn\w*|chang\w*|likel\w*|unlikel\w*|chance|engag\w*|motivat\w*|improv\w*|potential|support|help)\b",
            text,
        )
        and len(text.split()) > 6
    ):
        return None
    kinds: tuple[Literal["unlikely", "possible", "likely"], ...] = ("unlikely", "possible", "likely")
    return next((kind for kind in kinds if _pattern(f"turnaround_{kind}").search(text)), None)


def read_language(message: str, text: str) -> str | None:
    """The language the family speaks, where an interpreter or a language is spoken of."""
    languages = load_languages()
    words = re.findall(r"[a-z]+", text)
    speaks = re.search(
        r"\b(?:speak\w*|language|interpreter|translat\w*|first language|mother tongue|fluent|esol|eal|signs)\b", text
    )
    found = [languages[word] for word in words if word in languages]
    other = [name for name in found if name != "English"]
    if speaks and found:
        return (other or found)[0]
    return (other or found)[0] if found and len(message.split()) <= 4 else None


@cache
def load_languages() -> dict[str, str]:
    """Language in lower case → its name."""
    return {name.lower(): name for name in load_yaml(Path(__file__).with_name("languages.yml"))}
