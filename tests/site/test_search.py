"""Search in the browser: it costs nothing until it is used, and then it finds what people type."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.site.addresses import PAGES_AND_404, file_of
from tests.site.browsing import NOTHING, SEARCHED, FirstView, Visit, open_tab, results, search
from tests.site.reading import ids
from tests.site.serving import SiteServer

INDEX = "/search/full_index.json"
TITLES = "/search/titles_index.json"
SMALL_INDEX = "/search/search_index.json"
# A word that stands in texts and in no title.
IN_TEXTS = "vader"


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_search_loads_nothing_heavy_before_it_is_used(first_view: Callable[[str], FirstView], site: Path, address: str) -> None:
    assert [one for one in first_view(address).asked if "engine" in one or one in (INDEX, TITLES)] == []
    assert json.loads((site / SMALL_INDEX.lstrip("/")).read_text(encoding="utf-8"))["docs"] == []


def test_the_first_key_fetches_the_index_and_finds_pages(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    visit = first_visit()
    server.asked.clear()
    visit.page.goto(server.url("/"))
    assert search(visit.page, "jongeren")
    assert INDEX in server.asked
    assert visit.complaints == []


def test_every_result_is_a_place_that_exists(visit: Visit, server: SiteServer, site: Path) -> None:
    visit.page.goto(server.url("/cijfers/"))
    found = search(visit.page, "jongeren")
    assert [link for link in found if not leads_somewhere(urljoin(visit.page.url, link), server, site)] == []


def test_a_word_typed_without_its_accent_finds_the_page_that_has_it(visit: Visit, server: SiteServer, site: Path) -> None:
    word, address = rarest_accented_word(site)
    visit.page.goto(server.url("/"))
    found = {urlsplit(urljoin(visit.page.url, link)).path for link in search(visit.page, without_accents(word))}
    assert server.path + address.partition("#")[0].lstrip("/") in found, f"'{without_accents(word)}' does not find '{word}'"


def test_a_question_finds_what_its_one_meaningful_word_finds(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/"))
    asked = places(search(visit.page, "wat is hikikomori"))
    visit.page.reload()
    assert asked == places(search(visit.page, "hikikomori"))
    assert asked


def test_a_word_that_is_nowhere_finds_nothing_and_breaks_nothing(visit: Visit, server: SiteServer) -> None:
    visit.page.goto(server.url("/"))
    assert search(visit.page, "xqzwvuk") == []
    assert visit.page.locator(".md-search-result__meta").inner_text() == NOTHING
    assert visit.complaints == []


@pytest.fixture(scope="module")
def asked(desktop: BrowserContext, server: SiteServer) -> Iterator[Visit]:
    """One tab for many questions: the search sets up once."""
    visit = open_tab(desktop)
    visit.page.goto(server.url("/"))
    yield visit
    visit.page.close()


@pytest.mark.xdist_group("odd signs")
@pytest.mark.parametrize("question", ['"', "+", "-", "*", "title:", "~9", "a^b", ":", "<script>"])
def test_a_question_with_odd_signs_breaks_nothing(asked: Visit, question: str) -> None:
    asked.complaints.clear()
    search(asked.page, question + "jongeren")
    assert [one for one in asked.complaints if one.startswith(("uncaught", "error"))] == []


@pytest.mark.parametrize("broken", [TITLES, "engine"])
def test_after_a_failed_answer_the_next_key_tries_again(
    first_visit: Callable[..., Visit], server: SiteServer, site: Path, broken: str
) -> None:
    address = broken if broken == TITLES else f"/assets/javascripts/workers/{engine_of(site)}"
    visit = first_visit()
    visit.page.goto(server.url("/"))
    server.refused.add(address)
    try:
        assert search(visit.page, "jongere", whole=False) == []
    finally:
        server.refused.discard(address)
    assert [one for one in visit.complaints if one.startswith("uncaught")] == []
    visit.page.keyboard.type("n")
    assert results(visit.page)


@pytest.mark.parametrize(
    ("question", "page"), [("begrippen", "naslag/begrippen/"), (IN_TEXTS, "vorming/waarom-discord/leefwereld/")]
)
def test_a_first_answer_comes_while_the_texts_do_not(
    first_visit: Callable[..., Visit], server: SiteServer, question: str, page: str
) -> None:
    visit = first_visit()
    visit.page.goto(server.url("/"))
    server.refused.add(INDEX)
    try:
        first = search(visit.page, question, whole=False)
    finally:
        server.refused.discard(INDEX)
    assert page in " ".join(first)
    assert [one for one in visit.complaints if one.startswith("uncaught")] == []
    visit.page.keyboard.type("l")
    visit.page.keyboard.press("Backspace")
    assert len(results(visit.page)) > len(first)


def test_a_box_emptied_while_the_texts_are_on_their_way_stays_empty(
    first_visit: Callable[..., Visit], server: SiteServer
) -> None:
    visit = first_visit()
    held: list[Route] = []
    visit.page.context.route("**" + INDEX, lambda route: held.append(route))
    visit.page.goto(server.url("/"))
    assert search(visit.page, "begrippen", whole=False)
    visit.page.get_by_role("textbox", name="Zoeken").fill("")
    visit.page.keyboard.press("End")
    expect(visit.page.locator(".md-search-result__link")).to_have_count(0)

    held[0].continue_()
    visit.page.workers[0].evaluate(SEARCHED)
    expect(visit.page.locator(".md-search-result__link")).to_have_count(0)


def places(links: list[str]) -> set[str]:
    """Links without the words to highlight."""
    return {urlsplit(link)._replace(query="").geturl() for link in links}


def leads_somewhere(url: str, server: SiteServer, site: Path) -> bool:
    parts = urlsplit(url)
    address = "/" + parts.path.removeprefix(server.path)
    return file_of(site, address).is_file() and (not parts.fragment or parts.fragment in ids(site, address))


def rarest_accented_word(site: Path) -> tuple[str, str]:
    """An accented word of the index and the address of the place that has it; no place has it without the accent."""
    documents = json.loads((site / INDEX.lstrip("/")).read_text(encoding="utf-8"))["docs"]
    texts = {one["location"]: re.sub(r"<[^>]+>", " ", f"{one['title']} {one['text']}").lower() for one in documents}
    plain = " ".join(texts.values())
    found = [
        (word, "/" + location)
        for location, text in texts.items()
        for word in re.findall(r"\w{5,}", text)
        if word != without_accents(word) and without_accents(word) not in plain
    ]
    assert found, "no page has a word with an accent: this test can prove nothing"
    return min(found, key=lambda pair: (plain.count(pair[0]), pair))


def without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def engine_of(site: Path) -> str:
    return next((site / "assets" / "javascripts" / "workers").glob("engine.*.js")).name
