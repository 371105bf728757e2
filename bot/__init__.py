"""The conversation: what is said and when, and every message's way in and out."""
