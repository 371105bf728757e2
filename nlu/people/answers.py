"""A message as a short answer, and whether it takes something back."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from nlu.phrases import load_yaml, translate
from nlu.reading import Answer

_MOST_WORDS = 14


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
