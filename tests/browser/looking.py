"""What a test does on a page, and what it looks at."""

from __future__ import annotations

import itertools
import os
import re
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from backend.demo.accounts import PASSWORD

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
BETWEEN: ViewportSize = {"width": 768, "height": 1024}
_pictures = itertools.count(1)


def sign_in(page: Page, name: str) -> Page:
    """Sign a demo account in by the form."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(f"{name}@demo.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    return page


def problems(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, and whether it must be scrolled sideways."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    found = [
        f"{violation['id']}: {violation['help']}: {[node['html'][:200] for node in violation['nodes']]}"
        for violation in page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    ]
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, f"{too_wide} px too wide"] if too_wide > 0 else found


def problems_at_both_widths(page: Page) -> list[str]:
    """The problems on a wide screen and at 320 px."""
    return _problems_at(page, WIDE, NARROW)


def problems_at_each_width(page: Page) -> list[str]:
    """The problems on a wide screen, on one as wide as a tablet's, and at 320 px."""
    return _problems_at(page, WIDE, BETWEEN, NARROW)


def _problems_at(page: Page, *sizes: ViewportSize) -> list[str]:
    found, number = [], next(_pictures)
    for size in sizes:
        page.set_viewport_size(size)
        _keep_picture(page, f"{number:03}", size["width"])
        found += [f"{page.url} at {size['width']} px: {problem}" for problem in problems(page)]
    page.set_viewport_size(WIDE)
    return found


def _keep_picture(page: Page, number: str, width: int) -> None:
    """A picture of the whole page in the folder ``PICTURES``, for whoever wants to look at it themselves."""
    folder = os.environ.get("PICTURES")
    if folder:
        path = re.sub(r"FD-[0-9A-Z]{8}|[0-9a-f-]{36}", "x", page.url.partition("//")[2].partition("/")[2])
        name = re.sub(r"\W+", "-", path) or "start"
        page.screenshot(path=Path(folder) / f"{number}-{name[:60]}-{width}.png", full_page=True)
