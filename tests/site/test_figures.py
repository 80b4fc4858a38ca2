"""The whole chain: a public source changes a value, we fetch and build, and a reader sees the new number."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scripts.markdown.figures import number
from scripts.statistics.store import latest, load
from tests.site.building import EPOCH, build, copy_project, run_verb
from tests.site.reading import soup, words
from tests.statistics.answers import serve

INDICATOR, AREA = "neet-15-29", "BE"
PAGE = "/cijfers/"
TODAY = datetime.fromtimestamp(int(EPOCH), UTC).date().isoformat()


@pytest.fixture(scope="module")
def eurostat() -> Iterator[HTTPServer]:
    with HTTPServer(host="127.0.0.1") as running:
        yield running


def test_a_value_that_changed_at_the_source_reaches_the_reader(
    site: Path, tmp_path_factory: pytest.TempPathFactory, eurostat: HTTPServer
) -> None:
    project = copy_project(tmp_path_factory.mktemp("figure") / "project")
    period, old = newest(project)
    new = old + 0.3
    base = serve(eurostat, project / "docs", {(INDICATOR, AREA, "T", period): new})

    said = run_verb(project, "update", "--source", "eurostat", "--today", TODAY, EUROSTAT_URL=base, NO_PROXY="*")

    assert INDICATOR in said
    assert newest(project) == (period, new)
    before, after = card(site), card(build(project))
    assert number(old, "PC") in before
    assert number(new, "PC") not in before
    assert number(new, "PC") in after
    assert number(old, "PC") not in after


def newest(project: Path) -> tuple[str, float]:
    """Period and value of the newest observation in a copy of the project."""
    found = latest(load(project / "docs" / "data" / f"{INDICATOR}.json"), AREA)
    assert found is not None
    assert found[1].value is not None
    return found[1].period, found[1].value


def card(built: Path) -> str:
    """The text of the first card on the page with the figures."""
    return words(soup(built, PAGE).select(".kaart")[0].get_text(" "))
