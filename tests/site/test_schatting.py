"""The field for a number of one's own: a margin, or a Dutch sentence that says what is wrong; nothing kept, nothing sent."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.markdown.macros.schatting import LARGEST, PROXY, SMALLEST, margin
from tests.site.addresses import PAGES_AND_404, file_of
from tests.site.browsing import Visit
from tests.site.serving import SiteServer

ADDRESS = "/cijfers/hoeveel-jongeren/"


@pytest.fixture
def page(visit: Visit, server: SiteServer) -> Page:
    visit.page.goto(server.url(ADDRESS))
    return visit.page


def ask(page: Page, typed: str) -> str:
    """Types in the field and presses Enter; what the page then says."""
    field = page.get_by_label("Hoeveel jongeren wonen er")
    field.fill(typed)
    field.press("Enter")
    return page.locator("site-schatting [role=status]").inner_text().replace("\u00a0", " ")


@pytest.mark.parametrize("typed", ["5000", "5.000", "5 000", " 5000 ", "+5000", "5\u202f000"])
def test_a_number_gives_a_margin_with_its_limits(page: Page, typed: str) -> None:
    assert ask(page, typed) == (
        "Schatting bij 5 000 jongeren: ongeveer 75 tot 160. Alleen volgens de Europese benadering: ongeveer 85 tot 100. "
        "Dit is geen telling: een cijfer voor België vonden wij niet, en het echte aantal kan erbuiten liggen."
    )
    expect(page.get_by_label("Hoeveel jongeren wonen er")).to_have_attribute("aria-invalid", "false")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "Vul eerst een aantal jongeren in."),
        ("   ", "Vul eerst een aantal jongeren in."),
        ("-5000", "Een aantal jongeren kan niet negatief zijn."),
        ("\u2212 5000", "Een aantal jongeren kan niet negatief zijn."),
        ("5000,5", "Vul een heel aantal jongeren in, zonder cijfers na de komma."),
        ("1.5", "Vul een heel aantal jongeren in, zonder cijfers na de komma."),
        ("veel", "Dit is geen getal. Schrijf het in cijfers, bijvoorbeeld 5000."),
        ("1e6", "Dit is geen getal. Schrijf het in cijfers, bijvoorbeeld 5000."),
        ("5000 jongeren", "Dit is geen getal. Schrijf het in cijfers, bijvoorbeeld 5000."),
        ("50.00.0", "Dit is geen getal. Schrijf het in cijfers, bijvoorbeeld 5000."),
        ("<b>5000</b>", "Dit is geen getal. Schrijf het in cijfers, bijvoorbeeld 5000."),
        ("0", "Onder 1 000 jongeren rekenen we niet: voor zo'n kleine groep zegt een schatting niets."),
        ("999", "Onder 1 000 jongeren rekenen we niet: voor zo'n kleine groep zegt een schatting niets."),
        ("1000001", "Vul hoogstens 1 000 000 jongeren in."),
        ("9" * 400, "Vul hoogstens 1 000 000 jongeren in."),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(page: Page, typed: str, answer: str) -> None:
    assert ask(page, typed) == answer
    expect(page.get_by_label("Hoeveel jongeren wonen er")).to_have_attribute("aria-invalid", "true")


def test_the_script_calculates_as_the_table_does(page: Page) -> None:
    for people in (SMALLEST, 1_001, 3_225, 3_226, 6_667, 12_345, 66_666, 99_999, 333_333, LARGEST):
        said = ask(page, str(people))
        for words in (margin(people), margin(people, (PROXY,))):
            assert f"ongeveer {words}".replace("\u00a0", " ") in said


def test_the_button_answers_too_and_the_answer_is_announced(page: Page) -> None:
    page.get_by_label("Hoeveel jongeren wonen er").fill("2000")
    page.get_by_role("button", name="Toon de marge").click()
    expect(page.get_by_role("status").filter(has_text="ongeveer 30 tot 62")).to_be_visible()


def test_nothing_is_kept_and_nothing_is_sent(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(ADDRESS), wait_until="networkidle")
    kept = "() => JSON.stringify([Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort(), document.cookie])"
    before, asked = visit.page.evaluate(kept), list(visit.requests)
    assert "ongeveer" in ask(visit.page, "123456")
    assert visit.requests == asked
    assert visit.page.evaluate(kept) == before
    assert visit.page.url == server.url(ADDRESS)
    assert (visit.complaints, visit.policy_violations()) == ([], [])


def test_style_and_script_come_only_to_pages_that_hold_the_tag(site: Path, zensical_site: Path) -> None:
    holding = {ADDRESS}
    for built in (site, zensical_site):
        html = {one: file_of(built, one).read_text(encoding="utf-8") for one in PAGES_AND_404 if file_of(built, one).is_file()}
        assert {one for one, text in html.items() if "<site-schatting" in text} == holding
        # Published, a style or script may stand in one file with others of its page; its name is in the name of that file.
        for end in ("css", "js"):
            asked = re.compile(rf'"[^"]*assets/components/[^"]*schatting[^"]*\.{end}"')
            assert {one for one, text in html.items() if asked.search(text)} == holding
