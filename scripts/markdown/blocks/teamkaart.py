"""`/// teamkaart | titel`: a card for fifteen minutes in a team meeting, to print by itself."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from scripts.content.blocks import teamkaart_id
from scripts.markdown.blocks.base import SiteBlock

LABEL = "Kaart voor het teamoverleg · 15 minuten"


class Teamkaart(SiteBlock):
    NAME = "teamkaart"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        name = teamkaart_id(self.argument)
        card = SubElement(parent, "section", {"class": "teamkaart", "id": name, "aria-label": f"{LABEL}: {self.argument}"})
        SubElement(card, "p", {"class": "teamkaart__label"}).text = LABEL
        SubElement(card, "p", {"class": "teamkaart__title"}).text = AtomicString(self.argument)
        return card

    def on_end(self, block: Any) -> None:
        SubElement(block, "site-druk", {"data-target": block.get("id"), "data-label": "Druk deze kaart af"})
