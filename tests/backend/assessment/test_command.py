"""``frontdoor assess`` as somebody uses it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from backend.command.assess import assess
from tests.backend.assessment.families import case_one, case_two


def run(file: Path, *options: str) -> Result:
    return CliRunner().invoke(assess, [str(file), "--today", "2015-11-20", *options])


def written(result: Result) -> list[str]:
    return [json.loads(line)["assessment"]["verdict"] for line in result.stdout.splitlines()]


def test_one_nomination_an_array_or_json_lines_are_judged_alike(tmp_path: Path) -> None:
    families = [case_one() | {"programme": "sevenoaks"}, case_two() | {"programme": "sevenoaks"}]
    single, array, lines = (tmp_path / name for name in ("one.json", "all.json", "all.jsonl"))
    single.write_text(json.dumps(families[0], indent=2))
    array.write_text(json.dumps(families, indent=2))
    lines.write_text("\n".join(json.dumps(family) for family in families))
    assert written(run(single)) == ["eligible"]
    assert written(run(array)) == ["eligible", "needs_information"]
    assert run(array).stdout == run(lines).stdout


def test_what_was_given_is_kept_and_the_programme_can_be_another(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps(case_two() | {"programme": "sevenoaks", "reference": "R-1"}))
    result = run(file, "--programme", "kingston-richmond")
    judged = json.loads(result.stdout)
    assert result.exit_code == 0
    assert judged["reference"] == "R-1"
    assert (judged["programme"], judged["programme_version"]) == ("kingston-richmond", "2015")
    assert judged["route"]["stream"] == "high-or-complex"


def test_a_bad_line_is_named_and_the_others_are_written(tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    good = json.dumps(case_one() | {"programme": "sevenoaks"})
    wrong = json.dumps({"programme": "sevenoaks", "people": [{"name": "Jo Secret", "age": "Jo Secret"}]})
    file.write_text(f"{good}\n{{not json}}\n\n{wrong}\n{json.dumps({'programme': 'nowhere'})}\n{good}\n")
    result = run(file)
    assert result.exit_code == 2
    assert written(result) == ["eligible", "eligible"]
    assert result.stderr.splitlines() == [
        "line 2: expected JSON: Expecting property name enclosed in double quotes at column 2",
        "line 4: people[0].age: expected a whole number or null",
        "line 5: No such programme. There are: kingston-richmond@2015, maidstone@2012, rotherham@2013, sevenoaks@2013, "
        "supporting-families@2022, tonbridge-malling@2016",
    ]


def test_a_nomination_without_a_programme_is_asked_for_one(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text("{}")
    result = run(file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "line 1: programme: expected a programme's code, or give --programme\n"


def test_a_broken_document_is_reported_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text('{\n  "programme": "sevenoaks",\n  oops\n}\n')
    result = run(file)
    assert result.exit_code == 2
    assert result.stderr.startswith("line 3: expected JSON")
