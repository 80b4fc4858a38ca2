"""The two walks of who gives a session, by clicks alone: the same online and from a disk."""

from playwright.sync_api import Locator, Page, expect


class Walk:
    """Clicks in a page, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()


def present_ninety_minutes(walk: Walk) -> None:
    """From the home page to the first screen of a session of 90 minutes, and on to its next lesson."""
    page = walk.page
    walk.click(page.get_by_role("navigation", name="Onderdelen").first.get_by_role("link", name="Voor trainers"))
    walk.click(page.get_by_role("article").get_by_role("link", name="draaiboek").first)
    programme = page.get_by_role("region", name="90 minuten: het eerste contact")
    walk.click(programme.get_by_role("link", name="Presenteer: Het eerste bericht"))
    expect(page.locator(".presenteren__status")).to_contain_text("Scherm 1 van")
    page.keyboard.press("End")
    page.get_by_role("link", name="Ga naar les 2 van").click()
    expect(page.locator(".presenteren__status")).to_contain_text("Scherm 1 van")


def print_a_worksheet(walk: Walk) -> None:
    """From the home page to a sheet on paper."""
    page = walk.page
    page.add_init_script("window.print = () => { window.printed = document.querySelector('.druk__blad')?.id; }")
    page.reload()
    walk.click(page.get_by_role("navigation", name="Onderdelen").first.get_by_role("link", name="Voor trainers"))
    walk.click(page.get_by_role("article").get_by_role("link", name="Mijn eerste bericht"))
    walk.click(page.locator("site-invulblad").get_by_role("button", name="Druk dit blad af"))
    assert page.evaluate("window.printed") == page.locator("site-invulblad").get_attribute("id")
