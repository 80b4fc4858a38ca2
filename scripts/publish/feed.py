"""The news as an Atom feed (RFC 4287), for programs that follow sites."""

import uuid
from pathlib import Path
from xml.etree import ElementTree

from scripts.content.news import NewsItem, newest_first
from scripts.content.site import Site
from scripts.markdown.course import SITE_NAME
from scripts.markdown.html import plain
from scripts.markdown.place import FEED, Place

PAGE = "naslag/nieuw.md"
# Names of the feed and its entries follow from this and their `id`, so they stay when the site moves. Never change it.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "hikikomori-in-beeld/nieuws")


def write_feed(site: Path, content: Site, root: str) -> None:
    """Nothing when there is no news: a feed must say when it was last updated. `root`: the address of the site."""
    if content.news:
        feed = _feed(newest_first(content.news), root)
        ElementTree.indent(feed)
        (site / FEED).write_bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _feed(news: list[NewsItem], root: str) -> ElementTree.Element:
    feed = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl-BE"})
    _add(feed, "title", f"Wat is nieuw op {SITE_NAME}")
    _add(feed, "id", _NAMESPACE.urn)
    _add(feed, "updated", _moment(news[0]))
    _add(ElementTree.SubElement(feed, "author"), "name", SITE_NAME)
    _link(feed, "self", root + FEED, "application/atom+xml")
    _link(feed, "alternate", root + Place().address(PAGE), "text/html")
    for item in news:
        entry = ElementTree.SubElement(feed, "entry")
        _add(entry, "title", item.title)
        _add(entry, "id", uuid.uuid5(_NAMESPACE, item.id).urn)
        _add(entry, "updated", _moment(item))
        _link(entry, "alternate", root + Place().address(item.page), "text/html")
        _add(entry, "summary", item.text)
    return feed


def _moment(item: NewsItem) -> str:
    """The feed wants an hour too; only the day is known."""
    return f"{item.date}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = plain(text)


def _link(parent: ElementTree.Element, relation: str, address: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "type": media_type, "href": address})
