"""Eurostat answers GENERATED in the recorded shape: of edat_lfse_22 and edat_lfse_16 no recorded answer exists.

The values are those in `docs/data/`; the shape (order of dimensions, members and their spelling, keys of `value` out of
numeric order) is that of `tests/fixtures/eurostat/tesem150-be-eu27-de-fr-nl-uk.json`. `serve` puts them on a loopback
server that answers only the questions the site really asks.
"""

import json
from collections.abc import Callable, Hashable
from datetime import date
from pathlib import Path
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scripts.statistics.catalogue import indicators_of
from scripts.statistics.merge import Place, rows
from scripts.statistics.model import Indicator, IndicatorData
from scripts.statistics.source import Question
from scripts.statistics.sources.eurostat import asked, asked_together, batch, parameters
from scripts.statistics.store import load_if_there

RECORDED_ORDER = ["freq", "sex", "age", "training", "wstatus", "unit", "geo", "time"]


Known = tuple[Indicator, IndicatorData | None, dict[Place, float]]
"""An indicator, the values the site has, and the values to answer instead."""


def answer(
    indicator: Indicator, data: IndicatorData | None, changed: dict[Place, float] | None = None, updated: date | None = None
) -> dict[str, Any]:
    """What Eurostat would answer to one indicator alone."""
    return answer_together([(indicator, data, changed or {})], updated)


def answer_together(known: list[Known], updated: date | None = None) -> dict[str, Any]:
    """What Eurostat would answer to these indicators of one dataset, if it had those values.

    `updated` is by default the newest date in the data: new enough to be accepted, and never in the future.
    """
    indicators = [indicator for indicator, _, _ in known]
    cells = {}
    for indicator, data, changed in known:
        cells |= {_coordinates(indicator, place): seen for place, seen in _seen(data, changed).items()}
    dates = [series.origin.updated for _, data, _ in known if data for series in data.series if series.origin.updated]
    first = int((indicators[0].since or "2019")[:4])
    last = max([int(dict(place)["time"]) for place in cells] or [2025])
    codes = asked_together(indicators) | {"time": [str(year) for year in range(first, last + 1)]}
    names = [name for name in RECORDED_ORDER if name in codes] + [name for name in codes if name not in RECORDED_ORDER]
    positions = {place: _position(dict(place), names, codes) for place in cells if dict(place)["time"] in codes["time"]}
    value = {str(positions[place]): cells[place][0] for place in reversed(positions) if cells[place][0] is not None}
    status = {str(positions[place]): cells[place][1] for place in positions if cells[place][1]}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "generated for a test",
        "source": "ESTAT",
        "updated": f"{updated or max(dates or [date(2026, 4, 16)])}T23:00:00+0200",
        "value": value,
        **({"status": status} if status else {}),
        "id": names,
        "size": [len(codes[name]) for name in names],
        "dimension": {name: _dimension(name, codes[name]) for name in names},
        "extension": {"lang": "EN", "id": indicators[0].dataset.upper(), "agencyId": "ESTAT", "version": "1.0", "annotation": []},
    }


def serve(
    server: HTTPServer,
    docs: Path,
    changed: dict[tuple[str, str, str, str], float] | None = None,
    updated: date | None = None,
    spoil: Callable[[dict[str, Any]], Any] = lambda document: document,
) -> str:
    """Answers every Eurostat question the site in `docs` asks; gives the base for EUROSTAT_URL.

    An indicator that was never fetched gets one value for each series, halfway what is allowed.
    `changed` maps (indicator, geo, sex, period) to another value than the site has now; `spoil` gives what is sent instead
    of a good answer.
    """
    together: dict[Hashable, list[Known]] = {}
    for name, indicator in indicators_of("eurostat", docs).items():
        other = {(geo, sex, "", period): value for (owner, geo, sex, period), value in (changed or {}).items() if owner == name}
        data = load_if_there(docs / "data" / f"{name}.json")
        known = indicator, data, other if data else _invented(indicator) | other
        together.setdefault(batch(Question(name, indicator, docs, date(2026, 11, 22))), []).append(known)
    answers = {
        (known[0][0].dataset, tuple(sorted(parameters([indicator for indicator, _, _ in known])))): spoil(
            answer_together(known, updated)
        )
        for known in together.values()
    }
    return serve_answers(server, answers)


def serve_answers(server: HTTPServer, answers: dict[tuple[str, tuple[tuple[str, str], ...]], dict[str, Any]]) -> str:
    """Answers by (dataset, sorted query); any other question gets Eurostat's 404."""

    def handle(request: Request) -> Response:
        question = request.path.rsplit("/", 1)[-1], tuple(sorted(request.args.items(multi=True)))
        if question in answers:
            return Response(json.dumps(answers[question]), content_type="application/json")
        error = {"error": [{"status": 404, "id": 100, "label": "ERR_NOT_FOUND_4: not served by this test"}]}
        return Response(json.dumps(error), status=404, content_type="application/json")

    for dataset in {dataset for dataset, _ in answers}:
        server.expect_request(f"/data/{dataset}").respond_with_handler(handle)
    return server.url_for("/data")


def _invented(indicator: Indicator) -> dict[Place, float]:
    halfway = round((indicator.minimum + indicator.maximum) / 2, 1)
    return {(key.geo, key.sex, key.group, "2025"): halfway for key in indicator.series}


def _seen(data: IndicatorData | None, changed: dict[Place, float]) -> dict[Place, tuple[float | None, str]]:
    seen = {row.place: (row.seen.value, row.seen.flags) for row in rows(data.series)} if data else {}
    return seen | {place: (value, seen.get(place, (None, ""))[1]) for place, value in changed.items()}


def _coordinates(indicator: Indicator, place: Place) -> frozenset[tuple[str, str]]:
    """The code of every dimension for one value."""
    geo, sex, group, period = place
    own = {"geo": geo, "time": period} | ({"sex": sex} if indicator.sex else {}) | ({indicator.by: group} if indicator.by else {})
    return frozenset(({name: codes[0] for name, codes in asked(indicator).items()} | own).items())


def _position(place: dict[str, str], names: list[str], codes: dict[str, list[str]]) -> int:
    """Row-major, the last dimension fastest."""
    position = 0
    for name in names:
        position = position * len(codes[name]) + codes[name].index(place[name])
    return position


def _dimension(name: str, codes: list[str]) -> dict[str, Any]:
    index = {code: place for place, code in reversed(list(enumerate(codes)))}
    return {"label": name, "category": {"index": index, "label": {code: f"label of {code}" for code in codes}}}
