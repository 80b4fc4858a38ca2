"""The papers as PDFium opens them, compared with the pages they came from. One process makes them, once."""

import importlib
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
from bs4 import BeautifulSoup

from scripts.export.pdf.sheet import make as make_sheet
from scripts.export.pdf.writing import pdf
from scripts.export.shell import shell
from tests.export.papers import CUT, EXPORTS, LEARNER, Paper, article, headers, letters, on_the_page, opened, read, source_of

pytestmark = [pytest.mark.xdist_group("papers"), pytest.mark.first]
HANDBOOK = "handboek-vorming"
KEYS = (".quiz__explanation", ".oplossing")
CARDS = {"casuskaarten": ".casus", "teamkaarten": ".teamkaart"}
NAMES = sorted(EXPORTS)


@pytest.fixture(scope="session")
def papers(site: Path) -> Mapping[str, Paper]:
    """Every paper by its name; those in CUT are made of a few of their pages."""
    found = {}
    for name, export in EXPORTS.items():
        content = importlib.import_module(export.module).make(source_of(site, name, CUT.get(name)))
        found[name] = opened(name, content)
    return found


def bookmarks(paper: Paper) -> list[tuple[int, str, int]]:
    """Level, title and page, counted from 0."""
    return [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in paper.document.get_toc()]


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_says_its_language_and_title_and_has_tags_and_bookmarks(papers: Mapping[str, Paper], name: str) -> None:
    document = papers[name].document

    assert document.is_tagged()
    assert document.get_metadata_value("Title") == EXPORTS[name].title
    assert language(document) == "nl"
    assert bookmarks(papers[name])
    assert b"<pdfuaid:part" in papers[name].content or any(b"pdfuaid:part" in text for text in streams(papers[name].content))


def language(document: pypdfium2.PdfDocument) -> str:
    size = pypdfium2.raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (pypdfium2.raw.FPDF_WCHAR * (size // 2))()
    pypdfium2.raw.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def streams(content: bytes) -> Iterator[bytes]:
    """What is packed in the file, unpacked."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        with suppress(zlib.error):
            yield zlib.decompress(found[1])


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty(papers: Mapping[str, Paper], name: str) -> None:
    assert papers[name].pages
    assert [number for number, text in enumerate(papers[name].pages, 1) if len(letters(text)) < 20] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_is_in_our_own_font(papers: Mapping[str, Paper], name: str) -> None:
    fonts = {text.get_font().get_base_name() for page in papers[name].document for text in page.get_objects() if text.type == 1}

    assert fonts
    assert {font for font in fonts if "Source-Sans-3" not in font.replace("SourceSans3", "Source-Sans-3")} == set()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_over_the_edge_of_the_paper(papers: Mapping[str, Paper], name: str) -> None:
    over = []
    for number, page in enumerate(papers[name].document, 1):
        width, height = page.get_size()
        for text in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)):
            left, bottom, right, top = text.get_bounds()
            if left < 10 or right > width - 10 or bottom < 10 or top > height - 10:
                over.append((number, left, bottom, right, top))

    assert over == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in CARDS and "kaart" not in name and "fiche" not in name])
def test_the_table_of_contents_names_the_pages_on_which_the_headings_stand(papers: Mapping[str, Paper], name: str) -> None:
    marks = [mark for mark in bookmarks(papers[name]) if mark[0] < 2]
    contents = "\n".join(papers[name].pages[1:4])
    told = [(letters(title), int(page)) for title, page in re.findall(r"^(.+?)[ .]*\. ?(\d+)\s*$", contents, re.MULTILINE)]

    assert told == [(letters(title), page + 1) for _, title, page in marks][: len(told)]
    assert len(told) == len(marks)
    for _, title, page in marks:
        assert letters(title) in letters(papers[name].pages[page])


def test_every_lesson_is_in_the_handbook_word_for_word(papers: Mapping[str, Paper], site: Path) -> None:
    paper = papers[HANDBOOK]
    pages = EXPORTS[HANDBOOK].pages
    starts = [page for level, _, page in bookmarks(paper) if level < 2]

    assert len(starts) == len(pages)
    for path, first, last in zip(pages[:-1], starts, starts[1:], strict=False):
        assert read(paper, first, last, headers(site, path)) == on_the_page(site, path, *KEYS), path


def test_the_bibliography_has_what_the_handbook_cites_and_no_more(papers: Mapping[str, Paper], site: Path) -> None:
    *pages, bibliography = EXPORTS[HANDBOOK].pages
    cited = {link["href"].partition("#")[2] for path in pages for link in article(site, path).select(".citation")}
    listed = letters("".join(papers[HANDBOOK].pages[-8:]))
    items = article(site, bibliography).select(".literatuur > li")

    assert len(cited) > 50
    # The one about the answers is not printed, so what only answers cite is left out.
    missing = [item["id"] for item in items if letters(item.get_text()) in listed and item["id"] not in cited]
    assert missing == []
    visible = BeautifulSoup("".join(str(article(site, path)) for path in pages), "html.parser")
    for unwanted in visible.select(", ".join((*KEYS, ".trainer"))):
        unwanted.decompose()
    shown = {link["href"].partition("#")[2] for link in visible.select(".citation")}
    assert {item["id"] for item in items if letters(item.get_text()) in listed} == shown


@pytest.mark.parametrize("name", LEARNER)
def test_no_note_for_trainers_and_no_key_is_in_what_a_learner_gets(papers: Mapping[str, Paper], site: Path, name: str) -> None:
    text = letters("".join(papers[name].full))
    pages = [article(site, path) for path in CUT.get(name, EXPORTS[name].pages)]
    secrets = [part.get_text() for page in pages for part in page.select(".trainer p, .quiz__explanation p")]

    assert [secret for secret in secrets if letters(secret) in text] == []
    assert "Juist:" not in "".join(papers[name].full)


def test_worksheets_have_solutions_only_in_the_file_that_says_so(papers: Mapping[str, Paper], site: Path) -> None:
    without, solved = (letters("".join(papers[name].pages)) for name in ("werkbladen", "werkbladen-met-oplossing"))
    pages = [article(site, path) for path in EXPORTS["werkbladen-met-oplossing"].pages]
    solutions = [letters(part.get_text()) for page in pages for part in page.select(".oplossing p, .oplossing li")]
    titles = [letters(part.get_text()) for page in pages for part in page.select(".oefening__title")]

    assert len(titles) > 40
    assert [title for title in titles if title not in without or title not in solved] == []
    assert [solution for solution in solutions if len(solution) > 40 and solution in without] == []
    assert sum(solution in solved for solution in solutions) > 0.8 * len(solutions)  # the rest goes on over a page


@pytest.mark.parametrize("name", CARDS)
def test_every_card_stands_whole_on_one_sheet_and_says_what_it_is(papers: Mapping[str, Paper], site: Path, name: str) -> None:
    cards = [card for path in EXPORTS[name].pages for card in article(site, path).select(CARDS[name])]
    sheets = [letters(page) for page in papers[name].pages]

    assert len(cards) > 20
    for card in cards:
        title = letters(card.select_one("[class$=__title]").get_text())  # type: ignore[union-attr]
        body = [letters(part.get_text()) for part in card.find_all(["p", "li"]) if not part.get("class")]
        assert [sheet for sheet in sheets if title in sheet and all(part in sheet for part in body)], title
    if name == "casuskaarten":
        assert sum(page.count("Fictieve casus") for page in papers[name].pages) == len(cards)


def test_a_conversation_is_whole_on_cards_and_each_choice_leads_to_the_right_card(
    papers: Mapping[str, Paper], site: Path
) -> None:
    [path] = CUT["rollenspelkaarten"]
    text = " ".join(" ".join(papers["rollenspelkaarten"].pages).split())
    scenes = article(site, path).select(".scene")
    numbers = {scene["id"]: number for number, scene in enumerate(scenes, 1)}

    for scene in scenes:
        assert letters(scene.select(".scene__title")[0].get_text()) in letters(text)
        for choice in scene.select(".scene__choice > a"):
            words = " ".join(choice.get_text().split())
            assert f"{words} Kaart {numbers[choice['href'].lstrip('#')]} " in f"{text} "


def test_the_conversation_about_a_crisis_is_no_role_play() -> None:
    pages = EXPORTS["rollenspelkaarten"].pages

    assert len(pages) == 7
    assert "vorming/gesprekken/bericht-van-0312.md" not in pages


def test_the_guide_for_trainers_has_every_note_and_the_key(papers: Mapping[str, Paper], site: Path) -> None:
    text = letters("".join(papers["trainersgids"].pages))
    lesson = article(site, "vorming/waarom-discord/leefwereld.md")

    for part in lesson.select(".trainer p, .quiz__question, .oefening__title"):
        assert letters(part.get_text()) in text
    assert text.count("nietjuist") >= len(lesson.select(".quiz__explanation")) - len(lesson.select("site-quiz"))


def test_the_card_with_signals_is_one_sheet_with_the_whole_page(papers: Mapping[str, Paper], site: Path) -> None:
    paper = papers["signaalkaart"]
    sheet = article(site, "doelgroep/signaalkaart.md").select(".blad")[0]

    assert len(paper.pages) == 1
    for cell in sheet.select("td, th, p:not(.over-pagina *), h1"):
        assert letters(cell.get_text()) in read(paper, 0, 1)


def test_help_numbers_bring_their_day(papers: Mapping[str, Paper], site: Path) -> None:
    for name in ("handboek-vorming", "handboek-kennis", "casuskaarten"):
        assert re.search(r"Nummers van \d+ \w+ \d{4}: controleer ze op", papers[name].full[0] + "".join(papers[name].full[2:9]))


def test_the_same_content_gives_the_same_bytes(papers: Mapping[str, Paper], site: Path) -> None:
    for name in ("signaalkaart", "kaartjes-papieren-discord"):
        export = EXPORTS[name]

        assert importlib.import_module(export.module).make(source_of(site, name)) == papers[name].content


def test_a_long_page_keeps_its_letters_and_its_sheets(site: Path) -> None:
    [long] = [make_sheet(source_of(site, "signaalkaart", ("lokaliseren/online.md",)))]

    assert len(pypdfium2.PdfDocument(long)) > 1


@pytest.mark.parametrize("name", sorted(name for name in EXPORTS if name.startswith("beleidsfiche-")))
def test_a_policy_sheet_is_one_paper_with_two_sides(papers: Mapping[str, Paper], name: str) -> None:
    assert len(pypdfium2.PdfDocument(papers[name].content)) <= 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<h1>x</h1><a href="#nergens">weg</a>', "nergens"),
        ('<h1>x</h1><img src="weg.png" alt="">', "weg.png"),
        ('<h1>x</h1><img src="https://voorbeeld.be/x.png" alt="">', "voorbeeld.be"),
        ('<h1>x</h1><img src="file:///etc/hostname" alt="">', "hostname"),
    ],
)
def test_what_leads_nowhere_or_outside_is_refused(site: Path, body: str, said: str) -> None:
    source = source_of(site, "signaalkaart")

    with pytest.raises(ValueError, match=said):
        pdf(replace(source), shell("Titel", body), "book")
