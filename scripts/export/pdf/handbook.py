"""The two handbooks: pages of the site in the order of the registry, the bibliography cut to what the book cites."""

from collections.abc import Sequence

from scripts.content.front_matter import Lesson
from scripts.export.article import Article, without_answers
from scripts.export.pdf.book import Chapter, Cover, book
from scripts.export.pdf.paper import lower_headings, on_paper
from scripts.export.pdf.writing import pdf
from scripts.export.source import Source

_COVERS = {
    "handboek-vorming": Cover(
        "Handboek bij de vorming",
        "Voor wie in Vlaanderen jongeren ontmoet die zich terugtrekken, en online contact wil leggen.",
        "<p>In dit boek staan de lessen zoals op de site. De antwoorden op de vragen en de oplossingen van de oefeningen "
        "staan er niet in: die vind je op de site, en de oplossingen ook in de werkbladen met oplossing. "
        "De oefengesprekken speel je op de site, of in een zaal met de rollenspelkaarten.</p>",
    ),
    "handboek-kennis": Cover(
        "Handboek",
        "Wat we weten over jongeren die zich terugtrekken, en hoe je hen vindt, bereikt en samen stappen zet.",
        "<p>Achter een bewering staat van wie ze komt en hoe stevig ze is. De bronnen staan achteraan.</p>",
    ),
}
_BIBLIOGRAPHY = "literatuur"


def make(source: Source) -> bytes:
    return pdf(source, page(source), "book")


def page(source: Source) -> str:
    """Either handbook, by the name of its export."""
    pages = on_paper(source, [without_answers(article) for article in source.articles])
    _only_cited(pages)
    _shorten_lines(pages)
    levels = [_level(source, path) for path in source.export.pages]
    chapters = [Chapter(level, page.title, lower_headings(page.body, level)) for level, page in zip(levels, pages, strict=True)]
    return book(source, _COVERS[source.export.name], chapters)


def _level(source: Source, path: str) -> int:
    """The first page of a folder opens a part, and so does the bibliography; a module does, a lesson does not."""
    first = path.endswith(("index.md", f"{_BIBLIOGRAPHY}.md"))
    return 1 if first and not isinstance(source.content.pages[path].meta, Lesson) else 2


def _shorten_lines(pages: Sequence[Article]) -> None:
    """Room for a note; who wants to write more has the worksheets."""
    for page in pages:
        for line in page.body.xpath(".//*[@class='lijnen']/*[3]"):
            line.drop_tree()


def _only_cited(pages: Sequence[Article]) -> None:
    """Leaves out of the list what no link in the book leads to."""
    cited = {link.get("href") for page in pages for link in page.body.find_class("citation")}
    for page in pages:
        for list_ in page.body.find_class(_BIBLIOGRAPHY):
            for item in [item for item in list_ if f"#{item.get('id')}" not in cited]:
                item.drop_tree()
