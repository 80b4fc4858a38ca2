"""Adding a source is one module, one fixture and one line in the registry; adding a figure is a few lines of YAML."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scripts.statistics.sources import SOURCES
from scripts.statistics.store import latest, load
from tests.statistics import example_source

Run = Callable[..., int]
ANSWER = Path(__file__).parents[1] / "fixtures" / "example" / "answer.json"
FIGURE = """
voorbeeld:
  title: Een voorbeeld
  short: Voorbeeld
  definition: Een aantal dat niet bestaat.
  unit: NR
  unit_label: voorbeelden
  age: ""
  source: voorbeeld
  dataset: voorbeelden
  page: cijfers/index.md
  geo: [BE]
  minimum: 0
  maximum: 1000
  largest_jump: 50
  late_after_days: 400
  hide_after_days: 800
  late_reason: Nog niet opgehaald.
"""


@pytest.fixture
def registered(docs: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SOURCES, "voorbeeld", example_source.SOURCE)
    monkeypatch.setenv("EXAMPLE_URL", httpserver.url_for(""))
    httpserver.expect_request("/voorbeelden").respond_with_data(ANSWER.read_bytes(), content_type="application/json")
    path = docs / "bronnen" / "indicatoren.yml"
    path.write_text(path.read_text(encoding="utf-8") + FIGURE, encoding="utf-8")


@pytest.mark.usefixtures("registered")
def test_the_new_source_is_asked_checked_and_stored(run: Run, docs: Path) -> None:
    assert run("--source", "voorbeeld") == 0
    found = latest(load(docs / "data" / "voorbeeld.json"), "BE")
    assert found is not None
    assert (found[1].period, found[1].value, found[0].origin.publisher) == ("2025", 130, "Voorbeeldbron")


@pytest.mark.usefixtures("registered")
def test_the_new_source_gets_every_protection_of_the_others(
    run: Run, docs: Path, httpserver: HTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--source", "voorbeeld")
    before = (docs / "data" / "voorbeeld.json").read_bytes()
    httpserver.clear()
    httpserver.expect_request("/voorbeelden").respond_with_data(ANSWER.read_text(encoding="utf-8").replace("130", "530"))
    assert run("--source", "voorbeeld") == 1
    assert "onwaarschijnlijke sprong" in capsys.readouterr().out
    assert (docs / "data" / "voorbeeld.json").read_bytes() == before
