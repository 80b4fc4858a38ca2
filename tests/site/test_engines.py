"""MkDocs publishes; Zensical, its successor, gives the same pages. It passes over what it does not know in silence."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import Tag

from tests.site.addresses import EXEMPLARS, NOTEBOOKS, PAGES, built_addresses
from tests.site.configuration import SITE_URL
from tests.site.reading import attribute, one, soup, tree, words

# Zensical has no notebooks.
# What an author can use is on these; `make test-all` compares every page.
SHARED = [address for address in EXEMPLARS if address not in NOTEBOOKS]
PARTS = ".kaart, .cijfer, table, .casus, .kort, section, aside"
FRAME = "head > title, a.help-link, .page-edit a, nav.sections a, [rel=canonical], [name=description]"
# What blocks, macros, citations and Markdown leave behind when nobody reads them.
UNREAD = ("[[", "]]", "[%", "%]", "///", "[@", "{#", "{:", "{ .", "](")


@pytest.mark.first
def test_both_engines_make_the_same_pages(zensical_site: Path, site: Path) -> None:
    assert built_addresses(site) - set(NOTEBOOKS) == built_addresses(zensical_site)


@pytest.mark.parametrize("address", SHARED)
def test_both_engines_give_a_page_the_same_headings(site: Path, zensical_site: Path, address: str) -> None:
    assert headings(article(site, address)) == headings(article(zensical_site, address))


@pytest.mark.parametrize("address", SHARED)
def test_both_engines_give_a_page_the_same_text(site: Path, zensical_site: Path, address: str) -> None:
    text = words(article(site, address).get_text(" "))
    assert text == words(article(zensical_site, address).get_text(" "))
    assert len(text) > 100


@pytest.mark.parametrize("address", SHARED)
def test_both_engines_show_the_same_figures_and_blocks(site: Path, zensical_site: Path, address: str) -> None:
    ours, theirs = (article(built, address).select(PARTS) for built in (site, zensical_site))
    assert [shape(element) for element in ours] == [shape(element) for element in theirs]


@pytest.mark.parametrize("address", SHARED)
def test_both_engines_make_the_same_links_and_citations(site: Path, zensical_site: Path, address: str) -> None:
    assert links(site, address) == links(zensical_site, address)


@pytest.mark.parametrize("selector", [".kaart", ".cijfer", "table", ".kort", "a.citation", "details, .help"])
def test_the_comparison_has_something_to_compare(site: Path, selector: str) -> None:
    assert [address for address in SHARED if article(site, address).select(selector)]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_shows_a_mark_that_an_engine_did_not_read(site: Path, zensical_site: Path, address: str) -> None:
    built = [site] if address in NOTEBOOKS else [site, zensical_site]
    for folder in built:
        text = prose(folder, address)
        assert text
        assert [mark for mark in UNREAD if mark in text] == [], folder.name


@pytest.mark.parametrize("address", SHARED)
def test_both_engines_put_the_same_around_a_page(site: Path, zensical_site: Path, address: str) -> None:
    ours, theirs = (soup(built, address).select(FRAME) for built in (site, zensical_site))
    assert sorted(around(element, address) for element in ours) == sorted(around(element, address) for element in theirs)


def article(built: Path, address: str) -> Tag:
    return one(soup(built, address), "article")


def headings(part: Tag) -> list[tuple[str, str, str]]:
    return [(one.name, attribute(one, "id"), words(one.get_text())) for one in part.select("h1, h2, h3")]


def shape(element: Tag) -> tuple[str, list[str], str]:
    """What a reader or a style sheet can tell from an element."""
    return element.name, sorted(attribute(element, "class").split()), words(element.get_text(" "))


def around(element: Tag, address: str) -> tuple[str, str, str]:
    """Where it leads, what it says to machines and to people."""
    return resolved(element, address), attribute(element, "content"), words(element.get_text(" "))


def links(built: Path, address: str) -> list[tuple[str, str]]:
    """The links of the text, notebooks excepted; the theme's button for editing is another in each engine."""
    found = article(built, address).select("a[href]:not(.md-content__button)")
    pairs = [(resolved(link, address), words(link.get_text(" "))) for link in found]
    return [(url, text) for url, text in pairs if not url.endswith((".ipynb", *NOTEBOOKS))]


def resolved(element: Tag, address: str) -> str:
    """The absolute URL of a link, however the engine wrote it."""
    return urljoin(SITE_URL + address.lstrip("/"), attribute(element, "href"))


def prose(built: Path, address: str) -> str:
    """The text without examples of code."""
    return " ".join(tree(built, address).xpath("//article//text()[not(ancestor::pre or ancestor::code)]"))
