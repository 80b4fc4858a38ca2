"""The presentation of one module: its title, its lessons with their screens, and the end."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.presentation import Presentation as Deck

from scripts.content.modules import TrainingModule, modules
from scripts.content.page import Page
from scripts.export.article import Article
from scripts.export.links import with_absolute_links
from scripts.export.slides.screens import Slide, screens
from scripts.export.slides.shapes import LANGUAGE
from scripts.export.slides.template import empty_deck
from scripts.export.slides.text import Paragraph, Run, plain
from scripts.export.slides.writing import write
from scripts.export.source import Source
from scripts.markdown.course import LICENCE, SITE_NAME
from scripts.markdown.figures import day

TEXT = {
    "training": f"{SITE_NAME} · Discordvorming",
    "scan": "Scan om mee te lezen",
    "able": "Na deze les kan je:",
    "end": "Tot hier",
    "next": "Hierna: ",
    "last": "Dit was het laatste deel. Denk aan de slotronde.",
    "author": f"Geschreven door de site {SITE_NAME}. Voorbeelden en oefeningen zijn een voorstel, mensen zijn verzonnen.",
    "licence": "Je mag dit aanpassen en delen, met bronvermelding en onder dezelfde licentie (CC BY-SA 4.0).",
}
NOTES = (
    "Onder de dia's staan de notities voor de trainer, de oplossingen, de juiste antwoorden en de bronnen.",
    "Toon ze niet aan de groep: kies in je programma de weergave voor de spreker.",
    "De kleuren en het lettertype verander je één keer voor alle dia's, in het thema.",
)


def make(source: Source) -> bytes:
    """A .pptx of the articles of `source`: the first page of the module, and then its lessons."""
    module = next(one for one in modules(source.content) if one.page.path == source.export.pages[0])
    deck = empty_deck()
    write(deck, _slides(source, module), f"{SITE_NAME} · {module.meta.title}")
    _describe(deck, source)
    return _packed(deck, source)


def _slides(source: Source, module: TrainingModule) -> Iterator[Slide]:
    first, *lessons = (with_absolute_links(article) for article in source.articles)
    yield _module_title(module, first)
    for number, (page, lesson) in enumerate(zip(module.lessons, lessons, strict=True), 1):
        yield _lesson_title(module, page, lesson, number)
        yield from screens(lesson, day(str(source.help_checked)))
    yield _end(source, module, first)


def _module_title(module: TrainingModule, article: Article) -> Slide:
    lessons = (Paragraph((Run(f"{lesson.meta.title} ({lesson.meta.minutes} minuten)"),), "bullet") for lesson in module.lessons)
    text = (plain(module.meta.aim), *lessons)
    return _dark(article.title, TEXT["training"], text, article, tuple(map(plain, NOTES)))


def _lesson_title(module: TrainingModule, page: Page, lesson: Article, number: int) -> Slide:
    label = f"{module.meta.title} · les {number} van {len(module.lessons)} · {page.meta.minutes} minuten · {page.meta.level}"
    able = (Paragraph((Run(one),), "bullet") for one in page.meta.objectives)
    return _dark(lesson.title, label, (plain(TEXT["able"]), *able), lesson)


def _end(source: Source, module: TrainingModule, article: Article) -> Slide:
    every = [one.page.path for one in modules(source.content) if one.meta.number]
    onward = every[every.index(module.page.path) + 1 :]
    following = TEXT["next"] + source.content.pages[onward[0]].meta.title if onward else TEXT["last"]
    text = (plain(line) for line in (following, TEXT["author"], TEXT["licence"], article.root))
    version = plain(f"{day(str(source.changed))} · versie {source.version}")
    return _dark(f"{TEXT['end']} · {article.title}", TEXT["training"], (*text, version), article)


def _dark(title: str, label: str, text: tuple[Paragraph, ...], article: Article, notes: tuple[Paragraph, ...] = ()) -> Slide:
    parts = {"Label": (plain(label),), "Tekst": text, "Onderschrift": (plain(TEXT["scan"]),)}
    return Slide("Titel", title, parts, notes, article.web)


def _describe(deck: Deck, source: Source) -> None:
    """The same for the same content: the day the text last changed, not today."""
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = source.export.title, SITE_NAME, SITE_NAME
    about.subject, about.keywords, about.comments = source.articles[0].description, "", LICENCE
    about.language, about.version, about.revision = LANGUAGE, source.version, 1
    about.created = about.modified = datetime.combine(source.changed, time(), UTC).replace(tzinfo=None)


def _packed(deck: Deck, source: Source) -> bytes:
    """python-pptx writes the hour of the clock in the archive; here it is the day the text last changed."""
    written, packed = BytesIO(), BytesIO()
    deck.save(written)
    moment = (*source.changed.timetuple()[:3], 0, 0, 0)
    with ZipFile(written) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, moment)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            new.writestr(entry, old.read(name))
    return packed.getvalue()
