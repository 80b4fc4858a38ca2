"""Who has no JavaScript misses nothing to read and can go everywhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.site.addresses import EXEMPLARS, SECTIONS
from tests.site.browsing import PHONE, Visit, open_tab
from tests.site.reading import words
from tests.site.serving import SiteServer

# What only works with a script (what a form would answer stands in a table for everyone), and what scripts say.
MADE_BY_SCRIPTS = (
    "[data-needs-script], [role=status], site-kopieer, site-druk, .scene__heard, .voortgang__count, .voortgang__total, "
    ".voortgang__resume, .voortgang__state, .bewijs__blad span, "
    "#draaiboek-blad"
)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
        yield context


@pytest.fixture
def plain(phone: BrowserContext) -> Iterator[Visit]:
    """A tab on a phone where no script runs."""
    opened = open_tab(phone)
    yield opened
    opened.page.close()


@pytest.mark.parametrize("address", EXEMPLARS)
def test_the_text_is_all_there_without_javascript(plain: Visit, visit: Visit, server: SiteServer, address: str) -> None:
    visit.page.set_viewport_size(PHONE)
    visit.page.goto(server.url(address))
    plain.page.goto(server.url(address))
    assert plain.page.locator("h1").is_visible()
    shown = words(plain.page.locator("article").inner_text())
    visit.page.locator("article").evaluate(
        "(article, made) => article.querySelectorAll(made).forEach((one) => one.remove())", MADE_BY_SCRIPTS
    )
    missed = [line for line in visit.page.locator("article").inner_text().splitlines() if words(line) not in shown]
    assert missed == []
    assert len(shown) > 100


@pytest.mark.parametrize("address", EXEMPLARS)
def test_every_section_is_one_visible_link_away_on_a_phone_without_javascript(
    plain: Visit, server: SiteServer, address: str
) -> None:
    plain.page.goto(server.url(address))
    links = plain.page.locator("nav.sections a").all()
    reached = {str(link.evaluate("link => link.pathname")) for link in links if link.is_visible()}
    assert reached == {server.path + section.lstrip("/") for section in SECTIONS}


def test_a_link_of_the_list_of_sections_works_without_javascript(plain: Visit, server: SiteServer) -> None:
    plain.page.goto(server.url("/"))
    plain.page.locator("nav.sections").get_by_role("link", name="Beleid").click()
    assert plain.page.url == server.url("/beleid/")


@pytest.mark.parametrize("address", ["/", "/cijfers/", "/404.html"])
def test_no_button_is_shown_that_needs_javascript(plain: Visit, server: SiteServer, address: str) -> None:
    plain.page.goto(server.url(address))
    needs_script = '[for="__search"], [for^="__palette"], [data-md-component="search"] button, [data-md-component="top"], button'
    shown = [
        control.evaluate("one => one.outerHTML") for control in plain.page.locator(needs_script).all() if control.is_visible()
    ]
    assert shown == []
