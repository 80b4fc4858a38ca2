"""Asks one source all its questions at once, and waits for the answers as long as there is time.

The threads are daemons that only read: whatever hangs (also where no timeout reaches, like a name lookup) is left behind
when the time is up, and can no longer write anything. How many ask one host at a time is kept by `client`.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from queue import Empty, Queue

from scripts.errors import SourceChanged
from scripts.statistics.attempt import Failure, attempt
from scripts.statistics.client import Answer, Rejected
from scripts.statistics.model import Series
from scripts.statistics.source import HandKept, Question, Remote, Source

# Ten less than the minute a run may take, for the start of the program and the writing.
SECONDS_PER_SOURCE = 50.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reading:
    """What a source says to one question; `body` is the answer it was read from (empty when kept by hand)."""

    series: list[Series]
    body: bytes = b""


Given = tuple[str, Reading | Failure]
Step = Callable[[int, int], None]
"""Told, after each answer, how many there are of how many."""


@dataclass(frozen=True)
class Asked:
    """Questions on their way; `until` is when we stop waiting (on the monotonic clock)."""

    questions: list[Question]
    given: "Queue[Given]" = field(default_factory=Queue)
    until: float = field(default_factory=lambda: time.monotonic() + SECONDS_PER_SOURCE)


def ask(source: Source, questions: list[Question]) -> Asked:
    """Starts asking and returns at once."""
    asked = Asked(questions)
    for batch in _batches(source, questions):
        threading.Thread(target=_answer, args=(source, batch, asked.given), daemon=True).start()
    return asked


def wait_for(asked: Asked, step: Step) -> dict[str, Reading | Failure]:
    """What was said to each question, by name; a failure for what did not come in time."""
    too_late = Failure(f"geen antwoord binnen {SECONDS_PER_SOURCE:.0f} seconden")
    found: dict[str, Reading | Failure] = {question.name: too_late for question in asked.questions}
    try:
        for count, _ in enumerate(asked.questions, 1):
            name, said = asked.given.get(timeout=max(asked.until - time.monotonic(), 0))
            found[name] = said
            step(count, len(asked.questions))
    except Empty:
        log.warning("giving up after %.0f s", SECONDS_PER_SOURCE)
    return found


def _batches(source: Source, questions: list[Question]) -> Iterable[list[Question]]:
    if isinstance(source, HandKept):
        return [questions]
    by_batch = sorted(questions, key=lambda question: repr(source.batch(question)))
    return [list(batch) for _, batch in groupby(by_batch, key=source.batch)]


def _answer(source: Source, batch: list[Question], given: "Queue[Given]") -> None:
    if isinstance(source, HandKept):
        for question in batch:
            given.put((question.name, attempt(question.name, partial(_read, source, question))))
        return
    answer = attempt(batch[0].name, partial(source.fetch, batch))
    for question in batch:
        said = answer if isinstance(answer, Failure) else attempt(question.name, partial(_parse, source, answer, question, batch))
        given.put((question.name, said))


def _read(source: HandKept, question: Question) -> Reading:
    return Reading(source.read(question))


def _parse(source: Remote, answer: Answer, question: Question, batch: list[Question]) -> Reading:
    try:
        return Reading(source.parse(answer, question, batch), answer.body)
    except SourceChanged as error:
        raise Rejected(str(error), answer.body) from error
