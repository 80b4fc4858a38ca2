"""What search engines, link previews, readers of feeds and language models find at a site, and that it is true."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from scripts.content.site import load_site
from scripts.content.urls import read_urls
from tests.site.addresses import DOCS, PAGES, PAGES_AND_404, URLS, file_of
from tests.site.browsing import Visit, results
from tests.site.configuration import SITE_URL
from tests.site.reading import attribute, one, soup, words
from tests.site.serving import SiteServer
from tests.site.test_links import is_there

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
CARD = ("og:type", "og:locale", "og:site_name", "og:title", "og:description", "og:url", "og:image", "og:image:alt")
FAQ, TERMS = "/naslag/vragen/", "/naslag/begrippen/"
# What Google's documentation asks and recommends, or schema.org expects where Google has no feature, of each type we use.
NEEDED = {
    "WebSite": {"name", "url", "description", "inLanguage", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "DefinedTermSet": {"name", "description", "url", "hasDefinedTerm"},
    "DefinedTerm": {"name", "description", "url", "inDefinedTermSet"},
    "Course": {"name", "url"},
    "CourseInstance": {"courseMode", "courseWorkload"},
    "Offer": {"category", "price", "priceCurrency"},
    "LearningResource": {"name", "url"},
    "Dataset": {"name", "description", "url", "license", "creator", "temporalCoverage", "variableMeasured", "distribution"},
    "DataDownload": {"encodingFormat", "contentUrl"},
    "Organization": {"name"},
    "CreativeWork": {"name"},
    "PropertyValue": {"name"},
}
# Google takes a description of a data set only between these lengths.
DESCRIPTION_OF_DATASET = range(50, 5001)


def blocks(site: Path, address: str) -> list[dict[str, Any]]:
    return [json.loads(script.string or "") for script in soup(site, address).select("script[type='application/ld+json']")]


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Everything with a type, also within another."""
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from things(part)
    if isinstance(value, dict):
        yield value


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_data_for_search_engines_is_whole_and_leads_to_what_is_there(site: Path, address: str) -> None:
    for block in blocks(site, address):
        assert block["@context"] == "https://schema.org"
        assert block["url"] == SITE_URL + address.lstrip("/"), "a block is about the page it stands on"
        for thing in things(block):
            missing = NEEDED[thing["@type"]] - {key for key, value in thing.items() if value not in ("", [], None)}
            assert not missing, thing
            for url in (thing[key] for key in ("url", "contentUrl", "license") if isinstance(thing.get(key), str)):
                assert re.match(r"https://[^\s{}]+$", url), url
                assert not url.startswith(SITE_URL) or is_there(site, url), url


def test_each_type_of_data_stands_where_it_belongs(site: Path) -> None:
    found = {(block["@type"], address) for address in PAGES for block in blocks(site, address)}

    assert {("WebSite", "/"), ("FAQPage", FAQ), ("DefinedTermSet", TERMS)} <= found
    assert {kind for kind, _ in found} == {"WebSite", "FAQPage", "DefinedTermSet", "Course", "LearningResource", "Dataset"}
    assert {address for kind, address in found if kind == "Dataset"} == {f"/cijfers/{name}/" for name in shown_figures()}


@pytest.mark.parametrize("address", ["/", FAQ, TERMS, "/vorming/discord-in-de-vingers/plekken-en-woorden/"])
def test_what_a_search_engine_reads_of_a_whole_page_comes_after_its_text(site: Path, address: str) -> None:
    """Before it, a reader on a slow line would wait for data that only a search engine reads."""
    before, behind = str(one(soup(site, address), "article")).split('<script type="application/ld+json">')
    assert "<h2" in before
    assert "<h" not in behind


def shown_figures() -> list[str]:
    """Figures with a page of their own that have values."""
    return [name for name in load_site(DOCS).data if f"/cijfers/{name}/" in PAGES]


def test_a_data_set_is_described_at_the_length_that_google_takes(site: Path) -> None:
    sets = [block for address in PAGES for block in blocks(site, address) if block["@type"] == "Dataset"]

    assert [block["name"] for block in sets if len(block["description"]) not in DESCRIPTION_OF_DATASET] == []


@pytest.mark.parametrize(("address", "key"), [(FAQ, "mainEntity"), (TERMS, "hasDefinedTerm")])
def test_a_list_for_search_engines_has_every_heading_of_the_page_and_words_that_stand_there(
    site: Path, address: str, key: str
) -> None:
    [block], article = blocks(site, address), BeautifulSoup(str(one(soup(site, address), "article")), "html.parser")
    for unread in article.select(".citations, .headerlink, [data-search-exclude]"):
        unread.decompose()
    read = squeezed(article.get_text())

    assert [entry["name"] for entry in block[key]] == [words(heading.get_text()) for heading in article.select("h3")]
    said = [entry.get("description") or entry["acceptedAnswer"]["text"] for entry in block[key]]
    assert [text for text in said if squeezed(text) not in read] == []


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_what_a_preview_of_it_shows(site: Path, address: str) -> None:
    page = soup(site, address)
    assert all(attribute(one(page, f'meta[property="{name}"]'), "content").strip() for name in CARD)
    assert page.select('meta[name="robots"][content*="noindex"]') == []


def test_the_sitemap_has_every_page_once_and_nothing_else_and_no_dates_that_are_not_true(site: Path) -> None:
    tree = etree.parse(site / "sitemap.xml")
    told = [element.text for element in tree.iter(f"{MAP}loc")]

    assert sorted(told) == sorted(SITE_URL + address.lstrip("/") for address in PAGES)
    assert {SITE_URL + url.address.lstrip("/") for url in read_urls(URLS, "urls.txt") if url.moved_to} & set(told) == set()
    assert list(tree.iter(f"{MAP}lastmod")) == []


def test_robots_txt_leads_to_the_sitemap(site: Path) -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8").splitlines()


def test_the_home_page_and_the_page_with_news_lead_to_the_feed(site: Path) -> None:
    for address in ("/", "/naslag/nieuw/"):
        link = one(soup(site, address), 'link[rel="alternate"][type="application/atom+xml"]')
        assert attribute(link, "href") == f"{SITE_URL}nieuw.xml"
    assert f"{SITE_URL}nieuw.xml" in {attribute(link, "href") for link in soup(site, "/naslag/nieuw/").select("article a")}


def test_the_feed_is_what_rfc_4287_asks(site: Path) -> None:
    """Section 4.1: one id, title and update each, an author, a link to itself, and for each entry a page that is there."""
    feed = etree.parse(site / "nieuw.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")

    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] == [f"{SITE_URL}nieuw.xml"]
    for part in (feed, *entries):
        assert all(len(part.findall(ATOM + name)) == 1 for name in ("id", "title", "updated"))
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", part.findtext(f"{ATOM}id"))
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated")).tzinfo
        [page] = part.findall(f"{ATOM}link[@rel='alternate']")
        assert is_there(site, page.get("href"))
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) == len(load_site(DOCS).news) > 5


def test_the_page_with_news_tells_what_the_feed_tells(site: Path) -> None:
    shown = words(one(soup(site, "/naslag/nieuw/"), "article").get_text(" "))

    for entry in etree.parse(site / "nieuw.xml").getroot().findall(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}title") in shown
        assert entry.findtext(f"{ATOM}summary") in shown


def test_llms_txt_is_small_and_names_pages_that_are_there(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    named = re.findall(r"\]\((\S+)\)", text)

    assert re.match(r"# Hikikomori in beeld\n\n> \S", text)
    assert [url for url in named if not is_there(site, url)] == []
    assert len(named) == len(set(named)) > 40
    assert len(text.encode()) < 30_000
    assert "zelfdoding" in text
    assert "bel 1813" in text


def test_an_address_with_a_question_opens_search_with_its_answers(visit: Visit, server: SiteServer) -> None:
    """What the data of the home page promises to search engines."""
    visit.page.goto(server.url("/") + "?q=zinnenbank")
    assert any("/lokaliseren/zinnenbank/" in found for found in results(visit.page)[:3])
    assert visit.complaints == []


def test_the_missing_page_leads_to_help_to_who_you_are_and_to_questions(site: Path) -> None:
    led = {attribute(link, "href") for link in soup(site, "/404.html").select("article a, main a")}
    assert {"tel:112"} < led
    for address in ("/naslag/hulp/", "/voor/", FAQ):
        assert any(href.endswith(address) for href in led), address
        assert file_of(site, address).is_file()
