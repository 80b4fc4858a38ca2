"""What a first view weighs per kind of page, and how long a second page and a first answer take on a slow phone.

    python -m benchmarks.pages.measure SITE [--runs N] [--latency SECONDS]

SITE is a published site (`make build`). Each run takes new browsers: for a second page one that saves data, so nothing is
fetched ahead, and another; for the search a third.
"""

import argparse
import statistics
from collections import defaultdict
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup

from benchmarks.pages.slow import first_result, packed, second_page, slow_site

# The theme's script comes after the first picture.
LOADED = "link[rel=stylesheet], script[src], script[data-later]"
IN_TITLES, IN_TEXTS = "ouders", "vader"


@cache
def weight(path: Path) -> int:
    return packed(path.read_bytes())


def first_view(site: Path, page: Path) -> int:
    """Bytes of a page with its styles and scripts, and of what the search box asks for on every page."""
    html = BeautifulSoup(page.read_bytes(), "lxml")
    names = [str(one.get("href") or one.get("src") or one.get("data-later")) for one in html.select(LOADED)]
    always = [next(site.glob("assets/javascripts/workers/search.*.js")), site / "search/search_index.json"]
    return sum(map(weight, [page, *always, *((page.parent / name).resolve() for name in names)]))


def kind(page: Path, site: Path) -> str:
    if "<site-les" in page.read_text(encoding="utf-8"):
        return "les of oefengesprek"
    return page.relative_to(site).parts[0].removesuffix(".html")


def print_weights(site: Path) -> None:
    weights = defaultdict(list)
    for page in sorted(site.rglob("index.html")):
        if BeautifulSoup(page.read_bytes(), "lxml").select(LOADED):
            weights[kind(page, site)].append(first_view(site, page))
    weights["alle pagina's"] = [one for found in weights.values() for one in found]
    for name, found in weights.items():
        print(f"| {name} | {len(found)} | {statistics.median(found) / 1000:.1f} | {max(found) / 1000:.1f} |")


def print_times(site: Path, runs: int, latency: float) -> None:
    with slow_site(site, latency) as (browser, root):
        measured = {
            "tweede pagina, op aanvraag": lambda: second_page(browser, root, saves_data=True),
            "tweede pagina, vooraf opgehaald": lambda: second_page(browser, root, saves_data=False),
            f"eerste resultaat van '{IN_TITLES}', dat in titels staat": lambda: first_result(browser, root, IN_TITLES),
            f"eerste resultaat van '{IN_TEXTS}', dat alleen in teksten staat": lambda: first_result(browser, root, IN_TEXTS),
        }
        rounds = [{name: measure() for name, measure in measured.items()} for _ in range(runs)]
    for name in measured:
        times = [one[name] for one in rounds]
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
