"""`/// kort`: the summary of a section, and later its slide."""

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from scripts.markdown.blocks.base import SiteBlock

TITLE = "In het kort"


class Kort(SiteBlock):
    NAME = "kort"
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        title = self.argument or TITLE
        box = SubElement(parent, "div", {"class": "kort", "role": "note", "aria-label": title})
        SubElement(box, "p", {"class": "kort__title"}).text = AtomicString(title)
        return box
