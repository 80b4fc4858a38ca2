"""`/// nabespreking`: what to look back on at an ending of a conversation."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from scripts.markdown.blocks.base import SiteBlock

TITLE = "Nabespreking"
QUESTIONS = ("Wat was van jou?", "Wat was van de ander?", "Wat was van je organisatie?")


class Nabespreking(SiteBlock):
    NAME = "nabespreking"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        box = SubElement(parent, "div", {"class": "nabespreking", "role": "note", "aria-label": TITLE})
        SubElement(box, "p", {"class": "nabespreking__title"}).text = TITLE
        return box

    def on_end(self, block: Any) -> None:
        questions = SubElement(block, "ul", {"class": "nabespreking__vragen"})
        for question in QUESTIONS:
            SubElement(questions, "li").text = question
