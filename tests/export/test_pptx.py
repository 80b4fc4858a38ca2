"""The slides of each module: opened by python-pptx and read as plain XML, compared with the pages they came from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from itertools import groupby, takewhile
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import matplotlib
import pytest
from bs4 import BeautifulSoup, SoupStrainer, Tag
from lxml import etree
from lxml.html import fromstring
from matplotlib._afm import AFM
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.export.article import Article
from scripts.export.registry import Export, exports
from scripts.export.slides.deck import make
from scripts.export.slides.screens import Slide as Screen
from scripts.export.slides.screens import screens as screens_of
from scripts.export.slides.template import empty_deck
from scripts.export.slides.text import paragraphs, plain
from scripts.export.slides.writing import write
from scripts.export.source import load_source
from scripts.markdown.place import Place
from tests.site.reading import one

# One process makes each deck, once.
pytestmark = [pytest.mark.xdist_group("decks"), pytest.mark.first]
EXPORTS = {one.name: one for one in exports(load_site(ROOT / "docs")) if one.file.endswith(".pptx")}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
POINT = 12700


@dataclass(frozen=True)
class Made:
    export: Export
    content: bytes
    deck: Deck
    site: Path

    @cached_property
    def lessons(self) -> list[Tag]:
        return [read(self.site / Place().address(path) / "index.html") for path in self.export.pages[1:]]

    @cached_property
    def notes(self) -> dict[str, str]:
        """What is told with each slide, by its title; nothing with some."""
        return {title_of(slide): note_of(slide) for slide in self.deck.slides}

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with ZipFile(BytesIO(self.content)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module", params=EXPORTS)
def made(request: pytest.FixtureRequest, site: Path) -> Made:
    export = EXPORTS[request.param]
    content = make(load_source(export, site, ROOT / "docs"))
    return Made(export, content, Presentation(BytesIO(content)), site)


def read(file: Path) -> Tag:
    """The article alone: the rest of a page takes most of the time."""
    return one(BeautifulSoup(file.read_text(encoding="utf-8"), "lxml", parse_only=SoupStrainer("article")), "article")


def note_of(slide: Slide) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def squeezed(text: str) -> str:
    """Without white space, and without the signs a slide sets around and between sources and cells."""
    return re.sub(r"[\s();|]", "", text)


def words_of(element: Tag, without: str = "") -> str:
    left_out = {id(found) for found in element.select(without)} if without else set()
    texts = [text for text in element.find_all(string=True) if not any(id(parent) in left_out for parent in text.parents)]
    return squeezed("".join(texts))


def title_of(slide: Slide) -> str:
    assert slide.shapes.title is not None
    return slide.shapes.title.text


def shown(slide: Slide) -> str:
    """All text in its boxes in reading order, but for title, footer and number."""
    boxes = [
        shape for shape in slide.placeholders if shape.has_text_frame and shape.name not in ("Titel", "Voettekst", "Dianummer")
    ]
    return "\n".join(shape.text_frame.text for shape in sorted(boxes, key=lambda shape: shape.name != "Label"))


def screens(deck: Deck) -> list[tuple[str, str]]:
    """Title and text per slide, one that goes on over more slides as one."""
    found: list[tuple[str, str]] = []
    for slide in deck.slides:
        title, text = title_of(slide), shown(slide)
        if part := re.search(r" \((\d)/\d\)$", title):
            title = title.removesuffix(part[0])
            if part[1] != "1":
                text = found.pop()[1] + text.partition("\n")[2]
        found.append((squeezed(title), squeezed(text)))
    return found


def expected(lesson: Tag) -> Iterator[tuple[str, str]]:
    """Title and text of each slide the page asks for, read from its HTML without our own reader."""
    blocks = lesson.select("h2#onthoud, .warning, .kort, .oefening, site-quiz, .casus, .bericht, .hulp")
    for kind, group in groupby(blocks, lambda block: block["class"][0] if block.get("class") else block.name):
        found = list(group)
        yield from of_messages(found) if kind == "bericht" else map(OF[kind], found)


def heading(block: Tag) -> str:
    """Of its part of the page; empty in the first."""
    found = block.find_previous("h2")
    return str(found.find(string=True)) if found else ""


def lesson_of(block: Tag) -> str:
    return str(block.find_previous("h1").find(string=True))


def of_remember(block: Tag) -> tuple[str, str]:
    following = takewhile(lambda part: part.name != "h2", block.find_next_siblings(True))
    text = "".join(words_of(part) for part in following if part.name in ("p", "ul", "ol"))
    return squeezed(f"Onthoud · {lesson_of(block)}"), text


def of_kort(block: Tag) -> tuple[str, str]:
    label, text = words_of(one(block, ".kort__title")), words_of(block, ".kort__title")
    return (squeezed(heading(block)), label + text) if heading(block) else (squeezed(f"{label} · {lesson_of(block)}"), text)


def of_exercise(block: Tag) -> tuple[str, str]:
    text = words_of(one(block, ".oefening__label")) + words_of(block, ".oefening__label, .oefening__title, .oplossing")
    return words_of(one(block, ".oefening__title")), text


def of_question(block: Tag) -> tuple[str, str]:
    label = "Vraag·meerdanéénantwoordisjuist" if block.select(".quiz__several") else "Vraag"
    return words_of(one(block, "legend")), label + "".join(words_of(answer) for answer in block.select("label span"))


def of_case(block: Tag) -> tuple[str, str]:
    return words_of(one(block, ".casus__title")), "Fictievecasus" + words_of(block, ".casus__title, .casus__label")


def of_help(block: Tag) -> tuple[str, str]:
    return squeezed(f"{one(block, '.hulp__title').text} · {lesson_of(block)}"), words_of(block, ".hulp__title")


def of_warning(block: Tag) -> tuple[str, str]:
    return squeezed(f"Vooraf · {lesson_of(block)}"), words_of(block, ".admonition-title")


OF = {
    "h2": of_remember,
    "kort": of_kort,
    "oefening": of_exercise,
    "quiz": of_question,
    "casus": of_case,
    "hulp": of_help,
    "admonition": of_warning,
}


def of_messages(messages: list[Tag]) -> list[tuple[str, str]]:
    label = "Voorstelvandezesite,verzonnenmensen"
    heads = [
        squeezed(f"{one(box, '.bericht__label').text.split(' · ')[0]}: {one(box, '.bericht__title').text}") for box in messages
    ]
    written = [words_of(one(box, ".bericht__who")) + "".join(map(words_of, box.select("blockquote"))) for box in messages]
    around = ".bericht__label, .bericht__title, .bericht__who, .bericht__use, blockquote, site-kopieer"
    reasons = [words_of(box, around) for box in messages]
    return [
        (squeezed(f"{heading(messages[0])} · drie berichten"), label + "".join(map("".join, zip(heads, written, strict=True)))),
        (
            squeezed(f"{heading(messages[0])} · waarom zo, of waarom niet"),
            label + "".join(map("".join, zip(heads, reasons, strict=True))),
        ),
    ]


def test_every_block_of_the_lessons_is_a_slide_in_the_same_order_and_the_same_words(made: Made) -> None:
    of_lessons = [
        (title, re.sub(r"^Nummersnagekekenop\d+[a-z]+\d{4}", "", text))
        for title, text in screens(made.deck)
        if "Scanommeetelezen" not in text
    ]

    assert of_lessons == [screen for lesson in made.lessons for screen in expected(lesson)]
    assert len(of_lessons) > 20


def test_the_module_and_each_lesson_begin_with_what_you_learn_and_a_code_to_read_along(made: Made) -> None:
    titles = [(title, text) for title, text in screens(made.deck) if "Scanommeetelezen" in text]
    lessons = [(words_of(one(lesson, "h1"), ".headerlink"), words_of(one(lesson, ".les ul"))) for lesson in made.lessons]

    assert len(titles) == len(lessons) + 2
    for (title, text), (name, objectives) in zip(titles[1:-1], lessons, strict=True):
        assert title == name
        assert objectives in text
        assert re.search(r"les\dvan\d·\d+minuten", text)
    assert titles[-1][0] == f"Tothier·{titles[0][0]}"
    assert "27november" in titles[-1][1] or re.search(r"\d+[a-z]+\d{4}·versie[0-9a-f]{7}", titles[-1][1])


def secrets(lesson: Tag) -> list[str]:
    """Each paragraph that only a trainer may see: notes, solutions, explanations of answers."""
    parts = lesson.select(".trainer :is(p, li), .oplossing :is(p, li, td), .quiz__explanation p")
    return [text for part in parts if len(text := words_of(part)) > 12]


def test_notes_solutions_and_answers_are_under_the_slides_and_never_on_them(made: Made) -> None:
    told = squeezed("".join(made.notes.values()))
    seen = squeezed("".join(shown(slide) + title_of(slide) for slide in made.deck.slides))
    found = [text for lesson in made.lessons for text in secrets(lesson)]

    assert [text for text in found if text not in told] == []
    assert [text for text in found if len(text) > 25 and text in seen] == []
    assert "Nietjuist:" not in seen
    assert len(found) > 20


def test_a_note_is_under_every_slide_of_its_part_with_its_minutes(made: Made) -> None:
    told = {title: squeezed(note.replace("• ", "")) for title, note in made.notes.items()}
    found = [note for lesson in made.lessons for note in lesson.select(".trainer")]

    for note in found:
        minutes = squeezed(f"{heading(note)} · {note['data-minutes']} minuten")
        under = [re.sub(r"\d/\d$", "", squeezed(title)) for title, text in told.items() if minutes + squeezed(note.text) in text]
        titles = note.find_parent("article").select("legend, .oefening__title, .casus__title")
        wanted = [words_of(title) for title in titles if heading(title) == heading(note)]
        assert set(under) >= {squeezed(heading(note)), *wanted}
    assert len(found) >= 4


def test_the_notes_of_a_question_name_the_right_letters(made: Made) -> None:
    notes = {squeezed(title): note for title, note in made.notes.items()}

    for quiz in (quiz for lesson in made.lessons for quiz in lesson.select("site-quiz")):
        explained = [one(answer, "details p").text for answer in quiz.select(".quiz__answer")]
        right = " en ".join(letter for letter, text in zip("ABCDEF", explained, strict=False) if text.startswith("Juist:"))
        assert notes[words_of(one(quiz, "legend"))].startswith(f"Juist: {right}\n")


def test_every_slide_has_a_title_of_its_own_and_text_only_in_boxes_of_its_layout(made: Made) -> None:
    titles = [title_of(slide) for slide in made.deck.slides]

    assert len(set(titles)) == len(titles)
    assert all(titles)
    for slide in made.deck.slides:
        assert [shape for shape in slide.shapes if not shape.is_placeholder] == []
        assert [shape.name for shape in slide.placeholders if shape.has_text_frame and not shape.text_frame.text] == []
        assert next(iter(slide.shapes)).name == "Titel"


def test_a_picture_has_an_alternative_text_and_is_sharp(made: Made) -> None:
    pictures = [shape for slide in made.deck.slides for shape in slide.shapes if shape.element.tag == f"{P}pic"]

    for picture in pictures:
        assert picture.element.nvPicPr.cNvPr.get("descr").startswith("QR-code met het adres https://")
        assert min(picture.image.size) > 500
    assert len(pictures) == len(made.lessons) + 2


def test_no_box_leaves_the_slide(made: Made) -> None:
    """Boxes have the place that their layout gives them, except when someone moves one."""
    for page in (*made.deck.slide_layouts, *made.deck.slides):
        moved = [shape for shape in page.shapes if page in made.deck.slide_layouts or shape.element.xpath("./p:spPr/a:xfrm")]
        for shape in moved:
            assert 0 <= shape.left < shape.left + shape.width <= made.deck.slide_width, shape.name
            assert 0 <= shape.top < shape.top + shape.height <= made.deck.slide_height, shape.name
    assert made.deck.slide_width * 9 == pytest.approx(made.deck.slide_height * 16, rel=0.001)


@cache
def face(bold: bool) -> AFM:
    """Helvetica, with the widths of Arial, as matplotlib reads it: with kerning, which our own reckoning leaves out."""
    path = Path(matplotlib.get_data_path()) / "fonts" / "pdfcorefonts" / f"Helvetica{'-Bold' if bold else ''}.afm"
    with path.open("rb") as file:
        return AFM(file)


@cache
def width(text: str, size: float, bold: bool) -> float:
    return float(face(bold).get_str_bbox_and_descent(text)[2]) * size / 1000


def lines(paragraph: etree._Element, room: float, size: float, bold: bool) -> int:
    """Words set one after the other, as any program does."""
    count, used = 1, 0.0
    words = [
        (word, int(run.find(f"{A}rPr").get("sz", size * 100)) / 100, bold or run.find(f"{A}rPr").get("b") == "1")
        for run in paragraph.iter(f"{A}r")
        for word in re.findall(r"\S+\s*", run.findtext(f"{A}t") or "")
    ]
    for word, letters, heavy in words:
        if used and used + width(word.rstrip(), letters, heavy) > room:
            count, used = count + 1, 0.0
        used += width(word, letters, heavy)
    return count


def test_every_text_fits_in_its_box(made: Made) -> None:
    for slide in made.deck.slides:
        for shape in slide.placeholders:
            style = shape.element.find(f".//{A}lstStyle/{A}lvl1pPr")
            if style is None:
                continue
            letters = style.find(f"{A}defRPr")
            size, bold = int(letters.get("sz")) / 100, letters.get("b") == "1"
            height = 0.0
            for paragraph in shape.element.iter(f"{A}p"):
                own = paragraph.find(f"{A}pPr")
                indent = int((style if own is None else own).get("marL")) / POINT
                room = (shape.width - 2 * shape.text_frame.margin_left) / POINT - indent
                height += lines(paragraph, room, size, bold) * size * 1.15 + 0.4 * size
            assert height <= shape.height / POINT, (title_of(slide), shape.name)
            assert size >= 10


def test_what_is_told_with_a_slide_stays_on_its_page(made: Made) -> None:
    for slide in made.deck.slides:
        if slide.has_notes_slide:
            box = slide.notes_slide.notes_placeholder
            size = int(box.element.find(f".//{A}lvl1pPr/{A}defRPr").get("sz")) / 100
            room = (box.width - 2 * box.text_frame.margin_left) / POINT
            rows = [lines(paragraph, room, size, False) * 1.15 + 0.4 for paragraph in box.element.iter(f"{A}p")]
            assert sum(rows) * size <= box.height / POINT, title_of(slide)


def test_the_package_is_whole(made: Made) -> None:
    trees = {name: etree.fromstring(content) for name, content in made.parts.items() if name.endswith((".xml", ".rels"))}
    types = trees["[Content_Types].xml"]
    known = {node.get("PartName") for node in types} | {node.get("Extension") for node in types}

    for name in made.parts:
        assert f"/{name}" in known or name.rsplit(".", 1)[1] in known, name
    for name, tree in trees.items():
        for relation in tree if name.endswith(".rels") else ():
            if relation.get("TargetMode") != "External":
                target = PurePosixPath("/", name).parent.parent / relation.get("Target")
                assert str(Path(target).resolve()).lstrip("/") in made.parts, (name, relation.get("Target"))
    assert [name for name in made.parts if "printer" in name or "thumbnail" in name] == []


def test_colours_and_fonts_are_those_of_the_theme(made: Made) -> None:
    drawn = [name for name in made.parts if re.match(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml$", name)]
    used = {name: set(re.findall(r"srgbClr|(?<=latin typeface=\")[^+\"]+", made.parts[name].decode())) for name in drawn}

    assert {name for name, literal in used.items() if literal} == set()
    theme = made.parts["ppt/theme/theme1.xml"].decode()
    assert theme.count('latin typeface="Arial"') == 2
    assert 'val="0F4C55"' in theme


def test_the_language_is_flemish_on_every_run(made: Made) -> None:
    for name, content in made.parts.items():
        if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml$", name):
            runs = list(etree.fromstring(content).iter(f"{A}r"))
            assert runs, name
            assert {run.find(f"{A}rPr").get("lang") for run in runs} == {"nl-BE"}, name
    assert made.deck.core_properties.language == "nl-BE"


def test_links_lead_to_the_web(made: Made) -> None:
    links = {
        run.hyperlink.address
        for slide in made.deck.slides
        for shape in slide.placeholders
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    }

    assert [link for link in links if not link.startswith(("https://", "tel:"))] == []


def slides_of(*slides: Screen) -> list[Slide]:
    """Written and read back."""
    deck, file = empty_deck(), BytesIO()
    write(deck, slides, "Voet")
    deck.save(file)
    return list(Presentation(file).slides)


def of_text(*text: str, title: str = "Titel") -> Screen:
    return Screen("Casus", title, {"Tekst": tuple(plain(one) for one in text)}, (plain("Notitie"),))


def test_a_text_for_two_slides_says_so_and_loses_nothing() -> None:
    text = [f"{number} " + "woord " * 40 + "einde." for number in range(12)]
    found = slides_of(of_text(*text))

    assert [title_of(slide) for slide in found] == [f"Titel ({number}/{len(found)})" for number in range(1, len(found) + 1)]
    assert squeezed("".join(shown(slide) for slide in found)) == squeezed("".join(text))
    assert {note_of(slide) for slide in found} == {"Notitie"}
    assert len(found) > 1


def test_a_paragraph_longer_than_a_slide_is_cut_between_sentences() -> None:
    text = "Dit is een zin van acht woorden lang. " * 60
    found = slides_of(of_text(text.strip()))

    assert squeezed("".join(shown(slide) for slide in found)) == squeezed(text)
    assert all(shown(slide).endswith("lang.") for slide in found)


@pytest.mark.parametrize("slide", [of_text("x", title="w" * 300), of_text("w " * 5000)], ids=["title", "sentence"])
def test_what_can_not_fit_is_refused(slide: Screen) -> None:
    with pytest.raises(ValueError, match="te lang"):
        slides_of(slide)


@pytest.mark.parametrize("text", ["<a:t>&amp;</a:t>", "]]> \"'", "é “日本” 🙂 →", "{T} %s \\n"])
def test_no_text_is_markup(text: str) -> None:
    [slide] = slides_of(of_text(text, title=text))

    assert (title_of(slide), shown(slide)) == (text, text)


def test_two_slides_with_one_title_get_a_number() -> None:
    assert [title_of(slide) for slide in slides_of(of_text("a"), of_text("b"))] == ["Titel", "Titel (2)"]


def test_a_list_keeps_its_marks_and_a_source_is_small_print() -> None:
    html = (
        "<div>Los <b>vet</b>woord<ol><li>een<ul><li>onder</li></ul></li><li>twee"
        ' <span class="citations"><a href="#k">Kato, 2020</a> <a href="#s">SAM</a></span></li></ol>'
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table></div>"
    )
    found = paragraphs(fromstring(html))

    assert [(one.text, one.mark, one.number, one.level) for one in found] == [
        ("Los vetwoord", "", 0, 0),
        ("een", "figure", 1, 0),
        ("onder", "bullet", 0, 1),
        ("twee (Kato, 2020; SAM)", "figure", 2, 0),
        ("a | b", "", 0, 0),
        ("c | d", "", 0, 0),
    ]
    assert [run.text for one in found for run in one.runs if run.bold or run.small] == ["vet", "(Kato, 2020; SAM)", "a | b"]


def test_a_chart_in_a_lesson_is_not_left_out_in_silence() -> None:
    body = fromstring('<article><h1 id="les">Les</h1><h2 id="een">Een</h2><div><figure class="grafiek"></figure></div></article>')

    with pytest.raises(ValueError, match="grafiek in een les"):
        list(screens_of(Article("les/", "Les", "", "https://voorbeeld.be/les/", body), "vandaag"))


def test_the_same_content_gives_the_same_bytes(site: Path) -> None:
    source = load_source(EXPORTS["pptx-waarom-discord"], site, ROOT / "docs")
    content = make(source)

    assert make(source) == content
    with ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(*source.changed.timetuple()[:3], 0, 0, 0)}
