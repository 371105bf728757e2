"""Letters: what was decided, written to a named person, read and changed by a coordinator, and sent in a safe way."""
