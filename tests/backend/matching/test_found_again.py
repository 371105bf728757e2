"""On seeded families, fewer than those of ``make bench``: families are found again, better than by writing alike."""

from __future__ import annotations

import pytest

from tests.backend.matching.families_seeded import seeded
from tests.backend.matching.measured import Measured, exact, score


@pytest.fixture(scope="module")
def measured() -> Measured:
    return Measured(seeded(1_000, 7, "judging"))


def test_families_told_again_are_found_and_others_are_not(measured: Measured) -> None:
    assert measured.same.true == 100
    assert measured.same.precision >= 0.97
    assert measured.same.recall >= 0.95


def test_that_is_better_than_what_is_written_alike(measured: Measured) -> None:
    true = measured.seeded.pairs("same")
    alike = score(exact(measured.seeded, by="birth") | exact(measured.seeded, by="postcode"), true)
    assert alike.recall < measured.same.recall - 0.1
    assert alike.precision < measured.same.precision


def test_what_is_said_to_be_related_is_so_nearly_always(measured: Measured) -> None:
    assert measured.related.found >= 20
    assert measured.related.precision >= 0.9


def test_nobody_who_is_one_family_is_left_out_of_comparing(measured: Measured) -> None:
    assert measured.candidates.recall >= 0.98


def test_the_same_seed_makes_the_same_families() -> None:
    assert seeded(50, 7, "judging").contents == seeded(50, 7, "judging").contents
    assert seeded(50, 7, "judging").contents != seeded(50, 8, "judging").contents
