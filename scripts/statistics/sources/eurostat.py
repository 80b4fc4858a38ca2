"""Eurostat's Statistics API (JSON-stat 2.0): one question per dataset, with the areas, sexes and ages of all its indicators.

The API passes over an unknown code without a word, so an answer counts only when it holds exactly what was asked.
"""

import hashlib
import json
import os
import re
from collections.abc import Hashable
from datetime import date, datetime
from typing import Any

from scripts.errors import SourceChanged, SourceUnavailable
from scripts.statistics import client
from scripts.statistics.jsonstat import Cell, Cube, decode, printable, read_json
from scripts.statistics.model import Indicator, Key, Observation, Origin, Series
from scripts.statistics.source import Question, Remote

BASE_URL = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data"
LICENCE = "hergebruik toegestaan met bronvermelding (Besluit 2011/833/EU)"
PERIOD = re.compile(r"\d{4}(-(Q[1-4]|\d{2}))?", re.ASCII)
# All letters Eurostat documents; an unknown one may change what a value means.
FLAGS = "bcdefnprsuz"
# How a status writes "no value" and "confidential" around its letters: `:`, `: u`, `|C`.
STATUS_PUNCTUATION = str.maketrans("", "", ":| ")


def batch(question: Question) -> Hashable:
    """Indicators of one table that differ only in codes are one question."""
    wanted = asked(question.indicator)
    return question.indicator.dataset.lower(), question.indicator.since, wanted["freq"][0], frozenset(wanted)


def fetch(questions: list[Question]) -> client.Answer:
    base = os.environ.get("EUROSTAT_URL") or BASE_URL
    indicators = [question.indicator for question in questions]
    return client.get(f"{base.rstrip('/')}/{indicators[0].dataset}", parameters(indicators), judge)


def asked(indicator: Indicator) -> dict[str, list[str]]:
    """Every code we want, by dimension; `query` may name another unit than the page does (`PC_ACT` is a `PC` too)."""
    fixed = {"freq": "A", "unit": indicator.unit, **indicator.query}
    codes: dict[str, list[str]] = {dimension: [code] for dimension, code in fixed.items()} | {"geo": list(indicator.geo)}
    if indicator.sex:
        codes["sex"] = list(indicator.sex)
    if indicator.by:
        codes[indicator.by] = list(indicator.groups)
    return codes


def asked_together(indicators: list[Indicator]) -> dict[str, list[str]]:
    """The codes of all, each once."""
    every = [asked(indicator) for indicator in indicators]
    return {dimension: list(dict.fromkeys(code for codes in every for code in codes[dimension])) for dimension in every[0]}


def parameters(indicators: list[Indicator]) -> list[tuple[str, str]]:
    """The query. Never `lastTimePeriod`: it counts from the newest period of the whole dataset, so a slow series comes empty."""
    codes = [(dimension, code) for dimension, codes in asked_together(indicators).items() for code in codes]
    since = [("sinceTimePeriod", indicators[0].since)] if indicators[0].since else []
    return [("format", "JSON"), ("lang", "en"), *codes, *since]


def judge(status: int, body: bytes) -> None:
    """Raises when Eurostat says no: `error` or `warning`, as object or list, with whatever HTTP status."""
    token = _complaint(body)
    if token.startswith("ASYNCHRONOUS_RESPONSE"):
        raise client.TryAgain("legt de vraag in de wachtrij (ASYNCHRONOUS_RESPONSE)")
    if token:
        raise SourceChanged(f"weigert de vraag: {token} (HTTP {status})")
    if body.lstrip().startswith(b"<"):
        raise SourceUnavailable(f"stuurt een webpagina in plaats van cijfers (HTTP {status})")


def _complaint(body: bytes) -> str:
    """The code in front of an error text; the text itself is not repeated. Empty when there is no complaint."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    said: Any = document.get("error", document.get("warning")) if isinstance(document, dict) else None
    if said is None:
        return ""
    said = said[0] if isinstance(said, list) and said else said
    label = said.get("label") if isinstance(said, dict) else None
    found = re.match(r"[A-Z][A-Z0-9_]{2,60}", label) if isinstance(label, str) else None
    return found.group() if found else "fout zonder code"


def parse(answer: client.Answer, question: Question, asked_with: list[Question]) -> list[Series]:
    """The series asked for that have a value or a flag, oldest period first. Raises SourceChanged."""
    indicator = question.indicator
    cube = decode(read_json(answer.body))
    _check_codes(cube, indicator, asked_together([one.indicator for one in asked_with]))
    origin = Origin(
        publisher="Eurostat",
        dataset=indicator.dataset,
        url=answer.url,
        licence=LICENCE,
        updated=_updated(cube.updated),
        retrieved=question.today,
        checksum="sha256:" + hashlib.sha256(answer.body).hexdigest(),
        next_expected=None,
    )
    series = [Series(key=key, origin=origin, observations=_observations(cube, indicator, key)) for key in indicator.series]
    return [one for one in series if one.observations]


def _check_codes(cube: Cube, indicator: Indicator, allowed: dict[str, list[str]]) -> None:
    if cube.dataset is not None and cube.dataset.lower() != indicator.dataset.lower():
        raise SourceChanged(f"het antwoord gaat over dataset {printable(cube.dataset)}, gevraagd was {indicator.dataset}")
    wanted = asked(indicator)
    if strange := cube.dimensions.keys() ^ (wanted.keys() | {"time"}):
        raise SourceChanged(f"andere dimensies dan gevraagd: {', '.join(sorted(map(printable, strange)))}")
    for dimension, codes in wanted.items():
        if missing := [code for code in codes if code not in cube.dimensions[dimension]]:
            raise SourceChanged(f"code {', '.join(missing)} van dimensie {dimension} ontbreekt in het antwoord")
        if extra := [code for code in cube.dimensions[dimension] if code not in allowed[dimension]]:
            raise SourceChanged(f"code {printable(extra[0])} van dimensie {dimension} is niet gevraagd")
    periods = cube.dimensions["time"]
    if not periods:
        raise SourceChanged("het antwoord bevat geen enkele periode")
    if any(not PERIOD.fullmatch(period) for period in periods):
        raise SourceChanged("het antwoord bevat een periode die geen jaar, kwartaal of maand is")


def _observations(cube: Cube, indicator: Indicator, key: Key) -> list[Observation]:
    own = {"geo": key.geo, "sex": key.sex} | ({indicator.by: key.group} if indicator.by else {})
    chosen = {dimension: codes[0] for dimension, codes in asked(indicator).items()} | own
    found = []
    for period in sorted(cube.dimensions["time"]):
        cell = cube.cells.get(tuple((chosen | {"time": period})[dimension] for dimension in cube.dimensions))
        if cell is not None and (cell.value is not None or _flags(cell)):
            found.append(Observation(period=period, value=cell.value, flags=_flags(cell)))
    return found


def _flags(cell: Cell) -> str:
    """A status is a set of letters: `bd`, `|C`."""
    letters = cell.status.translate(STATUS_PUNCTUATION).lower()
    if unknown := set(letters) - set(FLAGS):
        raise SourceChanged(f"onbekende vlag bij een waarde: {printable(''.join(sorted(unknown)))}")
    return "".join(sorted(set(letters)))


def _updated(text: str | None) -> date:
    try:
        return datetime.fromisoformat(text or "").date()
    except ValueError as error:
        raise SourceChanged("de datum 'updated' van het antwoord ontbreekt of is onleesbaar") from error


SOURCE = Remote(label="Eurostat", fetch=fetch, parse=parse, batch=batch)
