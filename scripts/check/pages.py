"""What a page owes its reader: the gist first, a way onward, a bearable length, figures with a source, clear links."""

import re
from collections.abc import Iterator

from scripts.check.problem import Problem, at
from scripts.content.blocks import read_blocks
from scripts.content.front_matter import Knowledge, Lesson
from scripts.content.page import Page
from scripts.content.reading import count_words
from scripts.content.site import Site
from scripts.statistics.freshness import build_date

FEWEST_WORDS, MOST_WORDS = 200, 1200
# What people act on says when it was checked and for whom; these only lead on, or are made of data.
CHECKED = tuple(f"{folder}/" for folder in ("doelgroep", "lokaliseren", "ontsluiten", "naslag", "voor"))
UNCHECKED = ("naslag/literatuur.md", "naslag/nazicht.md", "naslag/nieuw.md", "naslag/index.md", "voor/index.md")
VAGUE = ("hier", "klik hier", "lees meer", "meer", "deze link", "link", "deze pagina", "verder lezen")
# In these the author invents people, or proposes: their numbers are no findings.
_INVENTED = (
    "casus",
    "bericht",
    "oefening",
    "oplossing",
    "gesprek",
    "scene",
    "invulblad",
    "trainer",
    "teamkaart",
    "quiz",
    "kort",
    "toets",
)
# A number that states a finding: a percentage, a multiple, or a count of people or studies.
_FINDING = re.compile(
    r"\d+(?:[.,]\d+)?\s?%|\b\d+(?:\.\d{3})*(?:,\d+)?\s+(?:procent|mensen|jongeren|ouders|studies|deelnemers|landen|leden|miljoen|euro)\b"
)
_LINK_TEXT = re.compile(r"(?<!!)\[([^\[\]]+)\]\((?!#)[^)\s]+[^)]*\)")
_CITED = re.compile(r"\[@|\[\[")


def check_pages(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        yield from _link_texts(page)
        if isinstance(page.meta, Knowledge):
            yield from _figures(page)
        if isinstance(page.meta, Knowledge) and not isinstance(page.meta, Lesson):
            yield from _skeleton(page)
        if page.meta is not None:
            yield from _length(page)
            yield from _checked(page)


def overdue(site: Site) -> Iterator[str]:
    """A line for each page that should have been checked again: no fault, so that an old page never holds up a new one."""
    for page in site.pages.values():
        if page.meta and page.meta.review_by and page.meta.review_by < build_date():
            yield f"{page.file}:1 te laat: na te kijken voor {page.meta.review_by}"


def _checked(page: Page) -> Iterator[Problem]:
    if page.path.startswith(CHECKED) and page.path not in UNCHECKED and not page.meta.reviewed:
        yield at(page, 1, "HIB-146", "wie keek deze pagina na, en voor wie is ze?", "geef reviewed, review_by en audience")


def _skeleton(page: Page) -> Iterator[Problem]:
    parts = [heading for heading in page.headings if heading.level == 2]
    first = next(iter(read_blocks(page)), None)
    if first is None or first.name != "kort" or (parts and first.line > parts[0].line):
        yield at(
            page,
            page.first_line,
            "HIB-140",
            "de pagina begint niet met 'kort'",
            "zet boven de eerste kop /// kort | In één minuut",
        )
    if not parts or parts[-1].text != "Verder":
        yield at(
            page,
            parts[-1] if parts else page.first_line,
            "HIB-141",
            "de laatste kop is niet 'Verder'",
            "sluit af met ## Verder en links",
        )


def _length(page: Page) -> Iterator[Problem]:
    words = count_words(page)
    if words > MOST_WORDS and not page.meta.length_reason and not isinstance(page.meta, Lesson):
        yield at(
            page,
            1,
            "HIB-142",
            f"{words} woorden",
            f"hoogstens {MOST_WORDS}: knip, of zeg bij 'length_reason' waarom het lang mag",
        )
    is_knowledge = isinstance(page.meta, Knowledge) and not isinstance(page.meta, Lesson)
    if words < FEWEST_WORDS and is_knowledge and not page.path.endswith("index.md"):
        yield at(page, 1, "HIB-143", f"{words} woorden", f"minstens {FEWEST_WORDS}, of voeg de pagina bij een andere")


def _figures(page: Page) -> Iterator[Problem]:
    """A paragraph, list item or table row that states a number, and cites nothing."""
    invented = {number for block in read_blocks(page) if block.name in _INVENTED for number in block.span}
    inside = invented | set(_cited_tables(page))
    for first, lines in _passages(page):
        text = " ".join(lines)
        if first not in inside and not text.startswith((">", "    ", "#")) and _FINDING.search(text) and not _CITED.search(text):
            number = _FINDING.search(text)
            yield at(
                page,
                first,
                "HIB-144",
                f"een cijfer zonder bron: '{number[0] if number else ''}'",
                "zet er [@sleutel] bij, of schrijf het anders",
            )


def _cited_tables(page: Page) -> Iterator[int]:
    """The rows of tables whose heading cites: one source for each column."""
    cited = before = False
    for line in page.lines:
        row = line.text.startswith("|")
        cited = row and (cited if before else bool(_CITED.search(line.text)))
        before = row
        if cited:
            yield line.line


def _passages(page: Page) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that a reader takes together; every list item and table row is a run of its own."""
    run: list[str] = []
    first = 0
    for line in page.lines:
        text = line.text
        apart = not text.strip() or text.lstrip().startswith(("|", "- ", "* ", "#", "///")) or re.match(r"\s*\d+\. ", text)
        if apart and run:
            yield first, run
            run = []
        if text.strip():
            first = first if run else line.line
            run.append(text)
    if run:
        yield first, run


def _link_texts(page: Page) -> Iterator[Problem]:
    for line in page.lines:
        for text in _LINK_TEXT.findall(line.text):
            if text.strip().lower().rstrip(".:") in VAGUE or text.startswith(("http://", "https://")):
                yield at(
                    page, line, "HIB-145", f"'{text}' zegt niet waar de link naartoe gaat", "zeg in de link wat iemand daar vindt"
                )
