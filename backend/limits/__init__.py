"""How much one account may ask for, and how large what it sends may be."""

from backend.limits.counting import AccountLimits
from backend.limits.refusals import NoFiles, TooNested, TooOften
from backend.limits.shape import check_json

__all__ = ["AccountLimits", "NoFiles", "TooNested", "TooOften", "check_json"]
