"""One update run: read each source, check, merge, store. A source or indicator that fails keeps its last-good values
and does not stop the others."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from queue import Empty, Queue
from typing import Literal, TypeVar

from scripts.errors import ContentError, SourceChanged, SourceUnavailable
from scripts.statistics import status, store
from scripts.statistics.catalogue import indicators_of
from scripts.statistics.check import check
from scripts.statistics.merge import Change, changes, merge
from scripts.statistics.model import IndicatorData, Series
from scripts.statistics.source import Question, Source
from scripts.statistics.sources import SOURCES

# Ten less than the minute a run may take, for the start of the program and the writing.
SECONDS_PER_SOURCE = 50.0
QUESTIONS_AT_A_TIME = 4

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Run:
    """Where and when this run works, and whether it writes."""

    docs: Path
    data: Path
    today: date
    dry_run: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of one indicator; `reason` says why it failed."""

    state: Literal["changed", "unchanged", "failed"]
    reason: str | None = None
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    """What became of one source. `reason` is that of the whole source, or of its first failing indicator."""

    source: str
    label: str
    reason: str | None
    indicators: dict[str, Outcome]


@dataclass(frozen=True)
class Failure:
    reason: str


def update(names: list[str], run: Run) -> list[Report]:
    """Reads the sources named, one after another, and writes what changed."""
    reports = [_source(name, run) for name in names]
    recorded = None if run.dry_run else _attempt(status.FILE, lambda: _record(reports, run))
    if isinstance(recorded, Failure):
        return [*reports, Report(status.FILE, "stand van de bronnen", recorded.reason, {})]
    return reports


def _source(name: str, run: Run) -> Report:
    source = SOURCES[name]
    indicators = _attempt(name, lambda: indicators_of(name, run.docs))
    if isinstance(indicators, Failure):
        return Report(name, source.label, indicators.reason, {})
    questions = [Question(one, indicator, run.docs, run.today) for one, indicator in indicators.items()]
    answers = _collect(source, questions)
    outcomes = {question.name: _settle(source, question, answers[question.name], run) for question in questions}
    failed = [f"{one}: {outcome.reason}" for one, outcome in outcomes.items() if outcome.state == "failed"]
    return Report(name, source.label, failed[0] if failed else None, outcomes)


def _collect(source: Source, questions: list[Question]) -> dict[str, list[Series] | Failure]:
    """What the source says to each question, a few at a time.

    The threads are daemons that only read: whatever hangs (also where no timeout reaches, like a name lookup) is left
    behind when the time is up, and can no longer write anything.
    """
    answers: Queue[tuple[str, list[Series] | Failure]] = Queue()
    turns = threading.Semaphore(QUESTIONS_AT_A_TIME)

    def ask(question: Question) -> None:
        with turns:
            answers.put((question.name, _attempt(question.name, lambda: source.read(question))))

    for question in questions:
        threading.Thread(target=ask, args=(question,), daemon=True).start()
    return _wait_for(answers, questions)


def _wait_for(
    answers: "Queue[tuple[str, list[Series] | Failure]]", questions: list[Question]
) -> dict[str, list[Series] | Failure]:
    deadline = time.monotonic() + SECONDS_PER_SOURCE
    too_late = Failure(f"geen antwoord binnen {SECONDS_PER_SOURCE:.0f} seconden")
    found: dict[str, list[Series] | Failure] = {question.name: too_late for question in questions}
    try:
        for _ in questions:
            name, answer = answers.get(timeout=max(deadline - time.monotonic(), 0))
            found[name] = answer
    except Empty:
        log.warning("giving up after %.0f s", SECONDS_PER_SOURCE)
    return found


def _settle(source: Source, question: Question, answer: list[Series] | Failure, run: Run) -> Outcome:
    """What becomes of one indicator: checked, merged and stored, or left as it was."""
    kept = answer if isinstance(answer, Failure) else _attempt(question.name, lambda: _keep(source, question, answer, run))
    return Outcome("failed", kept.reason) if isinstance(kept, Failure) else kept


def _keep(source: Source, question: Question, series: list[Series], run: Run) -> Outcome:
    path = run.data / f"{question.name}.json"
    last_good = store.load_if_there(path)
    if source.remote:
        check(question.indicator, series, last_good, run.today)
        new = merge(question.name, last_good, series)
        changed = bool(changes(last_good, new))
    else:
        new = IndicatorData(indicator=question.name, series=series)
        changed = new != last_good
    if changed and not run.dry_run:
        store.write(path, store.serialise(new))
    return Outcome("changed", changes=changes(last_good, new)) if changed else Outcome("unchanged")


def _record(reports: list[Report], run: Run) -> None:
    """Only sources asked over the network can stop answering."""
    failures = {report.source: report.reason for report in reports if SOURCES[report.source].remote}
    if failures:
        old = status.load_status(run.data)
        status.write_status(run.data, old, status.next_status(old, failures, run.today))


def _attempt(name: str, work: Callable[[], T]) -> T | Failure:
    """The one place where any error becomes a reason, so that the next indicator and source still get their turn."""
    try:
        return work()
    except (SourceUnavailable, SourceChanged, ContentError) as error:
        return Failure(str(error))
    except OSError as error:
        return Failure(f"bewaren lukte niet ({error.strerror or type(error).__name__})")
    except Exception as error:
        log.exception("unexpected error in %s", name)
        return Failure(f"onverwachte fout ({type(error).__name__}); zie het logboek")
