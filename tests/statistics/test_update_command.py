"""`update` from command line to file, against a server on loopback."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from scripts.errors import SourceUnavailable
from scripts.statistics import asking, sources
from scripts.statistics.client import Answer
from scripts.statistics.command import main
from scripts.statistics.source import Question, Remote
from scripts.statistics.sources import eurostat as eurostat_source
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
    assert [one["source"] for one in report["sources"]] == ["eurostat", "discord", "gent", "project"]
    neet = next(one for one in report["sources"][0]["indicators"] if one["indicator"] == "neet-15-29")
    assert neet["state"] == "changed"
    assert neet["changes"] == [
        {
            "geo": "BE",
            "sex": "T",
            "group": "",
            "period": "2025",
            "old": {"value": 9.8, "flags": ""},
            "new": {"value": 10.4, "flags": ""},
        }
    ]


def test_the_data_folder_can_be_another(run: Run, eurostat: Callable[..., None], docs: Path, tmp_path: Path) -> None:
    eurostat()
    before = texts(docs)
    assert run("--data", str(tmp_path / "elsewhere")) == 0
    assert texts(docs) == before
    assert (tmp_path / "elsewhere" / "neet-15-29.json").exists()


def test_a_question_per_dataset_names_us_and_stays_on_its_host(
    run: Run, eurostat: Callable[..., None], httpserver: HTTPServer
) -> None:
    eurostat()
    run("--source", "eurostat")
    assert sorted(request.path for request, _ in httpserver.log) == ["/data/edat_lfse_16", "/data/edat_lfse_22"]
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


def test_a_source_that_hangs_is_left_behind(
    docs: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    release = threading.Event()

    def hang(questions: list[Question]) -> Answer:
        release.wait()
        raise SourceUnavailable("too late for anybody to hear")

    monkeypatch.setitem(sources.SOURCES, "eurostat", Remote(label="Eurostat", fetch=hang, parse=eurostat_source.parse))
    monkeypatch.setattr(asking, "SECONDS_PER_SOURCE", 0.01)
    try:
        assert run("--source", "eurostat") == 1
    finally:
        release.set()
    assert "geen antwoord binnen" in capsys.readouterr().out


def test_a_bug_in_one_source_is_reported_and_does_not_stop_the_other(
    run: Run, docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(questions: list[Question]) -> Answer:
        raise ZeroDivisionError

    monkeypatch.setitem(sources.SOURCES, "eurostat", Remote(label="Eurostat", fetch=broken, parse=eurostat_source.parse))
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
