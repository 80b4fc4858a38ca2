"""`/// trainer`: notes for who gives the lesson; a learner never sees, hears, prints or finds them."""

from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import type_ranged_integer

from scripts.markdown.blocks.base import SiteBlock


class Trainer(SiteBlock):
    NAME = "trainer"
    ARGUMENT = False
    OPTIONS = {"minutes": [0, type_ranged_integer(0, 240)]}

    def on_create(self, parent: Element) -> Element:
        attributes = {"class": "trainer", "hidden": "hidden", "data-search-exclude": "", "data-nosnippet": ""}
        if self.options["minutes"]:
            attributes["data-minutes"] = str(self.options["minutes"])
        return SubElement(parent, "aside", attributes)
