"""The page after the first: there before anyone asks for it, unless who reads wants to save data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.browsing import Visit
from tests.site.reading import one, soup
from tests.site.serving import SiteServer

FIRST = "/doelgroep/wie-zijn-het/"
NEXT = "/doelgroep/begin-en-verloop/"
HOVERED = "/naslag/hulp/"
LINKS = """links => document.querySelector("article").insertAdjacentHTML("afterbegin",
  links.map((link, number) => `<p><a id="link-${number}" ${link}>link ${number}</a></p>`).join(""))"""
# Nothing to gain from these: a file, a page with a question, a place on this page.
NOT_AHEAD = [
    'href="../../downloads/neet-15-29.csv"',
    'href="../?stap=2"',
    'href="#leeftijd"',
    'download href="../../naslag/nazicht/"',
]
# Longer than a pointer has to rest.
MILLISECONDS = 600


@pytest.fixture
def opened(server: SiteServer, first_visit: Callable[..., Visit]) -> Iterator[Visit]:
    """A first page, read to the end by the browser."""
    server.ahead.clear()
    visit = first_visit()
    visit.page.goto(server.url(FIRST), wait_until="networkidle")
    yield visit
    visit.page.close()


def wait_for(page: Page, server: SiteServer, address: str) -> None:
    for _ in range(50):
        if address in server.ahead:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{address} is not fetched ahead, only {server.ahead}")


def test_the_next_page_needs_nothing_of_the_server_that_keeps_it_from_showing(opened: Visit, server: SiteServer) -> None:
    wait_for(opened.page, server, NEXT)
    opened.page.wait_for_load_state("networkidle")
    server.asked.clear()

    opened.page.click(".md-footer__link--next")
    opened.page.wait_for_url(server.url(NEXT))
    opened.page.wait_for_load_state("networkidle")

    delivery = opened.page.evaluate("performance.getEntriesByType('navigation')[0].deliveryType")
    assert delivery == "navigational-prefetch"
    assert [one for one in server.asked if one == NEXT or one.endswith((".css", "bundle.js"))] == []
    assert opened.policy_violations() == []


def test_the_rules_wait_until_the_first_picture(site: Path) -> None:
    page = soup(site, FIRST)
    assert [script["type"] for script in one(page, "template").find_all("script")] == ["speculationrules"]
    # A selector passes by what stands in a template.
    assert page.select("script[type=speculationrules]") == []


def test_a_page_a_pointer_rests_on_is_fetched_and_nothing_else(opened: Visit, server: SiteServer) -> None:
    opened.page.evaluate(LINKS, NOT_AHEAD)

    for number in range(len(NOT_AHEAD)):
        opened.page.hover(f"#link-{number}")
        opened.page.wait_for_timeout(MILLISECONDS)
    opened.page.hover(".help-link")

    wait_for(opened.page, server, HOVERED)
    assert sorted(server.ahead) == sorted([NEXT, HOVERED])


def test_who_saves_data_fetches_nothing_ahead(server: SiteServer, first_visit: Callable[..., Visit]) -> None:
    server.ahead.clear()
    visit = first_visit()
    visit.page.context.new_cdp_session(visit.page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    visit.page.goto(server.url(FIRST), wait_until="networkidle")

    visit.page.hover(".help-link")
    visit.page.wait_for_timeout(MILLISECONDS)

    assert server.ahead == []
    assert visit.page.locator("script[type=speculationrules]").count() == 0
    visit.page.close()
