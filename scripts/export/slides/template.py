"""An empty presentation in the look of the site: its theme, its master and a layout per kind of slide.

python-pptx brings an example along; of that only the frame stays.
"""

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from scripts.export.slides.layouts import COLOURS, CREAM, FONT, HEIGHT, LAYOUTS, WIDTH
from scripts.export.slides.shapes import LANGUAGE, common, text_styles
from scripts.markdown.course import SITE_NAME

# What the example says of itself, and a thumbnail of it.
_STRAY = (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)


def empty_deck() -> Deck:
    """No slides yet; its layouts have the names of `LAYOUTS`."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.element.find("{*}sldSz").attrib.pop("type", None)
    _without_stray(deck)
    _set_theme(deck)
    _set_master(deck)
    _set_layouts(deck)
    _set_notes(deck)
    for default in deck.element.iter("{*}defRPr"):
        if default.get("lang"):
            default.set("lang", LANGUAGE)
    return deck


def _without_stray(deck: Deck) -> None:
    package = deck.part.package
    for relation in [one for one in package._rels.values() if one.reltype in _STRAY]:  # no public way
        package.drop_rel(relation.rId)
    for name in [name for name, one in deck.part.rels.items() if one.reltype == RT.PRINTER_SETTINGS]:
        deck.part.rels.pop(name)


def _set_theme(deck: Deck) -> None:
    part = deck.slide_master.part.part_related_by(RT.THEME)
    part.blob = _theme(part.blob)


def _theme(example: bytes) -> bytes:
    """Our colours and fonts in the frame of the example, which also brings the styles of lines and fills."""
    theme = etree.fromstring(example)
    theme.set("name", SITE_NAME)
    colours, fonts = theme.find(".//{*}clrScheme"), theme.find(".//{*}fontScheme")
    for scheme in (colours, fonts):
        scheme.set("name", SITE_NAME)
    for colour in colours:
        name = etree.QName(colour).localname
        colour[:] = [etree.SubElement(colour, colour[0].tag.replace("sysClr", "srgbClr"), val=COLOURS[name])]
    for family in fonts:
        family.find("{*}latin").set("typeface", FONT)
        family[:] = [one for one in family if etree.QName(one).localname in ("latin", "ea", "cs")]
    content: bytes = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _set_master(deck: Deck) -> None:
    """Of each kind of box one, as most layouts have it."""
    master = deck.slide_master.element
    boxes = [box for box in LAYOUTS["Kernpunten"].boxes if box.name != "Label"]
    _replace(master, "cSld", common(CREAM, boxes, (), SITE_NAME))
    _replace(master, "txStyles", text_styles())


def _set_layouts(deck: Deck) -> None:
    layouts = deck.slide_layouts
    for layout in list(layouts)[len(LAYOUTS) :]:
        layouts.remove(layout)
    for layout, ours in zip(layouts, LAYOUTS.values(), strict=True):
        layout.element.attrib.pop("type", None)
        layout.element.set("userDrawn", "1")
        _replace(layout.element, "cSld", common(ours.ground, ours.boxes, ours.bars, ours.name))


def _set_notes(deck: Deck) -> None:
    """A small picture of the slide and much room for text."""
    master = deck.notes_master
    theme: Any = master.part.part_related_by(RT.THEME)
    theme._element = parse_xml(deck.slide_master.part.part_related_by(RT.THEME).blob)
    for box in list[Any](master.placeholders):
        kind = box.placeholder_format.type
        if kind == PP_PLACEHOLDER.SLIDE_IMAGE:
            box.left, box.top, box.width, box.height = Inches(1.75), Inches(0.6), Inches(4), Inches(2.25)
        if kind == PP_PLACEHOLDER.BODY:
            box.left, box.top, box.width, box.height = Inches(0.6), Inches(3.1), Inches(6.3), Inches(6.1)
    for run in master.element.iter("{*}rPr", "{*}endParaRPr"):
        run.set("lang", LANGUAGE)


def _replace(parent: etree._Element, name: str, xml: str) -> None:
    old = parent.find(f"{{*}}{name}")
    parent.replace(old, parse_xml(xml))
