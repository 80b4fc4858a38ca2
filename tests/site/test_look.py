"""Light, dark or as the device has it: chosen with one button, there from the first picture, and kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import BLOCKED, Visit
from tests.site.serving import SiteServer
from tests.site.test_keyboard import go_to

KEY = "hikikomori-in-beeld-weergave"


def expect_look(page: Page, scheme: str, name: str) -> None:
    """The canvas is part of the look: its scroll bars stand beside the page."""
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    expect(page.locator("html")).to_have_css("color-scheme", "dark" if scheme == "slate" else "normal")
    expect(page.get_by_role("button", name=name)).to_be_visible()


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_first_visit_has_the_look_of_the_device_before_any_file_with_a_script_comes(
    first_visit: Callable[..., Visit], server: SiteServer, system: str, scheme: str
) -> None:
    page = first_visit(color_scheme=system).page.context.new_page()  # its first tab would wait for the theme's script
    page.route("**/*.js", lambda route: route.abort())
    page.goto(server.url("/"))
    expect_look(page, scheme, "Weergave volgt je toestel; kies donker")


def test_a_page_that_is_open_turns_dark_with_the_device(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit(color_scheme="light").page
    page.goto(server.url("/"))
    page.emulate_media(color_scheme="dark")
    expect_look(page, "slate", "Weergave volgt je toestel; kies donker")


def test_the_look_is_changed_by_keyboard_and_kept(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit(color_scheme="dark").page
    page.goto(server.url("/"))
    go_to(page, ".weergave")
    page.keyboard.press("Enter")
    expect_look(page, "slate", "Donkere weergave; kies licht")
    page.keyboard.press("Space")
    expect_look(page, "default", "Lichte weergave; volg je toestel")
    page.reload()
    expect_look(page, "default", "Lichte weergave; volg je toestel")
    page.goto(server.url("/cijfers/"))
    expect_look(page, "default", "Lichte weergave; volg je toestel")
    page.get_by_role("button", name="volg je toestel").click()
    page.reload()
    expect_look(page, "slate", "Weergave volgt je toestel; kies donker")


@pytest.mark.parametrize("kept", ["", "no such look", '"><script>', '{"color":{"scheme":"default"}}'])
def test_a_look_that_nobody_can_have_chosen_is_that_of_the_device(
    first_visit: Callable[..., Visit], server: SiteServer, kept: str
) -> None:
    visit = first_visit(color_scheme="dark")
    visit.page.add_init_script(f"localStorage.setItem({KEY!r}, {kept!r})")
    visit.page.goto(server.url("/"))
    expect_look(visit.page, "slate", "Weergave volgt je toestel; kies donker")
    assert visit.complaints == []


def test_a_browser_that_keeps_nothing_has_a_look_to_choose_all_the_same(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    page = first_visit(color_scheme="light").page
    page.add_init_script(BLOCKED)
    page.goto(server.url("/"))
    page.get_by_role("button", name="kies donker").click()
    expect_look(page, "slate", "Donkere weergave; kies licht")
