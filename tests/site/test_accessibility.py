"""No page breaks a rule of axe, by day or by night, on a phone or at a desk."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from scripts.environment.testing import EVERYTHING
from tests.site.addresses import EXEMPLARS, PAGES_AND_404
from tests.site.browsing import DESKTOP, PHONE, Visit, search
from tests.site.serving import SiteServer

AXE = Axe()
SIZES = {"phone": PHONE, "desktop": DESKTOP}
# Every rule axe has on by default (WCAG 2.2 A and AA, best practice), and the one of WCAG 2.2 that it leaves off.
ALL_RULES: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# By night only the colours differ.
COLOUR_RULES: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": ["cat.color"]}}


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_page_breaks_no_accessibility_rule(shown: Callable[[str], Page], address: str) -> None:
    tab = shown(address)
    colour(tab, "default")
    for name, size in sizes(address, dark=False).items():
        tab.set_viewport_size(size)
        assert_no_violation(tab, f"on a {name} by day")
    # As the theme's own switch does. No author chooses a colour: the pages that hold every part speak for all.
    colour(tab, "slate")
    for name, size in sizes(address, dark=True).items() if address in EXEMPLARS else ():
        tab.set_viewport_size(size)
        assert_no_violation(tab, f"on a {name} by night", COLOUR_RULES)


def colour(tab: Page, name: str) -> None:
    tab.evaluate("name => document.body.setAttribute('data-md-color-scheme', name)", name)


def sizes(address: str, dark: bool) -> dict[str, ViewportSize]:
    """By day one size and by night the other, turn about; with `make test-all` both at any hour."""
    if os.environ.get(EVERYTHING):
        return SIZES
    name = sorted(SIZES)[(PAGES_AND_404.index(address) + dark) % len(SIZES)]
    return {name: SIZES[name]}


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_page_follows_the_colour_scheme_of_the_system(
    first_visit: Callable[..., Visit], server: SiteServer, system: str, scheme: str
) -> None:
    page = first_visit(color_scheme=system).page
    page.goto(server.url("/"))
    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme


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


def assert_no_violation(page: Page, view: str, rules: dict[str, Any] = ALL_RULES) -> None:
    results = AXE.run(page, options=rules)
    assert not results.violations_count, f"{view}: {results.generate_report()}"


def test_a_page_follows_a_system_that_turns_dark_after_the_first_visit(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    page = first_visit(color_scheme="light").page
    page.goto(server.url("/"))
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
