"""Worksheets per module: what a lesson asks you to do or write, with lines; solutions only in the file that says so."""

from copy import deepcopy

from lxml.html import HtmlElement
from lxml.html.builder import H2, H3, SECTION

from scripts.content.front_matter import Lesson
from scripts.export.article import Article, without_answers
from scripts.export.pdf.book import Chapter, Cover, book
from scripts.export.pdf.paper import lines, lower_headings, pieces_on_paper
from scripts.export.pdf.writing import pdf
from scripts.export.source import Source

_WITH = "werkbladen-met-oplossing"
_PRIVATE = "<p>Schrijf nergens namen, en niets waaraan iemand een jongere kan herkennen.</p>"
_COVERS = {
    False: Cover("Bij de Discord-vorming", "Oefeningen en invulbladen per module, om op te schrijven.", _PRIVATE),
    True: Cover("Bij de Discord-vorming", "De oefeningen per module, met bij elke een mogelijke oplossing.", _PRIVATE),
}
# Who writes alone needs more room than a group that has one writer.
_LINES = {"oefening--solo": 8, "oefening--groep": 5}


def make(source: Source) -> bytes:
    return pdf(source, page(source), "book")


def page(source: Source) -> str:
    """Either file, by the name of its export."""
    solved = source.export.name == _WITH
    pages = pieces_on_paper(source, source.articles if solved else [without_answers(article) for article in source.articles])
    lessons = [isinstance(source.content.pages[path].meta, Lesson) for path in source.export.pages]
    chapters = [_chapter(page, lesson, solved) for page, lesson in zip(pages, lessons, strict=True)]
    return book(source, _COVERS[solved], [chapter for chapter in chapters if chapter.level == 1 or len(chapter.body) > 1])


def _chapter(page: Article, lesson: bool, solved: bool) -> Chapter:
    """A lesson is a chapter of its module; any other page opens a part."""
    body = SECTION((H3 if lesson else H2)(page.title), *_sheets(page.body, solved), id=page.body.get("id"))
    return Chapter(2 if lesson else 1, page.title, body)


def _sheets(body: HtmlElement, solved: bool) -> list[HtmlElement]:
    """Exercises and sheets to fill in, in the order of the page; with their solutions there is nothing left to write."""
    found = body.xpath(".//section[contains(@class, 'oefening')] | .//site-invulblad")
    if solved:
        return [deepcopy(sheet) for sheet in found if sheet.find_class("oplossing")]
    return [_with_lines(deepcopy(sheet)) for sheet in found]


def _with_lines(sheet: HtmlElement) -> HtmlElement:
    for name, count in _LINES.items():
        if name in sheet.get("class", "").split():
            sheet.append(lines(count))
            sheet.set("class", f"{sheet.get('class')} heel")
    return lower_headings(sheet, 2)
