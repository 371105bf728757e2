"""Families are spoken to in their own language: nothing that may be said to them is left without its words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.interview import language as interview_language
from actions.interview.questions import QUESTIONS
from backend.handovers.wording import late_text
from backend.programmes import indicators, interview_view, load_programmes, needs
from backend.threads.languages import FOLDER, Language, languages
from nlu.people.spoken import SPOKEN

ROOT = Path(__file__).parents[3]
CODES = sorted(languages())
FILLED = re.compile(r"\{\w+\}|\[\[\w+\]\]")
PROFESSIONALS_ONLY = {"utter_not_a_referral", "utter_not_asked_yet", "utter_still_waiting", "utter_new_link"} | {
    "utter_link_taken_back",
    "utter_link_over",
    "utter_other_family_later",
    "utter_other_family_kept",
    "utter_other_family_waits",
    "utter_is_it_another_family",
    "utter_same_family_after_all",
}
PROFESSIONALS_BUTTONS = {"Take the link back", "Stop and delete it", "Make a new link"} | {
    "Go on with the other family",
    "It is the same family",
    "Yes, another family",
    "No, the same family",
}
"""Of the link by which a family answers for itself, and of several families in one conversation."""


def family_responses() -> dict[str, list[str]]:
    """What Rasa may say to a family: a response's wordings, several where they differ by the question."""
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "bot" / "domain" / "en").glob("*.yml")):
        for name, variations in yaml.safe_load(file.read_text(encoding="utf-8"))["responses"].items():
            told = [each["text"] for each in variations if not _for_professionals(each)]
            found[name] = told
    return {name: told for name, told in found.items() if name not in PROFESSIONALS_ONLY}


def _for_professionals(variation: dict[str, Any]) -> bool:
    return any(condition["value"] == "professional" for condition in variation.get("condition", []))


def family_buttons() -> set[str]:
    """Every title of a button that a family may see."""
    for_families = [question for question in QUESTIONS if "family" in question.audiences]
    asked = {button.title for each in for_families for button in each.buttons.get("family", ())}
    asked |= {button.title for each in for_families for button in each.follow_up_buttons}
    code = " ".join(file.read_text(encoding="utf-8") for file in (ROOT / "actions").glob("*.py"))
    yes_no = {"Yes", "No", "Not sure"}
    return asked | set(re.findall(r'\bButton\("([^"]+)"', code)) | yes_no


@pytest.fixture(params=CODES)
def language(request: pytest.FixtureRequest) -> Language:
    return languages()[request.param]


def test_the_languages_are_the_same_wherever_they_are_spoken_or_read() -> None:
    door = {file.stem for file in (ROOT / "bot" / "door" / "languages").glob("*.yml")}
    assert set(CODES) == {"sk", "cs", "pl", "ro"} == set(interview_language.OFFERED) == set(SPOKEN)
    assert set(CODES) <= door
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(CODES)


@pytest.mark.parametrize("name", sorted(family_responses()))
def test_every_response_to_families_is_worded_and_filled_alike(language: Language, name: str) -> None:
    english, said = family_responses()[name], language.said[name]
    wordings = list(said.values()) if isinstance(said, dict) else [said]
    assert len(wordings) == len(english)
    for own, text in zip(wordings, english, strict=True):
        assert own.strip()
        assert sorted(FILLED.findall(own)) == sorted(FILLED.findall(text))
        assert ("999" in own) == ("999" in text), "danger is told wherever it is told in English"
        assert ("0800 1111" in own) == ("0800 1111" in text)


def test_nothing_is_worded_that_nobody_says(language: Language) -> None:
    assert set(language.said) <= set(family_responses())


def test_every_button_is_worded(language: Language) -> None:
    titles = family_buttons()
    assert {"Yes, send it", "Talk to a person", "No, carry on"} <= titles
    assert titles - set(language.words["buttons"]) - PROFESSIONALS_BUTTONS == set()
    assert all(own.strip() for own in language.words["buttons"].values())


def test_every_fact_and_need_has_a_name(language: Language) -> None:
    known = set(language.words["facts"])
    assert set(indicators()) - known == set()
    assert known - set(indicators()) - set(needs()) == set()


@pytest.mark.parametrize("code", sorted(load_programmes()))
def test_what_the_programmes_say_to_families_is_worded(language: Language, code: str) -> None:
    programme = load_programmes()[code]
    view = interview_view(programme)
    said = [purpose["wording"] for purpose in view["consent"]["purposes"]]
    said += [topic["family"] for topic in view["topics"].values()]
    said += [view["out_of_area"], *programme.next_steps.values(), programme.data["signposting"]["own_council"]]
    said += [programme.allocation_reached] if programme.allocation_reached else []
    said += [contact["hours"] for contact in programme.data["emergency"].values()]
    said += programme.verdicts.values()
    said += [stage.family for stage in programme.paths.stages]
    assert {sentence for sentence in said if language.sentences(sentence) is None} == set()


def test_notices_the_summary_and_what_is_understood_are_worded(language: Language) -> None:
    threads = ROOT / "backend" / "threads"
    english = {
        part: yaml.safe_load((threads / f"{part}.yml").read_text()) for part in ("notices", "summary", "understood")
    }
    assert set(english["notices"]) - set(language.words["notices"]) == set()
    headings = language.words["summary"]["headings"]["family"]
    assert set(english["summary"]["headings"]["family"]) - set(headings) == set()
    assert set(english["summary"]) - set(language.words["summary"]) - {"method", "turnaround"} == set()
    for part in ("taken", "touch"):
        assert set(english["understood"][part]) == set(language.words["understood"][part])


def test_what_terms_mean_and_what_is_left_out_is_worded(language: Language) -> None:
    glossary = yaml.safe_load((ROOT / "actions" / "interview" / "glossary.yml").read_text(encoding="utf-8"))
    agreement = yaml.safe_load((ROOT / "backend" / "nominations" / "agreement.yml").read_text(encoding="utf-8"))
    said = [term["family"] for term in glossary.values()] + [agreement["next_step"], *agreement["without"].values()]
    assert {sentence for sentence in said if language.sentences(sentence) is None} == set()


@pytest.mark.parametrize("part", ["status", "ended"])
def test_how_it_stands_is_worded(language: Language, part: str) -> None:
    wording = yaml.safe_load((ROOT / "backend" / "nominations" / "wording.yml").read_text(encoding="utf-8"))
    for told in wording[part].values():
        line = f"FD-1 (Families for Change): {told['family']} {wording['reason']} Mrs Pell said so."
        own = language.as_far_as_worded(line)
        assert told["family"].split(".")[0] not in own
        assert "Mrs Pell said so." in own
        assert wording["reason"] not in own


def test_whom_nobody_answers_in_time_is_told_so_with_the_numbers(language: Language) -> None:
    said = late_text("rotherham", "family", language.code)
    assert said.startswith(language.words["late"].split(".")[0])
    assert "999" in said
    assert "01632" in said
    assert "Monday" not in said
    assert late_text("rotherham", "professional", language.code) == late_text("rotherham", "professional")


def test_the_chat_page_is_worded(language: Language) -> None:
    english = yaml.safe_load((ROOT / "backend" / "web" / "chat.yml").read_text(encoding="utf-8"))["family"]
    assert set(english) - set(language.words["page"]) == set()
    assert len(language.words["page"]["notes"]) == len(english["notes"])


def test_what_was_left_is_worded(language: Language) -> None:
    english = yaml.safe_load((ROOT / "backend" / "web" / "left.yml").read_text(encoding="utf-8"))["family"]
    assert set(english) == set(language.words["left"])
    for key, said in english.items():
        assert set(re.findall(r"{\w+}", said)) >= set(re.findall(r"{\w+}", language.words["left"][key]))


def test_a_language_says_who_has_read_it_and_claims_no_one_who_has_not(language: Language) -> None:
    for matter, signed in language.about["reviewed"].items():
        assert set(signed) == {"reviewed_by", "date"}
        assert language.is_reviewed(matter) == (signed["reviewed_by"] is not None and signed["date"] is not None)


@pytest.mark.parametrize("code", CODES)
def test_numbers_to_ring_stay_and_their_hours_are_worded(code: str) -> None:
    lines = "- Kent safeguarding hub (MASH): 01632 960101 (Monday to Friday, 9am to 5pm)\n- Somebody: 999"
    own = languages()[code].lines(lines).splitlines()
    assert own[0].startswith("- Kent safeguarding hub (MASH): 01632 960101 (")
    assert "Monday" not in own[0]
    assert own[1] == "- Somebody: 999"


def test_a_sentence_without_words_leaves_its_whole_line_in_english() -> None:
    line = "Tell us here in the chat. The moon is full."
    assert languages()["sk"].lines(line) == line
