"""A worked example of a source: copy it to `scripts/statistics/sources/<name>.py` and change what differs.

`fetch` asks, `parse` reads and refuses what it does not know, `SOURCE` is the line for the registry.
"""

import hashlib
import os
from datetime import date

from scripts.errors import SourceChanged
from scripts.statistics import client
from scripts.statistics.jsonstat import read_json
from scripts.statistics.model import Observation, Origin, Series
from scripts.statistics.source import Question, Remote

BASE_URL = "https://statistics.example"


def fetch(questions: list[Question]) -> client.Answer:
    base = os.environ.get("EXAMPLE_URL") or BASE_URL
    return client.get(f"{base.rstrip('/')}/{questions[0].indicator.dataset}", [("lang", "nl")], judge)


def judge(status: int, body: bytes) -> None:
    """This source says no with an HTTP status only, which the client refuses by itself."""


def parse(answer: client.Answer, question: Question, asked_with: list[Question]) -> list[Series]:
    document = read_json(answer.body)
    counts = document.get("counts") if isinstance(document, dict) else None
    if not isinstance(counts, dict) or not all(type(count) is int for count in counts.values()):
        raise SourceChanged("het antwoord bevat geen aantallen")
    origin = Origin(
        publisher="Voorbeeldbron",
        dataset=question.indicator.dataset,
        url=answer.url,
        licence="CC BY 4.0",
        updated=date.fromisoformat(document["updated"]),
        retrieved=question.today,
        checksum="sha256:" + hashlib.sha256(answer.body).hexdigest(),
        next_expected=None,
    )
    observations = [Observation(period=period, value=count) for period, count in sorted(counts.items())]
    return [Series(key=question.indicator.series[0], origin=origin, observations=observations)]


SOURCE = Remote(label="Voorbeeldbron", fetch=fetch, parse=parse)
