"""The guide for trainers: per lesson what there is to do and for how long, all notes, exercises and questions with their key."""

from collections.abc import Iterator

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, H3, H4, SECTION, TABLE, TBODY, TD, TH, THEAD, TR, P

from scripts.content.front_matter import Lesson
from scripts.export.article import Article, Section, sections
from scripts.export.blocks import notes, oefeningen, quizzes
from scripts.export.pdf.book import Chapter, Cover, book
from scripts.export.pdf.paper import lower_headings, pieces_on_paper
from scripts.export.pdf.writing import pdf
from scripts.export.source import Source

_COVER = Cover(
    "Voor trainers",
    "Per les een plan, alle notities, de oefeningen met oplossing en de vragen met hun sleutel.",
    "<p><strong>Deel dit niet uit aan deelnemers:</strong> er staan notities en antwoorden in.</p>",
)
# What of a lesson a trainer needs at hand, in the order of the page; the text itself is in the handbook.
_PARTS = "self::site-quiz or contains(concat(' ', @class, ' '), ' trainer ') or contains(@class, 'oefening--')"


def make(source: Source) -> bytes:
    return pdf(source, page(source), "book")


def page(source: Source) -> str:
    """The pages about giving the training whole, the lessons as far as a trainer needs them."""
    pages = zip(source.articles, pieces_on_paper(source, source.articles), strict=True)
    chapters = [_chapter(source, path, *both) for path, both in zip(source.export.pages, pages, strict=True)]
    return book(source, _COVER, chapters)


def _chapter(source: Source, path: str, read: Article, page: Article) -> Chapter:
    """`read` is the article as on the site, to be read as data, `page` the same on paper."""
    if isinstance(source.content.pages[path].meta, Lesson):
        return Chapter(2, page.title, SECTION(H3(page.title), *_lesson(read, page), id=page.body.get("id")))
    level = 1 if path.endswith("index.md") else 2
    return Chapter(level, page.title, lower_headings(page.body, level))


def _lesson(read: Article, page: Article) -> Iterator[HtmlElement]:
    yield from page.body.find_class("les")
    yield from (box for name in ("warning", "hulp") for box in page.body.find_class(name)[:1])
    yield _plan(sections(read))
    for section in sections(page):
        parts = section.body.xpath(f".//*[{_PARTS}]")
        if parts:
            yield H4(section.title)
            yield from map(_marked, parts)


def _plan(found: list[Section]) -> HtmlElement:
    """What there is in each part of the lesson, with the minutes its author gave."""
    rows = [TR(TD(section.title), TD(_activities(section)), TD(_minutes(section))) for section in found]
    head = THEAD(TR(TH("Deel"), TH("Wat er is"), TH("Minuten")))
    return TABLE(head, TBODY(*rows), CLASS("plan"))


def _activities(section: Section) -> str:
    """In words: questions, exercises by name, notes."""
    count = len(quizzes(section.body))
    named = [f"{exercise.form}: {exercise.title} ({exercise.minutes} min)" for exercise in oefeningen(section.body)]
    questions = [f"{count} vraag" if count == 1 else f"{count} vragen"] if count else []
    return "; ".join(named + questions) or "lezen"


def _minutes(section: Section) -> str:
    """Those of the notes; a part without notes says none."""
    given = [note.minutes for note in notes(section.body) if note.minutes is not None]
    return str(sum(given)) if given else ""


def _marked(part: HtmlElement) -> HtmlElement:
    """Notes say that they are notes; a right answer stands out without colour."""
    if "trainer" in part.get("class", "").split():
        minutes = f" · {part.get('data-minutes')} minuten" if part.get("data-minutes") else ""
        part.insert(0, P(f"Notities voor de trainer{minutes}", CLASS("trainer__label")))
    return part
