"""What every page has around its text."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from scripts.environment.folders import ROOT
from tests.site.addresses import NOT_FOUND, NOTEBOOKS, PAGES, PAGES_AND_404, SOURCES, file_of
from tests.site.browsing import Visit
from tests.site.configuration import EDIT_URL, SITE_URL
from tests.site.reading import attribute, one, soup, words
from tests.site.serving import SiteServer

HELP = "/naslag/hulp/"
# Characters of markup: a form or a table, and no phone full. A notebook brings its styles, which are gone when it is published.
FAR = 20_000
# Every other name that the page gets from when it has a body: a browser styles all of it again.
NOTE_NAMES = """window.names = [];
new MutationObserver((changes) => changes.forEach(({ target, oldValue }) => {
  if (target === document.documentElement && document.body && oldValue !== target.className) window.names.push(target.className);
})).observe(document, { subtree: true, attributeFilter: ["class"], attributeOldValue: true });"""


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_page_is_dutch_and_has_one_heading_and_one_main_part(site: Path, address: str) -> None:
    page = soup(site, address)
    assert attribute(one(page, "html"), "lang") == "nl"
    assert words(one(page, "h1").get_text())
    assert one(page, "main")


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_the_first_picture_waits_for_the_second_heading_below_the_title_or_the_first_when_that_is_far(
    site: Path, address: str
) -> None:
    page = soup(site, address)
    headings = [attribute(link, "href") for link in page.select(".md-nav--secondary .md-nav__link[href]")]
    awaited = [attribute(link, "href") for link in page.select("link[rel=expect][blocking=render]")]
    assert awaited in (headings[:2][-1:], headings[:1])
    if awaited != headings[:2][-1:] and address not in NOTEBOOKS:
        assert len(str(one(page, "article")).split(f'id="{headings[1][1:]}"')[0]) > FAR


def test_the_script_of_the_theme_leaves_the_names_that_decide_on_styles(visit: Visit, server: SiteServer) -> None:
    visit.page.add_init_script(NOTE_NAMES)
    visit.page.goto(server.url("/"))
    assert visit.page.evaluate("window.names") == []
    assert "js" in visit.page.evaluate("document.documentElement.className").split()


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_no_two_elements_of_a_page_share_an_id(site: Path, address: str) -> None:
    ids = [attribute(element, "id") for element in soup(site, address).select("[id]")]
    assert {one for one in ids if ids.count(one) > 1} == set()


def test_every_page_has_a_title_of_its_own(site: Path) -> None:
    titles = [words(one(soup(site, address), "head > title").get_text()) for address in PAGES_AND_404]
    assert len(set(titles)) == len(titles)
    assert all("Hikikomori in beeld" in title for title in titles)


def test_every_page_has_a_description_of_its_own(site: Path) -> None:
    descriptions = [attribute(one(soup(site, address), 'meta[name="description"]'), "content") for address in PAGES]
    assert len(set(descriptions)) == len(descriptions)
    assert all(len(description) > 20 for description in descriptions)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_names_its_own_address(site: Path, address: str) -> None:
    page = soup(site, address)
    assert attribute(one(page, 'link[rel="canonical"]'), "href") == SITE_URL + address.lstrip("/")
    assert attribute(one(page, 'meta[property="og:url"]'), "content") == SITE_URL + address.lstrip("/")


def test_the_missing_page_names_no_address(site: Path) -> None:
    assert soup(site, NOT_FOUND).select('link[rel="canonical"], meta[property="og:url"]') == []


@pytest.mark.parametrize("address", PAGES)
def test_the_picture_shown_when_a_page_is_shared_exists(site: Path, address: str) -> None:
    picture = attribute(one(soup(site, address), 'meta[property="og:image"]'), "content")
    assert (site / picture.removeprefix(SITE_URL)).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("address", PAGES)
def test_the_edit_link_leads_to_the_source_of_the_page(site: Path, address: str) -> None:
    links = [link for link in soup(site, address).select("a") if words(link.get_text()) == "Wijzig deze pagina"]
    assert [attribute(link, "href") for link in links] == [EDIT_URL.format(path=SOURCES[address])]
    assert (ROOT / "docs" / SOURCES[address]).is_file()


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_help_is_one_click_away_in_the_header(site: Path, address: str) -> None:
    link = one(soup(site, address), "header a.help-link")
    assert words(link.get_text()) == "Nu hulp nodig"
    assert urljoin(SITE_URL + address.lstrip("/"), attribute(link, "href")) == SITE_URL + HELP.lstrip("/")
    assert file_of(site, HELP).is_file()


@pytest.mark.parametrize("address", PAGES)
def test_the_table_of_contents_says_what_the_headings_say(site: Path, address: str) -> None:
    page = soup(site, address)
    entries = [link for link in page.select(".md-nav--secondary a.md-nav__link") if attribute(link, "href").startswith("#")]
    headings = {
        heading.get("id"): words(heading.get_text()).removesuffix("¶").strip()
        for heading in page.select("main :is(h1, h2, h3, h4)")
    }
    told = {attribute(link, "href")[1:]: words(link.get_text()) for link in entries}
    assert {name: text for name, text in told.items() if headings.get(name) != text} == {}
