"""What Lighthouse says of every kind of page, next to the same content as bare HTML.

    python -m benchmarks.lighthouse.measure SITE [--rounds N] [--pages KIND ...]

SITE is a published site (`make build`). Each round opens every page and its bare twin by turns, each in a new browser.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.lighthouse.kinds import heaviest_pages
from benchmarks.lighthouse.running import CATEGORIES, FOLDER, Report, look
from benchmarks.lighthouse.serving import BareFiles, CompressedFiles, serve
from scripts.environment.tools import install_npm_tools

Pairs = list[tuple[Report, Report]]


def measured(site: Path, pages: dict[str, str], rounds: int) -> dict[str, Pairs]:
    """By kind of page, of each round what Lighthouse says of the page and of its bare twin."""
    found: dict[str, Pairs] = {kind: [] for kind in pages}
    with serve(site, CompressedFiles) as real, serve(site, BareFiles) as bare:
        for number in range(rounds):
            for kind, address in pages.items():
                print(f"round {number + 1} of {rounds}: {address}", file=sys.stderr, flush=True)
                found[kind].append((look(real + address.lstrip("/")), look(bare + address.lstrip("/"))))
    return found


def print_scores(pages: dict[str, str], found: dict[str, Pairs]) -> None:
    print(f"| kind | page | {' | '.join(CATEGORIES)} | CLS | TBT (ms) |")
    print("|---|---" + "|---" * (len(CATEGORIES) + 2) + "|")
    for kind, pairs in found.items():
        scores = [f"{middle(pairs, lambda report, name=name: report.scores[name]):.0f}" for name in CATEGORIES]
        shift, blocked = max(report.shift for report, _ in pairs), middle(pairs, lambda report: report.times["TBT"])
        print(f"| {kind} | {pages[kind]} | {' | '.join(scores)} | {shift:.3g} | {blocked:.0f} |")


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
    print("\n| page | audit below 1 | rounds |\n|---|---|---|")
    for kind, pairs in found.items():
        for audit, times in sorted(Counter(one for report, _ in pairs for one in report.failed).items()):
            print(f"| {pages[kind]} | {audit} | {times} |")


def middle(pairs: Pairs, value: Callable[[Report], float]) -> float:
    return median(value(report) for report, _ in pairs)


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
