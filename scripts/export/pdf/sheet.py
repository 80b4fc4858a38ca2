"""A page of the site as A4 sheets. Smaller letters save a sheet that would be nearly empty, as long as they can be read."""

from lxml.html import HtmlElement

from scripts.export.article import Article
from scripts.export.pdf.book import running
from scripts.export.pdf.paper import inner, on_paper
from scripts.export.pdf.writing import lay_out, write
from scripts.export.shell import shell
from scripts.export.source import Source

# In em of the usual letter, tried in this order.
_SIZES = (1.0, 0.95, 0.9, 0.85)


def make(source: Source) -> bytes:
    """Every page of the export, each from a new sheet. Of a page with a `.blad` only that: the rest is for on screen."""
    pages = on_paper(source, source.articles)
    whole = lay_out(source, _page(source, pages, _SIZES[0]), "book")
    for size in _SIZES[1:] if len(whole.pages) > len(pages) else ():
        smaller = lay_out(source, _page(source, pages, size), "book")
        if len(smaller.pages) < len(whole.pages):
            return write(source, smaller)
    return write(source, whole)


def _page(source: Source, pages: list[Article], size: float) -> str:
    sheets = "\n".join(
        f'<section class="blad-los" id="{page.body.get("id")}" style="font-size:{size}em">{inner(_sheet(page.body))}</section>'
        for page in pages
    )
    return shell(source.export.title, running(source) + sheets)


def _sheet(body: HtmlElement) -> HtmlElement:
    found = body.find_class("blad")
    return found[0] if found else body
