"""A house for each file, and pages of it in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.house import House, house_in
from tests.browser.looking import WIDE, sign_in


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of this file's own."""
    with house_in(tmp_path_factory.mktemp("house")) as running:
        yield running


@pytest.fixture
def context(chromium: Browser, house: House) -> Iterator[BrowserContext]:
    """A browser nobody has used, in which nothing may be fetched from anywhere but the house."""
    opened = chromium.new_context(viewport=WIDE, base_url=house.origin)
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of nobody in particular."""
    return context.new_page()


@pytest.fixture
def nominator(page: Page) -> Page:
    """A page on which the demo nominator is signed in."""
    return sign_in(page, "nominator")


@pytest.fixture
def coordinator(page: Page) -> Page:
    """A page on which the demo coordinator is signed in."""
    return sign_in(page, "coordinator")
