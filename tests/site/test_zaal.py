"""In a room: the trainer view, the screens, the speaker's window, and what a learner never gets to see of it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Locator, Page, expect

from tests.site.addresses import PAGES, file_of
from tests.site.axe import assert_no_violation
from tests.site.browsing import Visit
from tests.site.journeys import Walk, present_ninety_minutes, print_a_worksheet
from tests.site.serving import SiteServer

LESSON = "/vorming/discord-in-de-vingers/werkaccount/"
NEXT = "/vorming/discord-in-de-vingers/wie-ziet-wat/"
NOTE = "Vraag wie ooit een jongere op een privéaccount had"
SESSION = "discord-in-de-vingers/werkaccount~quiz-prive-account.zo-richt-je-het-in,discord-in-de-vingers/wie-ziet-wat"


def notes(site: Path, address: str) -> list[Tag]:
    return list(BeautifulSoup(file_of(site, address).read_text(encoding="utf-8"), "lxml").select("aside.trainer"))


def screen(page: Page) -> str:
    """What a room reads now."""
    return page.locator(".md-content__inner").inner_text()


def status(page: Page) -> Locator:
    return page.locator(".presenteren__status")


def test_no_page_shows_or_indexes_a_note_for_trainers(site: Path) -> None:
    index = json.loads((site / "search" / "full_index.json").read_text(encoding="utf-8"))
    searched = " ".join(re.sub(r"\s+", " ", document["text"]) for document in index["docs"])
    seen = 0
    for address in PAGES:
        for note in notes(site, address):
            seen += 1
            assert {"hidden", "data-search-exclude", "data-nosnippet"} <= set(note.attrs), address
            assert not note.select("h1, h2, h3, h4, h5, h6, [id]"), "a heading or an anchor would bring a learner here"
            first = re.sub(r"\s+", " ", note.get_text(" ", strip=True))[:60]
            assert first not in searched, address
    assert seen > 40


def test_the_trainer_view_shows_notes_times_and_answers_until_it_is_switched_off(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.goto(server.url(LESSON))
    page.locator(".zaal summary").click()
    page.get_by_role("button", name="Trainerweergave").click()
    expect(page.get_by_role("note", name="Voor de trainer · 5 minuten").first).to_contain_text(NOTE)
    expect(page.locator(".trainer__balk")).to_contain_text(
        "In de zaal ongeveer 29 minuten: 10 uitleg, 15 oefeningen in groep, 4 vragen."
    )
    expect(page.locator(".quiz__explanation").first).to_contain_text("Niet juist: je wil niemand afwijzen")
    assert page.url.endswith("?trainer")
    page.goto(server.url(NEXT))
    expect(page.locator(".trainer__balk")).to_be_visible()
    page.get_by_role("button", name="Terug naar de gewone weergave").click()
    expect(page.locator("aside.trainer").first).to_be_hidden()
    assert page.locator(".trainer__balk, .trainer__deel, aside[role]").count() == 0
    assert page.url == server.url(NEXT)
    page.goto(server.url(LESSON))
    assert NOTE not in page.locator("body").inner_text()
    assert visit.complaints == []


def test_a_colleague_who_opens_the_link_leaves_out_the_same_parts(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    mine = first_visit().page
    mine.goto(server.url(f"{LESSON}?trainer"))
    mine.get_by_role(
        "button", name="Laat dit weg: Een lid stuurt een vriendschapsverzoek naar je privéaccount. Wat doe je?"
    ).click()
    mine.get_by_role("button", name="Laat dit weg: Zo richt je het in").click()
    theirs = first_visit().page
    theirs.goto(mine.url)
    expect(theirs.get_by_role("button", name="Toch doen: Zo richt je het in")).to_be_visible()
    expect(theirs.locator("#quiz-prive-account")).to_be_hidden()
    expect(theirs.get_by_text("Zes stappen")).to_be_hidden()
    expect(theirs.locator(".hulp").first).to_be_visible()
    assert theirs.locator("[data-skip]").count() > 5
    theirs.get_by_role("button", name="Toch doen: Zo richt je het in").click()
    expect(theirs.get_by_text("Zes stappen")).to_be_visible()
    assert theirs.url.endswith("?trainer&skip=quiz-prive-account")


def test_a_part_with_the_help_box_cannot_be_left_out(visit: Visit, server: SiteServer) -> None:
    parts = "waarom-niet-je-privéaccount,zo-richt-je-het-in,wat-er-in-je-profiel-staat,als-jij-er-niet-bent,onthoud,verder"
    visit.page.goto(server.url(f"{LESSON}?presenteren&skip={parts}"))
    expect(status(visit.page)).to_contain_text("Scherm 1 van 5")
    visit.page.keyboard.press("o")
    expect(visit.page.locator(".presenteren__overzicht li")).to_contain_text(
        ["Je werkaccount", "In één minuut", "Gaat het nu niet?", "Onthoud", "Tot hier"]
    )


def test_own_notes_stay_in_this_browser_and_leave_as_a_file(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit(accept_downloads=True).page
    page.goto(server.url(f"{LESSON}?trainer"))
    page.evaluate('localStorage.setItem(\'hikikomori-in-beeld-notities\', \'{"/elders/": 7, "/x/": {"a": {"text": 3}}}\')')
    page.locator(".trainer__eigen summary").first.click()
    page.get_by_label("Eigen notitie bij Waarom niet je privéaccount?").fill("Anekdote van <b>Piet</b>")
    page.reload()
    expect(page.get_by_label("Eigen notitie bij Waarom niet je privéaccount?")).to_have_value("Anekdote van <b>Piet</b>")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar mijn notities").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text == f"# {LESSON}\n\n## Waarom niet je privéaccount?\n\nAnekdote van <b>Piet</b>\n"


@pytest.mark.parametrize("stored", ["{", "null", "[]", '"x"', '{"' + LESSON + '": "x"}'])
def test_odd_stored_notes_do_not_stop_the_trainer_view(
    first_visit: Callable[..., Visit], server: SiteServer, stored: str
) -> None:
    visit = first_visit()
    visit.page.goto(server.url(LESSON))
    visit.page.evaluate("text => localStorage.setItem('hikikomori-in-beeld-notities', text)", stored)
    visit.page.goto(server.url(f"{LESSON}?trainer"))
    visit.page.locator(".trainer__eigen summary").first.click()
    visit.page.locator(".trainer__eigen textarea").first.fill("nieuw")
    visit.page.reload()
    expect(visit.page.locator(".trainer__eigen textarea").first).to_have_value("nieuw")
    assert visit.complaints == []


def test_a_room_walks_every_screen_with_the_keys_and_sees_no_notes(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.goto(server.url(f"{LESSON}?trainer&presenteren"))
    expect(status(page)).to_have_text("Scherm 1 van 17: Je werkaccount")
    seen = [screen(page)]
    for number in range(2, 18):
        page.keyboard.press("PageDown" if number % 2 else "ArrowRight")
        expect(status(page)).to_contain_text(f"Scherm {number} van 17")
        seen.append(screen(page))
        focused = page.evaluate("document.activeElement.closest('.scherm__aan') !== null")
        assert focused, "a screen reader stands where the room looks"
    assert "Scan om mee te lezen" in seen[0]
    assert "Wat je account over jou vertelt" in seen[3]
    assert "Volgende les: Wie ziet wat" in seen[16]
    assert not any(NOTE in text or "Laat dit weg" in text for text in seen)
    page.keyboard.press("Home")
    page.keyboard.press("PageUp")
    expect(status(page)).to_contain_text("Scherm 1 van 17")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(status(page)).to_contain_text("Scherm 17 van 17")
    assert page.url.endswith("?trainer&presenteren=17")
    page.keyboard.press("Escape")
    assert page.locator(".presenteren, .presenteren__code, .presenteren__slot, .scherm__uit").count() == 0
    assert page.url.endswith("?trainer")
    assert visit.complaints == []


def test_screens_go_dark_show_an_overview_and_count_down(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.clock.install()
    page.goto(server.url(f"{LESSON}?presenteren=12"))
    expect(page.locator(".klok__tijd")).to_have_text("5:00")
    page.keyboard.press("t")
    page.clock.run_for(61_000)
    expect(page.locator(".klok__tijd")).to_have_text("3:59")
    page.get_by_role("button", name="+1 minuut").click()
    expect(page.locator(".klok__tijd")).to_have_text("4:59")
    page.clock.run_for(300_000)
    expect(status(page)).to_have_text("De tijd is om.")
    page.keyboard.press("u")
    expect(page.get_by_text("Leg je tekst voor aan iemand die je werk niet kent.")).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".presenteren__zwart")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".presenteren__zwart")).to_have_count(0)
    expect(page.locator(".presenteren__stand")).to_have_text("12 / 17")
    page.keyboard.press("o")
    page.get_by_role("button", name=re.compile("^4 · ")).click()
    expect(page.locator(".presenteren__stand")).to_have_text("4 / 17")


def test_keys_belong_to_a_question_while_someone_answers_it(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.goto(server.url(f"{LESSON}?presenteren=5"))
    page.get_by_label("Weigeren, en op je werkaccount zeggen waarom.").check()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("b")
    expect(page.locator(".presenteren__stand")).to_have_text("5 / 17")
    expect(page.locator(".presenteren__zwart")).to_have_count(0)
    page.get_by_role("button", name="Kijk na").click()
    expect(page.locator("#quiz-prive-account .quiz__status")).to_contain_text("Dat klopt niet.")


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080), (3840, 2160)])
def test_every_screen_fits_a_beamer(
    browser_page: Callable[[int, int], Page], server: SiteServer, width: int, height: int
) -> None:
    page = browser_page(width, height)
    page.goto(server.url("/vorming/veiligheid-en-crisis/het-protocol/?presenteren"))
    expect(status(page)).to_contain_text("Scherm 1 van")
    total = int(page.locator(".presenteren__stand").inner_text().split("/")[1])
    for number in range(total):
        size = page.evaluate("""() => ({wide: document.documentElement.scrollWidth - innerWidth, high: document.documentElement.scrollHeight - innerHeight,
            letters: parseFloat(getComputedStyle(document.querySelector('.scherm__aan')).fontSize)})""")
        assert max(size["wide"], size["high"]) <= 0, f"screen {number + 1}: {size}"
        assert size["letters"] >= width / 90, f"screen {number + 1} is too small to read: {size}"
        page.keyboard.press("ArrowRight")


@pytest.fixture
def browser_page(first_visit: Callable[..., Visit]) -> Callable[[int, int], Page]:
    return lambda width, height: first_visit(viewport={"width": width, "height": height}).page


def test_a_session_goes_on_in_its_next_lesson_without_what_it_leaves_out(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.goto(server.url(f"{LESSON}?presenteren&sessie={SESSION}"))
    expect(status(page)).to_have_text("Scherm 1 van 14: Je werkaccount")
    page.keyboard.press("End")
    page.get_by_role("link", name="Ga naar les 2 van 2").click()
    expect(status(page)).to_contain_text("Scherm 1 van")
    assert NEXT in page.url
    page.keyboard.press("End")
    expect(page.get_by_text("Dit was het laatste deel.")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        "presenteren=-3&skip=<script>alert(1)</script>&sessie=javascript:alert(1)//x",
        "presenteren=999999999999&sessie=" + "a/b," * 500,
        "presenteren=%00&skip=" + "x" * 5000,
        "presenteren=1.5&presenteren=2&sessie=../../kwaad,%2F%2Fkwaad.example%2Fx",
    ],
)
def test_an_odd_address_gives_ordinary_screens(visit: Visit, server: SiteServer, query: str) -> None:
    visit.page.goto(server.url(f"{LESSON}?{query}"))
    expect(status(visit.page)).to_contain_text("van 17")
    visit.page.keyboard.press("End")
    links = visit.page.locator(".presenteren__slot a").evaluate_all("links => links.map(link => link.href)")
    assert all(link.startswith(server.url("/vorming/")) for link in links)
    assert visit.complaints == []


def test_the_speaker_sees_notes_what_comes_and_what_to_drop(visit: Visit, server: SiteServer) -> None:
    page = visit.page
    page.goto(server.url(f"{LESSON}?presenteren=4"))
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    expect(speaker.locator(".spreker__title")).to_have_text("Waarom niet je privéaccount?")
    expect(speaker.locator(".spreker__notes")).to_contain_text(NOTE)
    expect(speaker.locator(".spreker__next")).to_have_text(re.compile("^Straks: Een lid stuurt"))
    expect(speaker.locator(".spreker__drift")).to_have_text("Op schema")
    speaker.evaluate("document.querySelector('site-spreker').since -= 13 * 60000")
    expect(speaker.locator(".spreker__drift")).to_have_text('8 min achter: laat "Twee weken verlof" vallen')
    speaker.get_by_role("button", name="Laat vallen").click()
    expect(page.locator(".presenteren__stand")).to_have_text("4 / 16")
    assert "skip=oefening-twee-weken-verlof" in page.url
    speaker.keyboard.press("PageDown")
    expect(page.locator(".presenteren__stand")).to_have_text("5 / 16")
    page.goto(server.url(f"{NEXT}?presenteren"))
    expect(speaker.locator(".spreker__title")).to_have_text("Wie ziet wat, en hoe oud moet je zijn?")
    speaker.close()


def test_from_home_to_a_presented_session_takes_under_five_clicks(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/"))
    walk = Walk(visit.page)
    present_ninety_minutes(walk)
    assert walk.clicks < 5
    assert visit.complaints == []


def test_from_home_to_a_printed_worksheet_takes_under_four_clicks(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/"))
    walk = Walk(visit.page)
    print_a_worksheet(walk)
    assert walk.clicks < 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["?trainer", "?presenteren", "?presenteren=12", "?presenteren=5", "overview"])
def test_nobody_is_kept_out_in_a_room(first_visit: Callable[..., Visit], server: SiteServer, state: str, scheme: str) -> None:
    page = first_visit(color_scheme=scheme).page
    page.goto(server.url(LESSON + state.replace("overview", "?presenteren=4")))
    page.locator(".trainer__balk, .presenteren").first.wait_for(state="attached")
    if state == "overview":
        page.keyboard.press("o")
    assert_no_violation(page, f"{state} {scheme}")
