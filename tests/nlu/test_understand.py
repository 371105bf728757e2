"""The command that shows and measures readings."""

import json
from pathlib import Path

from click.testing import CliRunner

from backend.command.understand import understand


def test_shows_what_was_read() -> None:
    result = CliRunner().invoke(understand, ["Dad lost his job"])
    assert result.exit_code == 0
    assert json.loads(result.output)["needs"] == {"worklessness": "asserted"}


def test_measures_cases_and_writes_predictions(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text(
        '{"id": "a", "text": "Dad lost his job", "needs": {"worklessness": "asserted"}, "danger": false}\n'
        '{"id": "b", "text": "No drug use", "needs": {"substance_misuse": "negated"}, "danger": false}\n'
        '{"id": "c", "text": "he has got a gun", "needs": {}, "danger": true}\n'
    )
    out = tmp_path / "predictions.jsonl"
    result = CliRunner().invoke(understand, ["--cases", str(cases), "--out", str(out)])
    scores = json.loads(result.output.splitlines()[-1])
    assert (scores["micro_f1"], scores["over_asserted"], scores["exact_status"]) == (1.0, 0.0, 1.0)
    assert (scores["danger_recall"], scores["danger_false_positive_rate"], scores["cases"]) == (1.0, 0.0, 3)
    first = json.loads(out.read_text().splitlines()[0])
    assert first == {
        "id": "a",
        "needs": {"worklessness": "asserted"},
        "indicators": ["nobody_working"],
        "safety": "none",
    }


def test_says_what_is_wrong_without_the_words(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"text": "Kelly Marsh"')
    result = CliRunner().invoke(understand, ["--cases", str(cases)])
    assert result.exit_code != 0
    assert "Kelly" not in result.output
