"""Nominations: requests that a family be taken on, from submission to a decision."""
