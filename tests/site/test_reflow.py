"""At 320 pixels wide, or 400 % zoom, everything can be read without scrolling sideways."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.site.addresses import PAGES_AND_404

WIDTH = 320
# Text that sticks out on the right, unless it stands in a box that scrolls by itself or is hidden from sight.
CUT_OFF = """(width) => [...document.querySelectorAll("main *, footer *, header *")].filter((element) => {
  const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const box = element.getBoundingClientRect();
  if (!own || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (box.width <= 1 || box.right <= width + 1 || box.left >= width) return false;
  for (let parent = element; parent; parent = parent.parentElement) {
    const style = getComputedStyle(parent);
    if (["auto", "scroll"].includes(style.overflowX) || style.textOverflow === "ellipsis" || style.position === "fixed") return false;
  }
  return true;
}).map((element) => element.outerHTML.slice(0, 150))"""


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_narrow_page_never_scrolls_sideways_and_cuts_nothing_off(shown: Callable[[str], Page], address: str) -> None:
    narrow = shown(address)
    narrow.set_viewport_size({"width": WIDTH, "height": 640})
    assert narrow.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert narrow.evaluate("document.body.scrollWidth") <= WIDTH
    assert narrow.evaluate(CUT_OFF, WIDTH) == []
