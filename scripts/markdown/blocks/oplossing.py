"""`/// oplossing`: what a good answer to the exercise around it looks like, folded."""

from xml.etree.ElementTree import Element, SubElement

from scripts.markdown.blocks.base import SiteBlock

TITLE = "Bekijk een mogelijke oplossing"


class Oplossing(SiteBlock):
    NAME = "oplossing"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        box = SubElement(parent, "details", {"class": "oplossing", "data-search-exclude": ""})
        SubElement(box, "summary").text = TITLE
        return box
