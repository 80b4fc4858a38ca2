"""The policy section in the browser: counts per quarter, the list, the sheets; by keyboard, from a file, nothing kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from scripts.content.monitoring import PERIOD, REMARK
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from tests.site.addresses import file_of
from tests.site.axe import assert_no_violation
from tests.site.browsing import PHONE, Visit
from tests.site.serving import SiteServer

ADDRESS = "/beleid/werkkoffer/monitoring/"
COUNTS = load_site(ROOT / "docs").monitoring.indicators
HEAD = ";".join([PERIOD, *(one.id for one in COUNTS), REMARK])
WIDTH = HEAD.count(";")
KEPT = "() => JSON.stringify([Object.keys(localStorage).sort(), Object.keys(sessionStorage), document.cookie])"


def row(period: str = "2027-Q1", *counts: object, remark: str = "") -> str:
    filled = [str(value) for value in counts] + [""] * (WIDTH - 1 - len(counts))
    return ";".join([period, *filled, remark])


def csv(*rows: str, head: str = HEAD) -> str:
    return "\n".join([head, *rows])


def ask(page: Page, text: str) -> list[str]:
    """Pastes `text`, asks for the drawing; the lines the page then says."""
    page.locator("site-monitoring textarea").evaluate("(field, text) => field.value = text", text)
    page.get_by_role("button", name="Toon de cijfers").click()
    said = page.locator("site-monitoring [role=status]").inner_text()
    return [line for line in said.splitlines() if line]


GOOD = {
    "semicolons": csv(row("2027-Q1", 7, 12)),
    "a mark of Excel in front": "\ufeff" + csv(row("2027-Q1", 7, 12)),
    "lines of Windows": csv(row("2027-Q1", 7, 12)).replace("\n", "\r\n"),
    "lines of an old Mac": csv(row("2027-Q1", 7, 12)).replace("\n", "\r"),
    "commas": csv(row("2027-Q1", 7, 12)).replace(";", ","),
    "tabs": csv(row("2027-Q1", 7, 12)).replace(";", "\t"),
    "a line that says what parts the cells": "sep=;\n" + csv(row("2027-Q1", 7, 12)),
    "quotation marks and a remark on two lines": csv(row('"2027-Q1"', '"7"', 12, remark='"een ""remark"";\nnog een regel"')),
    "empty lines and cells at the end": csv(row("2027-Q1", 7, 12) + ";;", "", ";" * WIDTH, head=HEAD + ";;") + "\n\n",
    "a K for the quarter and blanks": csv(row(" 2027 k1 ", " 7 ", 12)),
    "capitals and no remark": csv(row("2027-Q1", 7, 12).removesuffix(";"), head=HEAD.upper().removesuffix(f";{REMARK.upper()}")),
}
BAD: dict[str, tuple[str, str]] = {
    "nothing": ("", "Er zijn nog geen cijfers."),
    "only blanks": (" \n\n ", "Er zijn nog geen cijfers."),
    "only separators": (";;;;", "Er staat geen enkel kwartaal in."),
    "no rows": (HEAD, "Er staat geen enkel kwartaal in."),
    "a spreadsheet": ("PK\x03\x04\x00", "Dit is geen csv-bestand."),
    "two bytes a sign": ("\x00p\x00e", "Dit is geen csv-bestand."),
    "huge": ("x" * 200_001, "te groot"),
    "a column less": (csv("2027-Q1", head=PERIOD), f"Regel 1: kolom '{COUNTS[0].id}' ontbreekt."),
    "a column of names": (csv(row() + ";Jan", head=HEAD + ";naam"), "Regel 1: kolom 'naam' kennen we niet."),
    "a column of totals": (csv(row() + ";9", head=HEAD + ";totaal"), "Regel 1: kolom 'totaal' kennen we niet."),
    "a column without a name": (csv(row(), head=HEAD.replace(PERIOD, "")), "Regel 1: kolom '' kennen we niet."),
    "a column twice": (csv(row() + ";1", head=f"{HEAD};{COUNTS[0].id}"), f"Regel 1: kolom '{COUNTS[0].id}' staat er twee keer."),
    "a formula in the head": (csv(row(), head=f"{HEAD};=1"), "Regel 1: kolom '=1' kennen we niet."),
    "the template as it came": (csv(row("JJJJ-Q1")), "Regel 2: 'JJJJ-Q1' is geen kwartaal."),
    "a row of totals": (csv(row(), row("totaal", 9)), "Regel 3: 'totaal' is geen kwartaal."),
    "a fifth quarter": (csv(row("2027-Q5")), "Regel 2: '2027-Q5' is geen kwartaal."),
    "a quarter twice": (csv(row(), row("2027-K1")), "Regel 3: 2027-Q1 staat er twee keer."),
    "a count below zero": (csv(row("2027-Q1", -3)), f"Regel 2: {COUNTS[0].name}: een aantal kan niet negatief zijn."),
    "a decimal comma": (csv(row("2027-Q1", "3,5")), f"Regel 2: {COUNTS[0].name}: een aantal is een heel getal"),
    "decimals between commas": (csv(row("2027-Q1", "3,5")).replace(";", ","), f"Regel 2: {WIDTH + 2} velden in plaats van"),
    "a decimal point": (csv(row("2027-Q1", "3.5")), f"Regel 2: {COUNTS[0].name}: een aantal is een heel getal"),
    "a name for a count": (csv(row("2027-Q1", "Jan en Piet")), f"Regel 2: {COUNTS[0].name}: 'Jan en Piet' is geen aantal."),
    "a power": (csv(row("2027-Q1", "1e9")), f"Regel 2: {COUNTS[0].name}: '1e9' is geen aantal."),
    "more than there are": (csv(row("2027-Q1", "9" * 400)), f"Regel 2: {COUNTS[0].name}: hoogstens 100.000."),
    "a formula": (csv(row("2027-Q1", "=SOM(B2:B9)")), f"Regel 2: {COUNTS[0].name}: '=SOM(B2:B9)' leest een rekenblad als een formule."),
    "a formula in the remark": (csv(row(remark="=cmd|'/C calc'!A0")), "Regel 2: opmerking: '=cmd|"),
    "markup": (csv(row("2027-Q1", "<img src=x>")), f"Regel 2: {COUNTS[0].name}: '<img src=x>' is geen aantal."),
    "a row that is too short": (csv("2027-Q1;3"), f"Regel 2: 2 velden in plaats van {WIDTH + 1}."),
    "a row that is too long": (csv(row() + ";3"), f"Regel 2: {WIDTH + 2} velden in plaats van {WIDTH + 1}."),
    "a quotation that never ends": (csv(row(), row(remark='"open')), "Regel 3: een aanhalingsteken wordt niet gesloten."),
    "after a remark on two lines": (csv(row(remark='"a\nb"'), row("2027")), "Regel 4: '2027' is geen kwartaal."),
    "a part that is more than its whole": (csv(row("2027-Q1", 9, 8)), f"Regel 2: {COUNTS[0].name}: dat is meer dan"),
    "more quarters than there can be": (csv(*(row(f"20{n // 4 + 10}-Q{n % 4 + 1}") for n in range(61))), "Regel 62: meer dan 60"),
}  # fmt: skip


@pytest.fixture
def page(visit: Visit, server: SiteServer) -> Page:
    visit.page.goto(server.url(ADDRESS))
    return visit.page


def test_every_way_a_spreadsheet_writes_a_file_is_read_the_same(page: Page) -> None:
    said = {
        name: [*ask(page, text), page.locator(".monitoring__result tbody td").nth(1).inner_text()] for name, text in GOOD.items()
    }

    assert said == {key: ["1 kwartaal staat hieronder.", "12"] for key in GOOD}


def test_each_mistake_in_a_file_is_said_with_its_line_and_draws_nothing(page: Page) -> None:
    for name, (text, sentence) in BAD.items():
        ask(page, GOOD["semicolons"])
        said = ask(page, text)
        assert [line for line in said if sentence in line], (name, said)
        expect(page.locator(".monitoring__result")).to_be_hidden()
        assert page.locator(".monitoring__result > *").count() == 0, name
    assert page.locator("site-monitoring [role=status] img").count() == 0


def test_few_people_are_never_shown_nor_to_be_calculated(page: Page) -> None:
    shown = {}
    for few in range(5):
        # The first count is part of the second: a whole of 20 with 17 new ones tells of 3 others.
        ask(page, csv(row("2027-Q1", few, 20), row("2027-Q2", 17, 20), row("2027-Q3", 20, 20)))
        shown[few] = page.locator(".monitoring__result").evaluate("result => result.innerHTML")
        cells = page.locator(".monitoring__result tbody tr td:nth-child(2)").all_inner_texts()
        assert cells == ["minder dan 5", "niet getoond", "20"]
    assert len(set(shown.values())) == 1
    assert "17" not in page.locator(".monitoring__result").inner_text()


def test_a_hidden_count_does_not_show_in_the_height_of_the_others(page: Page) -> None:
    heights = "() => [...document.querySelectorAll('.monitoring__result figure')[0].querySelectorAll('rect')].map((bar) => bar.getAttribute('height'))"
    seen = []
    for hidden in (96, 99):
        ask(page, csv(row("2027-Q1", hidden, 100), row("2027-Q2", 8, 100)))
        seen.append(page.evaluate(heights))
    assert seen[0] == seen[1]


def test_a_quarter_is_added_by_keyboard_alone_and_saved_as_it_was_typed(visit: Visit, page: Page) -> None:
    before, asked = page.evaluate(KEPT), list(visit.requests)
    page.get_by_label("Jaar").focus()
    page.keyboard.type("2027")
    page.keyboard.press("Tab")
    for value in (2, 6, 40):
        page.keyboard.press("Tab")
        page.keyboard.type(str(value))
    page.keyboard.press("Enter")
    status = page.locator("site-monitoring [role=status]")
    expect(status).to_have_text("2027-Q1 is toegevoegd. 1 kwartaal staat hieronder.")
    expect(page.get_by_role("img", name="Gesprekken. 2027-Q1: 40")).to_be_visible()
    page.get_by_role("textbox", name="Gesprekken").fill("41,5")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Gesprekken: een aantal is een heel getal")
    expect(page.get_by_role("textbox", name="Gesprekken")).to_have_attribute("aria-invalid", "true")
    page.get_by_role("textbox", name="Gesprekken").fill("41")
    page.keyboard.press("Enter")
    expect(status).to_have_text("2027-Q1 is vervangen. 1 kwartaal staat hieronder.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als csv").press("Enter")
    assert (
        Path(download.value.path()).read_bytes().decode("utf-8")
        == "\ufeff" + csv(row("2027-Q1", "", "", 41)).replace("\n", "\r\n") + "\r\n"
    )
    page.get_by_role("button", name="Wis alles").press("Enter")
    expect(page.locator(".monitoring__result")).to_be_hidden()
    assert (page.evaluate(KEPT), page.locator("textarea").input_value()) == (before, "")
    assert [one for one in visit.requests if one not in asked and not one.startswith("blob:")] == []
    assert (visit.complaints, visit.policy_violations()) == ([], [])


def test_it_works_from_a_file_and_opens_the_published_template(visit: Visit, site: Path, tmp_path: Path) -> None:
    page = visit.page
    page.goto(file_of(site, ADDRESS).as_uri())
    template = site / "beleid" / "data" / "monitoring.csv"
    page.get_by_label("Open een bestand").set_input_files(template)
    expect(page.locator("site-monitoring [role=status] li").first).to_contain_text("Regel 2: 'JJJJ-Q1' is geen kwartaal.")
    filled = tmp_path / "ingevuld.csv"
    filled.write_bytes(template.read_bytes().replace(b"JJJJ", b"2027"))
    page.get_by_label("Open een bestand").set_input_files(filled)
    expect(page.locator("site-monitoring [role=status]")).to_have_text("4 kwartalen staan hieronder.")


def test_what_is_drawn_breaks_no_accessibility_rule_and_prints_without_the_form(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    page = first_visit(viewport=PHONE, color_scheme="dark").page
    page.goto(server.url(ADDRESS))
    ask(page, csv(row("2027-Q1", 7, 12), row("2027-Q2", 3, 30)))
    assert_no_violation(page, "with counts")
    ask(page, csv(row("2027-Q1", -7), row("x")))
    assert_no_violation(page, "with mistakes")
    page.emulate_media(media="print")
    expect(page.locator("site-monitoring form")).to_be_hidden()


@pytest.mark.parametrize("level", ["lokaal", "vlaams", "federaal", "europees", "organisatie"])
def test_the_sheet_of_a_level_prints_on_two_pages_of_a4(visit: Visit, server: SiteServer, level: str) -> None:
    visit.page.goto(server.url(f"/beleid/fiches/{level}/"))
    visit.page.evaluate("window.print = () => { window.printed = document.documentElement.className }")
    visit.page.get_by_role("button", name="Druk deze fiche af").press("Enter")
    assert "druk" not in visit.page.evaluate("window.printed").split()
    printed = pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True))
    assert {tuple(round(side) for side in sheet.get_size()) for sheet in printed} == {(595, 842)}
    assert len(printed) <= 2
    assert "Eerste stap dit kwartaal." in printed[0].get_textpage().get_text_range()


def test_recommendations_are_chosen_by_level_domain_and_role_with_the_keyboard(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    page = first_visit(viewport=PHONE).page
    page.goto(server.url("/beleid/aanbevelingen/"))
    entries, status = page.locator(".aanbevelingen > li:visible"), page.locator("site-filter [role=status]")
    everything = entries.count()
    page.locator("[name=level]").focus()
    page.keyboard.press("v")
    page.keyboard.press("Tab")
    page.keyboard.press("w")
    expect(status).to_have_text(f"{entries.count()} van {everything} aanbevelingen")
    chosen: list[dict[str, Any]] = entries.evaluate_all("entries => entries.map((entry) => ({...entry.dataset}))")
    assert chosen
    assert all("vlaams" in one["level"].split() and "welzijn" in one["domain"].split() for one in chosen)
    assert len(chosen) < everything
    page.locator("[name=level]").select_option("europees")
    page.locator("[name=role]").select_option("ocmw")
    expect(status).to_contain_text("Geen aanbeveling past bij deze keuze.")
    assert_no_violation(page, "with nothing found")
