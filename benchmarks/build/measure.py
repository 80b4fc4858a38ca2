"""How long a build takes beside plain Material, how long an author waits after saving, and how a build grows with its pages.

    python -m benchmarks.build.measure [--only ratio|reload|growth] [--runs N] [--sets N...]

Works in copies of the project. Prints tables for README.md; seconds are medians, with the smallest and the largest.
"""

import argparse
import shutil
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.build.cost import Cost, cost, mkdocs
from benchmarks.build.growth import add_pages
from benchmarks.build.plain import make_plain
from benchmarks.build.reload import EDITS, seconds_to_reload, serving
from tests.site.building import copy_project, verb

PLAIN, PAGES, PUBLISHED, WHOLE = "Material alleen", "onze pagina's", "en afgewerkt", "en nagekeken: `make build`"
CHECKED = "nakijken"


def told(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):.1f} ({min(seconds):.1f}-{max(seconds):.1f})"


def heads(*names: str) -> None:
    print(f"\n| {' | '.join(names)} |\n|{'---|' * len(names)}")


def ratio(work: Path, runs: int) -> None:
    """Two tables: all pages, as `make build` makes them, and those of Markdown alone."""
    ours = copy_project(work / "ours")
    for notebooks in (True, False):
        plain = make_plain(ours, work / f"plain-{notebooks}", notebooks)
        found: dict[str, list[Cost]] = defaultdict(list)
        for _ in range(runs):
            found[PLAIN].append(cold(plain, work / "plain-site"))
            found[PAGES].append(cold(ours, work / "site", NOTEBOOKS=str(notebooks).lower()))
            if notebooks:
                found[PUBLISHED].append(found[PAGES][-1] + cost(verb("publish", str(work / "site")), ours))
                found[WHOLE].append(found[PUBLISHED][-1] + cost(verb("check-content"), ours))
        print("\nAlle pagina's:" if notebooks else "\nZonder notebooks:")
        show(found)


def cold(project: Path, site: Path, **more: str) -> Cost:
    """A build that finds nothing of the one before: mkdocs-jupyter keeps what it made of a notebook."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return cost(mkdocs(site), project, **more)


def show(found: Mapping[str, list[Cost]]) -> None:
    """Pairs of builds, one after the other; a ratio is that of a pair, because a machine is not as busy all the time."""
    heads("wat", "seconden", "keer Material", "seconden processor", "keer Material", "MB")
    for name, costs in found.items():
        pairs = list(zip(costs, found[PLAIN], strict=True))
        clock = statistics.median(one.clock / other.clock for one, other in pairs)
        processor = statistics.median(one.processor / other.processor for one, other in pairs)
        seconds, busy = told([one.clock for one in costs]), told([one.processor for one in costs])
        print(
            f"| {name} | {seconds} | {clock:.1f} | {busy} | {processor:.2f} | {max(one.memory for one in costs):.0f} |",
            flush=True,
        )


def reload(work: Path, runs: int) -> None:
    """Edits in turn, in one server."""
    project = copy_project(work / "serve")
    found: dict[str, list[float]] = defaultdict(list)
    with serving(project) as (address, start):
        for run in range(runs):
            for name, edit in EDITS.items():
                found[name].append(seconds_to_reload(project, address, edit, f"meetwoord{run}"))
    print(f"\nDe eerste keer stond `make serve` klaar na {start:.1f} s.")
    heads("wat verandert", "mediaan (s)", "slechtste (s)")
    for name, seconds in found.items():
        print(f"| {name} | {statistics.median(seconds):.1f} | {max(seconds):.1f} |", flush=True)


def growth(work: Path, sets: Sequence[int], runs: int) -> None:
    """Median seconds of a processor, of rounds over all sizes: a machine is not as fast all the time.

    Per page: what each page adds to the same copy without pages added.
    """
    sizes = (0, *sets)
    for pages in sizes:
        project = copy_project(work / f"growth-{pages}")
        add_pages(project, pages)
        make_plain(project, work / f"plain-{pages}")
    found = list(zip(*([built(work, pages) for pages in sizes] for _ in range(runs)), strict=True))
    seconds = [[statistics.median(one.processor for one in program) for program in zip(*costs, strict=True)] for costs in found]
    more = [
        [(now - before) / pages * 1000 for now, before in zip(grown, seconds[0], strict=True)]
        for pages, grown in zip(sets, seconds[1:], strict=True)
    ]
    heads("pagina's erbij", *(column for name in (PLAIN, PAGES, CHECKED) for column in (f"{name} (s)", "ms per pagina")), "MB")
    for pages, costs, whole, each in zip(sizes, found, seconds, [[], *more], strict=True):
        cells = (f"{one:.1f} | {f'{page:.1f}' if page else ''}" for one, page in zip_longest(whole, each))
        print(f"| {pages} | {' | '.join(cells)} | {max(one.memory for programs in costs for one in programs):.0f} |")
    ratios = ", ".join(f"{last / first:.2f}" for first, last in zip(more[0], more[-1], strict=True))
    print(f"\nPer pagina bij {sets[-1]} tegenover {sets[0]}, in keren: {ratios}.")


def built(work: Path, pages: int) -> list[Cost]:
    """What plain Material costs, our pages, and the check of them."""
    project = work / f"growth-{pages}"
    return [
        cost(mkdocs(work / "plain-site"), work / f"plain-{pages}"),
        cost(mkdocs(work / "growth-site"), project, NOTEBOOKS="false"),
        cost(verb("check-content"), project),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("ratio", "reload", "growth"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sets", type=int, nargs="+", default=[250, 500, 1000])
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        work = Path(folder)
        if options.only in (None, "ratio"):
            ratio(work, options.runs)
        if options.only in (None, "reload"):
            reload(work, options.runs)
        if options.only in (None, "growth"):
            growth(work, options.sets, options.runs)


if __name__ == "__main__":
    main()
