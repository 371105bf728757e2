"""Whether two households that were told of are one family: pure functions of what was told, and no database.

Records are linked as I. P. Fellegi and A. B. Sunter wrote in 1969: how well each thing agrees has a weight, the
logarithm to base 2 of how much more often it agrees so in one family than in two, and the weights add up.
"""

from backend.matching.blocks import COMPARED, marks_of, searched_marks
from backend.matching.comparing import Comparison, compare
from backend.matching.households import Household, Somebody, household_of
from backend.matching.reasons import Reason
from backend.matching.weights import SCHEME, Finding

__all__ = [
    "COMPARED",
    "SCHEME",
    "Comparison",
    "Finding",
    "Household",
    "Reason",
    "Somebody",
    "compare",
    "household_of",
    "marks_of",
    "searched_marks",
]
