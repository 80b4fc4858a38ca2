"""Macros: the value with what a reader needs to weigh it; missing, late and too old look different."""

import json
from pathlib import Path

import pytest

from scripts.content.site import Site, load_site
from scripts.errors import ContentError
from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place
from tests.docs_folder import FILES, make_docs, page, site_with

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
    assert "overgenomen uit een bewaarde kopie op 22 november 2026" in made


def test_a_value_that_our_own_program_fetched_is_told_from_one_taken_over(tmp_path: Path) -> None:
    data = FILES["data/neet.json"].replace('"checksum": null', '"checksum": "sha256:0a"')
    made = run(site_with(tmp_path, **{"data/neet.json": data}), "kaart", "neet", geo="BE")

    assert "; opgehaald op 22 november 2026" in made
    assert "bewaarde kopie" not in made


def test_a_source_that_does_not_know_its_date_is_not_given_one(tmp_path: Path) -> None:
    data = FILES["data/neet.json"].replace('"updated_note": null', '"updated_note": "gepubliceerd in 2026, dag niet bekend"')
    made = run(site_with(tmp_path, **{"data/neet.json": data}), "kaart", "neet", geo="BE")

    assert "</a> (gepubliceerd in 2026, dag niet bekend);" in made
    assert "16 april" not in made


def test_a_note_about_a_date_stands_beside_it(tmp_path: Path) -> None:
    data = FILES["data/neet.json"].replace('"updated_note": null', '"updated_note": "datum van de webpagina"')
    made = run(site_with(tmp_path, **{"data/neet.json": data}), "kaart", "neet", geo="BE")

    assert "bijgewerkt door de bron op 16 april 2026 (datum van de webpagina);" in made


SILENT = '{"sources": {"eurostat": {"state": "failing", "since": "2026-06-01", "reason": "geen antwoord"}}}'


@pytest.mark.parametrize(("name", "options"), [("cijfer", {}), ("kaart", {}), ("grafiek", {}), ("grafiek", {"by": "sex"})])
def test_every_figure_of_a_silent_source_says_since_when(tmp_path: Path, name: str, options: dict[str, str]) -> None:
    silent = site_with(tmp_path / "silent", **{"data/status.json": SILENT})

    assert "bron antwoordt niet sinds 1 juni 2026" in run(silent, name, "neet", **options)
    assert "antwoordt niet" not in run(site_with(tmp_path / "well"), name, "neet", **options)


def test_the_card_of_a_silent_source_says_of_when_its_value_is(tmp_path: Path) -> None:
    silent = site_with(tmp_path, **{"data/status.json": SILENT})

    assert "bron antwoordt niet sinds 1 juni 2026, waarde van 16 april 2026" in run(silent, "kaart", "neet")


def test_a_project_card_says_inside_itself_what_is_not_known(tmp_path: Path) -> None:
    figures = """\
  project-x:
    {title: Leden, short: Leden, value: 148, unit_label: leden, definition: null, peildatum: null, note: Zonder uitleg., recorded: 2026-11-22}
"""
    project = FILES["bronnen/projectcijfers.yml"].replace("figures: {}", "figures:\n" + figures)
    docs = make_docs(tmp_path, **{"bronnen/projectcijfers.yml": project})
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


def test_a_number_in_doubt_is_marked_in_the_box_too(tmp_path: Path) -> None:
    lines = FILES["bronnen/helplijnen.yml"].replace("in_box: true", "doubtful: [phone], in_box: true")

    assert '</a> <span class="doubt">na te kijken</span>' in run(site_with(tmp_path, **{"bronnen/helplijnen.yml": lines}), "hulp")


def test_a_service_says_when_it_was_checked_and_which_field_is_older(tmp_path: Path) -> None:
    facts = 'hours: altijd, source: "https://www.1712.be/x", checked: 2026-11-26, dates: {hours: "2019"}, in_box: true'
    lines = FILES["bronnen/helplijnen.yml"].replace("in_box: true", facts)
    made = run(site_with(tmp_path, **{"bronnen/helplijnen.yml": lines}), "hulplijnen", "nood")

    assert 'altijd <span class="hulplijn__date">volgens een bron van 2019</span>' in made
    assert "Laatst gecontroleerd op 26 november 2026, met een bewaarde kopie van" in made
    assert "Nog niet gecontroleerd" in run(site_with(tmp_path / "never"), "hulplijnen", "nood")


def test_a_doubtful_field_of_a_helpline_is_marked(tmp_path: Path) -> None:
    lines = FILES["bronnen/helplijnen.yml"].replace("in_box: true", "hours: altijd, doubtful: [hours], in_box: true")

    assert 'altijd <span class="doubt">na te kijken</span>' in run(
        site_with(tmp_path, **{"bronnen/helplijnen.yml": lines}), "hulplijnen", "nood"
    )


@pytest.mark.parametrize(
    ("name", "arguments", "options"),
    [
        ("cijfer", ["weg"], {}),
        ("cijfer", ["neet"], {"geo": "FR"}),
        ("kaart", ["weg"], {}),
        ("tabel", ["neet"], {"geo": "FR"}),
        ("grafiek", ["weg"], {}),
        ("grafiek", ["neet"], {"geo": "FR", "by": "sex"}),
        ("grafiek", ["neet"], {"by": "land"}),
        ("grafiek", ["neet"], {"kind": "taart"}),
        ("cijferpagina", ["weg"], {}),
        ("hulplijnen", ["weg"], {}),
    ],
)
def test_asking_for_something_that_is_not_there_names_what_is(
    tmp_path: Path, name: str, arguments: list[str], options: dict[str, str]
) -> None:
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


@pytest.mark.parametrize(
    ("place", "canonical"),
    [
        (Place("naslag/hulp/"), "naslag/hulp/"),
        (Place("naslag/hulp.html", directory_urls=False), "naslag/hulp/"),
        (Place("naslag/index.html", directory_urls=False), "naslag/"),
        (Place("index.html", directory_urls=False), ""),
        (Place(source="naslag/hulp.md"), "naslag/hulp/"),
    ],
)
def test_a_page_has_one_address_on_the_web_whatever_copy_it_stands_in(place: Place, canonical: str) -> None:
    assert place.canonical == canonical
    assert place.address("naslag/hulp.md") == "naslag/hulp/"


CORRECTED = """\
- indicator: neet
  geo: BE
  period: "2025"
  action: correct
  source_value: 10.0
  value: 10.4
  reason: De bron kondigde een rechtzetting aan.
  who: redactie
  date: 2026-11-22
"""
HIDDEN = """\
- {indicator: neet, geo: BE, period: "2025", action: hide, reason: De bron trok deze waarde terug., who: redactie, date: 2026-11-22}
"""


def test_a_corrected_value_is_shown_with_the_old_one_and_the_reason(tmp_path: Path) -> None:
    site = site_with(tmp_path, **{"bronnen/correcties.yml": CORRECTED})
    told = "België, 15-29 jaar, 2025: door ons verbeterd van 10,0 % naar 10,4 %. Reden: De bron kondigde een rechtzetting aan (redactie, 22 november 2026)."

    assert "10,4" in run(site, "cijfer", "neet")
    for name in ("kaart", "tabel", "grafiek", "cijferpagina", "verantwoording"):
        assert told in run(site, name, *(["neet"] if name != "verantwoording" else [])), name


def test_a_hidden_value_is_not_shown_and_the_page_says_why(tmp_path: Path) -> None:
    site = site_with(tmp_path, **{"bronnen/correcties.yml": HIDDEN})

    assert "10,0" not in run(site, "kaart", "neet") + run(site, "tabel", "neet") + run(site, "cijfer", "neet")
    assert "door ons niet getoond. Reden: De bron trok deze waarde terug" in run(site, "kaart", "neet")


def test_a_correction_that_lapsed_no_longer_works_and_is_still_told(tmp_path: Path) -> None:
    site = site_with(tmp_path, **{"bronnen/correcties.yml": CORRECTED.replace("source_value: 10.0", "source_value: 9.0")})

    assert "10,0" in run(site, "kaart", "neet")
    assert "verbeterd" not in run(site, "kaart", "neet")
    assert "Vervallen: de bron zegt intussen iets anders." in run(site, "verantwoording")


def test_grafiek_holds_its_numbers_as_a_table_too(tmp_path: Path) -> None:
    made = run(site_with(tmp_path), "grafiek", "neet")

    assert made.index("<svg") < made.index("<details>") < made.index("<td>10,0</td>")
    assert "Nog niet opgehaald: Oost-Vlaanderen." in made
    assert "overgenomen uit een bewaarde kopie" in made


def test_grafiek_of_figures_never_fetched_says_so_instead(tmp_path: Path) -> None:
    made = run(site_with(tmp_path), "grafiek", "neet", by="sex", geo="BE23")

    assert "<svg" not in made
    assert "Deze cijfers zijn nog niet opgehaald." in made


def test_grafiek_of_one_value_draws_no_course(tmp_path: Path) -> None:
    data = FILES["data/neet.json"].replace('{"period": "2024", "value": 9.9, "flags": "b"}, ', "")
    made = run(site_with(tmp_path, **{"data/neet.json": data}), "grafiek", "neet")

    assert "<svg" not in made
    assert "Te weinig waarden voor een grafiek: België 10,0 % in 2025." in made


def test_grafiek_that_is_too_old_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(UPDATED + 1200 * DAY))
    made = run(site_with(tmp_path), "grafiek", "neet")

    assert "<svg" not in made
    assert "te oud om te tonen" in made


def with_series(*extra: str) -> dict[str, str]:
    """The data with more series: `BE23 T 2025=8.0`."""
    data = json.loads(FILES["data/neet.json"])
    for text in extra:
        geo, sex, *values = text.split()
        seen = [{"period": one.split("=")[0], "value": float(one.split("=")[1]), "flags": ""} for one in values]
        data["series"].append({**data["series"][0], "key": {"geo": geo, "sex": sex}, "observations": seen})
    return {"data/neet.json": json.dumps(data)}


def test_bars_stand_side_by_side_only_within_one_year(tmp_path: Path) -> None:
    made = run(site_with(tmp_path, **with_series("BE23 T 2024=8.0")), "grafiek", "neet", kind="bars")

    assert "NEET, 2024" in made
    assert ">9,9 %</text>" in made
    assert ">10,0 %</text>" not in made


def test_bars_of_different_years_are_not_drawn(tmp_path: Path) -> None:
    made = run(site_with(tmp_path, **with_series("BE23 T 2023=8.0")), "grafiek", "neet", kind="bars")

    assert "<svg" not in made


def test_panels_give_each_area_its_own_chart_and_table(tmp_path: Path) -> None:
    indicators = FILES["bronnen/indicatoren.yml"].replace("[T, M]", "[T, M, F]")
    series = with_series(
        "BE M 2024=9.0 2025=9.1", "BE F 2024=8.0 2025=8.1", "BE23 M 2024=7.0 2025=7.1", "BE23 F 2024=6.0 2025=6.1"
    )
    made = run(site_with(tmp_path, **{"bronnen/indicatoren.yml": indicators}, **series), "grafiek", "neet", kind="panels")

    assert made.count("<svg") == 1
    assert all(f">{name}</text>" in made for name in ("België", "Oost-Vlaanderen"))
    assert made.count("<table>") == 2


def test_a_figure_leads_to_its_own_page_when_it_has_one(tmp_path: Path) -> None:
    own = site_with(tmp_path, **{"cijfers/neet.md": page("Tekst.")})

    assert 'href="cijfers/neet/" class="cijfer' in run(own, "cijfer", "neet")
    assert '<a href="cijfers/neet/">NEET</a>' in run(own, "kaart", "neet")
    assert "<a href" not in MACROS["kaart"](own, Place("cijfers/neet/"), "neet").split("kaart__value")[0]


def test_the_page_of_a_figure_never_fetched_says_what_will_come_and_offers_no_file(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    (docs / "data" / "neet.json").unlink()
    made = run(load_site(docs), "cijferpagina", "neet")

    assert "Hier komt, zodra de bron ze gaf: België, Oost-Vlaanderen." in made
    assert "<svg" not in made
    assert "datapackage" not in made


def test_the_page_of_a_figure_has_its_parts_in_order(tmp_path: Path) -> None:
    made = run(site_with(tmp_path), "cijferpagina", "neet")
    parts = ["kaart__value", "{#verloop}", "<svg", "{#definitie}", "{#beperkingen}", "{#herkomst}", "{#downloaden}", "ld+json"]

    assert [made.index(part) for part in parts] == sorted(made.index(part) for part in parts)


def test_the_data_block_for_search_engines_is_valid_json_about_this_figure(tmp_path: Path) -> None:
    site = site_with(
        tmp_path, **{"bronnen/indicatoren.yml": FILES["bronnen/indicatoren.yml"].replace("title: NEET", "title: </script>&")}
    )
    made = MACROS["cijferpagina"](site, Place("cijfers/neet/", site_url="https://example.org/site/"), "neet")
    block = json.loads(made.split('<script type="application/ld+json">')[1].split("</script>")[0])

    assert block["@type"] == "Dataset"
    assert block["name"] == "</script>&"
    assert block["url"] == "https://example.org/site/cijfers/neet/"
    assert block["distribution"][0]["contentUrl"] == "https://example.org/site/cijfers/data/neet.csv"
    assert block["temporalCoverage"] == "2024/2025"


@pytest.mark.parametrize(
    ("url", "source", "address"),
    [
        ("cijfers/neet/", "", "../data/neet.csv"),
        ("cijfers/neet.html", "", "data/neet.csv"),
        ("", "cijfers/neet.md", "data/neet.csv"),
        ("", "", "cijfers/data/neet.csv"),
    ],
)
def test_files_are_found_from_the_page_they_are_named_on(url: str, source: str, address: str) -> None:
    assert Place(url, source=source).to_file("cijfers/data/neet.csv") == address


def test_verantwoording_tells_the_state_of_each_source(tmp_path: Path) -> None:
    silent = run(site_with(tmp_path / "silent", **{"data/status.json": SILENT}), "verantwoording")
    answering = '{"sources": {"eurostat": {"state": "answering", "since": null, "reason": null}}}'

    assert "Antwoordt niet sinds 1 juni 2026. Oorzaak: geen antwoord." in silent
    assert "Nog nooit bevraagd" in run(site_with(tmp_path / "never"), "verantwoording")
    assert "Antwoordde bij de laatste bevraging." in run(
        site_with(tmp_path / "well", **{"data/status.json": answering}), "verantwoording"
    )


def test_verantwoording_keeps_values_that_were_replaced(tmp_path: Path) -> None:
    data = json.loads(FILES["data/neet.json"])
    data["superseded"] = [{**data["series"][0], "observations": [{"period": "2023", "value": 8.8, "flags": ""}]}]
    made = run(site_with(tmp_path, **{"data/neet.json": json.dumps(data)}), "verantwoording")

    assert "België, 15-29 jaar: 2023: 8,8 % (Eurostat, 16 april 2026)" in made
