"""The estimate: always a margin, with the limits of the studies behind it, for large groups only."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from scripts.content.bibliography import read_bibliography
from scripts.content.site import Site, load_site
from scripts.environment.folders import ROOT
from scripts.errors import ContentError
from scripts.markdown.macros import MACROS
from scripts.markdown.macros.schatting import CAVEATS, ESTIMATES, LARGEST, PROXY, SIZES, SMALLEST, Estimate, margin
from scripts.markdown.place import Place
from tests.docs_folder import site_with

SITES = st.integers(min_value=SMALLEST, max_value=LARGEST)


def made(site: Site) -> BeautifulSoup:
    return BeautifulSoup(MACROS["schatting"](site, Place()), "html.parser")


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return made(load_site(ROOT / "docs"))


def text(part: BeautifulSoup) -> str:
    return " ".join(part.get_text(" ").split())


def test_the_estimates_are_those_of_the_studies() -> None:
    assert [(one.citation, one.percent) for one in ESTIMATES] == [
        ("pozza2019meta", "1,5\u00a0%"),
        ("amendola2023ess", "1,7 tot 2,0\u00a0%"),
        ("zhang2025meta", "3,1\u00a0%"),
    ]


def test_each_estimate_says_what_was_counted_of_whom_and_how_and_cites_it(page: BeautifulSoup) -> None:
    rows = page.select("table")[0].select("tbody tr")
    assert len(rows) == len(ESTIMATES)
    for row, estimate in zip(rows, ESTIMATES, strict=True):
        for said in (estimate.percent.replace("\u00a0", " "), estimate.counted, estimate.ages, estimate.study):
            assert said in text(row)  # type: ignore[arg-type]
        assert [str(link["href"]).split("#")[1] for link in row.select("a.citation")] == [estimate.citation]


def test_the_worked_table_gives_margins_and_never_one_number(page: BeautifulSoup) -> None:
    rows = [
        [cell.get_text().replace("\u00a0", " ") for cell in row.select("th, td")]
        for row in page.select("site-schatting tbody tr")
    ]
    assert rows == [
        ["1 000", "ongeveer 15 tot 31", "ongeveer 17 tot 20"],
        ["5 000", "ongeveer 75 tot 160", "ongeveer 85 tot 100"],
        ["20 000", "ongeveer 300 tot 620", "ongeveer 340 tot 400"],
    ]
    assert len(rows) == len(SIZES)


def test_every_limit_stands_with_it(page: BeautifulSoup) -> None:
    shown = text(page)
    assert "Dit is een schatting, geen telling." in shown
    assert "Een cijfer voor België of Vlaanderen vonden wij niet." in CAVEATS
    assert "verzonnen" in shown
    assert [caveat for caveat in CAVEATS if caveat not in shown] == []


def test_the_form_waits_for_its_script_and_could_send_nothing(page: BeautifulSoup) -> None:
    form = page.select("site-schatting > form[hidden]")[0]
    assert not form.has_attr("action")
    assert [field for field in form.select("input, button") if field.has_attr("name")] == []
    assert form.select("label")[0]["for"] == form.select("input")[0]["id"]
    assert page.select("site-schatting > [role=status]")[0].get_text() == ""


def test_the_script_gets_its_numbers_from_the_page(page: BeautifulSoup) -> None:
    given = {name: value for name, value in page.select("site-schatting")[0].attrs.items() if name.startswith("data-")}
    assert given == {
        "data-low": "15",
        "data-high": "31",
        "data-proxy-low": str(PROXY.low),
        "data-proxy-high": str(PROXY.high),
        "data-smallest": str(SMALLEST),
        "data-largest": str(LARGEST),
    }


@given(SITES)
def test_a_margin_holds_what_the_studies_give_and_is_never_one_number(people: int) -> None:
    found = margin(people)
    assert found.low <= people * 15 / 1000
    assert found.high >= people * 31 / 1000
    assert found.low < found.high
    proxy = margin(people, (PROXY,))
    assert found.low <= proxy.low < proxy.high <= found.high


@given(SITES)
def test_a_margin_is_written_with_two_digits_and_stays_close(people: int) -> None:
    found = margin(people)
    for value in (found.low, found.high):
        assert len(str(value).rstrip("0")) <= 2
    assert found.low >= people * 15 / 1000 * 0.9
    assert found.high <= people * 31 / 1000 * 1.1


def test_an_estimate_of_one_figure_is_one_percentage() -> None:
    assert Estimate("", 15, 15, "", "", "", "").percent == "1,5\u00a0%"


def test_without_its_source_there_is_no_estimate(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="pozza2019meta"):
        made(site_with(tmp_path))


def test_its_sources_are_research_with_a_named_design() -> None:
    references, _ = read_bibliography(ROOT / "docs/bronnen/literatuur.bib", "literatuur.bib")
    for one in ESTIMATES:
        reference = references[one.citation][0]
        assert (reference.kind, bool(reference.design)) == ("research", True)
