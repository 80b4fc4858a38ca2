"""Where the links of an article lead once it stands in a file: to a page in the same file as an anchor, else to the web."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement

from scripts.export.article import Article

# Attributes that name one or more ids of the page.
_REFERRING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")


def with_absolute_links(article: Article) -> Article:
    """A copy whose links work from anywhere: `#here` stays, every other becomes a full address on the web.

    The `src` of an image becomes the path of its file below the site (`lokaliseren/flyer/flyer.svg`): a file must bring it along.
    """
    copy = replace(article, body=deepcopy(article.body))
    _point(copy, {article.web: ""})
    return copy


def in_one_file(articles: Sequence[Article]) -> list[Article]:
    """Copies that can stand in one file: every id starts with its page, and links between these pages are anchors.

    The `<article>` itself has the id of its page (`start`, `vorming-bewijs`); what was `#doel` there is `vorming-bewijs--doel`.
    """
    pages = {article.web: page_id(article.address) for article in articles}
    copies = [replace(article, body=deepcopy(article.body)) for article in articles]
    for copy in copies:
        _rename(copy.body, pages[copy.web])
        _point(copy, pages)
    return copies


def page_id(address: str) -> str:
    """The id of a page in a file of many: `vorming-bewijs`."""
    return address.strip("/").replace("/", "-") or "start"


def _rename(body: HtmlElement, page: str) -> None:
    for element in body.iter():
        for name in ("id", "name"):
            if element.get(name):
                element.set(name, f"{page}--{element.get(name)}")
        for name in _REFERRING:
            if element.get(name):
                element.set(name, " ".join(f"{page}--{one}" for one in element.get(name).split()))
    body.set("id", page)


def _point(article: Article, pages: Mapping[str, str]) -> None:
    for element in article.body.iter("a"):
        if element.get("href"):
            element.set("href", _target(urljoin(article.web, element.get("href")), pages))
    for image in article.body.iter("img"):
        image.set("src", urljoin(article.web, image.get("src")).removeprefix(article.root))


def _target(url: str, pages: Mapping[str, str]) -> str:
    """`pages`: the id in this file of each page in it, by its address on the web; empty when it is the only one."""
    page, fragment = urldefrag(url)
    if page not in pages:
        return url
    return "#" + "--".join(part for part in (pages[page], fragment) if part)
