"""Short answers: yes, no, not sure, skip, and what says that everybody is safe."""

from __future__ import annotations

import re
from typing import Literal

from actions.interview.thread import Message

Short = Literal["yes", "no", "unsure", "skip"]

_END = r"(?:\s+(?:thanks?|thank you|please|at (?:all|the moment|present)|right now|now|currently|to (?:all|both|any)(?: of (?:those|them|these|that))?|of (?:those|them|these|that|the above)|like that|really))*[\s.!]*"
_WHOLE: tuple[tuple[Short, re.Pattern[str]], ...] = (
    (
        "unsure",
        re.compile(
            r"(?:i(?:'m| am)? )?(?:we )?(?:(?:do not|don'?t|dont) (?:really )?know|not (?:really |quite )?sure|unsure|not certain"
            r"|no idea|maybe|perhaps|possibly|might be|unknown|not known|can'?t say)" + _END,
            re.IGNORECASE,
        ),
    ),
    (
        "skip",
        re.compile(
            r"(?:skip(?: (?:it|this|that))?|pass|next(?: question)?|i'?d rather not(?: say)?|prefer not to say|rather not say)"
            + _END,
            re.IGNORECASE,
        ),
    ),
    (
        "no",
        re.compile(
            r"(?:no|nope|nah|none|nobody|no[ -]one|nothing|never|neither|not (?:that (?:i|we) know(?: of)?|yet|really|any|at all|currently))"
            r"(?:,? (?:none|nothing|nobody|no[ -]one|not|no|i don'?t|he (?:doesn'?t|isn'?t)|she (?:doesn'?t|isn'?t)|they (?:don'?t|aren'?t|haven'?t)))?(?: (?:that (?:i|we) know(?: of)?|else))?"
            + _END,
            re.IGNORECASE,
        ),
    ),
    (
        "yes",
        re.compile(
            r"(?:yes|yeah|yep|yup|aye|correct|right|ok(?:ay)?|sure|of course)(?:,? (?:please|they (?:do|are|have)|it is|that'?s right|i do|we do))?"
            + _END,
            re.IGNORECASE,
        ),
    ),
)
_LEADING_NO = re.compile(
    r"\s*(?:no|nope|nah|nobody|no[ -]one|none|not (?:right now|at the moment|currently|that))\b", re.IGNORECASE
)
_LEADING_YES = re.compile(r"\s*(?:yes|yeah|yep|yup)\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:not (?:really |quite |entirely )?sure|(?:don'?t|dont|do not) know|unsure|hard to (?:say|tell)|maybe|possibly|might be)\b",
    re.IGNORECASE,
)
_SAFE = re.compile(
    r"\b(?:(?:every(?:one|body)|(?:they|we|the (?:children|kids|family))(?:'re| are)|(?:s?he|i)(?:'s|'m| is| am))(?: is)?(?: all)? safe)\b"
    r"|\bno (?:(?:immediate|present|current|known) )?(?:danger|risk)\b|\b(?:is|are)(?:n'?t| not) in (?:any )?(?:immediate )?danger\b"
    r"|\b(?:nobody|no[ -]one)(?:'s| is)? (?:in (?:any )?danger|hurt|at risk)\b",
    re.IGNORECASE,
)
_THATS_ALL = re.compile(
    r"\s*(?:no,? )?(?:that'?s|that is|thats)(?: about)? (?:all|it|everything)\b.*|\s*nothing (?:else|more)\b.*|\s*done[\s.!]*",
    re.IGNORECASE,
)
_CONFIRM = re.compile(
    r"\s*(?:yes\b.*|(?:please )?(?:send|submit)(?: it| this)?\b.*|(?:that'?s|it'?s|all|looks?|that looks) (?:right|correct|fine|good|ok(?:ay)?)\b.*|go ahead\b.*|all good\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r"[\n.;!?]+")


def whole(text: str) -> Short | None:
    """The short answer that a text is as a whole, or None."""
    stripped = text.strip()
    for answer, pattern in _WHOLE:
        if pattern.fullmatch(stripped):
            return answer
    return None


def short_answer(message: Message) -> Short | None:
    """A message as a short answer: a pressed button, what the reader read, or the words alone."""
    if message.press and message.press.kind == "answer":
        value = message.press.value
        return value if value in ("yes", "no", "unsure", "skip") else None  # type: ignore[return-value]
    return message.reading.answer or whole(message.text)


def leading(text: str) -> Short | None:
    """The short answer that a longer text begins with, doubt before all."""
    if _UNSURE.search(text):
        return "unsure"
    if _LEADING_NO.match(text):
        return "no"
    return "yes" if _LEADING_YES.match(text) else None


def says_safe(text: str) -> bool:
    """Whether the words say that everybody is safe."""
    return bool(_SAFE.search(text))


def thats_all(text: str) -> bool:
    """Whether the words say that there is no more to tell."""
    return bool(_THATS_ALL.fullmatch(text.strip()))


def confirms(text: str) -> bool:
    """Whether the words agree to send what was summed up."""
    return bool(_CONFIRM.fullmatch(text.strip()))


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, without what ends them."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())
