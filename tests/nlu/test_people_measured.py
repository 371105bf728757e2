"""Floors on labelled households, places, consent, contacts and agencies; half of them were kept aside."""

import pytest

from nlu.reader import Reader
from tests.nlu.people_cases import Case, faults, load, share_right


@pytest.mark.parametrize("case", load("people-development"), ids=lambda case: case["id"])
def test_each_case_that_the_rules_were_written_for(reader: Reader, case: Case) -> None:
    assert faults(reader, case) == []


def test_most_of_the_cases_that_were_kept_aside(reader: Reader) -> None:
    shares = share_right(reader, load("people-held-out"))
    right, cases = (sum(numbers) for numbers in zip(*shares.values(), strict=True))
    assert right / cases >= 0.9
    assert all(kind_right / kind_cases >= 0.8 for kind_right, kind_cases in shares.values())
