"""The sums that programmes do with families, each rounded as the papers round it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor


def at_least(families: int, percent: int) -> int:
    """The fewest families that are at least so many percent: rounded up (85% of 244 is 208)."""
    return ceil(Fraction(families * percent, 100))


def share(families: int, percent: int) -> int:
    """So many percent of the families, rounded down: nobody is meant twice (20% of 101 is 20)."""
    return floor(Fraction(families * percent, 100))


def percentage(part: int, whole: int) -> float:
    """How many percent a part is, to one decimal, half up. ZeroDivisionError where there is no whole."""
    return floor(Fraction(part * 1000, whole) + Fraction(1, 2)) / 10
