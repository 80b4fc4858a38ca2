"""No page breaks a rule of axe, by day or by night, on a phone or at a desk."""

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from scripts.environment.testing import EVERYTHING
from tests.site.addresses import EXEMPLARS, PAGES_AND_404
from tests.site.axe import assert_no_new_violation, assert_no_violation
from tests.site.browsing import DESKTOP, PHONE, Visit, search
from tests.site.serving import SiteServer

SIZES = {"phone": PHONE, "desktop": DESKTOP}
# As the button in the header does.
HOURS = {"day": "default", "night": "slate"}


@pytest.fixture(scope="session")
def judged(shared: Path) -> Path:
    """A folder with the name of every look that was judged."""
    folder = shared / "looks"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_page_breaks_no_accessibility_rule(shown: Callable[[str], Page], judged: Path, address: str) -> None:
    tab = shown(address)
    for size, hour in product(SIZES, HOURS):
        tab.set_viewport_size(SIZES[size])
        tab.evaluate("name => document.body.setAttribute('data-md-color-scheme', name)", HOURS[hour])
        judge(tab, f"on a {size} by {hour}", judged, only_colour=hour == "night")
    if address in EXEMPLARS:
        tab.emulate_media(media="print")
        judge(tab, "on paper", judged, only_colour=True)
        tab.emulate_media(media="screen")


def judge(tab: Page, view: str, judged: Path, only_colour: bool) -> None:
    """By night and on paper only the colours differ. With `make test-all` nothing is taken for judged."""
    if os.environ.get(EVERYTHING):
        assert_no_violation(tab, view)
    else:
        assert_no_new_violation(tab, view, judged, only_colour)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_search_with_results_breaks_no_accessibility_rule(
    first_visit: Callable[..., Visit], server: SiteServer, size: ViewportSize
) -> None:
    page = first_visit(viewport=size).page
    page.goto(server.url("/"))
    search(page, "jongeren")
    assert_no_violation(page, "with results")


def test_the_open_menu_of_a_phone_breaks_no_accessibility_rule(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit(viewport=PHONE).page
    page.goto(server.url("/cijfers/"))
    page.locator("#__drawer").press("Space")
    page.get_by_role("navigation", name="Navigatie").get_by_role("link").first.wait_for()
    assert_no_violation(page, "with the menu open")
