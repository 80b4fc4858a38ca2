"""Reads the HTML files of a built site."""

import re
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from lxml import html

from tests.site.addresses import file_of


@cache
def soup(site: Path, address: str) -> BeautifulSoup:
    """The page at `address`; read once, so never change it."""
    return BeautifulSoup(file_of(site, address).read_text(encoding="utf-8"), "lxml")


@cache
def tree(site: Path, address: str) -> html.HtmlElement:
    """The page at `address` for what is asked of every page: read in a tenth of the time that `soup` takes; never change it."""
    return html.document_fromstring(file_of(site, address).read_bytes())


@cache
def ids(site: Path, address: str) -> frozenset[str]:
    """What a link to a part of the page can name."""
    return frozenset(tree(site, address).xpath("//@id"))


def one(parent: Tag, selector: str) -> Tag:
    """The only element that matches."""
    found = parent.select(selector)
    assert len(found) == 1, f"expected one {selector}, found {len(found)}"
    return found[0]


def attribute(element: Tag, name: str) -> str:
    """An attribute as it is written, empty when it is absent."""
    value = element.get(name) or ""
    return " ".join(value) if isinstance(value, list) else value


def words(text: str) -> str:
    """`text` with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()
