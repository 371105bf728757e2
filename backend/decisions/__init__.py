"""Decisions: what a coordinator made of a nomination, with a reason and a way to challenge it."""
