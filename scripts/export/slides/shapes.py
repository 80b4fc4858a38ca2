"""The XML of boxes as they stand in a master, a layout or a slide. Colours are those of the theme, by name."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from pptx.util import Inches, Pt

from scripts.export.slides.fitting import BEFORE, INDENT
from scripts.export.slides.layouts import AMBER, DARK, FONT, INK, Bar, Box

LANGUAGE = "nl-BE"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_MARK = '<a:buClr><a:schemeClr val="{}"/></a:buClr><a:buSzPct val="{}"/><a:buFont typeface="{}"/>'
BULLET = _MARK.format(AMBER, 120_000, FONT) + '<a:buChar char="•"/>'
NUMBER = _MARK.format(DARK, 100_000, FONT)
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
# PowerPoint knows a field by an id of this form.
_NUMBER_FIELD = "{5A1D3C52-5C0B-4D1E-9C4B-0F4C55F2B75C}"


def common(ground: str, boxes: Iterable[Box], bars: Iterable[Bar], name: str) -> str:
    """What is on a master or a layout."""
    shapes = [*map(_bar, bars, range(20, 30)), *map(_box, boxes, range(2, 20))]
    return (
        f"<p:cSld {NAMESPACES} name={quoteattr(name)}><p:bg><p:bgPr>{_fill(ground)}<a:effectLst/></p:bgPr></p:bg><p:spTree>"
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{''.join(shapes)}</p:spTree></p:cSld>"
    )


def _bar(bar: Bar, number: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Balk"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_place(bar)}{_RECTANGLE}{_fill(bar.colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _place(at: Box | Bar) -> str:
    x, y, width, height = (Inches(value) for value in (at.x, at.y, at.width, at.height))
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def _box(box: Box, number: int) -> str:
    insets = " ".join(f'{side}Ins="{Inches(box.inset_x if side in "lr" else box.inset_y)}"' for side in "ltrb")
    properties = f"{_place(box)}{_RECTANGLE}{_fill(box.fill) if box.fill else ''}"
    body = f'<a:bodyPr {insets} anchor="{box.anchor}"><a:noAutofit/></a:bodyPr>{list_style(box, box.size)}'
    prompt = _field("‹#›") if box.kind == "sldNum" else _run(box.prompt or box.name)
    return _shape(box, number, properties, f"{body}<a:p>{prompt}</a:p>")


def small_print(box: Box, number: int, text: str) -> str:
    """The footer or the number of a slide, which only show when they are on the slide itself."""
    content = _field(text) if box.kind == "sldNum" else _run(text)
    return _shape(box, number, "", f"<a:bodyPr/><a:lstStyle/><a:p>{content}</a:p>", NAMESPACES)


def _shape(box: Box, number: int, properties: str, text: str, namespaces: str = "") -> str:
    index = f' idx="{box.index}"' if box.index else ""
    return (
        f'<p:sp {namespaces}><p:nvSpPr><p:cNvPr id="{number}" name="{box.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{box.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{properties}</p:spPr><p:txBody>{text}</p:txBody></p:sp>"
    )


def _field(text: str) -> str:
    return f'<a:fld id="{_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{LANGUAGE}"/><a:t>{text}</a:t></a:fld>'


def _run(text: str) -> str:
    return f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:r>'


def list_style(box: Box, size: int) -> str:
    """How the text of a box looks in letters of `size` points."""
    align = "ctr" if box.centred else "r" if box.kind == "sldNum" else "l"
    bold = ' b="1"' if box.bold else ""
    place, mark = (INDENT, BULLET) if box.bullets else (0, "<a:buNone/>")
    letters = f'<a:defRPr sz="{size * 100}"{bold}>{_fill(box.colour)}</a:defRPr>'
    level = f'algn="{align}" {hanging(size, place, place)}>{_before(size)}{mark}{letters}'
    return f"<a:lstStyle {NAMESPACES}><a:lvl1pPr {level}</a:lvl1pPr></a:lstStyle>"


def notes_style() -> str:
    """Small enough for all that is told with a slide to stay on its page, also in LibreOffice, which has large letters itself."""
    level = f'marL="0" indent="0">{_before(13)}<a:buNone/><a:defRPr sz="1300"/>'
    return f"<a:lstStyle {NAMESPACES}><a:lvl1pPr {level}</a:lvl1pPr></a:lstStyle>"


def _before(size: float) -> str:
    return f'<a:spcBef><a:spcPts val="{round(BEFORE * size * 100)}"/></a:spcBef>'


def hanging(size: float, text: float, mark: float) -> str:
    """The attributes of a paragraph: where its text begins and how far before that its mark, both of the size of the letters."""
    return f'marL="{Pt(text * size)}" indent="{-Pt(mark * size)}"'


def text_styles() -> str:
    """What holds for all titles and texts, unless a layout says otherwise."""
    text = f'indent="0" algn="l">{_before(20)}<a:buNone/>{_letters(20)}'
    levels = "".join(f'<a:lvl{level}pPr marL="{Inches(0.3 * (level - 1))}" {text}</a:lvl{level}pPr>' for level in range(1, 10))
    title = f'<a:lvl1pPr algn="l"><a:buNone/>{_letters(32, "+mj", DARK)}</a:lvl1pPr>'
    other = f'<a:lvl1pPr marL="0" algn="l">{_letters(18)}</a:lvl1pPr>'
    return (
        f"<p:txStyles {NAMESPACES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _letters(size: int, font: str = "+mn", colour: str = INK) -> str:
    scripts = {"latin": "lt", "ea": "ea", "cs": "cs"}
    family = "".join(f'<a:{script} typeface="{font}-{short}"/>' for script, short in scripts.items())
    return f'<a:defRPr lang="{LANGUAGE}" sz="{size * 100}" kern="1200">{_fill(colour)}{family}</a:defRPr>'
