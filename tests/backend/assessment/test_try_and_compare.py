"""``frontdoor programmes try`` and ``compare`` as somebody uses them who writes policy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from backend.command.programmes import programmes
from backend.programmes import load_programmes
from backend.programmes.loader import FILES
from tests.backend.assessment.families import case_one, case_two

SEVENOAKS = (FILES / "sevenoaks@2013.yml").read_text(encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(programmes, list(arguments))


def draft(folder: Path, *changes: tuple[str, str]) -> str:
    text = SEVENOAKS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file = folder / "draft.yml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def written(folder: Path, *families: dict[str, Any]) -> str:
    file = folder / "nominations.jsonl"
    file.write_text("\n".join(json.dumps(family) for family in families), encoding="utf-8")
    return str(file)


def test_an_unchanged_file_changes_nothing_for_any_example(tmp_path: Path) -> None:
    result = run("try", draft(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "rule    The rules on eligibility are the same."
    assert result.stdout.splitlines()[-1].startswith("0 of ")


def test_a_higher_threshold_is_named_with_the_families_that_it_changes_and_why(tmp_path: Path) -> None:
    file = draft(tmp_path, ("at_least: 2,", "at_least: 3,"))
    families = written(tmp_path, case_one() | {"reference": "FD-1"}, case_two())
    result = run("try", file, "--against", families, "--today", "2015-11-20")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "rule    at least 2 national criteria -> at least 3"
    assert "line 1, FD-1" in lines
    assert any(line.startswith("    verdict: eligible -> needs_information.") for line in lines)
    assert any(line.startswith("    stream: fip -> none.") for line in lines)
    # Case two needed information before and still does.
    assert "line 2" not in lines
    assert lines[-1] == "1 of 2 would change."


def test_a_fact_that_counts_no_longer_says_what_a_parent_would_read(tmp_path: Path) -> None:
    file = draft(tmp_path, ("indicators: [persistent_absence, ", "indicators: ["))
    result = run("try", file, "--against", written(tmp_path, case_one()), "--today", "2015-11-20")
    assert "rule    education: counts no longer persistent_absence" in result.stdout
    assert "education: holds -> is not known. We do not know enough yet about how school is going." in result.stdout


def test_another_stream_is_named_with_its_reasons(tmp_path: Path) -> None:
    file = draft(tmp_path, ("when: {discretionary_met_at_least: 2}", "when: {discretionary_met_at_least: 5}"),
                 ("when: {agencies_at_least: 3}", "when: {agencies_at_least: 9}"))  # fmt: skip
    result = run("try", file, "--against", written(tmp_path, case_one()), "--today", "2015-11-20")
    assert "stream: fip -> fip-light. How the family gets on" in result.stdout


def test_a_wrong_draft_is_refused_with_where_and_what(tmp_path: Path) -> None:
    result = run("try", draft(tmp_path, ("at_least: 2,", "at_least: two,")))
    assert result.exit_code == 2
    assert 'thresholds[0].at_least: expected a whole number, found "two"' in result.stderr


def test_a_draft_of_a_programme_that_is_not_in_use_is_said_to_be_one(tmp_path: Path) -> None:
    result = run("try", draft(tmp_path, ("code: sevenoaks", "code: atlantis")))
    assert result.exit_code == 2
    assert "code: expected a programme that is in use." in result.stderr


@pytest.mark.parametrize("command", ["try", "compare"])
def test_a_nomination_that_cannot_be_read_is_named_without_what_it_says(tmp_path: Path, command: str) -> None:
    families = written(tmp_path, case_one(), {"people": [{"name": "Jo Secret", "age": "Jo Secret"}]})
    options = ["try", draft(tmp_path), "--against", families] if command == "try" else ["compare", families]
    result = run(*options, "--today", "2015-11-20")
    assert result.exit_code == 2
    assert result.stderr == "line 2: people[0].age: expected a whole number or null\n"
    assert "Secret" not in result.output


def test_one_family_side_by_side_in_all_programmes(tmp_path: Path) -> None:
    named = case_two() | {"people": [{"name": "Jo Secret", "age": 6}]}
    result = run("compare", written(tmp_path, named), "--today", "2015-11-20")
    assert result.exit_code == 0
    rows = {line.split()[0]: line.split()[1] for line in result.stdout.splitlines()[3:] if line}
    assert rows == {
        "kingston-richmond": "eligible",
        "maidstone": "needs_information",
        "rotherham": "needs_information",
        "sevenoaks": "needs_information",
        "supporting-families": "eligible",
        "tonbridge-malling": "eligible",
    }
    assert set(rows) == set(load_programmes())
    assert "education, worklessness" in result.stdout
    assert "Secret" not in result.stdout
