"""`/// casus | titel`: a fictional case, always labelled as such."""

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from scripts.markdown.blocks.base import SiteBlock

LABEL = "Fictieve casus"


class Casus(SiteBlock):
    NAME = "casus"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        case = SubElement(parent, "section", {"class": "casus", "aria-label": f"{LABEL}: {self.argument}"})
        SubElement(case, "p", {"class": "casus__label"}).text = LABEL
        SubElement(case, "p", {"class": "casus__title"}).text = AtomicString(self.argument)
        return case
