"""Stub."""
def read_people(text, plain, clauses):
    return {}
