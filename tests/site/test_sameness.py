"""Every page looks the same with the theme's styles as they come and with what publish keeps of them, picture by picture."""

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import material
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, ViewportSize

from scripts.environment.testing import EVERYTHING
from tests.site.addresses import EXEMPLARS
from tests.site.browsing import DESKTOP, PHONE, open_tab, search
from tests.site.serving import SiteServer

THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
WHOLE = "assets/whole.css"
LESSON = "/vorming/discord-in-de-vingers/plekken-en-woorden/"
TALK = "/vorming/gesprekken/eerste-bericht/"
# The theme decides most of it, and what it decides is on these; `make test-all` compares every page in every look.
COMPARED = EXEMPLARS if os.environ.get(EVERYTHING) else EXEMPLARS[:8]
LOOKS = list(product((DESKTOP, PHONE), ("default", "slate")))
# In place, so that what is open, chosen or under the pointer stays so.
SWAP = """name => new Promise((done, failed) => {
  const link = document.querySelector('link[href*="assets/site."], link[href$="assets/whole.css"], link[href$="assets/less.css"]');
  window.published ??= link.href;
  const wanted = name ? window.published.replace(/assets\\/[^/]*$/, name) : window.published;
  if (link.href === wanted) return done();
  link.onload = () => requestAnimationFrame(() => requestAnimationFrame(done));
  link.onerror = failed;
  link.href = wanted;
})"""
# Now and then a first picture shows a letter or a line a shade lighter than the next; a lost rule shows in all.
ATTEMPTS = 3
# Of 255: less than an eye sees. Rounded corners and thin lines of a chart differ by 2 from one drawing to the next.
SHADE = 8
# Pixels of a page that a picture shows: Chromium draws no higher window twice in the same way.
HIGHEST = 4000
# Milliseconds until a tooltip, a change of colours and what fades in stand still.
STILL = 400


def whole(site: Path) -> str:
    """The styles of every page in their order, as the theme and we wrote them."""
    theme = [next(THEME.glob(f"{name}.*.min.css")) for name in ("main", "palette")]
    return "\n".join(path.read_text(encoding="utf-8") for path in [*theme, site / "assets/site.css", site / "assets/content.css"])


@pytest.fixture(scope="module")
def tab(browser: Browser, site: Path) -> Iterator[Page]:
    with browser.new_context(viewport=DESKTOP, color_scheme="light", reduced_motion="reduce") as context:
        page = open_tab(context).page
        page.route(f"**/{WHOLE}", lambda route: route.fulfill(body=whole(site), content_type="text/css"))
        yield page


def differs(page: Page, style: str = WHOLE) -> bool:
    """Whether the page as it stands now looks different with `style`, each time."""
    found = all(distance(picture(page, ""), picture(page, style)) > SHADE for _ in range(ATTEMPTS))
    page.evaluate(SWAP, "")
    return found


def distance(one: bytes, other: bytes) -> int:
    """The largest difference between two pixels in the same place, of 255; 256 when the pictures are not as large."""
    first, second = (Image.open(BytesIO(picture)).convert("RGB") for picture in (one, other))
    if first.size != second.size:
        return 256
    return max(highest for _, highest in ImageChops.difference(first, second).getextrema())


def picture(page: Page, style: str) -> bytes:
    """Of the window: a picture of more would resize it, and draw its letters another way."""
    page.evaluate(SWAP, style)
    page.wait_for_timeout(STILL)
    return page.screenshot(animations="disabled")


def show(page: Page, size: ViewportSize) -> None:
    """A window of this width, as high as the page."""
    page.set_viewport_size(size)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({**size, "height": min(height, HIGHEST)})


@pytest.mark.parametrize("address", COMPARED)
def test_a_page_looks_as_with_the_whole_theme(tab: Page, server: SiteServer, address: str) -> None:
    tab.goto(server.url(address), wait_until="networkidle")
    turn = EXEMPLARS.index(address) % len(LOOKS)
    for size, scheme in LOOKS if os.environ.get(EVERYTHING) else [LOOKS[turn]]:
        show(tab, size)
        tab.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        tab.wait_for_timeout(STILL)
        assert not differs(tab), f"{size} {scheme}"


def open_menu(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.locator("#__drawer").check(force=True)


def search_something(page: Page) -> None:
    search(page, "schoolweigering")


def search_nothing(page: Page) -> None:
    search(page, "qqqq")


def search_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.locator("label[for=__search]").first.click()
    page.get_by_role("textbox", name="Zoeken").press_sequentially("hulp")
    page.locator(".md-search-result__link").first.wait_for()


def answer_a_question(page: Page) -> None:
    quiz = page.locator("site-quiz").first
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Kijk na").click()


def make_a_choice(page: Page) -> None:
    page.locator("site-gesprek button, site-gesprek a[href^='#']").locator("visible=true").first.click()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.locator("article details").locator("visible=true").first.scroll_into_view_if_needed()


def rest_on_a_link(page: Page) -> None:
    page.locator("article p a").first.hover()


def rest_on_a_heading(page: Page) -> None:
    page.locator("article h2").first.hover()


def rest_on_a_button_with_a_tooltip(page: Page) -> None:
    page.locator(".md-header__button[title]").locator("visible=true").last.hover()


def walk_by_keyboard(page: Page) -> None:
    for _ in range(9):
        page.keyboard.press("Tab")


def scroll_to_the_end(page: Page) -> None:
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")


def print_it(page: Page) -> None:
    page.emulate_media(media="print")


@pytest.mark.parametrize(
    ("address", "do"),
    [
        ("/", open_menu),
        ("/", search_something),
        ("/", search_nothing),
        ("/", search_on_a_phone),
        (LESSON, answer_a_question),
        (LESSON, unfold),
        (LESSON, print_it),
        (TALK, make_a_choice),
        ("/cijfers/", unfold),
        ("/cijfers/neet-15-29/", print_it),
        ("/doelgroep/", rest_on_a_link),
        ("/doelgroep/", rest_on_a_heading),
        ("/doelgroep/", rest_on_a_button_with_a_tooltip),
        ("/doelgroep/", walk_by_keyboard),
        ("/doelgroep/", scroll_to_the_end),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_page_in_use_looks_as_with_the_whole_theme(
    tab: Page, server: SiteServer, address: str, do: Callable[[Page], Any]
) -> None:
    tab.set_viewport_size(DESKTOP)
    tab.emulate_media(media="screen")
    tab.goto(server.url(address), wait_until="networkidle")
    before = picture(tab, "")

    do(tab)

    assert picture(tab, "") != before, "this shows nothing else than the page at rest"
    assert not differs(tab)


def test_one_rule_less_does_not_look_the_same(tab: Page, server: SiteServer, site: Path) -> None:
    less = whole(site).replace(".md-typeset h1{margin:0 0 1.25em", ".nowhere{margin:0 0 1.25em")
    tab.route("**/assets/less.css", lambda route: route.fulfill(body=less, content_type="text/css"))
    tab.set_viewport_size(DESKTOP)
    tab.goto(server.url("/doelgroep/"), wait_until="networkidle")

    assert differs(tab, "assets/less.css")
