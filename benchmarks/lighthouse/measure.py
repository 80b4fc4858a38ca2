"""What Lighthouse says of every kind of page, next to the same content as bare HTML.

    python -m benchmarks.lighthouse.measure SITE [--rounds N] [--pages KIND ...]

SITE is a published site (`make build`). Each round opens every page and its bare twin by turns, each in a new browser.
Scores and times are medians, CLS the worst.
"""

import argparse
import sys
from itertools import product
from pathlib import Path
from statistics import median

from benchmarks.lighthouse.kinds import heaviest_pages
from benchmarks.lighthouse.running import CATEGORIES, FOLDER, Report, look
from benchmarks.lighthouse.webserver import bare_twins, published
from scripts.environment.tools import install_npm_tools

Pairs = list[tuple[Report, Report]]


def measured(site: Path, pages: dict[str, str], rounds: int) -> dict[str, Pairs]:
    """By kind of page, of each round what Lighthouse says of the page and of its bare twin. A pair without result is left out."""
    found: dict[str, Pairs] = {}
    with bare_twins(site, pages.values()) as twin, published(site) as real, published(twin) as bare:
        for number, (kind, address) in product(range(rounds), pages.items()):
            print(f"round {number + 1} of {rounds}: {address}", file=sys.stderr, flush=True)
            path = address.lstrip("/")
            try:
                found.setdefault(kind, []).append((look(real + path, CATEGORIES), look(bare + path, ["performance"])))
            except RuntimeError as error:
                print(f"left out: {error}", file=sys.stderr, flush=True)
    return {kind: pairs for kind, pairs in found.items() if pairs}


def print_scores(pages: dict[str, str], found: dict[str, Pairs]) -> None:
    print(f"| kind | page | rounds | {' | '.join(CATEGORIES)} | CLS | TBT (ms) |")
    print("|---" * (len(CATEGORIES) + 5) + "|")
    for kind, pairs in found.items():
        scores = [f"{median(report.scores[name] for report, _ in pairs):.0f}" for name in CATEGORIES]
        shift, blocked = max(report.shift for report, _ in pairs), median(report.times["TBT"] for report, _ in pairs)
        print(f"| {kind} | {pages[kind]} | {len(pairs)} | {' | '.join(scores)} | {shift:.3g} | {blocked:.0f} |")


def print_times(found: dict[str, Pairs]) -> None:
    """The ratio is that of the medians: one slow round of either moves it little."""
    print("\n| kind | FCP | bare | ratio | LCP | bare | ratio |\n|---|---|---|---|---|---|---|")
    for kind, pairs in found.items():
        cells = []
        for name in ("FCP", "LCP"):
            ours, bare = (median(pair[side].times[name] for pair in pairs) for side in (0, 1))
            cells += [f"{ours:.0f}", f"{bare:.0f}", f"{ours / bare:.2f}"]
        print(f"| {kind} | {' | '.join(cells)} |")


def print_failed(pages: dict[str, str], found: dict[str, Pairs]) -> None:
    print("\n| page | audit below 1 | rounds | lowest |\n|---|---|---|---|")
    for kind, pairs in found.items():
        for audit in sorted({one for report, _ in pairs for one in report.failed}):
            scores = [report.failed[audit] for report, _ in pairs if audit in report.failed]
            print(f"| {pages[kind]} | {audit} | {len(scores)} | {min(scores):.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--pages", nargs="+", metavar="KIND")
    options = parser.parse_args()
    site = options.site.resolve()
    pages = heaviest_pages(site)
    if unknown := set(options.pages or []) - set(pages):
        parser.error(f"no such kind: {', '.join(sorted(unknown))}; there are {', '.join(pages)}")
    install_npm_tools(FOLDER)
    pages = {kind: address for kind, address in pages.items() if kind in (options.pages or pages)}
    found = measured(site, pages, options.rounds)
    print_scores(pages, found)
    print_times(found)
    print_failed(pages, found)


if __name__ == "__main__":
    main()
