"""What a test does on a page, and what it looks at."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from backend.demo.accounts import PASSWORD

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}


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
    found = [
        f"{violation['id']}: {violation['help']}: {[node['html'][:200] for node in violation['nodes']]}"
        for violation in Axe().run(page).response["violations"]
    ]
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, f"{too_wide} px too wide"] if too_wide > 0 else found


def problems_at_both_widths(page: Page) -> list[str]:
    """The problems on a wide screen and at 320 px."""
    found = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        found += [f"at {size['width']} px: {problem}" for problem in problems(page)]
    page.set_viewport_size(WIDE)
    return found
