"""How long a build takes beside plain Material, how long an author waits after saving, and how a build grows with its pages.

    python -m benchmarks.build.measure [--only ratio|reload|growth] [--runs N] [--sets N...]

Works in copies of the project. Prints tables for README.md; seconds are medians, with the smallest and the largest.
"""

import argparse
import statistics
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.build.cost import Cost, cost, mkdocs
from benchmarks.build.growth import add_pages
from benchmarks.build.plain import make_plain
from benchmarks.build.reload import EDITS, seconds_to_reload, serving
from tests.site.building import copy_project, verb

PLAIN, PAGES, PUBLISHED, WHOLE = "Material alleen", "onze pagina's", "en afgewerkt", "en nagekeken: `make build`"


def told(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):.1f} ({min(seconds):.1f}-{max(seconds):.1f})"


def heads(*names: str) -> None:
    print(f"\n| {' | '.join(names)} |\n|{'---|' * len(names)}")


def ratio(work: Path, runs: int) -> None:
    """Pairs of cold builds, one after the other; a ratio is that of a pair, because a machine is not as busy all the time."""
    ours = copy_project(work / "ours")
    plain = make_plain(ours, work / "plain")
    found: dict[str, list[Cost]] = defaultdict(list)
    for _ in range(runs):
        found[PLAIN].append(cost(mkdocs(work / "plain-site"), plain))
        # The same pages: the notebooks are not there in plain Material.
        found[PAGES].append(cost(mkdocs(work / "site"), ours, NOTEBOOKS="false"))
        found[PUBLISHED].append(found[PAGES][-1] + cost(verb("publish", str(work / "site")), ours))
        found[WHOLE].append(found[PUBLISHED][-1] + cost(verb("check-content"), ours))
    heads("wat", "seconden", "keer Material", "seconden processor", "keer Material", "MB")
    for name, costs in found.items():
        pairs = list(zip(costs, found[PLAIN], strict=True))
        clock = statistics.median(one.clock / other.clock for one, other in pairs)
        processor = statistics.median(one.processor / other.processor for one, other in pairs)
        seconds, busy = told([one.clock for one in costs]), told([one.processor for one in costs])
        print(
            f"| {name} | {seconds} | {clock:.1f} | {busy} | {processor:.1f} | {max(one.memory for one in costs):.0f} |",
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
    """The fixed part is what the same copy costs without pages added."""
    heads("pagina's erbij", "bouwen (s)", "processor (s)", "ms per pagina", "MB", "nakijken (s processor)", "ms per pagina")
    fixed = checked = 0.0
    each: list[float] = []
    for pages in (0, *sets):
        project = copy_project(work / f"growth-{pages}")
        add_pages(project, pages)
        builds = [cost(mkdocs(work / "growth-site"), project) for _ in range(runs)]
        checks = [cost(verb("check-content"), project) for _ in range(runs)]
        build, check = (statistics.median(one.processor for one in costs) for costs in (builds, checks))
        if not pages:
            fixed, checked = build, check
        else:
            each.append((build - fixed) / pages)
        per_page = f"{each[-1] * 1000:.0f} | " if pages else "| "
        per_check = f"{(check - checked) / pages * 1000:.1f}" if pages else ""
        clock, memory = statistics.median(one.clock for one in builds), max(one.memory for one in builds)
        print(f"| {pages} | {clock:.1f} | {build:.1f} | {per_page}{memory:.0f} | {check:.1f} | {per_check} |", flush=True)
    print(f"\nPer pagina bij {sets[-1]} tegenover {sets[0]}: {each[-1] / each[0]:.2f} keer.")


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
            growth(work, options.sets, max(1, options.runs // 3))


if __name__ == "__main__":
    main()
