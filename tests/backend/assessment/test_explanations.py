"""What a coordinator, who nominated, and the family are told about an assessment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import textstat  # type: ignore[import-untyped]
from click.testing import CliRunner

from backend.assessment import Assessed, Nomination, assess
from backend.assessment.examples import load_examples, programme_of
from backend.assessment.explanations import Reader, explain
from backend.command.assess import assess as command
from backend.programmes import load_programme
from tests.backend.assessment.families import TODAY, case_one, case_two, fact

BLAME = ("troubled", "fault", "blame", "fail", "refuse", "chaotic", "dysfunctional", "neglectful", "non-complian")


def judged(family: dict[str, Any], programme: str) -> Assessed:
    return assess(Nomination.from_json(family), load_programme(programme), today=TODAY)


def test_a_coordinator_reads_everything() -> None:
    told = explain(judged(case_one(), "kingston-richmond"), "coordinator")
    assert "4 of 6 national criteria hold; at least 2 must." in told.verdict
    school = next(line for line in told.criteria if line.startswith("School attendance"))
    assert school == (
        "School attendance (national): holds, claimed (Persistent absence from school, asserted, said by professional)."
    )
    assert "Local priorities that hold: 1 of 7." in told.priority
    assert told.route[0] == "Suggested: High or complex needs."
    assert any(line.startswith("Or Additional expert help: ") for line in told.route)
    assert any(line.startswith("Not Monitoring: ") for line in told.route)


def test_who_nominated_reads_what_is_still_to_ask_and_the_next_step_and_nothing_that_is_only_recommended() -> None:
    told = explain(judged(case_two(), "maidstone"), "nominator")
    assert told.verdict == (
        "There is not enough to say yet. Nobody has been turned down.",
        "Still to ask, as it could change this: School exclusion; Out of work.",
    )
    assert "Crime or anti-social behaviour: holds." in told.criteria
    assert told.priority == ()
    assert len(told.route) == 1
    accepted = explain(judged(case_one(), "sevenoaks"), "nominator")
    assert "Family Intervention Project" not in " ".join(accepted.lines())


def test_a_family_reads_what_was_heard_and_what_happens_next() -> None:
    told = explain(judged(case_one(), "rotherham"), "family")
    assert told.verdict == ("What we were told is enough for Families for Change.",)
    assert told.criteria == (
        "A child misses school, was sent home, has no school place, or school is worried.",
        "The police have been in touch with the family, or a neighbour was not happy.",
    )
    assert told.route[0].startswith("A Families for Change coordinator looks at this within one working day.")


@pytest.mark.parametrize("programme", ["sevenoaks", "kingston-richmond", "tonbridge-malling", "supporting-families"])
def test_nothing_in_writing_tells_whoever_reads_it_at_home_about_abuse(programme: str) -> None:
    family = case_two()
    family["indicators"] += [fact("domestic_abuse_victim"), fact("sexual_exploitation_risk")]
    outcome = judged(family, programme)
    assert any(entry.criterion.private and entry.met for entry in outcome.judgement.results)
    text = " ".join(explain(outcome, "family").lines())
    assert not any(word in text for word in ("safe with", "hurt", "scared", "used or", "abuse"))


def test_who_does_not_fit_reads_where_else_there_is_help() -> None:
    family = {"indicators": [fact("education", "negated"), fact("worklessness", "negated")]}
    told = explain(judged(family, "maidstone"), "family")
    assert any("family liaison officer" in line for line in told.route)
    assert "There is other help." in told.verdict[0]


@pytest.mark.parametrize("reader", ["coordinator", "nominator", "family"])
def test_no_sentence_blames(reader: Reader) -> None:
    for example in load_examples():
        text = " ".join(explain(example.judged_by(programme_of(example)), reader).lines()).casefold()
        assert not [word for word in BLAME if word in text], example.name


def test_every_text_for_a_family_in_the_examples_is_plain() -> None:
    """At most grade 6: the name of the programme is long, and a short text has few words beside it."""
    for example in load_examples():
        lines = explain(example.judged_by(programme_of(example)), "family").lines()
        # Of a place to go to, what it offers is measured, not what it is called.
        text = " ".join(line.rpartition(": ")[2] for line in lines)
        assert textstat.automated_readability_index(text) <= 6, example.name


def test_in_words_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps(case_two() | {"people": [{"name": "Jo Secret", "age": 6}]}))
    options = ["--programme", "maidstone", "--today", "2015-11-20", "--explain", "family"]
    result = CliRunner().invoke(command, [str(file), *options])
    assert result.exit_code == 0
    assert result.stdout.startswith("line 1, maidstone\nThere is not enough to say yet. Nobody has been turned down.\n")
    assert "Secret" not in result.stdout
