"""The home page, the questions and the glossary for search engines: a schema.org WebSite, FAQPage and DefinedTermSet."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from scripts.content.page import Page
from scripts.markdown.course import LICENCE, SITE_NAME
from scripts.markdown.html import plain
from scripts.markdown.json_ld import json_ld
from scripts.markdown.place import Place

_HEADINGS = ("h1", "h2", "h3")
# What a reader does not count as text: links to a heading, sources, the meaning behind a word.
_UNREAD = ".//*[contains(@class, 'headerlink') or contains(@class, 'citations') or @data-search-exclude]"


@dataclass(frozen=True)
class Entry:
    """A heading of the third level and the text below it."""

    anchor: str
    title: str
    text: str


def page_data(page: Page, place: Place, text: str) -> str:
    """A script element of data; nothing for a page of another kind. `text`: the page as HTML."""
    make = _MAKERS.get(page.path)
    shared = {"@context": "https://schema.org", "url": place.canonical, "inLanguage": "nl-BE"}
    return json_ld({**shared, "name": page.meta.title, **make(page, place, text)}) if make else ""


def _website(page: Page, place: Place, text: str) -> dict[str, Any]:
    """`?q=` opens the search of the theme with that question."""
    search = f"{place.site_url}?q={{search_term_string}}"
    return {
        "@type": "WebSite",
        "description": page.meta.description,
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": SITE_NAME, "url": place.site_url},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        },
    }


def _questions(page: Page, place: Place, text: str) -> dict[str, Any]:
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": entry.title,
                "url": f"{place.canonical}#{entry.anchor}",
                "acceptedAnswer": {"@type": "Answer", "text": entry.text},
            }
            for entry in entries(text)
        ],
    }


def _terms(page: Page, place: Place, text: str) -> dict[str, Any]:
    return {
        "@type": "DefinedTermSet",
        "@id": place.canonical,
        "description": page.meta.description,
        "license": LICENCE,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": entry.title,
                "description": entry.text,
                "url": f"{place.canonical}#{entry.anchor}",
                "inDefinedTermSet": place.canonical,
            }
            for entry in entries(text)
        ],
    }


_MAKERS: dict[str, Callable[[Page, Place, str], dict[str, Any]]] = {
    "index.md": _website,
    "naslag/vragen.md": _questions,
    "naslag/begrippen.md": _terms,
}


def entries(text: str) -> list[Entry]:
    """What a reader of this HTML sees, without sources; headings without text are left out."""
    root = html.fragment_fromstring(text, create_parent=True)
    for unread in root.xpath(_UNREAD):
        unread.drop_tree()
    found = (Entry(head.get("id", ""), _words([head]), _words(_below(head))) for head in root.iter("h3"))
    return [entry for entry in found if entry.text]


def _below(heading: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in heading.itersiblings():
        if element.tag in _HEADINGS:
            return
        yield element


def _words(elements: Iterable[html.HtmlElement]) -> str:
    """On one line; where a source stood before a comma, no space is left."""
    return re.sub(r" (?=[,.;:)])", "", plain(" ".join(str(element.text_content()) for element in elements)))
