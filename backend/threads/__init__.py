"""Threads: one talk of one person, and the draft that grows in it."""
