"""Suites that nobody here wrote, run on the whole product: docs/outside-suites.md."""
