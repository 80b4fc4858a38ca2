"""The form that makes a run-sheet: from a link and to a link, for the calendar, and on paper."""

from datetime import datetime
from pathlib import Path

import icalendar
import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import Visit
from tests.site.serving import SiteServer

ADDRESS = "/trainers/draaiboek/"
SHEET = "#draaiboek-blad"


@pytest.fixture
def page(visit: Visit, server: SiteServer) -> Page:
    visit.page.goto(server.url(ADDRESS))
    return visit.page


def said(page: Page) -> str:
    return page.locator("site-draaiboek > [role=status]").inner_text()


def test_a_choice_becomes_a_sheet_and_a_link_that_makes_the_same_sheet(page: Page, visit: Visit, server: SiteServer) -> None:
    page.get_by_label("een andere duur").check()
    page.get_by_label("Aantal minuten").fill("135")
    page.get_by_label("Voor wie?").select_option("vdab")
    page.get_by_label("7. Van online naar offline").check()
    page.get_by_label("Start om").fill("13:30")
    sheet = page.locator(SHEET).inner_text()

    assert "Draaiboek: 135 minuten" in sheet
    assert "13.30" in sheet
    assert "Deelname en afwezigheid gaan niet naar wie controleert" in sheet
    assert page.url.endswith("?duur=135&rol=vdab&modules=contact-en-vertrouwen,van-online-naar-offline&start=13:30")
    page.goto(page.url)
    assert page.locator(SHEET).inner_text() == sheet
    shown = page.get_by_role("link", name="Begin te presenteren").get_attribute("href") or ""
    assert shown.startswith(
        "../../vorming/contact-en-vertrouwen/het-eerste-bericht/?presenteren&sessie=contact-en-vertrouwen/het"
    )
    assert ",van-online-naar-offline/" in shown
    assert (visit.complaints, visit.policy_violations()) == ([], [])


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("duur=24", "duur"),
        ("duur=1e2", "duur"),
        ("rol=%3Cscript%3E&start=25:99", "rol, start"),
        ("rol=%22]&modules=weg", "rol, modules"),
        ("modules=contact-en-vertrouwen,../../x&met=9&dag=2026-02-31", "modules, met, dag"),
        ("duur=&modules=" + "x," * 3000, "duur, modules"),
    ],
)
def test_what_a_link_gets_wrong_is_left_out_and_said(page: Page, server: SiteServer, query: str, ignored: str) -> None:
    page.goto(server.url(f"{ADDRESS}?{query}"))

    assert said(page) == f"In de link stond iets wat we niet kennen ({ignored}). Dat lieten we weg."
    assert "Draaiboek: 90 minuten" in page.locator(SHEET).inner_text()


def test_a_choice_that_cannot_be_is_said_and_gives_no_sheet(page: Page) -> None:
    page.get_by_label("een andere duur").check()
    for minutes in ("", "24", "481", "60.5"):
        page.get_by_label("Aantal minuten").fill(minutes)
        assert said(page) == "Vul een aantal minuten in van 25 tot 480."
        expect(page.locator(f"{SHEET} table")).to_have_count(0)
        expect(page.get_by_role("link", name="Begin te presenteren")).to_be_hidden()
    page.get_by_role("radio", name="60 minuten", exact=True).check()
    page.get_by_label("4. Contact").uncheck()
    assert said(page) == "Kies minstens één module."
    page.get_by_label("6. Veiligheid").check()
    assert "die geef je nooit alleen" in page.locator(SHEET).inner_text()
    page.get_by_label("We zijn met twee").check()
    assert "wie bel je, wat beloof je niet" in page.locator(SHEET).inner_text()


def test_the_calendar_gets_one_event_at_the_time_of_the_wall(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url(f"{ADDRESS}?duur=90&modules=contact-en-vertrouwen"))
    page.get_by_role("button", name="Zet in mijn agenda").click()
    assert said(page) == "Kies eerst een dag en een startuur."
    page.goto(server.url(f"{ADDRESS}?duur=90&modules=contact-en-vertrouwen&start=23:00&dag=2026-12-31"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in mijn agenda").click()
    download.value.save_as(tmp_path / "sessie.ics")
    file = (tmp_path / "sessie.ics").read_bytes()
    event = icalendar.Calendar.from_ical(file).walk("VEVENT")[0]

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (datetime(2026, 12, 31, 23), datetime(2027, 1, 1, 0, 30))  # noqa: DTZ001
    assert event["SUMMARY"] == "Draaiboek: 90 minuten"
    assert "23.05 Wat erin staat\n" in event["DESCRIPTION"]
    assert event["DESCRIPTION"].endswith("start=23:00&dag=2026-12-31")
    assert max(len(line) for line in file.split(b"\r\n")) <= 75


@pytest.mark.parametrize("sheet", ["draaiboek-blad", "blad-90-eerste-contact", "blad-180-veiligheid"])
def test_a_sheet_prints_on_one_page_without_the_form(page: Page, sheet: str) -> None:
    page.evaluate("window.print = () => {}")
    page.locator(f"site-druk[data-target={sheet}] button").click()
    printed = pypdfium2.PdfDocument(page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm")))
    text = printed[0].get_textpage().get_text_range()

    assert len(printed) == 1
    assert "Slotronde" in text
    assert "Dit valt nooit weg" in text
    assert "Hoelang?" not in text
