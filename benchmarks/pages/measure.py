"""What a first view weighs per kind of page, and how long a second page takes on a slow phone.

    python -m benchmarks.pages.measure SITE [--runs N] [--latency SECONDS]

SITE is a published site (`make build`). Every answer comes after `--latency` seconds, at the speed of slow 4G, compressed.
Each run opens a page and its next one in two new browsers: one that saves data, so nothing is fetched ahead, and another.
"""

import argparse
import statistics
import time
from collections import defaultdict
from functools import cache, partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import brotli
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from scripts.build.preview import site_path
from scripts.build.published_files import PublishedFiles
from scripts.environment.chromium import chromium
from scripts.environment.folders import ROOT

# As web servers compress on the fly, and bytes per second of slow 4G.
QUALITY = 5
SPEED = 1_600_000 / 8
FIRST = "doelgroep/wie-zijn-het/"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


class SlowFiles(PublishedFiles):
    latency = 0.0

    def send_head(self) -> Any:
        time.sleep(self.latency)
        return super().send_head()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        body = source.read()
        time.sleep(len(brotli.compress(body, quality=QUALITY)) / SPEED)
        super().copyfile(BytesIO(body), outputfile)


@cache
def weight(path: Path) -> int:
    return len(brotli.compress(path.read_bytes(), quality=QUALITY))


def first_view(site: Path, page: Path) -> int:
    """Bytes of a page with its styles and scripts, and of what the search box asks for on every page."""
    html = BeautifulSoup(page.read_bytes(), "lxml")
    names = [str(one.get("href") or one.get("src")) for one in html.select("link[rel=stylesheet], script[src]")]
    always = [next(site.glob("assets/javascripts/workers/search.*.js")), site / "search/search_index.json"]
    return sum(map(weight, [page, *always, *((page.parent / name).resolve() for name in names)]))


def kind(page: Path, site: Path) -> str:
    if "<site-les" in page.read_text(encoding="utf-8"):
        return "les of oefengesprek"
    return page.relative_to(site).parts[0].removesuffix(".html")


def print_weights(site: Path) -> None:
    weights = defaultdict(list)
    for page in sorted(site.rglob("index.html")):
        if BeautifulSoup(page.read_bytes(), "lxml").select("script[src]"):
            weights[kind(page, site)].append(first_view(site, page))
    weights["alle pagina's"] = [one for found in weights.values() for one in found]
    for name, found in weights.items():
        print(f"| {name} | {len(found)} | {statistics.median(found) / 1000:.1f} | {max(found) / 1000:.1f} |")


def second_page(browser: Browser, root: str, saves_data: bool) -> float:
    """Milliseconds from the start of the navigation to the first paint of the next page."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": saves_data})
        page.goto(root + FIRST, wait_until="networkidle")
        page.wait_for_timeout(3000)
        with page.expect_navigation():
            page.click(".md-footer__link--next")
        return float(page.wait_for_function(PAINT).json_value())


def print_times(site: Path, runs: int, latency: float) -> None:
    SlowFiles.latency = latency
    path = site_path(ROOT / "mkdocs.yml")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SlowFiles, directory=str(site), path_of_site=path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_address[1]}{path}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
            pairs = [(second_page(browser, root, True), second_page(browser, root, False)) for _ in range(runs)]
        server.shutdown()
    for name, times in zip(("op aanvraag", "vooraf opgehaald"), zip(*pairs, strict=True), strict=True):
        print(f"| {name} | {statistics.median(times):.0f} | {min(times):.0f}-{max(times):.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--latency", type=float, default=0.562)
    options = parser.parse_args()
    print_weights(options.site.resolve())
    print_times(options.site.resolve(), options.runs, options.latency)


if __name__ == "__main__":
    main()
