"""What a source is. A new source is one module in `sources/`, one fixture and one line in its registry."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.statistics.client import Answer
from scripts.statistics.model import Indicator, Series


@dataclass(frozen=True)
class Question:
    """One indicator to read, with the content folder and the day of this run."""

    name: str
    indicator: Indicator
    docs: Path
    today: date


def _alone(question: Question) -> Hashable:
    return question.name


@dataclass(frozen=True)
class Remote:
    """A source asked over the network: its answer is checked against the last-good values and merged with them.

    `fetch` does the I/O, `parse` is pure; both raise SourceUnavailable, SourceChanged or ContentError.
    Questions of the same `batch` are asked together: `fetch` gets all of them, and `parse` one of them with the others.
    `off` says why the source is not asked at all (no key, say). `live` means it knows only how things are now: its value
    replaces the last one, and only when it differs. What a `secret` source answers is never kept aside.
    """

    label: str
    fetch: Callable[[list[Question]], Answer]
    parse: Callable[[Answer, Question, list[Question]], list[Series]]
    batch: Callable[[Question], Hashable] = _alone
    off: Callable[[], str | None] = lambda: None
    live: bool = False
    secret: bool = False


@dataclass(frozen=True)
class HandKept:
    """A source kept in `docs/bronnen/`: it describes its own indicators, and what it says replaces what was there."""

    label: str
    read: Callable[[Question], list[Series]]
    indicators: Callable[[Path], dict[str, Indicator]]


Source = Remote | HandKept
