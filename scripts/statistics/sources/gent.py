"""Stad Gent open data (Opendatasoft Explore v2.1): one query per indicator, written in `indicatoren.yml`.

`query` holds ODSQL (`select`, `where`, `group_by`); it names the columns `period`, `value` and, when the figure is split, `part`:
`select: jaar as period, sum(aantal) as value`. No indicator asks it yet: no dataset on young people is known.
"""

import hashlib
import os
import re
from typing import Any

from scripts.errors import SourceChanged, SourceUnavailable
from scripts.statistics import client
from scripts.statistics.jsonstat import printable, read_json
from scripts.statistics.model import Indicator, Key, Observation, Origin, Series
from scripts.statistics.source import Question, Remote

BASE_URL = "https://data.stad.gent/api/explore/v2.1"
LICENCE = "Modellicentie Gratis Hergebruik Vlaanderen v1.0"
NOTE = "de bron geeft bij deze waarden geen datum"
# The most one answer may hold; a full answer may have been cut off.
LIMIT = 100
PERIOD = re.compile(r"\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?", re.ASCII)
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)


def fetch(questions: list[Question]) -> client.Answer:
    base = os.environ.get("OPENDATASOFT_URL") or BASE_URL
    indicator = questions[0].indicator
    return client.get(f"{base.rstrip('/')}/catalog/datasets/{indicator.dataset}/records", parameters(indicator), judge)


def parameters(indicator: Indicator) -> list[tuple[str, str]]:
    return [*indicator.query.items(), ("limit", str(LIMIT))]


def judge(status: int, body: bytes) -> None:
    """Raises with the name of the error; its text is not repeated. Only `429` has another shape, and the client waits for it."""
    if body.lstrip().startswith(b"<"):
        raise SourceUnavailable(f"stuurt een webpagina in plaats van cijfers (HTTP {status})")
    if status != 200:
        document = read_json(body)
        name = document.get("error_code") if isinstance(document, dict) else None
        raise SourceChanged(f"weigert de vraag: {printable(name)} (HTTP {status})")


def parse(answer: client.Answer, question: Question, asked_with: list[Question]) -> list[Series]:
    """The series asked for that have a value, oldest period first. Raises SourceChanged."""
    indicator = question.indicator
    origin = Origin(
        publisher="Stad Gent",
        dataset=indicator.dataset,
        url=answer.url,
        licence=LICENCE,
        updated=None,
        updated_note=NOTE,
        retrieved=question.today,
        checksum="sha256:" + hashlib.sha256(answer.body).hexdigest(),
        next_expected=None,
    )
    found: dict[Key, list[Observation]] = {}
    for record in records(answer.body):
        group = _text(record, "part") if indicator.by else ""
        seen = Observation(period=_period(record), value=_value(record))
        found.setdefault(Key(geo=indicator.geo[0], group=group), []).append(seen)
    return [Series(key=key, origin=origin, observations=sorted(seen, key=lambda one: one.period)) for key, seen in found.items()]


def records(body: bytes) -> list[dict[str, Any]]:
    """The rows of a v2.1 answer, their fields flat."""
    document = read_json(body)
    results = document.get("results") if isinstance(document, dict) else None
    if not isinstance(results, list) or not all(isinstance(one, dict) for one in results):
        raise SourceChanged("het antwoord is geen lijst 'results' van rijen")
    if len(results) >= LIMIT:
        raise SourceChanged(f"het antwoord heeft {LIMIT} rijen of meer en kan afgebroken zijn; vraag er minder")
    return results


def _text(record: dict[str, Any], name: str) -> str:
    """A field as text; numbers come as text in some datasets, and years as numbers."""
    found = record.get(name)
    if type(found) not in (str, int, float):
        raise SourceChanged(f"een rij zonder bruikbare '{name}'")
    return str(found)


def _period(record: dict[str, Any]) -> str:
    period = _text(record, "period")
    if not PERIOD.fullmatch(period):
        raise SourceChanged("een periode die geen jaar, kwartaal, maand of dag is")
    return period


def _value(record: dict[str, Any]) -> float:
    value = _text(record, "value")
    if not NUMBER.fullmatch(value):
        raise SourceChanged("een waarde die geen gewoon getal is")
    return float(value)


SOURCE = Remote(label="Stad Gent", fetch=fetch, parse=parse)
