"""Who has no JavaScript misses nothing to read and can go everywhere."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.addresses import EXEMPLARS, SECTIONS
from tests.site.browsing import PHONE, open_tab
from tests.site.reading import words
from tests.site.serving import SiteServer

# What only works with a script (what a form would answer stands in a table for everyone), and what scripts say.
MADE_BY_SCRIPTS = (
    "[data-needs-script], [role=status], site-kopieer, site-druk, .scene__heard, .voortgang__count, .voortgang__total, "
    ".voortgang__resume, .voortgang__state, .bewijs__blad span, "
    "#draaiboek-blad"
)
# What was taken out is put back, and a question off the screen is drawn only for now: others ask the same page.
TEXT_WITHOUT = """(article, made) => {
  const taken = [...article.querySelectorAll(made)].map((one) => [one, document.createComment("")]);
  taken.forEach(([one, place]) => one.replaceWith(place));
  const questions = [...article.querySelectorAll(".quiz")];
  questions.forEach((one) => (one.style.contentVisibility = "visible"));
  const text = article.innerText;
  questions.forEach((one) => (one.style.contentVisibility = ""));
  taken.reverse().forEach(([one, place]) => place.replaceWith(one));
  return text;
}"""
VISIBLE_PATHS = """links => links.filter((link) => link.checkVisibility({ visibilityProperty: true }) && link.getClientRects().length)
  .map((link) => link.pathname)"""


@pytest.fixture(scope="module")
def plain(browser: Browser, server: SiteServer) -> Iterator[Callable[[str], Page]]:
    """A page on a phone where no script runs; opened once for what is asked of it."""
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as phone:
        tab = open_tab(phone).page

        def opened(address: str) -> Page:
            if tab.url != server.url(address):
                tab.goto(server.url(address))
            return tab

        yield opened


@pytest.mark.parametrize("address", EXEMPLARS)
def test_the_text_is_all_there_without_javascript(
    plain: Callable[[str], Page], shown: Callable[[str], Page], address: str
) -> None:
    page = plain(address)
    assert page.locator("h1").is_visible()
    read = words(page.locator("article").inner_text())
    scripted = shown(address)
    scripted.set_viewport_size(PHONE)
    text: str = scripted.locator("article").evaluate(TEXT_WITHOUT, MADE_BY_SCRIPTS)
    missed = [line for line in text.splitlines() if words(line) not in read]
    assert missed == []
    assert len(read) > 100


@pytest.mark.parametrize("address", EXEMPLARS)
def test_every_section_is_one_visible_link_away_on_a_phone_without_javascript(
    plain: Callable[[str], Page], server: SiteServer, address: str
) -> None:
    reached = plain(address).locator("nav.sections a").evaluate_all(VISIBLE_PATHS)
    assert set(reached) == {server.path + section.lstrip("/") for section in SECTIONS}


def test_a_link_of_the_list_of_sections_works_without_javascript(plain: Callable[[str], Page], server: SiteServer) -> None:
    page = plain("/")
    page.locator("nav.sections").get_by_role("link", name="Beleid").click()
    assert page.url == server.url("/beleid/")


@pytest.mark.parametrize("address", ["/", "/cijfers/", "/404.html"])
def test_no_button_is_shown_that_needs_javascript(plain: Callable[[str], Page], address: str) -> None:
    needs_script = '[for="__search"], [data-md-component="search"] button, [data-md-component="top"], button'
    controls = plain(address).locator(needs_script).all()
    assert [control.evaluate("one => one.outerHTML") for control in controls if control.is_visible()] == []
