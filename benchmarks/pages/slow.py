"""The site on a slow phone: every answer late, compressed, at the speed of slow 4G."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.serving import serve
from scripts.build.published_files import PublishedFiles
from scripts.environment.chromium import chromium
from tests.site.browsing import ARGUMENTS, PHONE

# As web servers compress on the fly, and bytes per second of slow 4G.
QUALITY = 5
SPEED = 1_600_000 / 8
FIRST = "doelgroep/wie-zijn-het/"
# A function: the policy of the pages allows no text to be run as a script.
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
ASKED = """(box, question) => new Promise(done => {
  const start = performance.now();
  const list = document.querySelector(".md-search-result__list");
  new MutationObserver(() => list.querySelector("a") && done(performance.now() - start)).observe(list, { childList: true });
  box.value = question;
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})"""


class SlowFiles(PublishedFiles):
    latency = 0.0

    def send_head(self) -> Any:
        time.sleep(self.latency)
        return super().send_head()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        body = source.read()
        time.sleep(packed(body) / SPEED)
        super().copyfile(BytesIO(body), outputfile)


@cache
def packed(body: bytes) -> int:
    """Bytes after compression."""
    return len(brotli.compress(body, quality=QUALITY))


@contextmanager
def slow_site(site: Path, latency: float) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address where it finds the site."""
    SlowFiles.latency = latency
    with (
        serve(site, SlowFiles) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS) as browser,
    ):
        yield browser, address


@contextmanager
def first_page(browser: Browser, root: str, saves_data: bool = False) -> Iterator[Page]:
    """A page in a browser that was never here, read for three seconds after it was loaded."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": saves_data})
        page.goto(root + FIRST, wait_until="networkidle")
        page.wait_for_timeout(3000)
        yield page


def second_page(browser: Browser, root: str, saves_data: bool) -> float:
    """Milliseconds from the start of the navigation to the first paint of the next page."""
    with first_page(browser, root, saves_data) as page:
        with page.expect_navigation():
            page.click(".md-footer__link--next")
        return float(page.wait_for_function(PAINT).json_value())


def first_result(browser: Browser, root: str, question: str) -> float:
    """Milliseconds from `question`, the first of the visit and asked at once, to the first result."""
    with first_page(browser, root) as page:
        page.locator("label[for=__search]").first.click()
        return float(page.locator(".md-search__input").evaluate(ASKED, question))
