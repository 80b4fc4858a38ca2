"""The cards of the paper Discord: lists of short messages, four in a row of cut lines, a sheet per channel."""

from html import escape

from lxml.html import HtmlElement

from scripts.export.article import words
from scripts.export.pdf.cards import cards_of, first, help_of
from scripts.export.pdf.paper import inner, pieces_on_paper
from scripts.export.pdf.writing import pdf
from scripts.export.source import Source

_HOW = (
    "<p>Knip de kaartjes uit en hou ze per kanaal samen. Hoe je ermee speelt, staat op de bladzijde Papieren Discord. "
    "Alle mensen en berichten zijn verzonnen; niemand speelt een lid.</p>"
)


def make(source: Source) -> bytes:
    return pdf(source, page(source), "cards")


def page(source: Source) -> str:
    """Raises ValueError when the pages hold no cards."""
    pages = pieces_on_paper(source, source.articles)
    lists = [found for page in pages for found in page.body.find_class("kaarten")]
    if not lists:
        raise ValueError("geen kaartjes op deze bladzijden")
    return cards_of(source, [first(source, _HOW + help_of(pages)), *map(_sheet, lists)])


def _sheet(cards: HtmlElement) -> str:
    """The heading and the remarks above a list, then its cards."""
    above = list(cards.itersiblings(preceding=True))
    heading = next(number for number, element in enumerate(above) if element.tag in ("h2", "h3"))
    remarks = "".join(f"<p>{escape(words(element))}</p>" for element in reversed(above[:heading]))
    items = "".join(f'<li class="kaartje">{inner(item)}</li>' for item in cards.iter("li"))
    title = f"<h2>{escape(words(above[heading]))}</h2>"
    return f'<section class="kaartjesblad">{title}{remarks}<ul class="kaartjes">{items}</ul></section>'
