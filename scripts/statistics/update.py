"""One update run: ask every source at once, then check, merge and store one answer after another. A source or indicator
that fails keeps its last-good values and does not stop the others."""

from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from scripts.errors import SourceChanged
from scripts.statistics import status, store
from scripts.statistics.asking import Asked, Reading, ask, wait_for
from scripts.statistics.attempt import Failure, attempt
from scripts.statistics.catalogue import indicators_of
from scripts.statistics.check import check
from scripts.statistics.client import Rejected
from scripts.statistics.merge import Change, changes, merge
from scripts.statistics.model import IndicatorData
from scripts.statistics.progress import Progress
from scripts.statistics.rejected import keep_aside
from scripts.statistics.source import Question, Remote, Source
from scripts.statistics.sources import SOURCES

NO_INDICATOR = "geen enkel cijfer vraagt haar iets"


@dataclass(frozen=True)
class Run:
    """Where and when this run works, and whether it writes."""

    docs: Path
    data: Path
    today: date
    dry_run: bool = False

    @property
    def aside(self) -> Path:
        """Where refused answers are kept; outside version control."""
        return self.docs.parent / ".cache" / "afgekeurd"


@dataclass(frozen=True)
class Outcome:
    """What became of one indicator; `reason` says why it failed."""

    state: Literal["changed", "unchanged", "failed"]
    reason: str | None = None
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    """What became of one source. `reason` is that of the whole source, or of its first failing indicator;
    `off` says why it was not asked at all."""

    source: str
    label: str
    reason: str | None
    indicators: dict[str, Outcome]
    off: str | None = None


def update(names: list[str], run: Run, progress: Progress) -> list[Report]:
    """Reads the sources named, all at once, and writes what changed."""
    started = {name: _start(name, run) for name in names}
    reports = [_finish(name, begun, run, progress) for name, begun in started.items()]
    recorded = None if run.dry_run else attempt(status.FILE, lambda: _record(reports, run))
    if isinstance(recorded, Failure):
        return [*reports, Report(status.FILE, "stand van de bronnen", recorded.reason, {})]
    return reports


def _start(name: str, run: Run) -> Asked | Report:
    source = SOURCES[name]
    off = source.off() if isinstance(source, Remote) else None
    if off:
        return Report(name, source.label, None, {}, off)
    indicators = attempt(name, lambda: indicators_of(name, run.docs))
    if isinstance(indicators, Failure):
        return Report(name, source.label, indicators.reason, {})
    if isinstance(source, Remote) and not indicators:
        return Report(name, source.label, None, {}, NO_INDICATOR)
    return ask(source, [Question(one, indicator, run.docs, run.today) for one, indicator in indicators.items()])


def _finish(name: str, begun: Asked | Report, run: Run, progress: Progress) -> Report:
    if isinstance(begun, Report):
        return begun
    source = SOURCES[name]
    said = wait_for(begun, partial(progress.step, name))
    progress.end()
    outcomes = {question.name: _settle(source, question, said[question.name], run) for question in begun.questions}
    failed = [f"{one}: {outcome.reason}" for one, outcome in outcomes.items() if outcome.state == "failed"]
    return Report(name, source.label, failed[0] if failed else None, outcomes)


def _settle(source: Source, question: Question, said: Reading | Failure, run: Run) -> Outcome:
    """What becomes of one indicator: checked, merged and stored, or left as it was."""
    kept = said if isinstance(said, Failure) else attempt(question.name, lambda: _keep(source, question, said, run))
    if isinstance(kept, Outcome):
        return kept
    if kept.body and isinstance(source, Remote) and not source.secret and not run.dry_run:
        keep_aside(run.aside, question.name, kept.body, kept.reason, run.today)
    return Outcome("failed", kept.reason)


def _keep(source: Source, question: Question, said: Reading, run: Run) -> Outcome:
    path = run.data / f"{question.name}.json"
    # Nobody may change the file between our reading and our writing of it.
    with nullcontext() if run.dry_run else store.only_writer(run.data):
        last_good = store.load_if_there(path)
        new = _next(source, question, said, last_good, run.today)
        if new != last_good and not run.dry_run:
            store.write(path, store.serialise(new))
    return Outcome("changed", changes=changes(last_good, new)) if new != last_good else Outcome("unchanged")


def _next(source: Source, question: Question, said: Reading, last_good: IndicatorData | None, today: date) -> IndicatorData:
    """The data from now on; the last-good itself when no value or flag differs."""
    alone = IndicatorData(indicator=question.name, series=said.series)
    if not isinstance(source, Remote):
        return alone
    try:
        check(question.indicator, said.series, None if source.live else last_good, today)
    except SourceChanged as error:
        raise Rejected(str(error), said.body) from error
    if source.live:
        return last_good if last_good and _values(last_good) == _values(alone) else alone
    new = merge(question.name, last_good, said.series)
    return new if last_good is None or changes(last_good, new) else last_good


def _values(data: IndicatorData) -> list[float | None]:
    return [seen.value for series in data.series for seen in series.observations]


def _record(reports: list[Report], run: Run) -> None:
    """Only sources asked over the network can stop answering."""
    failures = {one.source: one.reason for one in reports if isinstance(SOURCES[one.source], Remote) and one.off is None}
    if failures:
        with store.only_writer(run.data):
            old = status.load_status(run.data)
            status.write_status(run.data, old, status.next_status(old, failures, run.today))
