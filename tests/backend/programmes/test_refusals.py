"""What somebody who edits a programme file is told when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from backend.command.programmes import programmes
from backend.programmes import ProgrammeInvalid, read_programme
from backend.programmes.loader import FILES

GOOD = (FILES / "sevenoaks@2013.yml").read_text(encoding="utf-8")


def refusal(folder: Path, old: str, new: str, name: str = "sevenoaks@2013.yml") -> list[str]:
    """What is said of a programme's file when the first ``old`` in it is written as ``new``."""
    good = (FILES / name).read_text(encoding="utf-8")
    assert old in good
    file = folder / name
    file.write_text(good.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ProgrammeInvalid) as refused:
        read_programme(file)
    lines = str(refused.value).splitlines()
    assert all(line.startswith(f"{file}: ") for line in lines)
    return [line.removeprefix(f"{file}: ") for line in lines]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("scope: national\n", "scope: nation\n",
         'criteria[0].scope: expected one of national, local, discretionary, found "nation"'),
        ("family_name: Working with Families\n", "", "file: expected the key family_name, which is missing"),
        ("at_least: 2,", "at_least: two,", 'thresholds[0].at_least: expected a whole number, found "two"'),
        ("at_least: 2,", "at_least: 0,", "thresholds[0].at_least: expected at least 1, found 0"),
        ("months: 12, source: ours", "months: 12", "criteria[0].look_back: expected the key source, which is missing"),
        ("source: ours}", "source: mine}", 'effective.source: expected ours, found "mine"'),
        ("from: 2012-04-01", "from: last year", 'effective.from: expected a date as 2013-08-16, found "last year"'),
        ("postcodes: [TN13,", "postcodes: [Sevenoaks,",
         'area.postcodes[0]: expected a postcode district such as TN13, found "Sevenoaks"'),
        ('version: "2013"', "version: 2013", "version: expected text, found 2013"),
        ("when: {national_met_at_least: 3}", "when: {}", "routing.streams[0].when: expected one operator, found none"),
        ("when: {national_met_at_least: 3}", "when: {national_met_at_least: 3, always: true}",
         "routing.streams[0].when: expected one operator, found national_met_at_least, always"),
        ('when: {lead_professional: "yes"}', "when: {lead_professional: yes}",
         "routing.streams[7].when.lead_professional: expected one of yes, no, unknown, found true"),
        ("levels: []", "levels: []\ncolour: blue", "file: expected only the keys code, version,"),
        ("school_age: {max: 16,", "school_age: {max: 61,", "criteria[0].school_age.max: expected at most 25, found 61"),
    ],
)  # fmt: skip
def test_a_wrong_shape(tmp_path: Path, old: str, new: str, said: str) -> None:
    lines = refusal(tmp_path, old, new)
    assert len(lines) == 1
    assert lines[0].startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("indicators: [persistent_absence,", "indicators: [truancy,",
         "criteria[0].indicators[0]: expected an indicator that exists, found 'truancy'; there are: adult_offence,"),
        ("about: [education]", "about: [schooling]",
         "criteria[0].about[0]: expected a need that exists, found 'schooling'; there are:"),
        ("stream: fip\n", "stream: fup\n",
         "routing.streams[0].stream: expected a stream that exists, found 'fup'; "
         "there are: family-support-worker, fip, fip-light, lead-worker, mentoring"),
        ("- code: crime_asb", "- code: education",
         "criteria[1].code: expected a code of its own, found 'education' again (first in criteria[0])"),
        ("main_problem: [worklessness]", "main_problem: [work]",
         "routing.streams[4].when.any[0].main_problem[0]: expected a criterion that exists, found 'work'; there are:"),
        ("at_least: 2,", "at_least: 4,", "thresholds[0].at_least: expected at most 3, the number of national criteria"),
        ("families: 16,", "families: 15,",
         "allocation.years[0].dispositions: expected families to add up to 54 identified, found 53"),
        ('{document: board-2013, section: "2"}', '{document: board-2014, section: "2"}',
         "thresholds[0].source.document: expected a document that exists, found 'board-2014'; there are: board-2013"),
        ("path: checkpoint", "path: board-approval",
         "next_steps.board-approval: expected a sentence, as routing.paths[0].path leads there"),
        ("{discretionary} further", "{factors} further",
         "routing.streams[1].reason: expected only agencies, discretionary, local, national in braces, "
         "found 'factors'"),
        ("measure: turnaround, use: shown", "measure: turnaround, use: ranks",
         "prioritisation.parts[3].use: expected breaks_ties or shown: turnaround never ranks alone"),
        ("shared_postcodes: [TN3,", "shared_postcodes: [TN13,",
         "area.shared_postcodes[0]: expected a district that is not in area.postcodes: TN13"),
        ("to: 2015-03-31", "to: 2011-03-31", "effective.to: expected a date after effective.from"),
        ('version: "2013"', 'version: "2014"', "code, version: expected the file to be called sevenoaks@2014.yml"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert refusal(tmp_path, old, new)[0].startswith(said)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("maidstone@2012.yml", "raised_by: {indicators: [persistent_absence,", "raised_by: {indicators: [truancy,",
         "criteria[0].raised_by.indicators[0]: expected an indicator that exists, found 'truancy'; there are:"),
        ("maidstone@2012.yml", "raised_by: {indicators: [persistent_absence,",
         "raised_by: {indicators: [fixed_term_exclusion,",
         "criteria[0].raised_by.indicators[0]: expected an indicator that does not make the criterion true already: "
         "fixed_term_exclusion"),
        ("maidstone@2012.yml", "      raised:", "      met_again:",
         "criteria[0].sentences: expected only the keys met, not_met, unknown, unrecorded, raised; found met_again"),
        ("maidstone@2012.yml", '      raised: "School is hard for a child. We do not know yet whether the child was '
         'sent home from school or told to leave."\n', "",
         "criteria[0].sentences: expected the key raised, as some facts only lead to the question"),
        ("rotherham@2013.yml", "    number: 5\n", "    number: 5\n    places: [Wath]\n",
         "coordinators: expected one without languages and places, who takes up everybody else"),
        ("rotherham@2013.yml", '["S66 7", "S66 8"]', '["S66", "S66 8"]',
         'coordinators[1].postcode_sectors[0]: expected a postcode sector such as S66 8, found "S66"'),
        ("rotherham@2013.yml", "said_with: {codes: [adult_offence", "said_with: {codes: [crime",
         "routing.streams[2].when.any[1].said_with.codes[0]: expected an indicator that exists, found 'crime'"),
        ("sevenoaks@2013.yml", "    stream: mentoring\n", "    stream: mentors\n",
         "standing.step_down.stream: expected a stream that exists, found 'mentors'; there are:"),
        ("supporting-families@2022.yml", "  postcodes: []", "  postcodes: [ME14]",
         "area.placeholder: expected no postcodes while the districts are a placeholder"),
        ("kingston-richmond@2015.yml", "matched: [{criterion: crime_asb,", "matched: [{criterion: crime,",
         "identified[0].matched[0]: expected a criterion that exists, found 'crime'; there are:"),
        ("kingston-richmond@2015.yml", "families: 136}", "families: 238}",
         "identified[0].matched[0].families: expected at most 237, all that were found"),
        ("supporting-families@2022.yml", "value: null, placeholder: true,", "value: null,",
         "figures[0].value: expected a number, or placeholder: true"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_in_the_other_programmes(
    tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    assert refusal(tmp_path, old, new, name)[0].startswith(said)


def test_a_key_that_is_written_twice(tmp_path: Path) -> None:
    lines = refusal(tmp_path, "levels: []", "levels: []\nlevels: []")
    assert lines[0].endswith("expected YAML: the key 'levels' is written twice")


def test_a_file_that_is_no_yaml_and_one_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path, "code: sevenoaks", "code: [sevenoaks")[0].startswith("line ")
    with pytest.raises(ProgrammeInvalid, match="file: expected a text file that can be read"):
        read_programme(tmp_path / "missing.yml")


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    file = tmp_path / "sevenoaks@2013.yml"
    file.write_text(
        GOOD.replace("at_least: 2,", "at_least: 4,").replace("[education]", "[schooling]"), encoding="utf-8"
    )
    result = CliRunner().invoke(programmes, ["check", str(file)])
    assert result.exit_code == 2
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        "criteria[0].about[0]",
        "thresholds[0].at_least",
    ]


def test_the_files_in_use_may_be_used() -> None:
    result = CliRunner().invoke(programmes, ["check"])
    assert result.exit_code == 0
    assert [line.rpartition(": ")[2] for line in result.stdout.splitlines()] == [
        "kingston-richmond@2015 may be used",
        "maidstone@2012 may be used",
        "rotherham@2013 may be used",
        "sevenoaks@2013 may be used",
        "supporting-families@2022 may be used",
        "tonbridge-malling@2016 may be used",
    ]


def test_list_and_show() -> None:
    listed = CliRunner().invoke(programmes, ["list"]).stdout
    assert "sevenoaks@2013\t2012-2015\tSevenoaks Working with Families\n" in listed
    shown = CliRunner().invoke(programmes, ["show", "sevenoaks"]).stdout
    assert "eligible: at least 2 national" in shown
    assert "Family Intervention Project (11 places)" in shown
    source = CliRunner().invoke(programmes, ["show", "sevenoaks@2013", "--source"]).stdout
    assert "document: board-2013" in source
    unknown = CliRunner().invoke(programmes, ["show", "nowhere"])
    assert unknown.exit_code == 2
    assert unknown.stderr.startswith("Error: No such programme.")
