"""Cards to cut out, two on an A4 sheet: cases, cards for the team meeting, and the cards of the paper Discord."""

from collections.abc import Callable, Sequence
from html import escape

from lxml.html import HtmlElement

from scripts.export.article import Article, markup
from scripts.export.blocks import Box, casussen, teamkaarten
from scripts.export.pdf.book import facts
from scripts.export.pdf.paper import inner, pieces_on_paper
from scripts.export.pdf.writing import pdf
from scripts.export.shell import shell
from scripts.export.source import Source
from scripts.markdown.course import SITE_NAME

_FIRST = {
    "casuskaarten": "<p>Elke casus is verzonnen. Knip langs de stippellijn. Bovenaan staat uit welke bladzijde hij komt.</p>",
    "teamkaarten": "<p>Eén kaart is goed voor een kwartier op het teamoverleg. Knip langs de stippellijn en kies er één uit.</p>",
}
_BOXES: dict[str, Callable[[HtmlElement], list[Box]]] = {"casuskaarten": casussen, "teamkaarten": teamkaarten}


def make(source: Source) -> bytes:
    return pdf(source, page(source), "cards")


def page(source: Source) -> str:
    """Cases or cards for the team, by the name of the export."""
    pages = pieces_on_paper(source, source.articles)
    boxes = _BOXES[source.export.name]
    cards = [_box(source, page, box) for page in pages for box in boxes(page.body)]
    return cards_of(source, [first(source, _FIRST[source.export.name] + help_of(pages)), *cards])


def cards_of(source: Source, cards: Sequence[str]) -> str:
    """The whole HTML page with these cards, in their order; the first says what they are."""
    return shell(source.export.title, "\n".join(cards))


def first(source: Source, notes: str) -> str:
    """The card that comes first: title, use (HTML), whose it is."""
    body = f"<h1>{escape(source.export.title)}</h1>{notes}{facts(source)}"
    return f'<section class="kaartblad kaartblad--eerst">{body}</section>'


def help_of(pages: Sequence[Article]) -> str:
    """The box with help numbers, once, when one of the pages has it."""
    return next((markup(box) for page in pages for box in page.body.find_class("hulp")), "")


def card(source: Source, label: str, title: str, body: str, kind: str, anchor: str = "") -> str:
    """One card. `body` is HTML; `kind` is a class of the style sheet: `groot` for big letters, `opening`, `scene`."""
    origin = f"{SITE_NAME} · CC BY-SA 4.0 · versie {source.version}"
    head = f'<p class="kaartblad__kop"><span>{escape(label)}</span><span>{origin}</span></p>'
    where = f' id="{escape(anchor)}"' if anchor else ""
    return f'<section class="kaartblad kaartblad--{kind}"{where}>{head}<h2>{escape(title)}</h2>{body}</section>'


def _box(source: Source, page: Article, box: Box) -> str:
    return card(source, f"{box.label} · uit: {page.title}", box.title, inner(box.body), "groot")
