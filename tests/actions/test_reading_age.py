"""Families read what is said to them at the age of nine; staff are spoken to as colleagues are.

Measured by the automated readability index (letters a word, words a sentence; a US school grade, of which 4 is nine to
ten years). What counts syllables needs a list of words that would have to be fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import textstat  # type: ignore[import-untyped]
import yaml

ROOT = Path(__file__).parents[2]
NINE = 4.0
"""Grade, of all that families read in one place and of each text of three sentences or more."""
FILLED = re.compile(r"\{\w+\}|\[\[\w+\]\]")
FILES = (
    "backend/threads/notices.yml",
    "backend/web/chat.yml",
    "backend/handovers/wording.yml",
    "backend/letters/wording.yml",
    "backend/nominations/asking.yml",
    "backend/nominations/wording.yml",
)


@cache
def responses(audience: str) -> dict[str, str]:
    """What Rasa says to an audience, by name; a response without a wording for staff is the same to both."""
    found: dict[str, str] = {}
    for file in sorted((ROOT / "bot" / "domain" / "en").glob("*.yml")):
        for name, variations in yaml.safe_load(file.read_text(encoding="utf-8"))["responses"].items():
            staff = [each["text"] for each in variations if _is_for_staff(each)]
            others = [each["text"] for each in variations if not _is_for_staff(each)]
            found[name] = "\n".join(staff if audience == "professional" and staff else others)
    return found


def _is_for_staff(variation: dict[str, Any]) -> bool:
    return any(each["value"] == "professional" for each in variation.get("condition", []))


def plain(text: str) -> str:
    """A text as it is measured: something is filled in, and every line is a sentence."""
    lines = [line.strip() for line in FILLED.sub("that", text).splitlines() if line.strip()]
    return " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)


def grade(text: str) -> float:
    """US school grade of a text."""
    return float(textstat.automated_readability_index(plain(text)))


def is_measured(text: str) -> bool:
    """Whether a text is long enough to be measured by itself."""
    return len(re.findall(r"[.?!]+(?:\s|$)", plain(text))) >= 3


def family_texts(data: Any) -> Iterator[str]:
    """Every text below a ``family`` key."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from (_texts(value) if key == "family" else family_texts(value))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


def only_for_staff() -> set[str]:
    """Responses about the link that a professional hands to a family, and about referrals."""
    return {name for name in responses("family") if re.search(r"_link|_not_a_referral|_not_asked_yet|_waiting", name)}


FAMILY = {name: text for name, text in responses("family").items() if name not in only_for_staff()}


def test_all_that_is_said_to_families_is_read_at_nine() -> None:
    assert grade("\n".join(FAMILY.values())) <= NINE


@pytest.mark.parametrize("name", sorted(name for name, text in FAMILY.items() if is_measured(text)))
def test_each_thing_said_to_families_is_easy(name: str) -> None:
    assert grade(FAMILY[name]) <= NINE, FAMILY[name]


@pytest.mark.parametrize("path", FILES)
def test_what_families_read_around_the_talk_is_read_at_nine(path: str) -> None:
    texts = list(family_texts(yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))))
    assert texts
    assert grade("\n".join(texts)) <= NINE
    assert {text: grade(text) for text in texts if is_measured(text) and grade(text) > NINE} == {}


@pytest.mark.parametrize(
    ("path", "parts"), [("backend/web/agree.yml", ()), ("bot/door/wording.yml", ("immediate", "urgent", "problems"))]
)
def test_what_is_read_where_no_account_is_needed_is_read_at_nine(path: str, parts: tuple[str, ...]) -> None:
    data = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    texts = [text for text in _texts({part: data[part] for part in parts or data}) if text]
    assert grade("\n".join(texts)) <= NINE


def test_staff_are_spoken_to_in_fuller_sentences() -> None:
    staff = {name: text for name, text in responses("professional").items() if text != responses("family")[name]}
    families = {name: FAMILY[name] for name in staff}
    assert grade("\n".join(staff.values())) > grade("\n".join(families.values())) + 1
    childish = re.compile(r"\b(?:grown-up|brave|mum)\b", re.IGNORECASE)
    assert [name for name, text in staff.items() if childish.search(text)] == []


def test_the_measure_tells_plain_words_from_hard_ones() -> None:
    hard = "Notwithstanding the aforementioned eligibility determination, multidisciplinary coordination is necessary."
    assert grade(hard) > 15
    assert grade("You can stop. We will help you. Tell us what is going on.") < NINE
