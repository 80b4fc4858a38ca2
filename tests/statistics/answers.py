"""Eurostat answers GENERATED in the recorded shape: of edat_lfse_22 and edat_lfse_16 no recorded answer exists.

The values are those in `docs/data/`; the shape (order of dimensions, members and their spelling, keys of `value` out of
numeric order) is that of `tests/fixtures/eurostat/tesem150-be-eu27-de-fr-nl-uk.json`. `serve` puts them on a loopback
server that answers only the questions the site really asks.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scripts.statistics.catalogue import indicators_of
from scripts.statistics.merge import rows
from scripts.statistics.model import Indicator, IndicatorData
from scripts.statistics.sources.eurostat import asked, parameters
from scripts.statistics.store import load_if_there

Place = tuple[str, str, str]
"""geo, sex, period"""
RECORDED_ORDER = ["freq", "sex", "age", "training", "wstatus", "unit", "geo", "time"]


def answer(
    indicator: Indicator, data: IndicatorData | None, changed: dict[Place, float] | None = None, updated: date | None = None
) -> dict[str, Any]:
    """What Eurostat would answer if it had the values of `data`, except those in `changed`.

    `updated` is by default the newest date in `data`: new enough to be accepted, and never in the future.
    """
    known = rows(data.series) if data else []
    cells = {row.place: (row.seen.value, row.seen.flags) for row in known}
    cells |= {place: (value, cells.get(place, (None, ""))[1]) for place, value in (changed or {}).items()}
    newest = max([row.origin.updated for row in known if row.origin.updated] or [date(2026, 4, 16)])
    last = max([int(period) for _, _, period in cells] or [2025])
    codes = asked(indicator) | {"time": [str(year) for year in range(int(indicator.since or 2019), last + 1)]}
    names = [name for name in RECORDED_ORDER if name in codes]
    sizes = [len(codes[name]) for name in names]
    positions = {place: _position(place, names, codes) for place in cells if place[2] in codes["time"]}
    value = {str(positions[place]): cells[place][0] for place in reversed(positions) if cells[place][0] is not None}
    status = {str(positions[place]): cells[place][1] for place in positions if cells[place][1]}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "generated for a test",
        "source": "ESTAT",
        "updated": f"{updated or newest}T23:00:00+0200",
        "value": value,
        **({"status": status} if status else {}),
        "id": names,
        "size": sizes,
        "dimension": {name: _dimension(name, codes[name]) for name in names},
        "extension": {"lang": "EN", "id": indicator.dataset.upper(), "agencyId": "ESTAT", "version": "1.0", "annotation": []},
    }


def serve(
    server: HTTPServer, docs: Path, changed: dict[tuple[str, str, str, str], float] | None = None, updated: date | None = None
) -> str:
    """Answers every Eurostat question the site in `docs` asks; gives the base for EUROSTAT_URL.

    `changed` maps (indicator, geo, sex, period) to another value than the site has now.
    """
    answers = {}
    for name, indicator in indicators_of("eurostat", docs).items():
        other = {(geo, sex, period): value for (owner, geo, sex, period), value in (changed or {}).items() if owner == name}
        body = answer(indicator, load_if_there(docs / "data" / f"{name}.json"), other, updated)
        answers[indicator.dataset, tuple(sorted(parameters(indicator)))] = body
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


def _position(place: Place, names: list[str], codes: dict[str, list[str]]) -> int:
    """Row-major, the last dimension fastest."""
    geo, sex, period = place
    wanted = {"geo": geo, "sex": sex, "time": period}
    position = 0
    for name in names:
        position = position * len(codes[name]) + codes[name].index(wanted.get(name, codes[name][0]))
    return position


def _dimension(name: str, codes: list[str]) -> dict[str, Any]:
    index = {code: place for place, code in reversed(list(enumerate(codes)))}
    return {"label": name, "category": {"index": index, "label": {code: f"label of {code}" for code in codes}}}
