"""What a source is. A new source is one module in `sources/`, one fixture and one line in its registry."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.statistics.model import Indicator, Series


@dataclass(frozen=True)
class Question:
    """One indicator to read, with the content folder and the day of this run."""

    name: str
    indicator: Indicator
    docs: Path
    today: date


@dataclass(frozen=True)
class Source:
    """`read` gives the series of one indicator, or raises SourceUnavailable, SourceChanged or ContentError.

    A remote source is asked over the network: its answer is checked against the last-good values and merged with them.
    A hand-kept source (with `indicators`) describes its own indicators, and what it says replaces what was there.
    """

    label: str
    read: Callable[[Question], list[Series]]
    indicators: Callable[[Path], dict[str, Indicator]] | None = None

    @property
    def remote(self) -> bool:
        return self.indicators is None
