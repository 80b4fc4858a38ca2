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
    site: Path, project: Path, tmp_path_factory: pytest.TempPathFactory, eurostat: HTTPServer
) -> None:
    changed = copy_project(tmp_path_factory.mktemp("figure") / "project", project)
    period, old = newest(changed)
    new = old + 0.3
    base = serve(eurostat, changed / "docs", {(INDICATOR, AREA, "T", period): new})

    # 1: the server knows only what the site has, so an indicator still without values gets an empty answer.
    update = ("update", "--source", "eurostat", "--today", TODAY)
    run_verb(changed, *update, codes=(0, 1), variables={"EUROSTAT_URL": base, "NO_PROXY": "*"})

    assert newest(changed) == (period, new)
    before, after = card(site), card(build(changed))
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
