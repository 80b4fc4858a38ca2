"""The papers of the real site as the tests read them: made once per run, opened with PDFium, which is not ours."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pypdfium2
from bs4 import BeautifulSoup, Tag

from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.export.registry import Export, exports
from scripts.export.source import Source, load_source
from scripts.markdown.place import Place
from tests.site.addresses import file_of

DOCS = ROOT / "docs"
EXPORTS = {export.name: export for export in exports(load_site(DOCS)) if export.kind == "PDF"}
# Those that take long to lay out are made of a few of their pages here; `pack` makes the whole.
CUT = {
    "handboek-kennis": ("doelgroep/index.md", "doelgroep/wie-zijn-het.md", "naslag/hulp.md", "naslag/literatuur.md"),
    "rollenspelkaarten": ("vorming/gesprekken/eerste-bericht.md",),
    "trainersgids": (
        "trainers/index.md",
        "trainers/veiligheid.md",
        "vorming/waarom-discord/index.md",
        "vorming/waarom-discord/leefwereld.md",
    ),
}
LEARNER = sorted(name for name, export in EXPORTS.items() if export.audience == "lezer")
# What stands in the margins of a book: head and foot.
_MARGIN = 55
# On paper beside a link: its page, or its address. And what a help box says of its day.
_BESIDE_LINKS = re.compile(r"\(p\.\s*\d+\)|\((/|https?://)[^()]*(\([^()]*\)[^()]*)*\)")
_DATED = re.compile(r"Nummers van \d+ \w+ \d{4}: controleer ze op\s+[^\s]+(\s+naslag/hulp/|\s+[^\s]*hulp/)?")
_NOT_READ = (
    "script, style, .headerlink, .over-pagina, .term__meaning, [data-needs-script], [data-download], [role=status], site-les, "
    "site-druk, site-kopieer, site-filter, .trainer"
)


def source_of(site: Path, name: str, pages: tuple[str, ...] | None = None) -> Source:
    export: Export = EXPORTS[name]
    return load_source(replace(export, pages=pages) if pages else export, site, DOCS)


@dataclass(frozen=True, eq=False)
class Paper:
    """A PDF that was made. `pages` is the text of each page without head and foot, `full` with them."""

    name: str
    content: bytes
    document: pypdfium2.PdfDocument
    pages: list[str]
    full: list[str]


def opened(name: str, content: bytes) -> Paper:
    document = pypdfium2.PdfDocument(content)
    texts = [(page.get_textpage(), *page.get_size()) for page in document]
    margin = 0 if "kaart" in name and name != "signaalkaart" else _MARGIN
    inside = [text.get_text_bounded(0, margin, width, height - margin) for text, width, height in texts]
    return Paper(name, content, document, inside, [text.get_text_range() for text, _, _ in texts])


def letters(text: str) -> str:
    """Only letters and digits: what is left is the same however a line was broken."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def read(paper: Paper, first: int, last: int, headers: Collection[str] = ()) -> str:
    """The letters of the pages from `first` up to `last`, counted from 0, without what only paper has.

    That is what stands beside links and in help boxes, and the `headers` of tables that go on over the page.
    """
    text = ""
    for page in paper.pages[first:last]:
        more = letters(_BESIDE_LINKS.sub("", _DATED.sub("", _without_markers(page))))
        again = next((header for header in headers if more.startswith(header) and header in text), "")
        text += more.removeprefix(again)
    return text


def _without_markers(page: str) -> str:
    """PDFium reads the letters and numbers of lists after all else on the page."""
    parts = page.split()
    while parts and re.fullmatch(r"[•◦▪]|([A-H]|\d{1,2})\.", parts[-1]):
        parts.pop()
    return " ".join(parts)


@cache
def article(site: Path, path: str) -> Tag:
    """The page as a browser gets it, read without our own reader; never change it."""
    html = file_of(site, "/" + Place().address(path)).read_text(encoding="utf-8")
    found = BeautifulSoup(html, "html.parser").find("article")
    assert isinstance(found, Tag)
    return found


def on_the_page(site: Path, path: str, *unwanted: str) -> str:
    """The letters a reader of the page sees, without elements that match `unwanted`."""
    copy = BeautifulSoup(str(article(site, path)), "html.parser")
    for element in copy.select(", ".join((_NOT_READ, *unwanted))):
        element.decompose()
    for question in copy.select(".quiz__question"):
        question.insert(0, "Vraag ")
    for warning in copy.select(".invulblad__warning"):
        warning.string = warning.text.partition(" Wat je typt")[0]
    return letters(copy.get_text(" "))


def headers(site: Path, path: str) -> set[str]:
    """The letters of the head of each table of a page."""
    return {letters(head.get_text(" ")) for head in article(site, path).select("thead")}
