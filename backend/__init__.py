"""The backend: records, rules and queue. It decides what is true of a nomination."""
