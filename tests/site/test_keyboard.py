"""Everything works without a mouse, and you see where you are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.site.addresses import EXEMPLARS
from tests.site.browsing import DESKTOP, PHONE, Visit, search
from tests.site.serving import SiteServer

STOPS = 15
# The element with focus: a name for messages, whether it can be seen, and whether it shows that it has focus
# (itself, or the label that stands for a checkbox or radio button). Asked when nothing moves any more.
FOCUS = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  const element = document.activeElement;
  const next = element.nextElementSibling;
  const stands = element.matches("[type=checkbox], [type=radio]") && next?.matches("label") ? [next] : [];
  const shown = [element, ...(element.labels ?? []), ...stands].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const marked = shown.some((one) => {
    const style = getComputedStyle(one);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return outline || style.boxShadow !== "none";
  });
  const inSight = shown.some((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
      && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
  return { name: element.outerHTML.slice(0, 120), marked, inSight };
}"""


@pytest.mark.parametrize("address", EXEMPLARS)
def test_the_first_stop_skips_to_the_content(visit: Visit, server: SiteServer, address: str) -> None:
    page = visit.page
    page.goto(server.url(address))
    page.keyboard.press("Tab")
    link = page.locator("a:focus")
    assert link.inner_text().strip() == "Ga naar inhoud"
    assert page.evaluate(FOCUS)["inSight"]
    target = str(link.get_attribute("href"))
    page.keyboard.press("Enter")
    expect(page.locator(f'[id="{target[1:]}"]')).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "the next stop is not in the content"


@pytest.mark.parametrize("colours", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_stop_is_seen_and_shows_that_it_has_focus(
    first_visit: Callable[..., Visit], server: SiteServer, colours: dict[str, str], size: ViewportSize
) -> None:
    page = first_visit(viewport=size, **colours).page
    page.goto(server.url("/"))
    page.keyboard.press("Tab")  # the link that skips to the content shows its focus by appearing
    stops = [stop_after_tab(page) for _ in range(STOPS)]
    assert len({stop["name"] for stop in stops}) > STOPS / 2, "focus goes round in a small circle"
    assert [stop["name"] for stop in stops if not stop["inSight"]] == []
    assert [stop["name"] for stop in stops if not stop["marked"]] == []


def test_no_stop_of_a_page_is_out_of_sight(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.goto(server.url("/cijfers/"))
    hidden = []
    for _ in range(150):
        stop = stop_after_tab(page)
        if page.evaluate("document.activeElement === document.body"):
            break
        hidden += [] if stop["inSight"] else [stop["name"]]
    assert hidden == []


@pytest.mark.parametrize("key", ["s", "f", "/"])
def test_search_opens_by_a_key_and_escape_gives_focus_back(visit: Visit, server: SiteServer, key: str) -> None:
    page = visit.page
    page.goto(server.url("/"))
    page.keyboard.press(key)
    box = page.get_by_role("textbox", name="Zoeken")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).not_to_be_focused()
    assert not page.locator("#__search").is_checked()
    assert stop_after_tab(page)["inSight"]


def test_a_result_is_chosen_by_keyboard(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.goto(server.url("/"))
    search(page, "hikikomori")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUS)["inSight"]
    chosen = str(page.evaluate("document.activeElement.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "h=hikikomori" in url)
    assert page.url.split("?")[0] == chosen.split("?")[0]


def test_the_menu_of_a_phone_is_opened_and_used_by_keyboard(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit(viewport=PHONE).page
    page.goto(server.url("/"))
    go_to(page, "#__drawer")
    page.keyboard.press("Space")
    link = page.get_by_role("navigation", name="Navigatie").get_by_role("link", name="Beleid")
    expect(link).to_be_in_viewport()
    go_to(page, "nav.md-nav--primary a[href*='beleid']")
    page.keyboard.press("Enter")
    page.wait_for_url(server.url("/beleid/"))


def stop_after_tab(page: Page) -> dict[str, object]:
    page.keyboard.press("Tab")
    found: dict[str, object] = page.evaluate(FOCUS)
    return found


def go_to(page: Page, selector: str) -> None:
    """Presses Tab until an element that matches has focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with Tab")
