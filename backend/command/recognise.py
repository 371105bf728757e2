"""What a reply on Telegram asks or says: there it has words and buttons alone, and a persona reads them as people do.

The words are those of the assistant's own files (``bot/domain/en``, ``bot/languages``, ``bot/door``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.programmes import interview_view, load_programmes
from backend.threads.languages import languages

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = (
    "danger", "role", "district", "consent", "story", "household", "address", "contact", "agencies", "assessment",
    "lead_professional", "clarify", "language", "summary",
)  # fmt: skip
OUTCOMES = {
    "utter_submitted": "submitted",
    "utter_stopped_refused": "stopped_no_consent",
    "utter_stopped_not_yet": "stopped_no_consent",
    "utter_for_others": "stopped_no_consent",
    "utter_withdrawn": "withdrawn",
    "utter_danger_yes": "escalated_danger",
}
_ASKS = "utter_ask_"
_FILLED = re.compile(r"\\\{\w+\\\}|\\\[\\\[\w+\\\]\\\]")


def custom_of(text: str) -> dict[str, Any]:
    """What the API would tell of a reply with these words: question, about, outcome, reference, safety."""
    custom: dict[str, Any] = {}
    asked = max(((at, name) for name, at in _asked(text)), default=None)
    if asked is not None:
        custom["question"] = asked[1]
        if asked[1] == "clarify":
            custom["about"] = [need for need, words in _topics() if words in text]
    for name, pattern in _said():
        if (found := pattern.search(text)) is None:
            continue
        if name in OUTCOMES:
            custom |= {"outcome": OUTCOMES[name], "reference": found.groupdict().get("reference")}
        if name in {"utter_handed_over", "utter_under_16_passed_on"}:
            custom["handed_over"] = True
    level = next((level for level, first in _safety() if first in text), None)
    if level is not None:
        custom["safety"] = level
        if level == "immediate":
            custom |= {"outcome": "escalated_danger", "reference": None}
    return custom


def _asked(text: str) -> Iterator[tuple[str, int]]:
    for question, pattern in _questions():
        for found in pattern.finditer(text):
            yield question, found.start()


@cache
def _questions() -> list[tuple[str, re.Pattern[str]]]:
    """Each question by the first line of its words, in every language; its follow-ups as well."""
    return [
        (question, _pattern(words.splitlines()[0]))
        for name, words in _responses()
        if name.startswith(_ASKS) and (question := _question(name.removeprefix(_ASKS)))
    ]


def _question(name: str) -> str | None:
    """``household_ages`` belongs to ``household``, ``change`` to the summary."""
    return "summary" if name == "change" else next((one for one in QUESTIONS if name.startswith(one)), None)


@cache
def _said() -> list[tuple[str, re.Pattern[str]]]:
    wanted = (*OUTCOMES, "utter_handed_over", "utter_under_16_passed_on")
    return [(name, _pattern(words.splitlines()[0])) for name, words in _responses() if name in wanted]


def _pattern(words: str) -> re.Pattern[str]:
    escaped = re.escape(words).replace(r"\[\[reference\]\]", r"(?P<reference>\S+?)(?=[.\s]|$)")
    return re.compile(_FILLED.sub(".*?", escaped))


@cache
def _responses() -> list[tuple[str, str]]:
    """Every response as families hear it, in every language."""
    found: list[tuple[str, str]] = []
    for file in sorted((ROOT / "bot" / "domain" / "en").glob("*.yml")):
        for name, variants in (_values(file).get("responses") or {}).items():
            plain = [each["text"] for each in variants if "text" in each and not each.get("condition")]
            found += [(name, text) for text in plain if text.strip()]
    for language in languages().values():
        found += [(name, words) for name, words in language.said.items() if isinstance(words, str) and words.strip()]
    return found


@cache
def _safety() -> list[tuple[str, str]]:
    """How a safety reply begins, most serious first."""
    door = ROOT / "bot" / "door"
    worded = [_values(door / "wording.yml"), *(_values(file) for file in sorted((door / "languages").glob("*.yml")))]
    levels = ("immediate", "urgent")
    return [(level, str(words[level]["first"])) for level in levels for words in worded if level in words]


@cache
def _topics() -> list[tuple[str, str]]:
    """What each need is called to families, in any programme."""
    views = [interview_view(programme) for programme in load_programmes().values()]
    return sorted({(need, str(words["family"])) for view in views for need, words in view["topics"].items()})


def _values(file: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return values
