"""The training in the browser: with a keyboard, without storage, with damaged storage, from a file, and readable in every state."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.addresses import file_of
from tests.site.axe import assert_no_violation
from tests.site.browsing import BLOCKED, Visit
from tests.site.reading import soup
from tests.site.serving import SiteServer

LESSON = "/vorming/discord-in-de-vingers/plekken-en-woorden/"
TALK = "/vorming/gesprekken/eerste-bericht/"
KEY = "hikikomori-in-beeld"
NARROW = {"width": 360, "height": 740}


@pytest.fixture(params=["light", "dark"])
def narrow(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone of 360 pixels, by day and by night."""
    with browser.new_context(viewport=NARROW, color_scheme=request.param, reduced_motion="reduce") as context:  # type: ignore[arg-type]
        yield context.new_page()


def stored(page: Page) -> dict[str, object]:
    kept: dict[str, object] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return kept


def test_a_wrong_answer_explains_itself_and_can_be_tried_again_with_the_keyboard(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(LESSON))
    quiz = visit.page.locator("site-quiz").first
    quiz.get_by_role("radio").first.focus()
    visit.page.keyboard.press("Space")
    quiz.get_by_role("button", name="Kijk na").press("Enter")
    expect(quiz.get_by_role("status")).to_contain_text("Dat klopt niet.")
    expect(quiz.get_by_role("status")).to_contain_text("Niet juist:")
    quiz.get_by_role("radio").first.focus()
    visit.page.keyboard.press("ArrowDown")
    quiz.get_by_role("button", name="Kijk na").press("Enter")
    expect(quiz.get_by_role("status")).to_contain_text("Dat klopt.")
    assert visit.complaints == []


def test_a_question_without_a_choice_asks_for_one(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(LESSON))
    quiz = visit.page.locator("site-quiz").first
    quiz.get_by_role("button", name="Kijk na").click()
    expect(quiz.get_by_role("status")).to_have_text("Kies eerst een antwoord.")


def test_the_explanations_unfold_without_javascript(browser: Browser, server: SiteServer) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server.url(LESSON))
        assert page.locator(".quiz__explanation").first.is_visible()
        assert not page.locator(".quiz__tools").first.is_visible()


def test_an_answered_question_breaks_no_accessibility_rule(narrow: Page, server: SiteServer) -> None:
    narrow.goto(server.url(LESSON))
    quiz = narrow.locator("site-quiz").first
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Kijk na").click()
    assert_no_violation(narrow, "answered")


def test_a_lesson_is_done_when_the_reader_says_so_and_progress_remembers(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(LESSON))
    assert stored(visit.page)["lessons"] == {}
    visit.page.get_by_role("button", name="Markeer als gedaan").press("Enter")
    expect(visit.page.locator("site-les").get_by_role("status")).to_contain_text("Gedaan op")
    assert list(stored(visit.page)["lessons"]) == [LESSON]  # type: ignore[call-overload]
    visit.page.goto(server.url("/vorming/voortgang/"))
    expect(visit.page.locator(".voortgang__total")).to_contain_text("1 van de")
    expect(visit.page.locator(".voortgang__resume a")).to_have_attribute("href", "../discord-in-de-vingers/plekken-en-woorden/")
    visit.page.evaluate("localStorage.clear()")


@pytest.mark.parametrize(
    "damage", ["{", '{"version": 99, "lessons": 5}', '"tekst"', "x" * 300_000], ids=["cut off", "newer", "no object", "huge"]
)
def test_damaged_storage_is_set_aside_and_the_page_works(
    first_visit: Callable[..., Visit], server: SiteServer, damage: str
) -> None:
    page = first_visit().page
    page.goto(server.url("/vorming/voortgang/"))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damage])
    page.reload()
    expect(page.locator(".voortgang__total")).to_have_text("In deze browser is nog niets gemarkeerd.")
    assert page.evaluate(f"localStorage.getItem('{KEY}-onleesbaar')") == damage


def test_hostile_storage_shows_as_nothing(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit().page
    page.goto(server.url("/vorming/voortgang/"))
    wrong = {
        "version": 1,
        "lessons": {"javascript:alert(1)": "2026-01-01", LESSON: "<b>"},
        "tests": {"x": {"score": 9, "total": 2}},
        "resume": 5,
    }
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(wrong)])
    page.reload()
    expect(page.locator(".voortgang__total")).to_have_text("In deze browser is nog niets gemarkeerd.")


def test_without_storage_a_lesson_still_works_and_says_what_is_lost(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    visit = first_visit()
    visit.page.add_init_script(BLOCKED)
    visit.page.goto(server.url(LESSON))
    visit.page.get_by_role("button", name="Markeer als gedaan").click()
    expect(visit.page.locator("site-les").get_by_role("status")).to_contain_text("deze browser laat niet toe")
    visit.page.goto(server.url("/vorming/voortgang/"))
    expect(visit.page.locator(".voortgang__status")).to_contain_text("Neem je voortgang mee als bestand")


def test_a_full_browser_remembers_until_the_tab_closes(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit().page
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")
    page.goto(server.url(LESSON))
    page.get_by_role("button", name="Markeer als gedaan").click()
    expect(page.get_by_role("button", name="Toch niet gedaan")).to_be_visible()


def test_progress_moves_to_another_browser_as_a_code(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    first, second = first_visit().page, first_visit().page
    first.goto(server.url(LESSON))
    first.get_by_role("button", name="Markeer als gedaan").click()
    first.goto(server.url("/vorming/voortgang/"))
    first.get_by_role("button", name="Maak een code").click()
    code = first.locator("site-voortgang textarea").input_value()
    second.goto(server.url("/vorming/voortgang/"))
    second.locator("site-voortgang textarea").fill("geen code")
    second.get_by_role("button", name="Neem deze code over").click()
    expect(second.locator(".voortgang__status")).to_contain_text("is niet te lezen")
    second.locator("site-voortgang textarea").fill(code)
    second.get_by_role("button", name="Neem deze code over").click()
    expect(second.locator(".voortgang__total")).to_contain_text("1 van de")


def test_clearing_asks_twice_and_another_tab_follows(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit().page
    page.goto(server.url(LESSON))
    page.get_by_role("button", name="Markeer als gedaan").click()
    other = page.context.new_page()
    other.goto(server.url("/vorming/voortgang/"))
    expect(other.locator(".voortgang__total")).to_contain_text("1 van de")
    page.goto(server.url("/vorming/voortgang/"))
    page.get_by_role("button", name="Wis mijn voortgang").click()
    expect(page.locator(".voortgang__status")).to_contain_text("Zeker?")
    page.get_by_role("button", name="Wis mijn voortgang").click()
    expect(other.locator(".voortgang__total")).to_have_text("In deze browser is nog niets gemarkeerd.")


def test_a_conversation_goes_on_with_the_keyboard_and_tells_what_a_choice_did(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(TALK))
    assert visit.page.locator(".scene:visible").count() == 1
    visit.page.get_by_role("link", name="Je schrijft de moderator.").first.press("Enter")
    expect(visit.page.locator("#moderator .scene__title")).to_be_focused()
    expect(visit.page.locator("#moderator .scene__heard")).to_contain_text("Eerst de plek, dan de persoon.")
    expect(visit.page.locator("#moderator .scene__heard")).to_contain_text("veiliger, op het tempo van de ander")
    expect(visit.page.locator(".gesprek__live")).to_have_text("Nu: Bericht aan de moderator")
    visit.page.get_by_role("button", name="Een stap terug").press("Enter")
    expect(visit.page.locator("#start .scene__title")).to_be_focused()
    assert visit.complaints == []


def test_every_choice_of_a_conversation_leads_on_until_an_ending(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(TALK))
    links = visit.page.locator(".scene__choice > a").evaluate_all(
        "links => links.map(link => [link.closest('.scene').id, link.hash.slice(1)])"
    )
    scenes = set(visit.page.locator(".scene").evaluate_all("scenes => scenes.map(scene => scene.id)"))
    endings = set(visit.page.locator(".scene--einde").evaluate_all("scenes => scenes.map(scene => scene.id)"))
    assert {target for _, target in links} <= scenes
    assert scenes - {source for source, _ in links} == endings
    assert len(scenes) >= 15
    assert len(endings) >= 3


def test_a_conversation_can_be_walked_by_links_without_javascript(browser: Browser, server: SiteServer) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server.url(TALK))
        assert page.locator(".scene:visible").count() == page.locator(".scene").count()
        page.get_by_role("link", name="Je schrijft de moderator.").first.click()
        assert page.url.endswith("#moderator")
        assert page.locator("#start .scene__feedback").first.is_visible()


def test_a_conversation_breaks_no_accessibility_rule_halfway_and_at_its_end(narrow: Page, server: SiteServer) -> None:
    narrow.goto(server.url(TALK))
    narrow.get_by_role("link", name="Je doet niets en sluit de pagina.").click()
    assert_no_violation(narrow, "halfway")
    narrow.get_by_role("link", name="Je laat het hierbij.").click()
    expect(narrow.locator(".scene__heard").last).to_contain_text("1 van de 3 eindes")
    assert_no_violation(narrow, "at the end")


def test_a_conversation_prints_as_a_script_with_every_scene(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(TALK))
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".scene:visible").count() == visit.page.locator(".scene").count()
    visit.page.emulate_media(media="screen")


def test_the_start_test_never_lets_the_modules_on_safety_be_skipped(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/vorming/starttoets/"))
    visit.page.get_by_role("button", name="Dien in").click()
    expect(visit.page.locator(".toets__result")).to_contain_text("zonder antwoord")
    answer_all(visit.page)
    visit.page.get_by_role("button", name="Dien in").click()
    result = visit.page.locator(".toets__result")
    expect(result).to_contain_text("Je had 12 van de 12 vragen meteen juist.")
    expect(result.get_by_role("listitem").filter(has_text="Veiligheid en crisis")).to_contain_text("neem je in elk geval")
    expect(result.get_by_role("listitem").filter(has_text="Discord in de vingers")).to_contain_text("mag je overslaan")
    assert "veiligheid-en-crisis" not in json.dumps(stored(visit.page))
    visit.page.evaluate("localStorage.clear()")


def test_the_end_test_draws_from_all_modules_and_explains_afterwards(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/vorming/eindtoets/"))
    asked = visit.page.locator("site-quiz:visible")
    expect(asked).to_have_count(16)
    assert len(set(asked.evaluate_all("all => all.map(one => one.dataset.module)"))) == 8
    assert visit.page.locator(".quiz__explanation:visible").count() == 0
    answer_all(visit.page, right=False)
    visit.page.get_by_role("button", name="Dien in").click()
    expect(visit.page.locator(".toets__result")).to_contain_text("Je had 0 van de 16 vragen meteen juist.")
    assert visit.page.locator(".quiz__explanation:visible").count() >= 32
    visit.page.get_by_role("button", name="Nieuwe vragen").click()
    assert visit.page.locator(".quiz__explanation:visible").count() == 0
    visit.page.evaluate("localStorage.clear()")


def answer_all(page: Page, right: bool = True) -> None:
    """Chooses in every question that is shown an answer that is right, or one that is not."""
    page.evaluate(
        """(right) => document.querySelectorAll("site-quiz:not([hidden])").forEach((quiz) => {
          const answers = [...quiz.querySelectorAll(".quiz__answer")];
          const fits = (one) => one.querySelector(".quiz__explanation p").textContent.startsWith("Juist") === right;
          answers.find(fits).querySelector("input").click();
        })""",
        right,
    )


def test_the_proof_takes_the_lessons_done_and_fits_one_sheet(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit().page
    page.goto(server.url(LESSON))
    page.get_by_role("button", name="Markeer als gedaan").click()
    page.goto(server.url("/vorming/bewijs/"))
    page.get_by_label("Je naam").fill("<b>Ann</b>")
    sheet = page.locator("#bewijs-blad")
    expect(sheet.locator(".bewijs__name")).to_have_text("<b>Ann</b>")
    expect(sheet).to_contain_text("De plekken en hun woorden")
    expect(sheet).to_contain_text("0 uur 12 minuten")
    expect(sheet).to_contain_text("zegt niets over bekwaamheid")
    assert "Ann" not in page.evaluate("JSON.stringify(localStorage)")
    assert sheets(page, "Druk je bewijs af") == 1


def test_the_proof_of_the_whole_training_fits_one_sheet_on_both_sides(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    page = first_visit().page
    page.goto(server.url("/vorming/bewijs/"))
    page.evaluate(
        """(key) => {
          const paths = [...document.querySelectorAll("site-bewijs [data-path]")].map((item) => [item.dataset.path, "2026-11-27"]);
          localStorage.setItem(key, JSON.stringify({ version: 1, lessons: Object.fromEntries(paths), tests: {}, resume: null }));
        }""",
        KEY,
    )
    page.reload()
    assert page.locator("site-bewijs [data-path]:visible").count() >= 30
    assert sheets(page, "Druk je bewijs af") <= 2


def sheets(page: Page, button: str) -> int:
    """On how many pages of A4 a part prints when its own button is pressed."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=button).click()
    paper = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))
    return len(re.findall(rb"/Type /Page\b(?!s)", paper))


@pytest.mark.parametrize("address", ["/vorming/starttoets/", "/vorming/eindtoets/"])
def test_a_test_handed_in_breaks_no_accessibility_rule(narrow: Page, server: SiteServer, address: str) -> None:
    narrow.goto(server.url(address))
    answer_all(narrow, right=False)
    narrow.get_by_role("button", name="Dien in").click()
    expect(narrow.locator(".toets__result")).to_contain_text("Je had 0 van de")
    assert_no_violation(narrow, "handed in")


def test_what_a_reader_did_breaks_no_accessibility_rule(narrow: Page, server: SiteServer) -> None:
    narrow.goto(server.url(LESSON))
    narrow.get_by_role("button", name="Markeer als gedaan").click()
    narrow.get_by_label("Bewaar in deze browser").check()
    assert_no_violation(narrow, "lesson done, notes kept")
    narrow.goto(server.url("/vorming/voortgang/"))
    narrow.get_by_role("button", name="Maak een code").click()
    narrow.get_by_role("button", name="Wis mijn voortgang").click()
    assert_no_violation(narrow, "progress with a code, asked whether to clear")
    narrow.goto(server.url("/vorming/bewijs/"))
    narrow.get_by_label("Je naam").fill("Ann")
    assert_no_violation(narrow, "proof filled in")


def test_a_reminder_is_a_calendar_file_for_two_weeks_later(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url(LESSON))
    with visit.page.expect_download() as got:
        visit.page.get_by_role("button", name="Herinner me over twee weken").click()
    text = Path(got.value.path()).read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_sheet_keeps_nothing_until_the_reader_asks_and_then_forgets_on_request(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    page = first_visit().page
    page.goto(server.url("/naslag/plan-voor-een-jongere/"))
    field = page.get_by_label("Wat weten we niet?")
    field.fill("Sinds maart weg.")
    assert "maart" not in page.evaluate("JSON.stringify(localStorage)")
    page.get_by_label("Bewaar in deze browser").check()
    page.reload()
    expect(page.get_by_label("Wat weten we niet?")).to_have_value("Sinds maart weg.")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_label("Wat weten we niet?")).to_have_value("Sinds maart weg.")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_label("Wat weten we niet?")).to_have_value("")
    assert "blad" not in page.evaluate("JSON.stringify(localStorage)")


def test_two_tabs_never_overwrite_each_others_sheet_in_silence(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit().page
    page.goto(server.url("/naslag/plan-voor-een-jongere/"))
    page.get_by_label("Bewaar in deze browser").check()
    other = page.context.new_page()
    other.goto(server.url("/naslag/plan-voor-een-jongere/"))
    other.get_by_label("Wat weten we niet?").fill("van de andere")
    expect(page.locator(".invulblad__status")).to_contain_text("ander tabblad")
    page.get_by_label("Wat weten we niet?").fill("van hier")
    other.reload()
    expect(other.get_by_label("Wat weten we niet?")).to_have_value("van de andere")


def test_the_plan_prints_on_one_sheet_of_a4(visit: Visit, server: SiteServer, tmp_path: Path) -> None:
    visit.page.goto(server.url("/naslag/plan-voor-een-jongere/"))
    assert sheets(visit.page, "Druk dit blad af") == 1


def test_a_message_is_copied_without_its_explanation(browser: Browser, server: SiteServer) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(server.url("/lokaliseren/zinnenbank/"))
        page.get_by_role("button", name="Kopieer dit bericht").first.click()
        expect(page.locator("site-kopieer [role=status]").first).to_contain_text("Gekopieerd")
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Dag")
    assert "Waarom" not in copied


def test_the_referral_map_shows_what_fits_and_says_when_nothing_does(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/lokaliseren/doorverwijskaart/"))
    everything = visit.page.locator("#diensten > li:visible").count()
    visit.page.get_by_label("Leeftijd").select_option("32")
    visit.page.get_by_label("Wat is er nodig?").select_option("school")
    expect(visit.page.locator("site-filter [role=status]")).to_contain_text("Geen dienst gevonden")
    visit.page.get_by_label("Wat is er nodig?").select_option("")
    assert 0 < visit.page.locator("#diensten > li:visible").count() < everything
    assert visit.page.locator(".dienst--gat:visible").count() >= 6


def test_the_help_page_filters_by_situation_and_keeps_the_emergency_box(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/naslag/hulp/"))
    everything = visit.page.locator(".hulplijn:visible").count()
    visit.page.get_by_label("Wat zoek je?").select_option("typen")
    assert 0 < visit.page.locator(".hulplijn:visible").count() < everything
    assert visit.page.locator(".hulplijn[id=awel-102]").is_visible()
    assert visit.page.locator("section.hulp").is_visible()


@pytest.mark.parametrize("address", [LESSON, TALK, "/vorming/voortgang/", "/naslag/plan-voor-een-jongere/"])
def test_the_training_works_from_a_file(visit: Visit, site: Path, address: str) -> None:
    visit.page.goto(file_of(site, address).as_uri())
    if address == TALK:
        visit.page.get_by_role("link", name="Je schrijft de moderator.").first.click()
        expect(visit.page.locator("#moderator .scene__title")).to_be_visible()
    elif address == LESSON:
        visit.page.locator("site-quiz").first.get_by_role("button", name="Kijk na").click()
        expect(visit.page.locator(".quiz__status").first).to_have_text("Kies eerst een antwoord.")
    else:
        assert visit.page.locator("[data-needs-script]").first.is_visible()


def test_no_learner_finds_the_notes_for_trainers(visit: Visit, server: SiteServer, site: Path) -> None:
    index = json.loads((site / "search" / "full_index.json").read_text(encoding="utf-8"))
    html = file_of(site, LESSON).read_text(encoding="utf-8")
    note = "Teken het huis op een flap"
    assert note in html
    assert not any(note in document["text"] for document in index["docs"])
    visit.page.goto(server.url(LESSON))
    assert note not in visit.page.locator("body").inner_text()
    assert note not in visit.page.locator("body").aria_snapshot()
    visit.page.emulate_media(media="print")
    assert note not in visit.page.locator("body").inner_text()
    visit.page.emulate_media(media="screen")


# What only a trainer's or a council's own page holds, or what comes when someone asks for it.
APART = {"adres", "draaiboek", "klok", "monitoring", "presenteren", "schermen", "sessie", "spreker", "telling", "trainer"}


def test_the_components_of_learners_together_are_small_and_so_are_the_others(site: Path) -> None:
    scripts = {path.stem: len(gzip.compress(path.read_bytes())) for path in (site / "assets" / "components").glob("*/*.js")}
    assert set(scripts) > APART
    assert sum(size for name, size in scripts.items() if name not in APART) < 25_000
    assert sum(size for name, size in scripts.items() if name in APART) < 30_000


@pytest.mark.parametrize(
    ("address", "kind", "needed"),
    [
        (LESSON, "LearningResource", {"timeRequired", "teaches", "isPartOf", "educationalLevel"}),
        (TALK, "LearningResource", {"timeRequired", "teaches", "isPartOf", "educationalLevel"}),
        ("/vorming/discord-in-de-vingers/", "Course", {"hasPart", "provider", "offers", "hasCourseInstance"}),
    ],
)
def test_a_lesson_and_a_module_tell_search_engines_what_they_are(site: Path, address: str, kind: str, needed: set[str]) -> None:
    """What Google asks of a Course and schema.org of a LearningResource."""
    blocks = [json.loads(script.string or "") for script in soup(site, address).select("script[type='application/ld+json']")]
    told = next(block for block in blocks if block["@type"] == kind)
    assert needed | {"name", "description", "url", "inLanguage", "license", "isAccessibleForFree"} <= set(told)
    assert told["@context"] == "https://schema.org"
    assert re.fullmatch(r"PT\d+M", told["timeRequired"])
    assert told["url"].endswith(address)
