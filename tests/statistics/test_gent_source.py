"""A query to Stad Gent's open data is written in YAML; the shape of the answers is the recorded one."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from scripts.errors import SourceChanged, SourceUnavailable
from scripts.statistics.catalogue import indicators_of
from scripts.statistics.client import Answer
from scripts.statistics.model import Indicator
from scripts.statistics.source import Question
from scripts.statistics.sources import gent
from scripts.statistics.store import load

Run = Callable[..., int]
RECORDED = Path(__file__).parents[1] / "fixtures" / "opendatasoft"
LISTED = """\
inwoners-per-wijk:
  title: Inwoners per wijk
  short: Inwoners
  definition: Aantal inwoners van twee wijken.
  unit: NR
  unit_label: inwoners
  age: ""
  source: gent
  dataset: bevolkingsaantal-per-wijk-per-jaar-gent
  page: cijfers/index.md
  geo: [BE234]
  sex: []
  by: wijkcode
  groups: {"001": Binnenstad, "002": Bloemekenswijk}
  query:
    select: period as period, valuestring as value, wijkcode as part
    where: wijkcode in ("001", "002")
  minimum: 0
  maximum: 100000
  largest_jump: 5000
  late_after_days: 400
  hide_after_days: 1461
  late_reason: Nog niet opgehaald.
"""
# Years as numbers and values as text: both occur in that portal.
ROWS = [
    {"period": 2023, "value": "10100", "part": "001"},
    {"period": 2022, "value": "10000", "part": "001"},
    {"period": 2023, "value": "9000.0", "part": "002"},
]


def body(rows: object) -> bytes:
    return json.dumps({"total_count": 185_845, "results": rows}).encode()


@pytest.fixture
def indicator(docs: Path) -> Indicator:
    (docs / "bronnen" / "indicatoren.yml").write_text(LISTED, encoding="utf-8")
    return indicators_of("gent", docs)["inwoners-per-wijk"]


@pytest.fixture
def read(indicator: Indicator, docs: Path) -> Callable[[bytes], Any]:
    question = Question("inwoners-per-wijk", indicator, docs, date(2026, 11, 22))
    return lambda said: gent.parse(Answer("u", said), question, [question])


def test_it_is_off_as_long_as_no_figure_asks_it(run: Run, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--source", "gent") == 0
    assert "gent (Stad Gent): uitgeschakeld" in capsys.readouterr().out


def test_a_query_in_yaml_becomes_a_file(
    run: Run, indicator: Indicator, docs: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/catalog/datasets/{indicator.dataset}/records"
    query = {**indicator.query, "limit": "100"}
    httpserver.expect_request(path, query_string=query).respond_with_data(body(ROWS), content_type="application/json")
    monkeypatch.setenv("OPENDATASOFT_URL", httpserver.url_for("/"))
    assert run("--source", "gent") == 0
    values = {
        (one.key.group, seen.period): seen.value
        for one in load(docs / "data" / "inwoners-per-wijk.json").series
        for seen in one.observations
    }
    assert values == {("001", "2022"): 10000, ("001", "2023"): 10100, ("002", "2023"): 9000}


def test_series_are_in_order_and_say_that_there_is_no_date(read: Callable[[bytes], Any]) -> None:
    first = read(body(ROWS))[0]
    assert [seen.period for seen in first.observations] == ["2022", "2023"]
    assert (first.origin.updated, first.origin.updated_note) == (None, gent.NOTE)


def test_the_recorded_rows_are_read_flat() -> None:
    assert gent.records((RECORDED / "records-aggregate-ungrouped.json").read_bytes()) == [{"total": 185845}]


def test_a_recorded_row_without_a_period_is_refused(read: Callable[[bytes], Any]) -> None:
    with pytest.raises(SourceChanged, match="'part'"):
        read((RECORDED / "records-aggregate-ungrouped.json").read_bytes())


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (None, "results"),
        ([1], "results"),
        ([ROWS[0] | {"period": "vorig jaar"}], "periode"),
        ([ROWS[0] | {"period": True}], "period"),
        ([ROWS[0] | {"value": "veel"}], "getal"),
        ([ROWS[0] | {"value": "1e9"}], "getal"),
        ([ROWS[0] | {"value": None}], "value"),
        ([ROWS[0] | {"part": {"fields": 1}}], "part"),
        ([ROWS[0]] * 100, "afgebroken"),
    ],
)
def test_a_doubtful_row_refuses_the_whole_answer(read: Callable[[bytes], Any], rows: object, reason: str) -> None:
    with pytest.raises(SourceChanged, match=reason):
        read(body(rows))


@pytest.mark.parametrize("said", [b"[]", b"null", b'{"nhits": 1, "records": [{"fields": {"value": 1}}]}', b"{}", b""])
def test_another_document_is_refused(read: Callable[[bytes], Any], said: bytes) -> None:
    with pytest.raises(SourceChanged):
        read(said)


@pytest.mark.parametrize(
    ("status", "said", "reason"),
    [
        (400, (RECORDED / "error-400-odsql.json").read_bytes(), "ODSQLError (HTTP 400)"),
        (404, (RECORDED / "error-404-not-found.json").read_bytes(), "NotFoundResource (HTTP 404)"),
        (400, b'{"error_code": "<script>"}', "onleesbare code"),
        (403, b"[]", "HTTP 403"),
        (
            429,
            b'{"errorcode": 10002, "reset_time": "2026-11-23T00:00:00Z", "limit_time_unit": "day", "call_limit": 15000, "error": "x"}',
            "HTTP 429",
        ),
        (200, b"<html>", "webpagina"),
    ],
    ids=["a faulty query", "no such dataset", "a hostile name", "forbidden", "the limit of the day", "a web page"],
)
def test_a_refusal_keeps_the_last_good_and_is_named(
    run: Run,
    indicator: Indicator,
    docs: Path,
    httpserver: HTTPServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    status: int,
    said: bytes,
    reason: str,
) -> None:
    httpserver.expect_request(f"/catalog/datasets/{indicator.dataset}/records").respond_with_response(
        Response(said, status, content_type="application/json")
    )
    monkeypatch.setenv("OPENDATASOFT_URL", httpserver.url_for(""))
    assert run("--source", "gent") == 1
    out = capsys.readouterr().out
    assert reason in out
    assert "script" not in out
    assert not (docs / "data" / "inwoners-per-wijk.json").exists()


def test_a_web_page_is_trouble_at_the_portal() -> None:
    with pytest.raises(SourceUnavailable):
        gent.judge(200, b"\n<!DOCTYPE html>")


def test_a_group_nobody_asked_for_is_refused(
    run: Run, indicator: Indicator, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [*ROWS, {"period": 2023, "value": "1", "part": "099"}]
    httpserver.expect_request(f"/catalog/datasets/{indicator.dataset}/records").respond_with_data(body(rows))
    monkeypatch.setenv("OPENDATASOFT_URL", httpserver.url_for(""))
    assert run("--source", "gent") == 1
    assert "niet gevraagd" in capsys.readouterr().out
