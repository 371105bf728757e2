"""One reader for all tests of the reading: it loads once, as in the door."""

from datetime import date

import pytest

from nlu.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(today=date(2026, 11, 22))
