"""`/// gesprek | titel`: a practice conversation of scenes, one on a page.

It looks like a chat and reads as text; without a script its links walk the story. The names of its scenes are ids of the page,
as they are written in the choices: Zensical follows those links in the Markdown itself.
"""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import type_html_identifier

from scripts.markdown.blocks.base import ComponentBlock

NAMES = {
    "back": "Een stap terug",
    "again": "Opnieuw beginnen",
}
TRANSCRIPT = "Verslag van jouw weg"
PRINT = "Druk af als rollenspel"


class Gesprek(ComponentBlock):
    NAME = "gesprek"
    ARGUMENT = True
    OPTIONS = {"id": ["", type_html_identifier]}

    def on_create(self, parent: Element) -> Element:
        name = self.options["id"]
        return SubElement(
            parent,
            "site-gesprek",
            {"class": "gesprek", "id": f"gesprek-{name}", "role": "group", "aria-label": f"Oefengesprek: {self.argument}"},
        )

    def on_end(self, block: Any) -> None:
        tools = SubElement(block, "div", {"class": "gesprek__tools", "hidden": "hidden", "data-needs-script": ""})
        for action, label in NAMES.items():
            SubElement(tools, "button", {"type": "button", "class": "md-button", "data-action": action}).text = label
        SubElement(tools, "site-druk", {"data-target": block.get("id"), "data-label": PRINT})
        folded = SubElement(block, "details", {"class": "gesprek__verslag", "hidden": "hidden", "data-needs-script": ""})
        SubElement(folded, "summary").text = TRANSCRIPT
        SubElement(folded, "ol")
