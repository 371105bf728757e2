"""Everything that an action may say is worded in the domain."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from actions.interview.questions import QUESTIONS

ROOT = Path(__file__).parents[2]


def test_every_response_that_an_action_names_has_its_words() -> None:
    worded: set[str] = set()
    for file in (ROOT / "bot" / "domain" / "en").glob("*.yml"):
        worded |= set(yaml.safe_load(file.read_text(encoding="utf-8")).get("responses", {}))
    code = " ".join(file.read_text(encoding="utf-8") for file in (ROOT / "actions").rglob("*.py"))
    named = set(re.findall(r'"(utter_[a-z_0-9]+)"', code)) - {"utter_ask_"}
    named |= {question.prompt for question in QUESTIONS} | {"utter_stopped_refused", "utter_stopped_not_yet"}
    assert {"utter_submitted", "utter_trouble", "utter_ask_danger"} <= named
    assert named - worded == set()
