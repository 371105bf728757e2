"""One nomination judged by one programme: eligibility, priority and route together."""

from backend.assessment.assessed import Assessed, assess
from backend.eligibility import Fact, Nomination, NominationInvalid, Person
from backend.routing import Capacity

__all__ = ["Assessed", "Capacity", "Fact", "Nomination", "NominationInvalid", "Person", "assess"]
