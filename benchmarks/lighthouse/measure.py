"""What Lighthouse says of every kind of page, next to the same content as bare HTML.

    python -m benchmarks.lighthouse.measure SITE [--rounds N] [--pages KIND ...]

SITE is a published site (`make build`). Each round opens every page and its bare twin by turns, each in a new browser, and looks
at its speed alone; then every page is judged once in all categories. `--rounds 0` does only that.
"""

import argparse
import sys
from itertools import product
from pathlib import Path
from statistics import median

from benchmarks.lighthouse.kinds import heaviest_pages
from benchmarks.lighthouse.running import ALL, CATEGORIES, FOLDER, SPEED, Report, running
from benchmarks.lighthouse.webserver import bare_twins, published
from scripts.environment.tools import install_npm_tools

Pairs = list[tuple[Report, Report]]


def judged(site: Path, pages: dict[str, str]) -> dict[str, Report]:
    """What Lighthouse says of each kind of page in all its categories; how busy the machine is matters only for speed."""
    with published(site) as root, running() as lighthouse:
        return {kind: lighthouse.look(root + address.lstrip("/"), ALL) for kind, address in pages.items()}


def timed(site: Path, pages: dict[str, str], rounds: int) -> dict[str, Pairs]:
    """By kind of page, of each round how fast the page is and its bare twin. A pair without result is left out."""
    found: dict[str, Pairs] = {kind: [] for kind in pages}
    with bare_twins(site, pages.values()) as twin, published(site) as real, published(twin) as bare, running() as lighthouse:
        for number, (kind, address) in product(range(rounds), pages.items()):
            path = address.lstrip("/")
            try:
                pair = lighthouse.look(real + path, SPEED), lighthouse.look(bare + path, SPEED)
                found[kind].append(pair)
                told = " beside ".join(str({name: round(time) for name, time in one.times.items()}) for one in pair)
            except RuntimeError as error:
                told = f"left out: {error}"
            print(f"round {number + 1} of {rounds}: {address} {told}", file=sys.stderr, flush=True)
    return {kind: pairs for kind, pairs in found.items() if pairs}


def print_scores(pages: dict[str, str], found: dict[str, Report]) -> None:
    print(f"\n| kind | page | {' | '.join(CATEGORIES)} | audits below 1, speed apart |\n{'|---' * (len(CATEGORIES) + 3)}|")
    for kind, report in found.items():
        scores = " | ".join(f"{report.scores[name]:.0f}" for name in CATEGORIES)
        failed = ", ".join(sorted(one for one in report.failed if not one.startswith("performance")))
        print(f"| {kind} | {pages[kind]} | {scores} | {failed} |")


def print_times(found: dict[str, Pairs]) -> None:
    """Medians; CLS is the worst. A ratio is that of medians: one slow round of either moves it little."""
    heads = ["kind", "rounds", "performance", "CLS", "TBT", "FCP", "bare", "ratio", "LCP", "bare", "ratio"]
    print(f"\n| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
    for kind, pairs in found.items():
        score = median(report.scores["performance"] for report, _ in pairs)
        shift, blocked = max(report.shift for report, _ in pairs), median(report.times["TBT"] for report, _ in pairs)
        cells = [str(len(pairs)), f"{score:.0f}", f"{shift:.3g}", f"{blocked:.0f}"]
        for name in ("FCP", "LCP"):
            ours, bare = (median(pair[side].times[name] for pair in pairs) for side in (0, 1))
            cells += [f"{ours:.0f}", f"{bare:.0f}", f"{ours / bare:.2f}"]
        print(f"| {kind} | {' | '.join(cells)} |")


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
    if options.rounds:
        print_times(timed(site, pages, options.rounds))
    print_scores(pages, judged(site, pages))


if __name__ == "__main__":
    main()
