"""The day a page last changed, from the history of the project; without history the day of the build."""

import subprocess
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from scripts.statistics.freshness import build_date


def last_change(docs: Path, pages: Iterable[str]) -> date:
    """Of the newest of `pages`, Markdown below `docs`. Raises ContentError without history and without SOURCE_DATE_EPOCH."""
    known = _changes(docs.resolve())
    return max((known[page] for page in pages if page in known), default=None) or build_date()


@lru_cache(maxsize=4)
def _changes(docs: Path) -> dict[str, date]:
    """By path below `docs`; a shallow clone knows one commit, and so one day. Empty when there is no git."""
    command = ["git", "-c", "core.quotepath=false", "log", "--relative", "--name-only", "--format=@%ct", "--", "."]
    try:
        done = subprocess.run(command, cwd=docs, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return {}
    found: dict[str, date] = {}
    day = date.min
    for line in done.stdout.splitlines() if done.returncode == 0 else ():
        if line.startswith("@"):
            day = datetime.fromtimestamp(int(line[1:]), UTC).date()
        elif line:
            found[line] = max(day, found.get(line, date.min))
    return found
