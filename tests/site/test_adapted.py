"""Readers adapt a page to what they need: text set wider, colours of their own, nothing that moves. Nothing gets lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.site.addresses import EXEMPLARS
from tests.site.browsing import PHONE, Visit
from tests.site.serving import SiteServer
from tests.site.test_reflow import CUT_OFF

LESSON = "/vorming/discord-in-de-vingers/wie-ziet-wat/"
FIGURE = "/cijfers/neet-15-29/"
# The distances of WCAG 1.4.12, as an extension of a browser sets them. A chart is a picture: its table has the text.
WIDER = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    svg, svg * { letter-spacing: normal !important; word-spacing: normal !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# Text in a box that hides what does not fit; what only a screen reader gets is in a box of one pixel.
CLIPPED = """() => [...document.querySelectorAll("main *, footer *, header *")].filter((element) => {
  const style = getComputedStyle(element);
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  if (style.textOverflow === "ellipsis" || element.clientWidth <= 1 || !element.innerText?.trim()) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
    || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 150))"""
# The browser takes away every background: what is a button or a field must show it by a line.
CONTROLS = ".help-link, .md-button, main button, main input, main select, main textarea, main details"
WITHOUT_EDGE = """(controls) => controls.filter((element) => {
  const style = getComputedStyle(element);
  return !element.matches("[type=radio], [type=checkbox], .term") && element.checkVisibility() && (style.borderStyle === "none" || parseFloat(style.borderBottomWidth) === 0);
}).map((element) => element.outerHTML.slice(0, 150))"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const lasts = (durations) => durations.split(",").some((one) => parseFloat(one) > 0);
  return lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration));
}).map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("address", EXEMPLARS)
def test_text_set_wider_is_cut_off_nowhere(shown: Callable[[str], Page], address: str) -> None:
    page = shown(address)
    page.set_viewport_size(PHONE)
    page.evaluate(WIDER)
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert page.evaluate(CUT_OFF, PHONE["width"]) == []
        assert page.evaluate(CLIPPED) == []
    finally:
        page.evaluate("document.adoptedStyleSheets = []")


@pytest.mark.parametrize("address", ["/", LESSON, FIGURE, "/trainers/draaiboek/"])
def test_in_the_colours_a_reader_chose_a_control_still_has_an_edge(
    first_visit: Callable[..., Visit], server: SiteServer, address: str
) -> None:
    page = first_visit(forced_colors="active").page
    page.goto(server.url(address))
    assert page.locator(CONTROLS).count()
    assert page.locator(CONTROLS).evaluate_all(WITHOUT_EDGE) == []


@pytest.mark.parametrize("address", ["/", LESSON, FIGURE, "/trainers/draaiboek/"])
def test_nothing_moves_for_who_asked_for_stillness(visit: Visit, server: SiteServer, address: str) -> None:
    visit.page.goto(server.url(address))
    visit.page.keyboard.press("s")
    assert visit.page.evaluate(MOVING) == []
    assert visit.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("touch", [True, False], ids=["touch", "pointer"])
def test_a_link_that_shows_under_a_pointer_is_there_only_for_who_has_one(
    first_visit: Callable[..., Visit], server: SiteServer, touch: bool
) -> None:
    page = first_visit(viewport=PHONE, has_touch=touch, is_mobile=touch).page
    page.goto(server.url(LESSON))
    links = page.locator(".headerlink").all()
    assert {link.is_visible() for link in links} == {not touch}
