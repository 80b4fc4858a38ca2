"""The whole chain after a day of work: a public source changed a value, a page moved, we fetch and build, and a reader sees both."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scripts.markdown.figures import number
from scripts.statistics.store import latest, load
from tests.site.browsing import Visit
from tests.site.building import EPOCH, build, copy_project, run_verb
from tests.site.reading import soup, words
from tests.site.serving import serve as serve_site
from tests.statistics.answers import serve

# One build for all.
pytestmark = pytest.mark.xdist_group("changes")
INDICATOR, AREA = "neet-15-29", "BE"
PAGE = "/cijfers/"
RISE = 0.3
TODAY = datetime.fromtimestamp(int(EPOCH), UTC).date().isoformat()


@pytest.fixture(scope="module")
def changed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which a value rose by RISE and a page moved from `/oud/diep/` to `/doelgroep/`, built."""
    copy = copy_project(tmp_path_factory.mktemp("changed") / "project", project)
    period, old = newest(copy)
    with (copy / "docs" / "bronnen" / "urls.txt").open("a", encoding="utf-8") as urls:
        urls.write("/oud/diep/ -> /doelgroep/\n")
    with HTTPServer(host="127.0.0.1") as eurostat:
        base = serve(eurostat, copy / "docs", {(INDICATOR, AREA, "T", period): old + RISE})
        # 1: the server knows only what the site has, so an indicator still without values gets an empty answer.
        update = ("update", "--source", "eurostat", "--today", TODAY)
        run_verb(copy, *update, codes=(0, 1), variables={"EUROSTAT_URL": base, "NO_PROXY": "*"})
    build(copy)
    return copy


def test_a_value_that_changed_at_the_source_reaches_the_reader(site: Path, project: Path, changed: Path) -> None:
    (period, old), (same_period, new) = newest(project), newest(changed)
    assert (same_period, new) == (period, old + RISE)

    before, after = card(site), card(changed / "site")
    assert number(old, "PC") in before
    assert number(new, "PC") not in before
    assert number(new, "PC") in after
    assert number(old, "PC") not in after


def test_an_old_address_sends_its_visitor_to_the_new_one(changed: Path, visit: Visit) -> None:
    with serve_site(changed / "site") as moved:
        visit.page.goto(moved.url("/oud/diep/"))
        visit.page.wait_for_url(moved.url("/doelgroep/"))
        assert visit.page.get_by_role("heading", level=1).is_visible()
        assert visit.policy_violations() == []
        assert visit.complaints == []


def newest(project: Path) -> tuple[str, float]:
    """Period and value of the newest observation in a copy of the project."""
    found = latest(load(project / "docs" / "data" / f"{INDICATOR}.json"), AREA)
    assert found is not None
    assert found[1].value is not None
    return found[1].period, found[1].value


def card(built: Path) -> str:
    """The text of the first card on the page with the figures."""
    return words(soup(built, PAGE).select(".kaart")[0].get_text(" "))
