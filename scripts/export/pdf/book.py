"""A book of articles: cover, table of contents with page numbers, and chapters, each with its heading in the bookmarks."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lxml.html import HtmlElement

from scripts.export.pdf.paper import inner
from scripts.export.shell import shell
from scripts.export.source import Source
from scripts.markdown.course import SITE_NAME
from scripts.markdown.figures import day

LICENCE = "CC BY-SA 4.0: je mag dit kopiëren, uitdelen en aanpassen, als je de bron noemt en het onder dezelfde licentie deelt."
NOT_OURS = "Niet van Compaan en niet van Stad Gent. Niets hier is hun standpunt."


@dataclass(frozen=True)
class Cover:
    """What stands on the front: the kind of paper, for whom it is, and what a reader must know before reading (HTML)."""

    kind: str
    audience: str
    notes: str = ""


@dataclass(frozen=True, eq=False)
class Chapter:
    """`level` is 1 for the opening of a part and 2 for a chapter in it; the heading of `body` is `<h2>` or `<h3>` to match."""

    level: int
    title: str
    body: HtmlElement


def book(source: Source, cover: Cover, chapters: Sequence[Chapter]) -> str:
    """The whole HTML page; the table of contents leads to the id of the body of each chapter."""
    parts = [_cover(source, cover), _contents(chapters), *map(_chapter, chapters)]
    return shell(source.export.title, "\n".join(parts))


def running(source: Source) -> str:
    """What head and foot of every page say."""
    origin = f"{SITE_NAME} · niet van Compaan, niet van Stad Gent · CC BY-SA 4.0 · versie {source.version}"
    return f'<div class="loopt" data-titel="{escape(source.export.title)}" data-herkomst="{escape(origin)}"></div>'


def facts(source: Source) -> str:
    """Whose it is, of when and what one may do with it: paragraphs."""
    home = source.articles[0].root
    checked = f" · hulpnummers van {day(source.help_checked)}" if source.help_checked else ""
    return (
        f'<p class="kaft__niet">{NOT_OURS}</p>'
        f"<p>{SITE_NAME}, {escape(home.removeprefix('https://'))}</p>"
        f"<p>{day(source.changed)} · versie {source.version}{checked}</p><p>{LICENCE}</p>"
    )


def _cover(source: Source, cover: Cover) -> str:
    notes = f'<div class="kaft__lees">{cover.notes}</div>' if cover.notes else ""
    title = f'<p class="kaft__soort">{escape(cover.kind)}</p><h1>{escape(source.export.title)}</h1>'
    return (
        f'<section class="kaft">{running(source)}{title}'
        f'<p class="kaft__voor">{escape(cover.audience)}</p><div class="kaft__feiten">{facts(source)}</div>{notes}</section>'
    )


def _contents(chapters: Sequence[Chapter]) -> str:
    items = "".join(
        f'<li class="inhoud__{chapter.level}"><a href="#{chapter.body.get("id")}">{escape(chapter.title)}</a></li>'
        for chapter in chapters
    )
    return f'<nav class="inhoud" aria-label="Inhoud"><p class="inhoud__kop">Inhoud</p><ol>{items}</ol></nav>'


def _chapter(chapter: Chapter) -> str:
    only_heading = " deel--kop" if len(chapter.body) == 1 else ""
    classes = f"deel deel--{chapter.level}{only_heading}"
    return f'<section class="{classes}" id="{chapter.body.get("id")}">{inner(chapter.body)}</section>'
