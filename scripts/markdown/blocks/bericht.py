"""`/// bericht | titel`: one example message, good or not, with who writes it to whom and why it is so."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import type_string, type_string_in

from scripts.content.page import anchor_of
from scripts.markdown.blocks.base import SiteBlock

KINDS = {"goed": "Voorbeeld", "slecht": "Liever niet", "te-veel": "Goedbedoeld, te veel"}
PROPOSAL = "voorstel van deze site, verzonnen mensen"
USE = "Gebruik dit alleen namens een organisatie, met je eigen naam en rol."


def message_id(title: str) -> str:
    """Where a message can be linked to on its page."""
    return f"bericht-{anchor_of(title)}"


class Bericht(SiteBlock):
    NAME = "bericht"
    ARGUMENT = True
    OPTIONS = {"kind": ["", type_string_in(list(KINDS))], "from": ["", type_string], "where": ["", type_string]}

    def on_create(self, parent: Element) -> Element:
        kind = self.options["kind"]
        label = f"{KINDS[kind]}: {self.argument}"
        box = SubElement(
            parent, "section", {"class": f"bericht bericht--{kind}", "id": message_id(self.argument), "aria-label": label}
        )
        SubElement(box, "p", {"class": "bericht__label"}).text = f"{KINDS[kind]} · {PROPOSAL}"
        SubElement(box, "p", {"class": "bericht__title"}).text = AtomicString(self.argument)
        who = " · ".join(part for part in (self.options["from"], self.options["where"]) if part)
        SubElement(box, "p", {"class": "bericht__who"}).text = AtomicString(who)
        return box

    def on_end(self, block: Any) -> None:
        if self.options["kind"] == "goed":
            SubElement(block, "p", {"class": "bericht__use"}).text = USE
            SubElement(block, "site-kopieer")
