"""The door: every message's way in and out, safety first."""
