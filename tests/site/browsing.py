"""One page in the browser, with everything it complained about."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import brotli
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, ViewportSize

from tests.site.serving import SiteServer

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

# Milliseconds: long for a busy machine, short for a test that waits for what never comes.
PATIENCE = 10_000
# What web servers use for an answer they compress on the fly; 11 would be flattering.
BROTLI_QUALITY = 5
# What the theme says above the results (overrides/partials/language.html).
ANSWERED = re.compile(r"gevonden")
NOTHING = "Niets gevonden"
# Publish lets the script of the theme run after the first picture; it tells all it made as `component$`, last.
THEME_RUNS = """() => matchMedia("(scripting: none)").matches || !document.querySelector("script[data-later]")
  || "component$" in window"""
# A browser in which the page may keep nothing at all.
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });"
# Our search worker marks when it has answered from the texts.
SEARCHED = "() => new Promise(done => new PerformanceObserver(() => done()).observe({ type: 'mark', buffered: true }))"
# Chromium needs no network, no sandbox in a container and no graphics card for these tests.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NOTE_VIOLATIONS = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.policyViolations.push(`${event.effectiveDirective} blocked ${event.blockedURI}`));
"""


_WEIGHTS: dict[str, int] = {}


@dataclass
class Visit:
    """A tab of its own. `complaints`: console errors and warnings, uncaught errors. `requests`: every URL asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def policy_violations(self) -> list[str]:
        """What the Content-Security-Policy stopped on the page that is open now."""
        found: list[str] = self.page.evaluate("window.policyViolations")
        return found


@dataclass(frozen=True)
class FirstView:
    """What opening a page costs and says, without what the browser fetches ahead for a next page.

    `asked`: addresses the server saw; `weights`: bytes by URL as a browser receives them.
    """

    asked: list[str]
    requests: list[str]
    complaints: list[str]
    violations: list[str]
    weights: dict[str, int]


class Reader:
    """Opens a page on a phone that was never here, and has it open until the next: opening costs more than most that is asked."""

    def __init__(self, browser: Browser, server: SiteServer) -> None:
        self.browser, self.server = browser, server
        self.views: dict[str, FirstView] = {}
        self.address, self.context = "", browser.new_context()

    def first_view(self, address: str) -> FirstView:
        """What opening it cost and said, however often that is asked."""
        if address not in self.views:
            self._open(address)
        return self.views[address]

    def tab(self, address: str) -> Page:
        """The tab it is open in. A test sets the size and the colours it needs."""
        if address != self.address:
            self._open(address)
        return self.context.pages[0]

    def _open(self, address: str) -> None:
        self.context.close()
        self.context = self.browser.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
        self.address = address
        self.views[address] = _view_first(open_tab(self.context), self.server, address)


def _view_first(visit: Visit, server: SiteServer, address: str) -> FirstView:
    """Opens `address` until nothing more is asked for. Pictures have no weight."""
    responses: list[Response] = []
    visit.page.on("response", lambda response: responses.append(response))
    server.asked.clear()
    server.ahead.clear()
    # On a busy machine the network can seem idle before the theme's script has asked for its worker and this file.
    with visit.page.expect_response("**/search/search_index.json"):
        visit.page.goto(server.url(address))
    visit.page.wait_for_load_state("networkidle")
    asked, ahead = list(server.asked), {server.url(one) for one in server.ahead}
    weights = {one.url: _weight(one) for one in responses if not _is_picture(one) and one.url not in ahead}
    requests = [url for url in visit.requests if url not in ahead]
    return FirstView(asked, requests, visit.complaints, visit.policy_violations(), weights)


def _weight(response: Response) -> int:
    """What it weighs; the files that pages share are fetched and packed once."""
    if "/assets/" not in response.url:
        return len(brotli.compress(response.body(), quality=BROTLI_QUALITY))
    if response.url not in _WEIGHTS:
        _WEIGHTS[response.url] = len(brotli.compress(response.body(), quality=BROTLI_QUALITY))
    return _WEIGHTS[response.url]


def _is_picture(response: Response) -> bool:
    return (response.header_value("content-type") or "").startswith("image/")


def open_tab(context: BrowserContext) -> Visit:
    """Listens from before the first request; the caller closes `page`. Whoever goes somewhere waits for the theme's script:
    it comes after the first picture, and a key pressed before it would be lost."""
    visit = Visit(context.new_page())
    visit.page.set_default_timeout(PATIENCE)
    visit.page.add_init_script(_NOTE_VIOLATIONS)
    visit.page.on("console", lambda message: _note(visit, message))
    visit.page.on("pageerror", lambda error: visit.complaints.append(f"uncaught: {error}"))
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.goto = _with_theme(visit.page, visit.page.goto)  # type: ignore[method-assign]
    visit.page.reload = _with_theme(visit.page, visit.page.reload)  # type: ignore[method-assign]
    return visit


def _with_theme(page: Page, go: Callable[..., Response | None]) -> Callable[..., Response | None]:
    def going(*arguments: Any, **options: Any) -> Response | None:
        response = go(*arguments, **options)
        page.wait_for_function(THEME_RUNS)
        return response

    return going


def search(page: Page, question: str, whole: bool = True) -> list[str]:
    """Asks `question` in the search box, with one last key as the theme wants; the addresses found, when the theme says it is done.

    Asked in an empty box, whole, and read at once: an answer to half a question could still be on its way, and replaced while it is read.
    """
    if not page.locator("#__search").is_checked():
        page.keyboard.press("s")
    box = page.get_by_role("textbox", name="Zoeken")
    box.fill("")
    box.press("End")
    page.locator(".md-search-result__meta", has_not_text=ANSWERED).wait_for()
    box.fill(question)
    box.press("End")
    return results(page, whole)


def results(page: Page, whole: bool = True) -> list[str]:
    """The addresses found, when the theme says it is done; it says how many before it shows them.

    `whole`: in the texts; without, in the titles, when the texts never come.
    """
    for worker in page.workers if whole else ():
        worker.evaluate(SEARCHED)
    meta = page.locator(".md-search-result__meta", has_text=ANSWERED)
    meta.wait_for()
    if meta.inner_text() != NOTHING:
        page.locator(".md-search-result__link").first.wait_for(state="attached")
    links: list[str] = page.locator(".md-search-result__link").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    return links


def _note(visit: Visit, message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        visit.complaints.append(f"{message.type}: {message.text}")
