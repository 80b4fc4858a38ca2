"""At 320 pixels wide, or 400 % zoom, everything can be read without scrolling sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.site.addresses import PAGES_AND_404
from tests.site.serving import SiteServer

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


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": WIDTH, "height": 640}, reduced_motion="reduce") as context:
        yield context


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_narrow_page_never_scrolls_sideways_and_cuts_nothing_off(
    narrow: BrowserContext, server: SiteServer, address: str
) -> None:
    page = narrow.new_page()
    page.goto(server.url(address))
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert page.evaluate("document.body.scrollWidth") <= WIDTH
    assert page.evaluate(CUT_OFF, WIDTH) == []
    page.close()
