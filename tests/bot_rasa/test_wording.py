"""What is said: all that docs/wire.md names, for both audiences, in words that may be said to them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
QUESTIONS = [
    *("danger", "role", "district", "consent", "story", "household", "address", "contact", "agencies", "assessment"),
    *("lead_professional", "clarify", "turnaround", "language", "summary"),
]
AUDIENCES = ("professional", "family")
NEVER = re.compile(r"troubled|\bcases?\b|\breferrals?\b|\brefer(red)?\b", re.IGNORECASE)
NOT_TO_FAMILIES = re.compile(
    r"nominat|consent|eligib|criteri|agenc|programme|assessment|professional|coordinat|safeguard|MASH|\bCAF\b|threshold",
    re.IGNORECASE,
)


def responses() -> dict[str, list[dict[str, Any]]]:
    """Every response of the domain with its variations."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((ROOT / "bot/domain/en").glob("*.yml")):
        for name, variations in yaml.safe_load(path.read_text())["responses"].items():
            assert name not in found, f"{name} is worded twice"
            found[name] = variations
    return found


TO_STAFF_ALONE = {"utter_not_asked_yet"}
"""Said to whoever nominates, who waits for the family's yes and may be told of a safeguarding lead."""


def said(name: str, audience: str) -> str:
    """What Rasa says to an audience: the variation with its condition, or else the one without any."""
    fitting = [
        v
        for v in responses()[name]
        if [c["value"] for c in v.get("condition", []) if c["name"] == "audience"] == [audience]
    ]
    plain = [v for v in responses()[name] if "condition" not in v]
    return str((fitting or plain)[0]["text"])


def named_in_the_wire_agreement() -> set[str]:
    """Every response that docs/wire.md names, one for each question among them."""
    names = set(re.findall(r"`(utter_[a-z_0-9]+)`", (ROOT / "docs/wire.md").read_text()))
    return names | {f"utter_ask_{question}" for question in QUESTIONS}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_everything_named_is_worded_for_both(audience: str) -> None:
    missing = named_in_the_wire_agreement() - set(responses())
    assert not missing
    assert all(said(name, audience).strip() for name in responses())


def test_nothing_is_worded_that_nobody_says() -> None:
    assert set(responses()) <= named_in_the_wire_agreement()


@pytest.mark.parametrize("name", sorted(responses()))
def test_no_words_that_must_not_be_said(name: str) -> None:
    for audience in AUDIENCES:
        assert not NEVER.search(said(name, audience))
    if name not in TO_STAFF_ALONE:
        assert not NOT_TO_FAMILIES.search(said(name, "family"))


@pytest.mark.parametrize("name", sorted(responses()))
def test_families_read_short_sentences(name: str) -> None:
    text = re.sub(r"\{\w+\}|\[\[\w+\]\]", "that", said(name, "family"))
    sentences = [s for s in re.split(r"[.?!:]\s+|\n", text) if s]
    longest = max(len(s.split()) for s in sentences)
    assert longest <= 24, f"{longest} words in one sentence"


@pytest.mark.parametrize("name", [n for n in sorted(responses()) if n.startswith("utter_danger_")])
def test_danger_names_whom_to_ring(name: str) -> None:
    for audience in AUDIENCES:
        assert "{emergency}" in said(name, audience)


def test_nobody_is_told_that_a_person_knows_before_one_has_answered() -> None:
    for name in ("utter_danger_yes", "utter_danger_unsure", "utter_handed_over", "utter_under_16"):
        for audience in AUDIENCES:
            assert not re.search(
                r"(knows?|has seen|is on the way|will ring you)\b", said(name, audience).replace("You know", "")
            )


@pytest.mark.parametrize(
    ("name", "markers"),
    [
        ("utter_ask_summary", {"[[summary]]"}),
        ("utter_submitted", {"[[reference]]", "{next_step}"}),
        ("utter_status", {"[[status]]"}),
        ("utter_out_of_area", {"{next_step}"}),
        ("utter_ask_clarify", {"{topics}"}),
        ("utter_ask_consent", {"{purposes}"}),
    ],
)
def test_what_is_filled_in_has_its_place_for_both(name: str, markers: set[str]) -> None:
    for audience in AUDIENCES:
        assert markers == set(re.findall(r"\{\w+\}|\[\[\w+\]\]", said(name, audience)))


@pytest.mark.parametrize("question", ["role", "consent", "household", "address"])
def test_sensitive_questions_say_why(question: str) -> None:
    assert "I ask" in said(f"utter_ask_{question}", "family")
