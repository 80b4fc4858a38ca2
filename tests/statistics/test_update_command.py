"""`update` from command line to file, against a server on loopback."""

import gzip
import json
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scripts.errors import SourceChanged, SourceUnavailable
from scripts.statistics import client, sources
from scripts.statistics import update as update_module
from scripts.statistics.command import main
from scripts.statistics.source import Question, Source
from scripts.statistics.sources.eurostat import judge
from scripts.statistics.store import latest, load
from tests.statistics.answers import serve

Run = Callable[..., int]


@pytest.fixture
def eurostat(httpserver: HTTPServer, docs: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets Eurostat answer with the values the site has, except those given."""

    def answer(changed: dict[tuple[str, str, str, str], float] | None = None, updated: date | None = None) -> None:
        httpserver.clear()
        monkeypatch.setenv("EUROSTAT_URL", serve(httpserver, docs, changed, updated))

    return answer


def texts(docs: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (docs / "data").iterdir()}


def test_unchanged_answers_write_nothing_but_the_first_status(run: Run, eurostat: Callable[..., None], docs: Path) -> None:
    eurostat()
    before = texts(docs)

    assert run() == 0
    assert texts(docs) == before | {"status.json": texts(docs)["status.json"]}
    assert json.loads(texts(docs)["status.json"])["sources"]["eurostat"]["state"] == "answering"

    second = texts(docs)
    assert run() == 0
    assert texts(docs) == second


def test_one_changed_value_is_stored_with_its_origin(
    run: Run, eurostat: Callable[..., None], docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    eurostat({("neet-15-29", "BE", "T", "2025"): 10.4}, date(2026, 11, 20))
    before = texts(docs)

    assert run("--source", "eurostat") == 0
    assert "BE/T 2025: 9,8 → 10,4" in capsys.readouterr().out
    assert {name for name, text in texts(docs).items() if text != before[name]} == {"neet-15-29.json", "status.json"}
    found = latest(load(docs / "data" / "neet-15-29.json"), "BE")
    assert found is not None
    series, seen = found
    assert (seen.period, seen.value) == ("2025", 10.4)
    assert (series.origin.dataset, series.origin.updated, series.origin.retrieved) == (
        "edat_lfse_22",
        date(2026, 11, 20),
        date(2026, 11, 22),
    )


def test_the_replaced_value_waits_in_superseded(run: Run, eurostat: Callable[..., None], docs: Path) -> None:
    eurostat({("neet-15-29", "BE", "T", "2025"): 10.4})
    run("--source", "eurostat")
    replaced = [
        (one.key.geo, seen.period, seen.value)
        for one in load(docs / "data" / "neet-15-29.json").superseded
        for seen in one.observations
    ]
    assert ("BE", "2025", 9.8) in replaced


def test_an_area_gets_its_first_value(run: Run, eurostat: Callable[..., None], docs: Path) -> None:
    assert latest(load(docs / "data" / "neet-15-29.json"), "BE23") is None
    eurostat({("neet-15-29", "BE23", "T", "2025"): 7.1})
    assert run() == 0
    found = latest(load(docs / "data" / "neet-15-29.json"), "BE23")
    assert found is not None
    assert found[1].value == 7.1


def test_an_indicator_that_has_no_file_yet_gets_one(run: Run, eurostat: Callable[..., None], docs: Path) -> None:
    eurostat()
    (docs / "data" / "neet-15-24.json").unlink()
    assert run() == 0
    assert load(docs / "data" / "neet-15-24.json").series


def test_a_dry_run_shows_the_change_and_writes_nothing(
    run: Run, eurostat: Callable[..., None], docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    eurostat({("neet-15-29", "BE", "T", "2025"): 10.4})
    before = texts(docs)
    assert run("--dry-run") == 0
    assert "9,8 → 10,4" in capsys.readouterr().out
    assert texts(docs) == before


def test_json_is_one_document_with_old_and_new_values(
    run: Run, eurostat: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    eurostat({("neet-15-29", "BE", "T", "2025"): 10.4})
    assert run("--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert [one["source"] for one in report["sources"]] == ["eurostat", "project"]
    neet = next(one for one in report["sources"][0]["indicators"] if one["indicator"] == "neet-15-29")
    assert neet["state"] == "changed"
    assert neet["changes"] == [
        {"geo": "BE", "sex": "T", "period": "2025", "old": {"value": 9.8, "flags": ""}, "new": {"value": 10.4, "flags": ""}}
    ]


def test_the_data_folder_can_be_another(run: Run, eurostat: Callable[..., None], docs: Path, tmp_path: Path) -> None:
    eurostat()
    before = texts(docs)
    assert run("--data", str(tmp_path / "elsewhere")) == 0
    assert texts(docs) == before
    assert (tmp_path / "elsewhere" / "neet-15-29.json").exists()


def test_the_question_names_us_and_stays_on_its_host(run: Run, eurostat: Callable[..., None], httpserver: HTTPServer) -> None:
    eurostat()
    run("--source", "eurostat")
    assert len(httpserver.log) == 3
    assert all("hikikomori-in-beeld" in request.headers["User-Agent"] for request, _ in httpserver.log)


@pytest.mark.parametrize(
    "arguments", [["--source", "reddit"], ["--docs", "/nowhere"], ["--today", "gisteren"], ["--frob"], ["extra"]]
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_help_is_dutch_and_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert "uitgang: 0" in capsys.readouterr().out


def test_runs_as_a_program_of_its_own(docs: Path) -> None:
    code = "import sys; from scripts.statistics.command import main; sys.exit(main(sys.argv[1:]))"
    ended = subprocess.run(
        [sys.executable, "-c", code, "--source", "project", "--docs", str(docs), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["ok"] is True
    assert ended.stderr == ""


# --- what may go wrong at the source -------------------------------------------------------------------------------


def plain(body: bytes | str, status: int = 200, **headers: str) -> Callable[[Request], Response]:
    return lambda request: Response(body, status=status, headers=headers, content_type="application/json")


def endless(request: Request) -> Response:
    def lines() -> Any:
        while True:
            yield b" " * 65_536

    return Response(lines(), content_type="application/json")


def cut_off(request: Request) -> Response:
    return Response([b'{"version": "2.0", "class": "dat'], headers={"Content-Length": "5000"}, content_type="application/json")


def label(name: str, status: int) -> str:
    return json.dumps({"error": [{"status": status, "id": status, "label": f"{name}: details we do not repeat"}]})


DOCUMENTED = (Path(__file__).parents[1] / "fixtures/eurostat/warning-413-asynchronous-documented.json").read_bytes()
EMPTY_CUBE = json.dumps(
    {
        "version": "2.0",
        "class": "dataset",
        "updated": "2026-04-16T23:00:00+0200",
        "value": {},
        "id": ["freq", "geo"],
        "size": [1, 0],
        "dimension": {"freq": {"category": {"index": {"A": 0}}}, "geo": {"category": {"index": {}, "label": {}}}},
    }
)

FAULTS = {
    "500": (plain("oops", 500), "HTTP 500"),
    "502 with a web page": (plain("<html>", 502), "HTTP 502"),
    "503 until far away": (plain("", 503, **{"Retry-After": "Fri, 31 Dec 2999 23:59:59 GMT"}), "HTTP 503"),
    "a web page with 200": (plain('<html lang="en" class="no-js">'), "webpagina"),
    "asynchronous as documented": (plain(DOCUMENTED), "ASYNCHRONOUS_RESPONSE"),
    "asynchronous as seen": (plain(label("ASYNCHRONOUS_RESPONSE", 413), 413), "ASYNCHRONOUS_RESPONSE"),
    "an empty cube": (plain(EMPTY_CUBE), "dimensies"),
    "a body cut off on the way": (cut_off, "brak af"),
    "a body cut off at the source": (plain('{"version": "2.0", "class": "dat'), "geldige JSON"),
    "404": (plain(label("ERR_NOT_FOUND_4", 404), 404), "ERR_NOT_FOUND_4"),
    "400": (plain(label("INVALID_QUERY_DIMENSION", 400), 400), "INVALID_QUERY_DIMENSION"),
    "401": (plain("", 401), "HTTP 401"),
    "403": (plain("no", 403), "HTTP 403"),
    "204": (plain("", 204), "HTTP 204"),
    "too big a question": (plain(label("EXTRACTION_TOO_BIG", 413), 413), "EXTRACTION_TOO_BIG"),
    "429 with a short wait": (plain("", 429, **{"Retry-After": "1"}), "HTTP 429"),
    "429 with a fraction": (plain("", 429, **{"Retry-After": "0.5"}), "HTTP 429"),
    "429 with an absurd wait": (plain("", 429, **{"Retry-After": "1e308"}), "HTTP 429"),
    "429 with a wait that is no number": (plain("", 429, **{"Retry-After": "nan"}), "HTTP 429"),
    "429 with a hostile wait": (plain("", 429, **{"Retry-After": "Mon, 99 Foo"}), "HTTP 429"),
    "429 without a wait": (plain("", 429), "HTTP 429"),
    "an endless body": (endless, "groter dan"),
    "a redirect to another host": (plain("", 302, Location="http://198.51.100.1/"), "stuurt door"),
    "a redirect without a place": (plain("", 301), "stuurt door"),
    "no UTF-8": (plain(b'\xff\xfe{"a": 1}'), "UTF-8"),
    "null": (plain("null"), "JSON-object"),
    "a list": (plain("[]"), "JSON-object"),
    "a number": (plain("9.8"), "JSON-object"),
    "nothing with 200": (plain(""), "geldige JSON"),
    "deep nesting": (plain("[" * 100_000), "genest"),
    "a false compression": (plain("not gzip", **{"Content-Encoding": "gzip"}), "uit te pakken"),
}


@pytest.mark.parametrize(("handler", "reason"), [pytest.param(*fault, id=name) for name, fault in FAULTS.items()])
def test_a_fault_keeps_every_indicator_as_it_was(
    run: Run,
    httpserver: HTTPServer,
    docs: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    handler: Callable[[Request], Response],
    reason: str,
) -> None:
    base = serve(httpserver, docs, {("neet-15-24", "BE", "T", "2025"): 7.9})
    httpserver.clear()
    for dataset in ("edat_lfse_16", "edat_lfse_22"):
        httpserver.expect_request(f"/data/{dataset}").respond_with_handler(handler)
    monkeypatch.setenv("EUROSTAT_URL", base)
    (docs / "data" / "project-discord.json").unlink()
    before = texts(docs)

    assert run() == 1

    shown = capsys.readouterr()
    after = texts(docs)
    assert {name: after[name] for name in before if name != "status.json"} == {
        name: text for name, text in before.items() if name != "status.json"
    }
    assert "project-discord.json" in after, "the other source is updated"
    assert "eurostat (Eurostat): mislukt" in shown.out
    assert reason in shown.out
    assert "laatste goede waarde behouden" in shown.out
    assert "Traceback" not in shown.err + shown.out
    failing = json.loads(after["status.json"])["sources"]["eurostat"]
    assert (failing["state"], failing["since"]) == ("failing", "2026-11-22")
    assert reason in failing["reason"]


@pytest.mark.parametrize(
    ("handler", "times"),
    [
        (FAULTS["500"][0], 2),
        (FAULTS["asynchronous as documented"][0], 2),
        (FAULTS["asynchronous as seen"][0], 2),
        (FAULTS["429 with a short wait"][0], 2),
        (FAULTS["a body cut off on the way"][0], 2),
        (FAULTS["503 until far away"][0], 1),
        (FAULTS["too big a question"][0], 1),
        (FAULTS["404"][0], 1),
        (FAULTS["a redirect to another host"][0], 1),
    ],
    ids=["500", "asynchronous 200", "asynchronous 413", "429", "cut off", "503 too long", "too big", "404", "redirect"],
)
def test_only_passing_trouble_is_asked_again(httpserver: HTTPServer, handler: Callable[[Request], Response], times: int) -> None:
    httpserver.expect_request("/data/x").respond_with_handler(handler)
    with pytest.raises((SourceChanged, SourceUnavailable)):
        client.get(httpserver.url_for("/data/x"), [], judge)
    assert len(httpserver.log) == times


def test_an_answer_after_a_fault_counts(run: Run, eurostat: Callable[..., None], httpserver: HTTPServer) -> None:
    eurostat()
    httpserver.expect_oneshot_request("/data/edat_lfse_16").respond_with_data("oops", status=500)
    assert run("--source", "eurostat") == 0


def test_one_indicator_fails_and_the_others_are_updated(
    run: Run, httpserver: HTTPServer, docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base = serve(httpserver, docs, {("neet-15-24", "BE", "T", "2025"): 7.9, ("neet-15-29", "BE", "T", "2025"): 39.0})
    monkeypatch.setenv("EUROSTAT_URL", base)
    before = texts(docs)

    assert run("--source", "eurostat", "--json") == 1
    report = json.loads(capsys.readouterr().out)["sources"][0]
    assert {one["indicator"]: one["state"] for one in report["indicators"]} == {
        "neet-15-29": "failed",
        "neet-15-24": "changed",
        "vroegtijdige-schoolverlaters": "unchanged",
    }
    assert report["state"] == "failing"
    assert "neet-15-29: onwaarschijnlijke sprong" in report["reason"]
    assert texts(docs)["neet-15-29.json"] == before["neet-15-29.json"]
    assert texts(docs)["neet-15-24.json"] != before["neet-15-24.json"]


def test_status_changes_only_when_a_source_starts_or_stops_failing(
    run: Run, eurostat: Callable[..., None], docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def state() -> Any:
        return json.loads((docs / "data" / "status.json").read_text(encoding="utf-8"))["sources"]["eurostat"]

    monkeypatch.setenv("EUROSTAT_URL", "http://127.0.0.1:9/data")
    run("--source", "eurostat", "--today", "2026-11-22")
    first = state()
    run("--source", "eurostat", "--today", "2026-11-29")
    assert first["since"] == "2026-11-22"
    assert state() == first
    eurostat()
    run("--source", "eurostat")
    assert state() == {"state": "answering", "since": None, "reason": None}


@pytest.mark.parametrize(
    "base", ["http://127.0.0.1:9/data", "http://does-not-exist.invalid/data", "not an address", "ftp://127.0.0.1/data"]
)
def test_an_address_that_does_not_answer_is_named_without_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    monkeypatch.setenv("EUROSTAT_URL", base)
    assert run("--source", "eurostat") == 1
    shown = capsys.readouterr()
    assert "mislukt" in shown.out
    assert "Traceback" not in shown.out + shown.err


def test_a_packed_bomb_is_refused_before_it_is_unpacked(
    run: Run, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = gzip.compress(b" " * 100_000_000, 9)
    for dataset in ("edat_lfse_16", "edat_lfse_22"):
        httpserver.expect_request(f"/data/{dataset}").respond_with_handler(plain(bomb, **{"Content-Encoding": "gzip"}))
    monkeypatch.setenv("EUROSTAT_URL", httpserver.url_for("/data"))
    tracemalloc.start()
    try:
        assert run("--source", "eurostat") == 1
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()


def test_a_source_that_hangs_is_left_behind(
    docs: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    release = threading.Event()

    def hang(question: Question) -> list[Any]:
        release.wait()
        raise SourceUnavailable("too late for anybody to hear")

    monkeypatch.setitem(sources.SOURCES, "eurostat", Source(label="Eurostat", read=hang))
    monkeypatch.setattr(update_module, "SECONDS_PER_SOURCE", 0.01)
    try:
        assert run("--source", "eurostat") == 1
    finally:
        release.set()
    assert "geen antwoord binnen" in capsys.readouterr().out


def test_a_bug_in_one_source_is_reported_and_does_not_stop_the_other(
    run: Run, docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(question: Question) -> list[Any]:
        raise ZeroDivisionError

    monkeypatch.setitem(sources.SOURCES, "eurostat", Source(label="Eurostat", read=broken))
    assert run() == 1
    out = capsys.readouterr().out
    assert "onverwachte fout (ZeroDivisionError)" in out
    assert "project (het project zelf): antwoordt" in out


def test_a_fault_in_the_indicators_names_file_and_line(run: Run, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = docs / "bronnen" / "indicatoren.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("  minimum: 0.5", "  minimun: 0.5", 1), encoding="utf-8")
    assert run() == 1
    out = capsys.readouterr().out
    assert "indicatoren.yml:" in out
    assert "minimum" in out
    assert "project (het project zelf): antwoordt" in out


def test_a_damaged_last_good_file_is_never_overwritten(
    run: Run, eurostat: Callable[..., None], docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    eurostat()
    path = docs / "data" / "neet-15-29.json"
    path.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert run("--source", "eurostat") == 1
    assert path.read_text(encoding="utf-8") == "<<<<<<< HEAD\n"
    assert "neet-15-29.json:1 dit gegevensbestand is beschadigd" in capsys.readouterr().out


def test_a_full_disk_keeps_the_old_file_and_says_so(
    run: Run, eurostat: Callable[..., None], docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    eurostat({("neet-15-29", "BE", "T", "2025"): 10.4})
    before = texts(docs)

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run("--source", "eurostat") == 1
    assert texts(docs) == before
    assert "bewaren lukte niet" in capsys.readouterr().out
