"""Somebody who works by keyboard alone: Tab and Shift-Tab to go, Enter and Space to press, arrows to choose.

Every stop on the way is looked at: it shows that it has the focus, it stands in the window and not below the bar, and
it follows the stop before it, in the page as it is written and on the screen.
"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

_FARTHEST = 200
"""Stops to anything. Whoever has to press Tab oftener than that has no way there."""

# What is seen of a box or a button stands on its label, of a box that is hidden in what is drawn before the label.
_LOOK = """([target, forward]) => {
  const now = document.activeElement, problems = [];
  const drawn = (each) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(each, part || null);
    return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth, style.color];
  });
  const seen = (each) => JSON.stringify([each, ...(each.labels ?? []), each.parentElement].map(drawn));
  const name = (each) => (each.labels?.[0] ?? each).innerText || each.getAttribute("aria-label") || each.outerHTML;
  const bar = document.querySelector(".fd-emergency"), inBar = (each) => bar?.contains(each);
  const nowhere = now === null || now === document.body;
  const before = window.fdBefore;
  if (before?.each.isConnected && before.each !== now && seen(before.each) === before.seen) {
    problems.push(`nothing shows that "${name(before.each)}" has the focus`);
  }
  if (!nowhere) {
    const place = now.getBoundingClientRect(), over = bar?.getBoundingClientRect();
    const isCovered = over && !inBar(now) && place.top >= over.top && place.bottom <= over.bottom;
    if (isCovered || place.bottom <= 0 || place.top >= innerHeight) {
      problems.push(`"${name(now)}" has the focus out of sight, at ${place.top} of ${innerHeight}`);
    }
    if (before?.each.isConnected && before.each !== now && forward !== null) {
      const [first, second] = forward ? [before.each, now] : [now, before.each];
      const follows = first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING;
      const [one, other] = [first, second].map((each) => each.getBoundingClientRect());
      const upAndNotBeside = other.bottom < one.top && other.left < one.right;
      if (!follows || (upAndNotBeside && !inBar(first) && !inBar(second))) {
        problems.push(`"${name(second)}" comes out of order after "${name(first)}"`);
      }
    }
  }
  window.fdBefore = nowhere ? undefined : { each: now, seen: seen(now) };
  return {
    problems,
    nowhere,
    there: now === target,
    inGroup: now.type === "radio" && now.name === target.name && now.form === target.form,
  };
}"""
# Where nothing has the focus, Tab begins at the part of the page that the address names.
_IS_BEHIND = """(target) => {
  const focused = document.activeElement !== document.body && document.activeElement;
  const now = focused || document.getElementById(location.hash.slice(1)) || document.body;
  const before = target.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
  return now !== document.body && now !== target && Boolean(before);
}"""


class Keyboard:
    """The keys of a page. Nothing here uses a mouse, nor puts the focus anywhere but by a key."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = 0
        """How often Tab was pressed."""

    def go_to(self, target: Locator) -> None:
        """Press Tab, or Shift-Tab where it stands further up, until it has the focus."""
        self._walk(target, any_of_group=False)

    def follow(self, link: Locator) -> None:
        """Go to a link or a button and press Enter; another page is there afterwards."""
        self.go_to(link)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def jump(self, name: str) -> None:
        """Follow a link to a part of this page."""
        self.follow(self.page.get_by_role("navigation", name="On this page").get_by_role("link", name=name, exact=True))

    def write(self, field: Locator, words: str) -> None:
        """Go to a field and type."""
        self.go_to(field)
        self.page.keyboard.type(words)

    def choose(self, radio: Locator) -> None:
        """Go into a group of radio buttons and choose one by the arrow keys."""
        self._walk(radio, any_of_group=True)
        for _ in range(20):
            if radio.evaluate("radio => radio === document.activeElement"):
                break
            self.page.keyboard.press("ArrowDown")
        if not radio.is_checked():
            self.page.keyboard.press("Space")
        expect(radio).to_be_checked()
        self._forget()

    def select(self, field: Locator, option: str) -> None:
        """Go to a list and choose by the arrow keys."""
        self.go_to(field)
        for _ in range(40):
            if field.evaluate("field => field.selectedOptions[0].label") == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys do not come to {option}")

    def tick(self, box: Locator) -> None:
        """Go to a box and tick it."""
        self.go_to(box)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()
        self._forget()

    def unfold(self, name: str, within: Locator | None = None) -> None:
        """Go to what is folded, and unfold it."""
        summary = (within or self.page.locator("main")).locator("summary").filter(has_text=re.compile(re.escape(name)))
        self.go_to(summary)
        self.page.keyboard.press("Enter")
        expect(summary.locator("xpath=..")).to_have_attribute("open", "")

    def _walk(self, target: Locator, *, any_of_group: bool) -> None:
        expect(target).to_have_count(1)
        element = target.element_handle()
        forward = not self.page.evaluate(_IS_BEHIND, element)
        look = self.page.evaluate(_LOOK, [element, None])
        for _ in range(_FARTHEST):
            if look["there"] or (any_of_group and look["inGroup"]):
                return
            self.page.keyboard.press("Tab" if forward else "Shift+Tab")
            self.stops += 1
            look = self.page.evaluate(_LOOK, [element, forward])
            assert look["problems"] == [], f"{self.page.url}: {look['problems']}"
            assert not look["nowhere"], f"{self.page.url}: the keys go past {target}"
        raise AssertionError(f"{self.page.url}: {target} is more than {_FARTHEST} stops away")

    def _forget(self) -> None:
        """What has just been ticked looks otherwise for that reason, too."""
        self.page.evaluate("() => { window.fdBefore = undefined; }")
