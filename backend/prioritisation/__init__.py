"""What a programme's meeting ranks families by, as parts that can be read, never as one score."""

from backend.prioritisation.parts import Part, prioritise, rank_key, rank_number

__all__ = ["Part", "prioritise", "rank_key", "rank_number"]
