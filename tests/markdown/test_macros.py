"""Macros: the value with what a reader needs to weigh it; missing, late and too old look different."""

from pathlib import Path

import pytest

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place
from tests.docs_folder import FILES, make_docs, site_with

DAY = 86_400
UPDATED = 1_776_297_600  # 2026-04-16


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(UPDATED + 100 * DAY))


def run(site: Site, name: str, *arguments: str, **options: str) -> str:
    return MACROS[name](site, Place(), *arguments, **options)


def test_cijfer_names_area_age_and_year(tmp_path: Path) -> None:
    made = run(site_with(tmp_path), "cijfer", "neet", geo="BE")

    assert "10,0\u00a0%" in made or "10,0 %" in made
    assert "(België, 15-29 jaar, 2025)" in made


def test_cijfer_of_a_year_with_a_break_says_so(tmp_path: Path) -> None:
    data = FILES["data/neet.json"].replace('"value": 10.0, "flags": ""', '"value": 10.0, "flags": "b"')

    assert "breuk in de reeks" in run(site_with(tmp_path, **{"data/neet.json": data}), "cijfer", "neet")


def test_an_area_without_value_is_not_fetched_and_never_a_guess(tmp_path: Path) -> None:
    site = site_with(tmp_path)

    assert "nog niet opgehaald" in run(site, "cijfer", "neet", geo="BE23")
    assert "kaart--missing" in run(site, "kaart", "neet", geo="BE23")
    assert "nog niet opgehaald" in run(site, "tabel", "neet")


def test_a_late_figure_is_shown_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(UPDATED + 500 * DAY))
    made = run(site_with(tmp_path), "kaart", "neet", geo="BE")

    assert "10,0" in made
    assert "De bron gaf nog geen nieuwer cijfer." in made


def test_a_figure_that_is_too_old_is_replaced_by_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(UPDATED + 1200 * DAY))
    site = site_with(tmp_path)

    for name in ("cijfer", "kaart"):
        made = run(site, name, "neet", geo="BE")
        assert "10,0" not in made
        assert "te oud om te tonen" in made


def test_kaart_names_its_source_and_both_dates(tmp_path: Path) -> None:
    made = run(site_with(tmp_path), "kaart", "neet", geo="BE")

    assert "https://doi.org/10.2908/EDAT&#95;LFSE&#95;22" in made
    assert "bijgewerkt door de bron op 16 april 2026" in made
    assert "opgehaald op 22 november 2026" in made


def test_a_project_card_says_inside_itself_what_is_not_known(tmp_path: Path) -> None:
    figures = """\
  project-x:
    {title: Leden, short: Leden, value: 148, unit_label: leden, definition: null, peildatum: null, note: Zonder uitleg., recorded: 2026-11-22}
"""
    project = FILES["bronnen/projectcijfers.yml"].replace("figures: {}", "figures:\n" + figures)
    docs = make_docs(tmp_path, **{"bronnen/projectcijfers.yml": project})
    from scripts.content.site import load_site
    from scripts.statistics.command import main

    assert main(["--source", "project", "--docs", str(docs), "--data", str(docs / "data")]) == 0
    made = run(load_site(docs), "kaart", "project-x")

    assert "148" in made
    assert "Volgens het project; zonder datum en definitie; groepen kunnen overlappen." in made


def test_tabel_puts_the_newest_year_first_and_explains_its_marks(tmp_path: Path) -> None:
    made = run(site_with(tmp_path), "tabel", "neet")

    assert made.index("2025") < made.index("2024")
    assert "<td>9,9<sup>b</sup></td>" in made
    assert "<sup>b</sup> breuk in de reeks" in made


def test_tabel_tells_withheld_from_not_given(tmp_path: Path) -> None:
    data = FILES["data/neet.json"].replace('"value": 10.0, "flags": ""', '"value": null, "flags": "c"')
    made = run(site_with(tmp_path, **{"data/neet.json": data}), "tabel", "neet")

    assert '<td class="is-confidential">×<sup>c</sup></td>' in made
    assert "de bron toont ze niet" in made


def test_hulp_gives_numbers_to_dial_and_the_way_to_all(tmp_path: Path) -> None:
    made = run(site_with(tmp_path), "hulp")

    assert '<a href="tel:112"><strong>112</strong></a>' in made
    assert 'href="naslag/hulp/"' in made


def test_a_doubtful_field_of_a_helpline_is_marked(tmp_path: Path) -> None:
    lines = FILES["bronnen/helplijnen.yml"].replace("in_box: true", "hours: altijd, doubtful: [hours], in_box: true")

    assert 'altijd <span class="doubt">na te kijken</span>' in run(site_with(tmp_path, **{"bronnen/helplijnen.yml": lines}), "hulplijnen", "nood")


@pytest.mark.parametrize(
    ("name", "arguments", "options"),
    [("cijfer", ["weg"], {}), ("cijfer", ["neet"], {"geo": "FR"}), ("kaart", ["weg"], {}), ("tabel", ["neet"], {"geo": "FR"}), ("hulplijnen", ["weg"], {})],
)
def test_asking_for_something_that_is_not_there_names_what_is(tmp_path: Path, name: str, arguments: list[str], options: dict[str, str]) -> None:
    with pytest.raises(ContentError, match="kies"):
        run(site_with(tmp_path), name, *arguments, **options)


@pytest.mark.parametrize(
    ("url", "directory_urls", "address"),
    [
        ("", True, "naslag/hulp/#x"),
        ("doelgroep/", True, "../naslag/hulp/#x"),
        ("naslag/het-project/", True, "../hulp/#x"),
        ("naslag/hulp/", True, "./#x"),
        ("doelgroep/index.html", False, "../naslag/hulp.html#x"),
    ],
)
def test_links_of_our_own_html_start_from_the_page_they_stand_on(url: str, directory_urls: bool, address: str) -> None:
    assert Place(url, directory_urls).to("naslag/hulp.md", "x") == address
