"""Puts the text of slides in the boxes of their layout. Nothing stands beside them: the outline has it all, in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO

import segno
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Pt

from scripts.export.slides.fitting import SMALL, Texts, fitted, indent, mark_width
from scripts.export.slides.layouts import LAYOUTS, Box
from scripts.export.slides.screens import Slide
from scripts.export.slides.shapes import BULLET, LANGUAGE, NAMESPACES, NUMBER, hanging, list_style, notes_style, small_print
from scripts.export.slides.text import Paragraph, Run, plain

_NUMBERING = {"figure": "arabicPeriod", "letter": "alphaUcPeriod"}
ALTERNATIVE = "QR-code met het adres "
# Pixels per module of the code: sharp on a wall.
_SCALE = 16


def write(deck: Deck, slides: Iterable[Slide], footer: str) -> None:
    """Adds every slide, one that is too long as several; no two have the same title."""
    seen: dict[str, int] = {}
    for slide in slides:
        seen[slide.title] = seen.get(slide.title, 0) + 1
        title = slide.title if seen[slide.title] == 1 else f"{slide.title} ({seen[slide.title]})"
        _write_whole(deck, replace(slide, title=title), footer)


def _write_whole(deck: Deck, slide: Slide, footer: str) -> None:
    boxes = {box.name: box for box in LAYOUTS[slide.layout].boxes}
    sizes, parts = fitted({boxes[name]: text for name, text in slide.parts.items() if text})
    for number, texts in enumerate(parts, 1):
        title = f"{slide.title} ({number}/{len(parts)})" if len(parts) > 1 else slide.title
        heading: Texts = {boxes["Titel"]: (plain(title),)}
        page = _page(deck, slide, texts | heading, sizes | fitted(heading)[0])
        _small_print(page, boxes, footer, len(deck.slides))
        if slide.notes:
            _write_notes(page, slide.notes)


def _page(deck: Deck, slide: Slide, texts: Texts, sizes: dict[Box, int]) -> Page:
    layout = next(one for one in deck.slide_layouts if one.name == slide.layout)
    page: Page = deck.slides.add_slide(layout)
    boxes = {box.index: box for box in LAYOUTS[slide.layout].boxes}
    for shape in list(page.placeholders):
        box = boxes[shape.placeholder_format.idx]
        shape.name = box.name
        if box.kind == "pic" and slide.code:
            picture = shape.insert_picture(BytesIO(_code(slide.code)))
            picture.name = box.name
            picture._element.nvPicPr.cNvPr.set("descr", ALTERNATIVE + slide.code)  # python-pptx has no other way
        elif box in texts:
            _fill(shape.text_frame, texts[box], box, sizes[box])
        else:
            shape.element.getparent().remove(shape.element)
    return page


def _code(address: str) -> bytes:
    picture = BytesIO()
    segno.make(address, error="m").save(picture, kind="png", scale=_SCALE, border=3)
    return picture.getvalue()


def _fill(frame: TextFrame, text: Sequence[Paragraph], box: Box, size: int) -> None:
    _set_style(frame, list_style(box, size))
    for number, paragraph in enumerate(text):
        target = _paragraph(frame, number)
        _mark(target, paragraph, box, size)
        for run in paragraph.runs:
            _write_run(target.add_run(), run, size)


def _set_style(frame: TextFrame, style: str) -> None:
    """The size of the letters belongs in the style of the box, not in every run."""
    body = frame._txBody
    body.replace(body.find("{*}lstStyle"), parse_xml(style))


def _paragraph(frame: TextFrame, number: int) -> _Paragraph:
    paragraph: _Paragraph = frame.add_paragraph() if number else frame.paragraphs[0]  # type: ignore[no-untyped-call]
    return paragraph


def _mark(target: _Paragraph, paragraph: Paragraph, box: Box, size: int) -> None:
    """Only what differs from the style of the box."""
    same = paragraph.mark == "bullet" if box.bullets else not paragraph.mark
    if same and not paragraph.level:
        return
    place = hanging(size, indent(paragraph), mark_width(paragraph))
    target._p.insert(0, parse_xml(f"<a:pPr {NAMESPACES} {place}>{_sign(paragraph)}</a:pPr>"))  # it knows no numbering


def _sign(paragraph: Paragraph) -> str:
    if paragraph.mark in _NUMBERING:
        return f'{NUMBER}<a:buAutoNum type="{_NUMBERING[paragraph.mark]}" startAt="{paragraph.number}"/>'
    return BULLET if paragraph.mark else "<a:buNone/>"


def _write_run(target: _Run, run: Run, size: int) -> None:
    target.text = run.text
    target.font.bold = run.bold or None
    target.font.italic = run.italic or None
    target.font.size = Pt(size * SMALL) if run.small else None
    if run.href:
        target.hyperlink.address = run.href
    _speak(target)


def _speak(target: _Run) -> None:
    """A screen reader and a spelling checker must know the language."""
    target._r.get_or_add_rPr().set("lang", LANGUAGE)  # faster than a table of all languages


def _small_print(page: Page, boxes: dict[str, Box], footer: str, number: int) -> None:
    for offset, (name, text) in enumerate((("Voettekst", footer), ("Dianummer", str(number)))):
        page.shapes._spTree.append(parse_xml(small_print(boxes[name], 90 + offset, text)))  # idem


def _write_notes(page: Page, notes: Sequence[Paragraph]) -> None:
    frame = page.notes_slide.notes_text_frame
    if frame is None:  # only when the master for notes has no box for text
        raise ValueError("de notities hebben geen tekstvak")
    _set_style(frame, notes_style())
    for number, paragraph in enumerate(notes):
        target = _paragraph(frame, number)
        for run in paragraph.runs:
            _write_run(target.add_run(), run, 0)
